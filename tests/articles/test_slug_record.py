import pytest

from articles.models import Article, Series, SlugRecord, Source
from entities.models import Entity, Event, Phase
from tests import cast

pytestmark = pytest.mark.django_db

ADDRESSED = {
    Article: lambda slug: cast.published(slug).article,
    Series: lambda slug: Series.objects.create(slug=slug, title="The Duo"),
    Source: cast.source,
    Entity: lambda slug: cast.entity("Huawei", slug=slug),
    Event: cast.event,
    Phase: cast.phase,
}


def leads_to(thing, slug: str) -> bool:
    return SlugRecord.objects.holder(type(thing), slug) == thing


def records() -> set[str]:
    return set(SlugRecord.objects.values_list("slug", flat=True))


@pytest.mark.parametrize("kind", ADDRESSED, ids=lambda kind: kind.__name__)
class TestMoving:
    def test_keeps_the_old_address_leading_to_the_thing(self, kind):
        thing = ADDRESSED[kind]("a")
        cast.move(thing, "b")
        assert kind.objects.get().slug == "b"
        assert leads_to(thing, "a")

    def test_on_and_on_leads_every_old_address_straight_to_the_last(self, kind):
        thing = ADDRESSED[kind]("a")
        cast.move(thing, "b")
        cast.move(thing, "c")
        assert leads_to(thing, "a")
        assert leads_to(thing, "b")

    def test_back_makes_no_loop(self, kind):
        thing = ADDRESSED[kind]("a")
        cast.move(thing, "b")
        cast.move(thing, "a")
        assert records() == {"b"}
        assert leads_to(thing, "b")

    def test_nowhere_records_nothing(self, kind):
        cast.move(ADDRESSED[kind]("a"), "a")
        assert records() == set()


class TestAddresses:
    def test_that_were_freed_can_be_taken_and_given_up_again(self):
        first, second = cast.source("a"), cast.source("z")
        cast.move(first, "b")
        cast.move(second, "a")
        assert leads_to(second, "z")
        cast.move(second, "c")
        assert leads_to(second, "a")
        assert not leads_to(first, "a")

    def test_that_no_reader_knew_are_forgotten(self):
        article = cast.write("a")
        cast.move(article, "b")
        assert not leads_to(article, "a")

    def test_of_one_kind_say_nothing_about_another(self):
        cast.move(cast.source("a"), "b")
        assert SlugRecord.objects.holder(Article, "a") is None

    def test_of_what_was_deleted_lead_nowhere(self):
        source = cast.source("a")
        cast.move(source, "b")
        source.delete()
        assert SlugRecord.objects.holder(Source, "a") is None


class TestHandingOver:
    def test_leads_the_last_address_and_all_earlier_ones_to_the_heir(self):
        gone, heir = cast.source("a"), cast.source("heir")
        cast.move(gone, "b")
        SlugRecord.objects.hand_over(gone, heir)
        assert leads_to(heir, "a")
        assert leads_to(heir, "b")

    def test_again_and_again_leads_to_the_last_heir(self):
        first, second, third = cast.source("a"), cast.source("b"), cast.source("c")
        SlugRecord.objects.hand_over(first, second)
        SlugRecord.objects.hand_over(second, third)
        assert leads_to(third, "a")
        assert leads_to(third, "b")

    def test_leaves_the_addresses_of_another_kind_alone(self):
        gone, heir = cast.source("a"), cast.source("heir")
        cast.move(gone, "b")
        series = Series.objects.create(slug="b", title="The Duo")
        cast.move(series, "c")
        SlugRecord.objects.hand_over(gone, heir)
        assert leads_to(series, "b")
