from datetime import timedelta

import pytest
from django.utils import timezone

from entities.dossiers.pair import Pair
from entities.dossiers.sayings import sayings
from entities.models import Entity, Relation
from tests import cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def pair() -> Pair:
    return Pair.of(*cast.duo()[:2])


def said(pair: Pair) -> list[tuple[str, bool]]:
    mentions = list(pair.mentions)
    return [
        (saying.sentence, wanted)
        for wanted in (True, False)
        for saying in sayings(mention for mention in mentions if mention.together is wanted)
    ]


def way(pair: Pair) -> list[str]:
    pair = Pair(*pair)  # which remembers nothing
    return [str(relation) for relation in pair.way]


class TestWhatTheRecordSaysOfBoth:
    def test_is_first_what_one_sentence_does_then_what_one_passage_does(self, pair):
        cast.published(
            body="Huawei grew. Nobody saw. SMIC grew too.\n\nHuawei pays SMIC. Huawei smiles.\n\nSMIC alone.\n\nHuawei alone."
        )
        assert said(pair) == [
            ("Huawei pays SMIC.", True),
            ("Huawei grew.", False),
            ("SMIC grew too.", False),
        ]

    def test_marks_the_names_of_both(self, pair):
        cast.published(body="华为 pays SMIC and TSMC.")
        (saying,) = sayings(pair.mentions)
        assert [text for text, marked in saying.runs if marked] == ["华为", "SMIC"]

    def test_is_nothing_that_readers_cannot_read(self, pair):
        cast.published("gone", body="Huawei pays SMIC.").article.withdraw()
        cast.write("later", body="Huawei pays SMIC.").publish(
            editor=None, at=timezone.now() + timedelta(hours=1)
        )
        assert said(pair) == []

    def test_is_the_same_from_either_end(self, pair):
        cast.published(body="Huawei pays SMIC. SMIC pays nobody.\n\nHuawei came. SMIC went.")
        assert said(pair) == said(Pair(*reversed(list(pair))))


class TestTheirRelations:
    def test_are_whole_sentences_whoever_is_asked_about_first(self, pair):
        cast.relation(pair.other, "makes-chips-for", pair.one)
        (relation,) = pair.relations
        assert (str(relation.subject), relation.phrase, str(relation.other)) == (
            "SMIC",
            "makes chips for",
            "Huawei",
        )

    def test_begin_with_what_is_recorded_and_with_the_document(self, pair):
        for note, fields in {
            "c": {"standing": "forecast", "origin": "document"},
            "b": {"origin": "record"},
            "a": {"origin": "document"},
        }.items():
            cast.relation(pair.one, "works-with", pair.other, note=note, **fields)
        assert [relation.note for relation in pair.relations] == ["a", "b", "c"]

    def test_rest_on_something(self, pair):
        Relation.objects.create(subject=pair.one, kind="works-with", object=pair.other)
        assert pair.relations == []


class TestTheWayBetweenThem:
    def test_goes_by_way_of_others_in_as_few_steps_as_can_be(self, pair):
        tsmc = Entity.objects.get(slug="tsmc")
        apple, asml = cast.entity("Apple"), cast.entity("ASML")
        cast.relation(pair.one, "works-with", pair.other)
        cast.relation(pair.one, "works-with", apple)
        cast.relation(apple, "works-with", asml)
        cast.relation(asml, "works-with", pair.other)
        assert way(pair) == ["Huawei works with Apple", "Apple works with ASML", "ASML works with SMIC"]
        cast.relation(pair.other, "trails", tsmc)
        cast.relation(pair.one, "relied-on", tsmc)
        assert way(pair) == ["Huawei relied for its chips on TSMC", "SMIC trails TSMC"]
        assert [str(entity) for entity in Pair(*pair).between] == ["TSMC"]

    def test_prefers_what_is_recorded_to_what_is_forecast(self, pair):
        for name, standing in (("Apple", "forecast"), ("ASML", "recorded")):
            other = cast.entity(name)
            cast.relation(pair.one, "works-with", other, standing=standing)
            cast.relation(pair.other, "works-with", other, standing=standing)
        assert [str(entity) for entity in pair.between] == ["ASML"]

    def test_never_passes_what_is_private_or_rests_on_nothing(self, pair):
        hidden, apple = cast.entity("Hidden", public=False), cast.entity("Apple")
        cast.relation(pair.one, "works-with", hidden)
        cast.relation(hidden, "works-with", pair.other)
        cast.relation(pair.one, "works-with", apple)
        Relation.objects.create(subject=apple, kind="works-with", object=pair.other)
        assert way(pair) == []
        assert pair.between == []
