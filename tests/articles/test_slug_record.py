import pytest
from django.core.exceptions import ValidationError

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
        thing.move_to("b")
        assert kind.objects.get().slug == "b"
        assert leads_to(thing, "a")

    def test_on_and_on_leads_every_old_address_straight_to_the_last(self, kind):
        thing = ADDRESSED[kind]("a")
        thing.move_to("b")
        thing.move_to("c")
        assert leads_to(thing, "a")
        assert leads_to(thing, "b")

    def test_back_makes_no_loop(self, kind):
        thing = ADDRESSED[kind]("a")
        thing.move_to("b")
        thing.move_to("a")
        assert records() == {"b"}
        assert leads_to(thing, "b")

    def test_nowhere_records_nothing(self, kind):
        ADDRESSED[kind]("a").move_to("a")
        assert records() == set()


class TestAddresses:
    def test_that_were_freed_can_be_taken_and_given_up_again(self):
        first, second = cast.source("a"), cast.source("z")
        first.move_to("b")
        second.move_to("a")
        assert leads_to(second, "z")
        second.move_to("c")
        assert leads_to(second, "a")
        assert not leads_to(first, "a")

    def test_that_no_reader_knew_are_forgotten(self):
        article = cast.write("a")
        article.move_to("b")
        assert not leads_to(article, "a")

    def test_that_are_in_use_are_refused_and_nothing_changes(self):
        article = cast.published("a").article
        cast.write("taken")
        with pytest.raises(ValidationError, match="already exists"):
            article.move_to("taken")
        assert article.slug == "a"
        assert Article.objects.get(pk=article.pk).slug == "a"
        assert records() == set()

    @pytest.mark.parametrize("odd", ["", "a b", "a/b", "x" * 101])
    def test_that_no_url_can_have_are_refused(self, odd):
        with pytest.raises(ValidationError):
            cast.source("a").move_to(odd)
        assert records() == set()

    def test_of_one_kind_say_nothing_about_another(self):
        cast.source("a").move_to("b")
        assert SlugRecord.objects.holder(Article, "a") is None

    def test_of_what_was_deleted_lead_nowhere(self):
        source = cast.source("a")
        source.move_to("b")
        source.delete()
        assert SlugRecord.objects.holder(Source, "a") is None


class TestHandingOver:
    def test_leads_the_last_address_and_all_earlier_ones_to_the_heir(self):
        gone, heir = cast.source("a"), cast.source("heir")
        gone.move_to("b")
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
        gone.move_to("b")
        series = Series.objects.create(slug="b", title="The Duo")
        series.move_to("c")
        SlugRecord.objects.hand_over(gone, heir)
        assert leads_to(series, "b")
