from datetime import UTC, date, datetime

from django.utils.formats import localize


class TestAMoment:
    def test_is_written_as_everywhere_on_the_site(self):
        assert localize(datetime(2026, 3, 5, 12, 0, tzinfo=UTC)) == "5 March 2026, 12:00"
        assert localize(date(2026, 3, 5)) == "5 March 2026"
