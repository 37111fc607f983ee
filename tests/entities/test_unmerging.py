import pytest
from django.core.exceptions import ValidationError
from taggit.models import TaggedItem

from articles.models import Merger, SlugRecord
from entities.linking.names_changing import names_changing
from entities.merging import merge, undo
from entities.models import (
    Alias,
    Change,
    Entity,
    Event,
    Evidence,
    Fact,
    LinkDecision,
    Mention,
    Relation,
    Woven,
)
from tests import cast
from tests.kept import rows_of

pytestmark = pytest.mark.django_db

KEPT = (
    Entity,
    Alias,
    Fact,
    Relation,
    Event,
    Evidence,
    LinkDecision,
    SlugRecord,
    TaggedItem,
    Event.entities.through,
)


@pytest.fixture
def firms():
    """The one that is to go, its heir, and a third; they share some of everything."""
    gone = cast.entity(
        "HiSilicon",
        aliases=("海思", "the design house"),
        tags=("chips", "design"),
        website="https://hisilicon.com/",
    )
    heir = cast.entity("Huawei", aliases=("the design house",), tags=("chips",))
    other = cast.entity("SMIC")
    with names_changing(gone.pk):
        cast.move(gone, "hisi")
    for one in (gone, heir):
        fact = Fact.objects.create(entity=one, label="Founded", value="1991")
        Evidence.objects.create(fact=fact, source=cast.source(f"filing-of-{one.slug}"))
        cast.relation(one, "customer-of", other)
    cast.relation(gone, "belongs-to", heir)
    cast.event("one", entities=(gone, other))
    cast.event("both", entities=(gone, heir))
    article = cast.write(body="HiSilicon designs.\n\nThe chip people won.\n\n海思 too. Huawei orders.")
    LinkDecision.objects.create(article=article, surface="chip people", entity=gone)
    article.publish(editor=None)
    return gone, heir, other


def all_rows() -> dict:
    return rows_of(KEPT)


def links() -> list[tuple]:
    return list(
        Mention.objects.order_by("passage", "start").values_list(
            "surface", "entity__name", "alias__text", "linked"
        )
    )


class TestUndoing:
    def test_brings_every_row_back_as_it_was(self, firms):
        gone, heir, _ = firms
        before, said = all_rows(), list(Change.objects.order_by("pk").values_list("pk", flat=True))
        undo(merge([gone], heir))
        assert all_rows() == before
        assert set(said) <= set(Change.objects.values_list("pk", flat=True))

    def test_brings_links_and_addresses_back(self, firms, client):
        gone, heir, _ = firms
        before, woven = links(), sorted(Woven.objects.values_list("html", flat=True))
        merger = merge([gone], heir)
        assert links() != before
        undo(merger)
        assert (links(), sorted(Woven.objects.values_list("html", flat=True))) == (before, woven)
        assert client.get("/entities/hisi/").status_code == 200
        assert client.get("/entities/hisilicon/")["Location"] == "/entities/hisi/"

    def test_of_several_brings_all_back_in_one_step(self, firms):
        gone, heir, other = firms
        before = all_rows()
        undo(merge([gone, other], heir))
        assert all_rows() == before

    def test_in_reverse_order_takes_a_chain_back(self, firms, client):
        gone, heir, other = firms
        before = all_rows()
        first = merge([gone], heir)
        second = merge([heir], other)
        assert client.get("/entities/hisilicon/")["Location"] == "/entities/smic/"
        undo(second)
        undo(first)
        assert all_rows() == before

    def test_keeps_what_came_since(self, firms):
        gone, heir, _ = firms
        merger = merge([gone], heir)
        with names_changing(heir.pk):
            Entity.objects.get(pk=heir.pk).add_alias("Huawei Group")
        Entity.objects.filter(pk=heir.pk).update(description="Said since.")
        undo(merger)
        heir.refresh_from_db()
        assert heir.description == "Said since."
        assert heir.aliases.filter(text="Huawei Group").exists()

    def test_says_who_and_when(self, firms):
        gone, heir, _ = firms
        edda = cast.user("edda")
        merger = merge([gone], heir, editor=edda)
        undo(merger, editor=edda)
        stored = Merger.objects.get()
        assert (stored.editor, stored.undone_by) == (edda, edda)
        assert stored.undone_at > stored.at

    def test_tells_another_editor_of_the_heir(self, firms):
        gone, heir, _ = firms
        merger = merge([gone], heir)
        seen = Entity.objects.get(pk=heir.pk).version
        undo(merger)
        assert not Entity.objects.get(pk=heir.pk).claim(seen)


class TestWhatStandsInTheWay:
    @pytest.fixture
    def merger(self, firms):
        return merge([firms[0]], firms[1])

    def refused(self, merger) -> str:
        before = all_rows()
        with pytest.raises(ValidationError) as refusal:
            undo(merger)
        assert all_rows() == before
        assert Merger.objects.get(pk=merger.pk).undone_at is None
        return " ".join(refusal.value.messages)

    def test_is_a_piece_that_was_deleted(self, merger):
        Alias.objects.get(text="海思").delete()
        assert "Spellings: “海思” was deleted since." in self.refused(merger)

    def test_is_a_piece_that_went_elsewhere(self, merger, firms):
        LinkDecision.objects.update(entity=firms[2])
        assert "Decisions about links: “chip people” was changed since." in self.refused(merger)

    def test_is_an_event_that_is_gone(self, merger):
        Event.objects.get(slug="both").delete()
        assert "Events: “Both” cannot come back" in self.refused(merger)

    def test_is_the_address_when_another_has_it(self, merger, firms):
        firms[1].refresh_from_db()
        cast.move(firms[1], "hisi")
        assert "“hisi” was deleted since" in self.refused(merger)

    def test_is_a_later_merge_of_the_heir(self, merger, firms):
        merge([Entity.objects.get(pk=firms[1].pk)], firms[2])
        assert "“Huawei” is not there any more" in self.refused(merger)

    def test_is_that_it_was_undone_already(self, merger):
        undo(merger)
        with pytest.raises(ValidationError, match="undone already"):
            undo(merger)

    def test_is_the_thing_itself_when_it_was_brought_back_from_history(self, merger, firms):
        Entity.objects.create(pk=merger.gone_pks[0], slug="again", name="HiSilicon", kind="company")
        assert "“HiSilicon” was brought back since" in self.refused(merger)

    def test_is_told_at_a_readable_length(self, merger, firms):
        Entity.objects.get(pk=firms[2].pk).delete()
        Event.objects.all().delete()
        Fact.objects.all().delete()
        Alias.objects.all().delete()
        assert self.refused(merger).count(" since.") <= 10
