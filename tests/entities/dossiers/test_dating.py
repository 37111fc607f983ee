import pytest

from entities.dossiers.dating import dated
from entities.models import Entity, Mention
from tests import cast

pytestmark = pytest.mark.django_db

TEXT = """\
Huawei grew in the nineties. Nobody saw it. Huawei was founded in 1987 by Ren.

Huawei may win. Huawei pays SMIC.
"""


@pytest.fixture
def huawei() -> Entity:
    return cast.duo()[0]


def event(slug: str, edition, words: str, **fields):
    made = cast.event(slug, rests_on=None, **fields)
    cast.quoted(made, edition, words)
    return made


def told() -> list[tuple[str, list[str]]]:
    found = dated(Mention.objects.public().filter(entity__slug="huawei"))
    return [(event.slug, [saying.sentence for saying in said]) for event, said in found.events]


class TestSentences:
    def test_stand_under_the_events_that_rest_on_their_words_in_the_timelines_order(self, huawei):
        edition = cast.published(body=TEXT)
        event("growth", edition, "grew in the nineties", when="199X")
        event("founding", edition, "founded in 1987", when="1987")
        assert told() == [
            ("founding", ["Huawei was founded in 1987 by Ren."]),
            ("growth", ["Huawei grew in the nineties."]),
        ]

    def test_have_no_date_of_an_event_that_rests_on_their_neighbours(self, huawei):
        edition = cast.published(body=TEXT)
        event("blindness", edition, "Nobody saw it.", when="1990")
        assert told() == []

    def test_share_an_event_that_rests_on_both(self, huawei):
        edition = cast.published(body=TEXT)
        event("hope", edition, "may win. Huawei pays", standing="forecast")
        assert told() == [("hope", ["Huawei may win.", "Huawei pays SMIC."])]

    def test_stand_once_under_the_first_event_of_several(self, huawei):
        edition = cast.published(body=TEXT)
        event("later", edition, "Huawei pays SMIC.", when="2021")
        event("earlier", edition, "pays SMIC", when="2020")
        assert told() == [("earlier", ["Huawei pays SMIC."])]

    def test_keep_their_event_in_a_later_edition_that_has_the_words(self, huawei):
        edition = cast.published(body=TEXT)
        event("founding", edition, "founded in 1987", when="1987")
        cast.republished(edition, "A new beginning.\n\n" + TEXT)
        assert told() == [("founding", ["Huawei was founded in 1987 by Ren."])]

    def test_lose_it_when_their_words_are_others(self, huawei):
        edition = cast.published(body=TEXT)
        event("founding", edition, "founded in 1987", when="1987")
        cast.republished(edition, TEXT.replace("founded in 1987", "set up in 1987"))
        assert told() == []

    def test_do_not_show_an_event_that_is_not_public(self, huawei):
        edition = cast.published(body=TEXT)
        event("founding", edition, "founded in 1987", when="1987", public=False)
        assert told() == []

    def test_say_which_mentions_they_hold(self, huawei):
        edition = cast.published(body="Huawei and 华为 won. Huawei lost.")
        event("won", edition, "won", when="1987")
        found = dated(Mention.objects.public().filter(entity=huawei))
        surfaces = (
            Mention.objects.filter(pk__in=found.mentions).order_by("start").values_list("surface", flat=True)
        )
        assert list(surfaces) == ["Huawei", "华为"]
        assert found.sentences == 1
