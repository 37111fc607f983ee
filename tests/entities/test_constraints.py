from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db.models import Model

from articles.models import Passage
from entities.models import (
    Alias,
    Change,
    Entity,
    Event,
    Evidence,
    EvidenceReview,
    Fact,
    Findable,
    LexiconVersion,
    LinkDecision,
    Mention,
    Phase,
    Relation,
    Sighting,
)
from tests import cast
from tests.refusals import constraints_of, refused_by_the_database, told

pytestmark = pytest.mark.django_db


def beside_huawei(**fields: Any) -> Entity:
    cast.entity("Huawei", thread="cinnabar")
    return Entity(**{"slug": "smic", "name": "SMIC", "kind": "company", **fields})


def alias(text: str) -> Alias:
    return Alias(entity=cast.entity("Huawei"), text=text)


def sighting(**fields: Any) -> Sighting:
    passage = a_passage()
    place = {"article": passage.edition.article, "edition": passage.edition, "passage": passage}
    return Sighting(**{"kind": "name", "start": 0, "end": 6, "key": "huawei", **place, **fields})


def event(**fields: Any) -> Event:
    return Event(**{"slug": "orders", "title": "Orders", "phase": cast.phase(), **fields})


def fact(**fields: Any) -> Fact:
    return Fact(**{"entity": cast.entity("Huawei"), "label": "Founded", "value": "1987", **fields})


def second_fact() -> Fact:
    first = fact()
    first.save()
    return Fact(entity=first.entity, label=first.label, value=first.value)


def second_relation() -> Relation:
    huawei, smic, _ = cast.duo()
    cast.relation(huawei, "customer-of", smic, note="for phones")
    return Relation(subject=huawei, kind="customer-of", object=smic, note="for phones")


def relation_with_itself() -> Relation:
    huawei = cast.entity("Huawei")
    return Relation(subject=huawei, kind="customer-of", object=huawei)


def a_passage() -> Passage:
    return cast.published(body="Huawei orders.").passages.get()


def mention(**fields: Any) -> Mention:
    return Mention(
        **{
            "passage": a_passage(),
            "entity": cast.entity("Huawei", public=False),
            "surface": "x",
            "start": 0,
            **fields,
        }
    )


def second_mention() -> Mention:
    first = mention(end=6)
    first.save()
    return Mention(passage=first.passage, entity=first.entity, surface="x", start=0, end=3)


def second_decision() -> LinkDecision:
    article = cast.write()
    LinkDecision.objects.create(article=article, surface="Huawei")
    return LinkDecision(article=article, surface="Huawei", entity=cast.entity("Huawei"))


def second_review() -> EvidenceReview:
    edition = cast.published()
    evidence = cast.event().evidence.get()
    EvidenceReview.objects.create(evidence=evidence, edition=edition, state="intact")
    return EvidenceReview(evidence=evidence, edition=edition, state="removed")


EMPTY = "cannot be blank"
ONE_CLAIM = "Evidence supports one claim: an event, a relation or a fact."
ONE_THING = "Evidence is either a quote in a passage or an outside source."
REFUSED: dict[str, tuple[Callable[[], Model], str]] = {
    "entity_has_a_name": (lambda: beside_huawei(name=""), EMPTY),
    "one_entity_per_thread": (
        lambda: beside_huawei(thread="cinnabar"),
        "Another entity has that thread already.",
    ),
    "native_name_has_a_language": (
        lambda: beside_huawei(native_name="中芯"),
        "Say which language the native name is in.",
    ),
    "one_alias_per_spelling_of_an_entity": (
        lambda: alias("Huawei"),
        "Alias with this Entity and Spelling already exists.",
    ),
    "alias_is_not_empty": (lambda: alias(""), EMPTY),
    "phase_has_a_title": (lambda: Phase(slug="a", order=9), EMPTY),
    "event_has_a_title": (lambda: event(title=""), EMPTY),
    "significance_is_1_to_3": (lambda: event(significance=4), "Value 4 is not a valid choice."),
    "event_begins_before_it_ends": (
        lambda: event(earliest=date(2020, 1, 2), latest=date(2020, 1, 1)),
        "An event begins before it ends.",
    ),
    "a_relation_is_said_once": (second_relation, "already exists."),
    "relation_joins_two": (relation_with_itself, "A relation joins two different entities."),
    "fact_says_something": (lambda: fact(value=""), EMPTY),
    "a_fact_is_said_once": (second_fact, "Fact with this Entity, Label and Value already exists."),
    "evidence_supports_one_claim": (lambda: Evidence(source=cast.source()), ONE_CLAIM),
    "evidence_rests_on_one_thing": (lambda: Evidence(event=cast.event()), ONE_THING),
    "change_is_of_one_claim": (lambda: Change(stands={"title": "A"}), "A change is of one claim"),
    "findable_is_one_thing": (Findable, EMPTY),
    "one_mention_per_place": (second_mention, "Mention with this Passage and Start already exists."),
    "mention_is_not_empty": (lambda: mention(end=0), "A mention has words."),
    "sighting_is_not_empty": (lambda: sighting(end=0), "A sighting has words."),
    "sighting_is_in_a_passage_or_a_manuscript": (
        lambda: sighting(passage=None),
        "A sighting is in a passage of an edition, or in a manuscript.",
    ),
    "one_decision_per_place": (second_decision, "already exists."),
    "decision_has_words": (lambda: LinkDecision(article=cast.write(), surface=""), EMPTY),
    "one_review_per_edition": (
        second_review,
        "Check of evidence with this Evidence and Edition already exists.",
    ),
    "one_lexicon_version": (lambda: LexiconVersion(only=False), "There is only one lexicon."),
}
OTHERWISE: dict[str, tuple[Callable[[], Model], str]] = {
    "fact_says_something": (lambda: fact(label=""), EMPTY),
    "evidence_supports_one_claim": (
        lambda: Evidence(event=cast.event(), fact=saved(fact()), source=cast.source()),
        ONE_CLAIM,
    ),
    "evidence_rests_on_one_thing": (lambda: Evidence(event=cast.event(), passage=a_passage()), ONE_THING),
}


def saved(thing: Model) -> Model:
    thing.save()
    return thing


class TestConstraints:
    def test_are_all_tried_here(self):
        assert set(REFUSED) == constraints_of("entities")

    @pytest.mark.parametrize("name", REFUSED)
    def test_are_kept_by_the_database(self, name):
        make, _ = REFUSED[name]
        refused_by_the_database(make(), name)

    @pytest.mark.parametrize("name", REFUSED)
    def test_are_told_in_plain_words(self, name):
        make, words = REFUSED[name]
        assert words in told(make())

    @pytest.mark.parametrize("name", OTHERWISE)
    def test_hold_either_way(self, name):
        make, words = OTHERWISE[name]
        thing = make()
        assert words in told(thing)
        refused_by_the_database(thing, name)


class TestAnAlias:
    @pytest.mark.parametrize("odd", [" ", " Huawei", "Huawei "])
    def test_with_spaces_around_it_is_refused_by_the_database(self, odd):
        refused_by_the_database(alias(odd), "alias_is_not_empty")

    def test_typed_with_odd_spaces_is_put_right(self):
        new = alias("  Huawei \n Cloud ")
        new.full_clean()
        assert new.text == "Huawei Cloud"


class TestEvidence:
    def test_rests_on_a_quote_or_a_source_and_not_on_both(self):
        thing = Evidence(event=cast.event(), passage=a_passage(), quote="Huawei", source=cast.source())
        refused_by_the_database(thing, "evidence_rests_on_one_thing")
        assert ONE_THING in told(thing)
