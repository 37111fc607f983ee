"""The seed content itself: all of the document is in it or accounted for, and nothing in it stands on nothing."""

from itertools import chain
from pathlib import Path

import pytest

from articles.models import Article, Edition, Series
from articles.seed_files import tables
from entities import seeding
from entities.models import Alias, Entity, Event, Evidence, Fact, Mention, Origin, Phase, Relation, Standing

pytestmark = pytest.mark.usefixtures("seeded", "db")

SEED = Path(seeding.SEED)
PHASES = [
    "Reliance on foreign makers",
    "Rise",
    "Restrictions",
    "Response",
    "The document’s present",
    "The next few years",
    "The longer view",
]
CORE_EVENTS = [
    "huawei-founded",
    "smic-founded",
    "hisilicon-founded",
    "smic-ipo-2004",
    "big-fund-1",
    "made-in-china-2025",
    "smic-huawei-qualcomm-imec-jv",
    "asml-euv-licence-2019",
    "huawei-entity-list",
    "big-fund-2",
    "kirin-710a",
    "fdpr-may-2020",
    "smic-state-capital-2020",
    "tsmc-stops-huawei-orders",
    "smic-star-2020",
    "fdpr-aug-2020",
    "tsmc-last-shipments",
    "honor-sale",
    "smic-entity-list",
    "huawei-2021-results",
    "smic-7nm-minerva",
    "bis-oct-2022",
    "japan-controls-2023",
    "mate-60-pro",
    "netherlands-controls-2023",
    "techinsights-mate-60",
    "bis-oct-2023",
    "us-revokes-huawei-licences",
    "big-fund-3",
    "bis-dec-2024",
]


def rows(file: str) -> list[dict]:
    return tables(SEED / f"{file}.toml", file.removesuffix("s"))


def numbered(letter: str, last: int) -> set[str]:
    return {f"{letter}{number}" for number in range(1, last + 1)}


def omitted() -> set[str]:
    return {row["item"] for row in rows("omissions")}


class TestTheDocument:
    """Its relations, timeline claims and opinions, by their numbers in the content research."""

    def test_has_every_relation_in_the_seed_or_among_the_omissions(self):
        carried = set(chain.from_iterable(row.get("document", []) for row in rows("relations")))
        assert carried | omitted() >= numbered("R", 52)

    def test_has_every_timeline_claim_in_the_seed(self):
        assert {row["document"] for row in rows("events") if "document" in row} == numbered("T", 19)

    def test_has_every_opinion_stated_in_an_article_or_among_the_omissions(self):
        assert {row["item"] for row in rows("opinions")} | omitted() >= numbered("O", 25)

    def test_has_no_item_both_carried_and_omitted(self):
        carried = {row["item"] for row in rows("opinions")} | {
            item for row in rows("relations") for item in row.get("document", [])
        }
        assert not carried & omitted()

    def test_has_a_reason_for_each_omission(self):
        assert all(len(row["reason"].split()) > 5 for row in rows("omissions"))

    @pytest.mark.parametrize("row", rows("opinions"), ids=lambda row: row["item"])
    def test_has_its_opinions_in_articles_that_are_live(self, row):
        assert seeding.passage_with(row["quote"], row["article"])

    def test_is_one_series_with_an_introduction_and_five_parts(self):
        assert list(Series.objects.public().values_list("slug")) == [("huawei-and-smic",)]
        assert list(Edition.objects.live().in_parts().values_list("part", flat=True)) == [0, 1, 2, 3, 4, 5]


class TestTheTimeline:
    def test_has_the_seven_phases_in_order_and_undated(self):
        assert list(Phase.objects.values_list("title", flat=True)) == PHASES
        assert all(phase.when is None for phase in Phase.objects.all())

    def test_has_nineteen_undated_claims_of_the_document(self):
        claims = Event.objects.filter(origin=Origin.DOCUMENT)
        assert claims.count() == 19
        assert all(claim.when is None for claim in claims)

    def test_has_something_in_every_phase(self):
        assert all(phase.events.public().exists() for phase in Phase.objects.all())

    def test_rests_the_claims_of_the_document_on_words_of_its_articles(self):
        assert (
            not Event.objects.filter(origin=Origin.DOCUMENT).exclude(evidence__passage__isnull=False).exists()
        )

    def test_has_every_core_event_of_the_public_record(self):
        slugs = {row["record"]: row["slug"] for row in rows("events") if "record" in row}
        assert sorted(slugs) == sorted(CORE_EVENTS)
        assert Event.objects.public().filter(slug__in=slugs.values(), origin=Origin.RECORD).count() == len(
            CORE_EVENTS
        )

    def test_rests_what_was_added_on_an_outside_source(self):
        assert not Event.objects.filter(origin=Origin.RECORD).exclude(evidence__source__isnull=False).exists()

    def test_has_a_date_for_all_that_was_added_and_for_nothing_else(self):
        assert all(bool(event.when) == (event.origin == Origin.RECORD) for event in Event.objects.all())

    def test_labels_what_the_document_forecasts(self):
        forecast = {
            row["slug"]
            for row in rows("events")
            if row.get("document") in {"T15", "T16", "T17", "T18", "T19"}
        }
        assert (
            set(Event.objects.filter(standing=Standing.FORECAST).values_list("slug", flat=True)) == forecast
        )


class TestAClaim:
    def test_never_stands_on_nothing(self):
        for model in (Event, Relation, Fact):
            assert set(model.objects.public()) == set(model.objects.all())

    def test_that_is_a_fact_has_an_outside_source(self):
        assert Fact.objects.exists()
        assert not Fact.objects.exclude(evidence__source__isnull=False).exists()

    def test_quotes_words_that_stand_in_the_live_edition(self):
        live = set(Edition.objects.live())
        quotes = Evidence.objects.quotes().select_related("passage__edition")
        assert quotes.exists()
        assert all(one.passage.edition in live and one.quote in one.passage.text for one in quotes)

    def test_links_no_copy_or_digest(self):
        sources = {
            one.source for one in Evidence.objects.filter(source__kind="copy").select_related("source")
        }
        assert sources
        assert not any(source.url for source in sources)


class TestAnEntity:
    def test_is_public(self):
        assert not Entity.objects.filter(public=False).exists()

    def test_says_what_it_is(self):
        assert not Entity.objects.filter(description="").exists()

    def test_of_the_document_is_named_in_an_article(self):
        named = Mention.objects.public().values("entity")
        assert (
            not Entity.objects.filter(origin=Origin.DOCUMENT)
            .exclude(pk__in=named)
            .values_list("slug", flat=True)
        )

    def test_says_which_language_its_names_in_han_script_are_in(self):
        han = [
            alias
            for alias in Alias.objects.all()
            if any("\u4e00" <= character <= "\u9fff" for character in alias.text)
        ]
        assert han
        assert all(alias.language in {"zh-Hans", "zh-Hant", "ja"} for alias in han)

    def test_shares_no_linked_name_with_another(self):
        owners: dict[str, set[int]] = {}
        for text, entity in Alias.objects.linking().values_list("text", "entity"):
            owners.setdefault(text, set()).add(entity)
        assert [text for text, entities in owners.items() if len(entities) > 1] == []

    def test_that_is_one_of_the_duo_has_a_thread(self):
        assert dict(Entity.objects.exclude(thread="").values_list("slug", "thread")) == {
            "huawei": "cinnabar",
            "smic": "indigo",
        }


class TestAnArticle:
    def test_is_live_as_its_manuscript_stands(self):
        for article in Article.objects.all():
            live = article.live_edition
            assert (live.number, live.body, live.title) == (1, article.body, article.title)

    def test_cites_sources(self):
        assert not [
            edition
            for edition in Edition.objects.live()
            if not edition.citations.filter(source__isnull=False).exists()
        ]

    def test_has_no_name_that_it_links_by_hand_to_nothing(self):
        from entities.linking.choosing import by_hand
        from entities.linking.names import current_names

        names = current_names()
        passages = [passage for edition in Edition.objects.live() for passage in edition.passages.all()]
        assert [
            one.name
            for passage in passages
            for one in by_hand(passage.html)
            if names.meant_by(one.name) is None
        ] == []
