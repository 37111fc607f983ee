"""Which of the things found a reader may see: what the rule of each kind says, at every moment, however often it is asked."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.clock import clock_at
from articles.models import Edition, Source
from chipduo.search.seen import RULES, seen_among
from entities.models import Entity, Event
from tests import cast

pytestmark = pytest.mark.django_db

ALL = {"article": Edition, "entity": Entity, "event": Event, "source": Source}


@pytest.fixture(scope="module", autouse=True)
def site(module_db):
    huawei, smic, _ = cast.duo()
    hidden = cast.entity("Hidden", public=False)
    edition = cast.published()
    cast.write("draft", "Nothing yet.\n")
    cast.write("tomorrow", "Later.\n").publish(editor=None, at=timezone.now() + timedelta(days=1))
    cast.published("withdrawn", "Gone.\n").article.withdraw()
    cast.event("sourced", (huawei,))
    cast.event("of-the-hidden", (huawei, hidden))
    cast.event("unsupported", (smic,), rests_on=None)
    cast.quoted(cast.event("quoted", (smic,), rests_on=None), edition, "SMIC may catch up.")
    cast.event("private", (smic,), public=False)
    cast.source("unused")


@pytest.mark.parametrize("kind", ALL)
class TestWhatIsSeen:
    @pytest.mark.parametrize("days", [-1, 0, 2])
    def test_is_what_the_rule_says_at_that_moment(self, kind, days):
        pks = [*ALL[kind].objects.values_list("pk", flat=True), 10**12]
        with clock_at(timezone.now() + timedelta(days=days)):
            assert seen_among(kind, pks) == set(RULES[kind]().values_list("pk", flat=True))

    def test_is_some_of_it_and_not_all(self, kind):
        pks = list(ALL[kind].objects.values_list("pk", flat=True))
        assert 0 < len(seen_among(kind, pks)) < len(pks)

    def test_is_of_what_was_asked_for(self, kind):
        one = RULES[kind]().first()
        assert seen_among(kind, [one.pk]) == {one.pk}

    def test_of_nothing_is_nothing_and_asks_nobody(self, kind, django_assert_num_queries):
        with django_assert_num_queries(0):
            assert seen_among(kind, []) == set()
