import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from entities.dossiers.dossier import Dossier
from entities.models import Entity
from tests import cast

pytestmark = pytest.mark.django_db

TEXT = """\
Huawei grew. Huawei pays SMIC, and SMIC thanks 华为. Huawei paid TSMC.

SMIC and Huawei met. TSMC stayed away. 中芯国际 trails TSMC.
"""


@pytest.fixture
def duo() -> tuple[Entity, Entity, Entity]:
    return cast.duo()


def asked(client, **question):
    return client.get("/entities/huawei/", question)


def told(groups) -> list[str]:
    return [saying.sentence for _, said in groups for saying in said]


class TestThoseBesideIt:
    def test_are_counted_by_the_sentences_that_name_both(self, duo):
        cast.published(body=TEXT)
        assert [(one["entity__slug"], one["sentences"]) for one in Dossier(duo[0]).beside] == [
            ("smic", 2),
            ("tsmc", 1),
        ]

    def test_come_by_name_whatever_its_case_when_named_as_often(self, duo):
        cast.entity("imec")
        cast.published(body="Huawei met imec, SMIC and TSMC.")
        assert [one["entity__name"] for one in Dossier(duo[0]).beside] == ["imec", "SMIC", "TSMC"]

    def test_are_public(self, duo):
        cast.published(body=TEXT)
        Entity.objects.filter(slug="smic").update(public=False)
        assert [one["entity__slug"] for one in Dossier(duo[0]).beside] == ["tsmc"]

    def test_lead_to_what_they_count(self, client, duo):
        cast.published(body=TEXT)
        page = " ".join(asked(client).content.decode().split())
        assert '<a href="?with=smic#the_record">SMIC</a> <span class="count">2</span>' in page


class TestNarrowedToAnother:
    def test_are_the_sentences_that_name_both_with_both_marked(self, client, duo):
        cast.published(body=TEXT)
        answer = asked(client, **{"with": "smic"})
        assert told(answer.context["said"]) == [
            "Huawei pays SMIC, and SMIC thanks 华为.",
            "SMIC and Huawei met.",
        ]
        first = answer.context["said"][0][1][0]
        assert [text for text, marked in first.runs if marked] == ["Huawei", "SMIC", "SMIC", "华为"]

    def test_lead_to_the_page_of_both_and_back_to_all(self, client, duo):
        cast.published(body=TEXT)
        page = asked(client, **{"with": "smic", "order": "time"}).content.decode()
        assert 'href="/entities/huawei+smic/"' in page
        assert 'href="?order=time#the_record"' in page

    def test_know_the_other_by_an_old_address(self, client, duo):
        cast.move(duo[1], "the-foundry")
        cast.published(body=TEXT)
        assert asked(client, **{"with": "smic"}).context["dossier"].other == duo[1]

    def test_that_nothing_names_beside_it_says_so(self, client, duo):
        cast.published(body="Huawei grew.")
        assert "No sentence names both today." in asked(client, **{"with": "smic"}).content.decode()


class TestInOrderOfTime:
    @pytest.fixture
    def edition(self, duo):
        edition = cast.published(body=TEXT)
        cast.quoted(cast.event("meeting", rests_on=None, when="1999"), edition, "SMIC and Huawei met.")
        return edition

    def test_sets_apart_what_no_event_rests_on(self, client, edition):
        answer = asked(client, order="time")
        assert told(answer.context["dossier"].dated.events) == ["SMIC and Huawei met."]
        assert told(answer.context["said"]) == [
            "Huawei grew.",
            "Huawei pays SMIC, and SMIC thanks 华为.",
            "Huawei paid TSMC.",
        ]

    def test_is_narrowed_too(self, client, edition):
        answer = asked(client, order="time", **{"with": "smic"})
        assert told(answer.context["dossier"].dated.events) == ["SMIC and Huawei met."]
        assert told(answer.context["said"]) == ["Huawei pays SMIC, and SMIC thanks 华为."]

    def test_says_when_nothing_is_dated(self, client, duo):
        cast.published(body=TEXT)
        assert "No event rests on words that name Huawei" in asked(client, order="time").content.decode()

    def test_goes_on_with_the_undated_on_later_pages(self, client, edition, monkeypatch):
        monkeypatch.setattr("entities.views.entity.MENTIONS_PER_PAGE", 2)
        pages = [asked(client, order="time", page=page).content.decode() for page in "12"]
        assert ["and <b>Huawei</b> met" in page for page in pages] == [True, False]
        assert "order=time&amp;page=2" in pages[0]

    @pytest.mark.parametrize(
        "question", [{}, {"order": "time"}, {"with": "smic"}, {"with": "smic", "order": "time"}]
    )
    def test_and_in_every_other_way_takes_as_many_queries_for_much_as_for_little(
        self, client, edition, question, django_assert_num_queries
    ):
        with CaptureQueriesContext(connection) as found:
            asked(client, **question)
        little = len(found)
        for number in range(5):
            more = cast.published(f"a-{number}", body=TEXT)
            cast.quoted(cast.event(f"e-{number}", rests_on=None, when=f"200{number}"), more, "Huawei grew.")
        with django_assert_num_queries(little):
            asked(client, **question)


class TestAQuestionThatHasNoAnswer:
    @pytest.mark.parametrize(
        ("question", "words"),
        [
            ({"order": "size"}, "not by “size”"),
            ({"order": "<b>"}, "not by “&lt;b&gt;”"),
            ({"with": "nobody"}, "no entity called “nobody”"),
            ({"with": "hidden"}, "no entity called “hidden”"),
            ({"with": "x" * 900}, "no entity called"),
            ({"with": "华为"}, "no entity called"),
            ({"with": "huawei"}, "Every sentence here names Huawei"),
            ({"order": "time", "page": "9"}, "no such page"),
        ],
    )
    def test_is_refused_in_words(self, client, duo, question, words):
        cast.entity("Hidden", public=False)
        answer = asked(client, **question)
        assert answer.status_code == 404
        assert words in answer.content.decode()
