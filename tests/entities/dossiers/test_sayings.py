import pytest

from articles.models import Series
from entities.dossiers.sayings import by_edition, for_sayings, sayings
from entities.models import Entity, Mention
from tests import cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def huawei() -> Entity:
    return cast.duo()[0]


def said(entity: Entity):
    return sayings(for_sayings(Mention.objects.public().filter(entity=entity)))


class TestSayings:
    def test_are_the_sentences_that_name_it_with_the_name_marked(self, huawei):
        cast.published(body="Nobody spoke. Then Huawei did, at last! It was heard.")
        (saying,) = said(huawei)
        assert saying.sentence == "Then Huawei did, at last!"
        assert saying.runs == (("Then ", False), ("Huawei", True), (" did, at last!", False))

    def test_are_said_once_though_they_name_it_twice(self, huawei):
        cast.published(body="Huawei needs what 华为 needs.")
        (saying,) = said(huawei)
        assert [text for text, marked in saying.runs if marked] == ["Huawei", "华为"]
        assert saying.sentence == "Huawei needs what 华为 needs."

    def test_that_are_equal_in_two_places_are_both_said(self, huawei):
        cast.published(body="Huawei won.\n\nHuawei won. Huawei won.")
        assert [saying.sentence for saying in said(huawei)] == ["Huawei won."] * 3

    def test_lead_to_their_place(self, huawei):
        edition = cast.published(body="One.\n\nHuawei won.")
        (saying,) = said(huawei)
        assert saying.url == f"/articles/needs/#{cast.passage(edition, 'Huawei').key}"

    def test_follow_the_text(self, huawei):
        cast.published(body="Huawei began.\n\n## Then\n\nHuawei grew. So did Huawei.")
        assert [saying.sentence for saying in said(huawei)] == [
            "Huawei began.",
            "Huawei grew.",
            "So did Huawei.",
        ]

    def test_come_in_groups_of_one_article_in_the_order_of_a_series(self, huawei):
        series = Series.objects.create(slug="duo", title="The Duo")
        cast.published("second", body="Huawei orders.", series=series, part=2)
        cast.published("first", body="Huawei began. Huawei grew.", series=series, part=1)
        groups = [(edition.article.slug, len(group)) for edition, group in by_edition(said(huawei))]
        assert groups == [("first", 2), ("second", 1)]

    def test_know_which_of_the_duo_they_name(self, huawei):
        cast.published(body="Huawei and SMIC met. Then Huawei left. SMIC stayed.")
        assert [saying.threads for saying in said(huawei)] == [("cinnabar", "indigo"), ("cinnabar",)]

    def test_are_nobodys_where_readers_read_nothing(self, huawei):
        edition = cast.published(body="Huawei won.")
        edition.article.withdraw()
        assert said(huawei) == []

    def test_of_a_heading_are_the_heading(self, huawei):
        cast.published(body="## Huawei’s way\n\nWords.")
        assert [saying.sentence for saying in said(huawei)] == ["Huawei’s way"]

    @pytest.mark.parametrize("count", [1, 6])
    def test_take_two_queries(self, huawei, django_assert_num_queries, count):
        for number in range(count):
            cast.published(f"a-{number}", body="Huawei won. Huawei lost.")
        with django_assert_num_queries(2):
            groups = by_edition(said(huawei))
            assert [[saying.url for saying in group] for _, group in groups]
            assert len({edition.title for edition, _ in groups}) == count
