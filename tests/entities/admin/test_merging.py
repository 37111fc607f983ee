import pytest
from reversion.models import Version

from entities.models import Entity
from tests import cast
from tests.desk import edda, merge, nora, sent, text_of, wen

pytestmark = pytest.mark.django_db

LIST = "/admin/entities/entity/"


def select(desk, *entities: Entity):
    return desk.post(LIST, {"action": "merge_selected", "_selected_action": [one.pk for one in entities]})


class TestMerging:
    @pytest.fixture
    def two(self):
        return cast.entity("Huawei", aliases=("华为",)), cast.entity("Huawei Technologies")

    def test_asks_which_one_stays(self, two):
        desk = edda()
        page = text_of(desk.get(select(desk, *two).url))
        assert "Which one stays?" in page
        assert "company; it has 2 spellings, 0 facts" in page
        assert Entity.objects.count() == 2

    def test_hands_everything_over(self, two, client):
        technologies, desk = two[1], edda()
        merge(desk, select(desk, *two).url, technologies)
        assert Entity.objects.get() == technologies
        assert set(technologies.aliases.values_list("text", flat=True)) == {
            "Huawei",
            "华为",
            "Huawei Technologies",
        }
        assert client.get("/entities/huawei/").url == "/entities/huawei-technologies/"

    def test_merges_more_than_two(self, two):
        third, desk = cast.entity("Hua Wei"), edda()
        merge(desk, select(desk, *two, third).url, third)
        assert Entity.objects.get() == third
        assert third.aliases.count() == 4

    def test_says_when_nothing_was_chosen(self, two):
        desk = edda()
        assert "Choose the one that stays" in text_of(desk.post(select(desk, *two).url))
        assert Entity.objects.count() == 2

    def test_wants_two_that_are_there(self, two):
        desk = edda()
        assert "Select from two" in text_of(desk.get(select(desk, two[0]).url))
        assert "Select at least two" in text_of(
            desk.get(f"{LIST}merge/?these={two[0].pk}.{10**15}.x.{'9' * 40}", follow=True)
        )

    def test_takes_no_heir_from_elsewhere(self, two):
        third, desk = cast.entity("SMIC"), edda()
        merge(desk, select(desk, *two).url, third)
        assert Entity.objects.count() == 3

    @pytest.mark.parametrize("someone", [wen, nora])
    def test_is_not_done_without_its_permission(self, two, someone):
        desk = someone()
        select(desk, *two)
        assert (
            desk.post(
                f"{LIST}merge/?these={two[0].pk}.{two[1].pk}", {"heir": two[0].pk, "_merge": "1"}
            ).status_code
            == 403
        )
        assert Entity.objects.count() == 2

    def test_leaves_what_is_gone_in_history(self, two):
        desk = edda()
        merge(desk, select(desk, *two).url, two[1])
        assert Version.objects.get_deleted(Entity).get().object_repr == "Huawei"

    def test_leads_an_old_version_of_an_event_to_the_heir(self, two):
        huawei, technologies = two
        event, desk = cast.event(entities=(huawei,)), edda()
        page = f"/admin/entities/event/{event.pk}/change/"
        sent(desk, page, title="Later")
        merge(desk, select(desk, *two).url, technologies)
        first = Version.objects.get_for_object(event).last()
        assert sent(desk, f"/admin/entities/event/{event.pk}/history/{first.pk}/").status_code == 302
        event.refresh_from_db()
        assert event.title == "Orders-Move"
        assert list(event.entities.all()) == [technologies]
