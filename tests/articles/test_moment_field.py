import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from articles.admin.fields.moments import MomentField, MomentWidget


class TestTheBoxesOfAMoment:
    def test_have_names_that_can_be_heard(self):
        shown = MomentWidget("Until").render("until", None)
        assert 'aria-label="Until, date"' in shown and 'aria-label="Until, time"' in shown


class TestAMoment:
    @pytest.mark.parametrize("day", ["0001-01-01", "1999-12-31", "2101-01-01", "9999-12-31"])
    def test_is_not_so_far_off_that_no_clock_can_tell_it(self, day):
        with pytest.raises(ValidationError, match="a year from 2000 to 2100"):
            MomentField("Until").clean([day, "23:59"])

    @pytest.mark.parametrize("day", ["2027-03-28", "2027-10-31"])
    def test_is_not_one_that_a_clock_skips_or_shows_twice(self, day):
        with (
            timezone.override("Europe/Berlin"),
            pytest.raises(ValidationError, match="may be ambiguous or it may not"),
        ):
            MomentField("Until").clean([day, "02:30"])
