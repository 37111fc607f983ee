import pytest
from django.core.signals import request_finished
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Merger
from entities.models import Alias, Entity, Evidence, Fact, Mention
from tests import cast
from tests.desk import edda, merge, nora, text_of, wen

pytestmark = pytest.mark.django_db

LIST = "/admin/entities/entity/"


@pytest.fixture
def two():
    gone = cast.entity(
        "HiSilicon", aliases=("海思",), tags=("chips", "design"), website="https://hisilicon.com/"
    )
    heir = cast.entity("Huawei", tags=("chips",))
    cast.relation(gone, "belongs-to", heir)
    cast.event("both", entities=(gone, heir))
    cast.event("one", entities=(gone,))
    return gone, heir


def merging(two) -> str:
    return f"{LIST}merge/?these={two[0].pk}.{two[1].pk}"


def merged(desk, two) -> str:
    """The address of what was merged."""
    merge(desk, merging(two), two[1])
    return f"{LIST}mergers/{Merger.objects.get().pk}/"


class TestTheDryRun:
    def test_lists_what_would_be_carried_over_and_what_is_there(self, two):
        page = text_of(edda().post(merging(two), {"heir": two[1].pk}))
        for said in (
            "<h2>Spellings</h2> <h3>Will add (2)</h3> <ul> <li>HiSilicon</li><li>海思</li>",
            "<h2>Relations</h2> <h3>Already has, or says nothing any more (1)</h3> <ul> <li>HiSilicon belongs to Huawei, resting on 1 ground</li>",
            "<h2>Events</h2> <h3>Will add (1)</h3> <ul> <li>One</li> </ul> <h3>Already has, or says nothing any more (1)</h3> <ul> <li>Both</li>",
            "<h2>Tags</h2> <h3>Will add (1)</h3> <ul> <li>design</li>",
            "<h2>Addresses</h2> <h3>Will add (1)</h3> <ul> <li>hisilicon</li>",
            "<h2>What it says of itself</h2> <h3>Will add (1)</h3> <ul> <li>website</li>",
        ):
            assert said in page, said

    def test_changes_nothing(self, two):
        edda().post(merging(two), {"heir": two[1].pk})
        assert Entity.objects.count() == 2
        assert Alias.objects.filter(entity=two[0]).count() == 2
        assert not Merger.objects.exists()

    def test_escapes_what_it_shows(self, two):
        two[0].add_alias("<script>alert(1)</script>")
        assert "&lt;script&gt;alert(1)" in text_of(edda().post(merging(two), {"heir": two[1].pk}))

    def test_shows_the_first_of_many(self, two):
        for n in range(60):
            two[0].add_alias(f"Hi {n:02}")
        assert "Will add (62)" in (page := text_of(edda().post(merging(two), {"heir": two[1].pk})))
        assert "and 12 more" in page

    def test_asks_no_more_of_the_database_for_more_rows(self, two):
        desk = edda()

        def queries() -> int:
            with CaptureQueriesContext(connection) as captured:
                assert desk.post(merging(two), {"heir": two[1].pk}).status_code == 200
            return len(captured)

        def add(first: int, last: int) -> None:
            for n in range(first, last):
                two[0].add_alias(f"Hi {n}")
                cast.event(f"event-{n}", entities=(two[0],))
                cast.relation(two[0], "customer-of", cast.entity(f"Firm {n}"))
                fact = Fact.objects.create(entity=two[0], label="Founded", value=str(n))
                Evidence.objects.create(fact=fact, source=cast.source())

        add(0, 1)
        queries()
        before = queries()
        add(1, 6)
        assert queries() == before


class TestUndoing:
    def test_is_offered_after_the_merge(self, two):
        desk = edda()
        response = merge(desk, merging(two), two[1], follow=True)
        address = f"{LIST}mergers/{Merger.objects.get().pk}/"
        assert f'Merged “HiSilicon” into “Huawei”. <a href="{address}">' in text_of(response)
        assert "by edda" in (page := text_of(desk.get(address)))
        assert "<h3>Carried over (2)</h3> <ul> <li>HiSilicon</li><li>海思</li>" in page
        assert "Undo this merge" in page

    def test_brings_the_other_back(self, two):
        desk = edda()
        page = merged(desk, two)
        assert "The merge of “HiSilicon” into “Huawei” is undone." in text_of(desk.post(page, follow=True))
        assert set(two[0].aliases.values_list("text", flat=True)) == {"HiSilicon", "海思"}
        assert "Undo this merge" not in text_of(desk.get(page))

    def test_is_refused_in_plain_words(self, two):
        desk = edda()
        page = merged(desk, two)
        Alias.objects.get(text="海思").delete()
        said = text_of(desk.post(page, follow=True))
        assert "Nothing was undone. Spellings: “海思” was deleted since." in said
        assert not Entity.objects.filter(pk=two[0].pk).exists()

    def test_is_found_in_the_list_of_merges(self, two):
        desk = edda()
        page = merged(desk, two)
        assert f"{LIST}mergers/" in text_of(desk.get(LIST))
        assert f'<a href="{page}">“HiSilicon” into “Huawei”</a>' in text_of(desk.get(f"{LIST}mergers/"))

    @pytest.mark.parametrize("someone", [wen, nora])
    def test_is_not_done_without_the_permission_to_merge(self, two, someone):
        page = merged(edda(), two)
        desk = someone()
        for address in (page, f"{LIST}mergers/"):
            assert desk.get(address).status_code == 403
        assert desk.post(page).status_code == 403
        assert "mergers/" not in desk.get(LIST, follow=True).content.decode()
        assert not Entity.objects.filter(pk=two[0].pk).exists()

    def test_of_another_kind_is_not_found(self, two):
        desk = edda()
        page = merged(desk, two)
        assert desk.post(page.replace("entities/entity", "taggit/tag")).status_code == 404
        assert desk.get(f"{LIST}mergers/{10**18}/").status_code == 404


class TestAtSize:
    @pytest.fixture(autouse=True)
    def impatience(self, settings, two):
        settings.LONG_WORK = 0
        for slug in ("one", "another"):
            cast.published(slug, "HiSilicon designs chips.")

    def test_merging_tells_how_far_the_links_are(self, two):
        told = text_of(merge(edda(), merging(two), two[1]))
        assert "1 of 2 texts linked again" in told
        assert "Merged “HiSilicon” into “Huawei”." in told
        assert [one.entity for one in Mention.objects.order_by("pk")] == [two[1], two[1]]

    def test_undoing_it_does_too(self, two):
        desk = edda()
        text_of(merge(desk, merging(two), two[1]))
        told = text_of(desk.post(f"{LIST}mergers/{Merger.objects.get().pk}/"))
        assert "1 of 2 texts linked again" in told
        assert "The merge of “HiSilicon” into “Huawei” is undone." in told

    def test_nothing_is_merged_when_nobody_waits_for_its_end(self, two, monkeypatch):
        response = merge(edda(), merging(two), two[1])
        next(response.streaming_content)
        monkeypatch.setattr(request_finished, "send", lambda **kwargs: None)  # would close the connection
        response.close()
        assert Entity.objects.count() == 2
