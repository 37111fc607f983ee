import pytest
from django.core.exceptions import ValidationError

from articles.models import SlugRecord
from entities.merging import merge
from entities.models import Alias, Entity, Event, Evidence, Fact, LinkDecision, Mention, Relation, Woven
from tests import cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def firms():
    """The one that is to go, its heir, and a third."""
    return (
        cast.entity("HiSilicon", aliases=("海思", "the design house")),
        cast.entity("Huawei", aliases=("the design house",)),
        cast.entity("SMIC"),
    )


def fact(entity: Entity, value: str = "1987", source: str = "report", note: str = "", **fields) -> Fact:
    made = Fact.objects.create(entity=entity, label="Founded", value=value, **fields)
    Evidence.objects.create(fact=made, source=cast.source(source), note=note)
    return made


def grounds(claim: Fact | Relation) -> list[tuple[str, str]]:
    return [(one.source.slug, one.note) for one in claim.evidence.order_by("pk")]


class TestMerging:
    def test_leaves_the_heir_alone_and_the_other_gone(self, firms):
        gone, heir, other = firms
        merge([gone], heir)
        assert list(Entity.objects.order_by("name")) == [heir, other]

    def test_into_itself_is_refused(self, firms):
        with pytest.raises(ValidationError, match="cannot be merged into itself"):
            merge([firms[0]], Entity.objects.get(slug="hisilicon"))
        assert Entity.objects.count() == 3

    def test_of_what_was_merged_a_moment_ago_is_refused(self, firms):
        gone, heir, _ = firms
        merge([Entity.objects.get(pk=gone.pk)], heir)
        with pytest.raises(ValidationError, match="“HiSilicon” is not there any more"):
            merge([gone], heir)

    def test_that_fails_changes_nothing(self, firms, monkeypatch):
        gone, heir, _ = firms
        fact(gone)
        monkeypatch.setattr(Entity, "delete", lambda self: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            merge([gone], heir)
        assert gone.aliases.count() == 3
        assert gone.facts.exists()
        assert not SlugRecord.objects.exists()

    def test_goes_by_what_is_stored(self, firms):
        gone, heir, _ = firms
        Entity.objects.filter(pk=heir.pk).update(description="Saved meanwhile.")
        Entity.objects.filter(pk=gone.pk).update(website="https://example.com/")
        merge([gone], heir)
        heir.refresh_from_db()
        assert (heir.description, heir.website) == ("Saved meanwhile.", "https://example.com/")

    def test_is_a_change_that_another_editor_of_the_heir_is_told_of(self, firms):
        gone, heir, _ = firms
        seen = heir.version
        merge([gone], heir)
        assert not Entity.objects.get(pk=heir.pk).claim(seen)


class TestSpellings:
    def test_are_all_the_heirs_and_each_once(self, firms):
        gone, heir, _ = firms
        merge([gone], heir)
        assert sorted(heir.aliases.values_list("text", flat=True)) == [
            "HiSilicon",
            "Huawei",
            "the design house",
            "海思",
        ]

    def test_keep_their_rules(self, firms):
        gone, heir, _ = firms
        merge([gone], heir)
        assert not Alias.objects.get(text="海思").whole_word


class TestTexts:
    def test_that_named_either_name_the_heir(self, firms):
        gone, heir, _ = firms
        cast.published(body="HiSilicon designs.\n\n海思 too.\n\nHuawei orders.")
        merge([gone], heir)
        assert [mention.surface for mention in heir.mentions.order_by("passage")] == [
            "HiSilicon",
            "海思",
            "Huawei",
        ]
        assert {mention.alias.entity for mention in Mention.objects.all()} == {heir}

    def test_that_held_a_spelling_of_both_name_the_heir_by_it(self, firms):
        cast.published(body="Thus spoke the design house.")
        assert not Mention.objects.exists()
        merge([firms[0]], firms[1])
        assert Mention.objects.get().surface == "the design house"

    def test_link_to_the_heir(self, firms):
        cast.published(body="HiSilicon designs.")
        merge([firms[0]], firms[1])
        assert 'href="/entities/huawei/"' in Woven.objects.get().html
        assert "hisilicon" not in Woven.objects.get().html

    def test_take_what_editors_decided_along(self, firms):
        gone, heir, _ = firms
        article = cast.write(body="The chip people won.")
        LinkDecision.objects.create(article=article, surface="chip people", entity=gone)
        article.publish(editor=None)
        merge([gone], heir)
        assert LinkDecision.objects.get().entity == heir
        assert Mention.objects.get().entity == heir


class TestFacts:
    def test_go_over_with_what_they_rest_on(self, firms):
        gone, heir, _ = firms
        fact(gone, "1991", note="p. 3")
        merge([gone], heir)
        assert grounds(heir.facts.get()) == [("report", "p. 3")]

    def test_that_both_state_become_one_that_rests_on_what_either_rested_on(self, firms):
        gone, heir, _ = firms
        fact(heir, note="p. 1")
        fact(gone, note="p. 1").evidence.create(source=cast.source("report"), note="p. 7")
        gone.facts.get().evidence.create(source=cast.source("filing"))
        merge([gone], heir)
        assert grounds(heir.facts.get()) == [("report", "p. 1"), ("report", "p. 7"), ("filing", "")]

    def test_that_both_state_keep_the_date_that_one_of_them_knew(self, firms):
        gone, heir, _ = firms
        fact(heir)
        fact(gone, as_of="2020")
        merge([gone], heir)
        assert str(heir.facts.get().as_of) == "2020"


class TestRelations:
    def test_go_over_in_both_directions_with_what_they_rest_on(self, firms):
        gone, heir, other = firms
        cast.relation(gone, "customer-of", other)
        cast.relation(other, "makes-chips-for", gone)
        merge([gone], heir)
        assert [str(one) for one in Relation.objects.of(heir)] == [
            "Huawei is a major customer of SMIC",
            "SMIC makes chips for Huawei",
        ]
        assert all(grounds(one) == [("report", "")] for one in Relation.objects.all())

    def test_that_both_have_become_one_that_rests_on_what_either_rested_on(self, firms):
        gone, heir, other = firms
        cast.relation(heir, "customer-of", other)
        cast.relation(gone, "customer-of", other, until="2024").evidence.create(source=cast.source("filing"))
        merge([gone], heir)
        kept = Relation.objects.get()
        assert (kept.subject, kept.object, str(kept.until)) == (heir, other, "2024")
        assert grounds(kept) == [("report", ""), ("filing", "")]

    def test_that_differ_in_time_or_note_stay_apart(self, firms):
        gone, heir, other = firms
        cast.relation(heir, "customer-of", other)
        cast.relation(gone, "customer-of", other, since="2020")
        cast.relation(gone, "customer-of", other, note="for phones")
        merge([gone], heir)
        assert Relation.objects.of(heir).count() == 3

    def test_between_the_two_say_nothing_any_more(self, firms):
        gone, heir, _ = firms
        cast.relation(gone, "belongs-to", heir)
        cast.relation(heir, "customer-of", gone)
        merge([gone], heir)
        assert not Relation.objects.exists()


class TestEvents:
    def test_name_the_heir_and_name_it_once(self, firms):
        gone, heir, other = firms
        cast.event("one", entities=(gone, other))
        cast.event("both", entities=(gone, heir))
        merge([gone], heir)
        named = {event.slug: set(event.entities.all()) for event in Event.objects.all()}
        assert named == {"one": {heir, other}, "both": {heir}}


class TestWhatTheHeirLacks:
    def test_is_inherited_and_what_it_has_is_kept(self, firms):
        gone, heir, _ = firms
        Entity.objects.filter(pk=heir.pk).update(description="A firm.")
        Entity.objects.filter(pk=gone.pk).update(
            description="Another.", about="Designs for SMIC.", website="https://example.com/", thread="indigo"
        )
        merge([gone], heir)
        heir.refresh_from_db()
        assert (heir.description, heir.website, heir.thread) == ("A firm.", "https://example.com/", "indigo")
        assert 'Designs for <a href="/entities/smic/"' in heir.about_html

    def test_is_inherited_name_and_language_together(self, firms):
        gone, heir, _ = firms
        Entity.objects.filter(pk=heir.pk).update(native_language="ko")
        Entity.objects.filter(pk=gone.pk).update(native_name="海思", native_language="zh-Hans")
        merge([gone], heir)
        heir.refresh_from_db()
        assert (heir.native_name, heir.native_language) == ("海思", "zh-Hans")

    def test_are_the_tags_of_the_other(self, firms):
        gone, heir, _ = firms
        gone.tags.set(["chips", "design"])
        heir.tags.set(["phones", "Chips"])
        merge([gone], heir)
        assert {name.lower() for name in heir.tags.names()} == {"chips", "design", "phones"}
        assert heir.tags.count() == 3


class TestAddresses:
    def test_lead_to_the_heir(self, firms, client):
        gone, heir, _ = firms
        merge([gone], heir)
        assert client.get("/entities/hisilicon/")["Location"] == "/entities/huawei/"

    def test_of_earlier_merges_and_moves_lead_to_the_last_heir(self, firms, client):
        gone, heir, last = firms
        cast.move(gone, "hisi")
        merge([gone], heir)
        merge([heir], last)
        for slug in ("hisilicon", "hisi", "huawei"):
            assert client.get(f"/entities/{slug}/")["Location"] == "/entities/smic/"

    def test_that_the_heir_takes_over_are_its_own(self, firms, client):
        gone, heir, _ = firms
        merge([gone], heir)
        heir.refresh_from_db()
        cast.move(heir, "hisilicon")
        assert client.get("/entities/hisilicon/").status_code == 200
        assert client.get("/entities/huawei/")["Location"] == "/entities/hisilicon/"
