from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from articles.models import Edition
from tests import cast

NOON = timezone.now().replace(hour=12, minute=0, second=0, microsecond=0)
HOURS = st.integers(0, 6)
INTERVALS = st.tuples(HOURS, st.none() | HOURS).filter(lambda pair: pair[1] is None or pair[0] <= pair[1])


def at(hours: int | None):
    return None if hours is None else NOON + timedelta(hours=hours)


def edition(article, number: int, begins: int, ends: int | None) -> Edition:
    return Edition(
        article=article,
        number=number,
        title="T",
        first_published=at(begins),
        live_from=at(begins),
        live_until=at(ends),
    )


def share_a_moment(one, other) -> bool:
    """The oracle: half-open intervals share one of the half hours between 0 and 8."""

    def holds(interval, half_hour: int) -> bool:
        begins, ends = interval
        return 2 * begins <= half_hour and (ends is None or half_hour < 2 * ends)

    return any(holds(one, moment) and holds(other, moment) for moment in range(16))


class TestTheDatabase(TestCase):
    @settings(max_examples=120, deadline=None)
    @given(INTERVALS, INTERVALS)
    def test_refuses_exactly_the_intervals_that_overlap(self, one, other):
        article = cast.write()
        edition(article, 1, *one).save()
        later = edition(article, 2, *other)
        if share_a_moment(one, other):
            with pytest.raises(IntegrityError), transaction.atomic():
                later.save()
            with pytest.raises(ValidationError):
                later.validate_constraints()
        else:
            later.validate_constraints()
            later.save()


@pytest.mark.django_db
class TestAnotherWayToOverlap:
    def test_by_an_update_is_refused_too(self):
        article = cast.write()
        edition(article, 1, 0, 1).save()
        edition(article, 2, 1, 2).save()
        with pytest.raises(IntegrityError), transaction.atomic():
            Edition.objects.filter(number=1).update(live_until=at(2))

    def test_by_another_article_is_none(self):
        edition(cast.write("one"), 1, 0, None).save()
        edition(cast.write("two"), 1, 0, None).save()

    def test_backwards_intervals_are_refused(self):
        with pytest.raises(IntegrityError), transaction.atomic():
            edition(cast.write(), 1, 2, 1).save()


@pytest.mark.django_db(transaction=True)
class TestTheRule:
    def test_outlives_a_migration_that_remakes_the_table(self):
        """As SQLite does for most changes; PostgreSQL remakes no tables, and keeps its constraint."""
        if connection.vendor == "sqlite":
            with connection.schema_editor() as editor:
                editor._remake_table(Edition)
        article = cast.write()
        edition(article, 1, 0, None).save()
        with pytest.raises(IntegrityError):
            edition(article, 2, 1, None).save()
        with pytest.raises(IntegrityError):
            Edition.objects.filter(number=1).update(live_until=at(2))
            edition(article, 2, 1, 3).save()
