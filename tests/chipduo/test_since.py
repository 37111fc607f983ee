from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from chipduo.since import moment

NOW = datetime(2026, 11, 26, 10, 30, tzinfo=UTC)


class TestAMoment:
    @pytest.mark.parametrize(
        ("asked", "found"),
        [
            ("2026-11-25", datetime(2026, 11, 25, tzinfo=UTC)),
            ("2026-01-01", datetime(2026, 1, 1, tzinfo=UTC)),
            ("2026-11-26T10:29Z", datetime(2026, 11, 26, 10, 29, tzinfo=UTC)),
        ],
    )
    def test_is_a_day_or_a_minute(self, asked, found):
        assert moment(asked, NOW) == found

    def test_begins_its_day_where_the_site_is(self):
        here = ZoneInfo("Asia/Shanghai")
        assert moment("2026-11-26", NOW.astimezone(here)) == datetime(2026, 11, 26, tzinfo=here)

    @pytest.mark.parametrize(
        "asked",
        ["x", "2026", "2026-13-01", "2026-02-30", "20261125", "2026-W01-1", "26-11-25", "-2026-01-01", "０２６-11-25",
         "2026-11-25T10:30", "2026-11-25T25:00Z", "2026-11-25T10:30:00+00:00", "2026-11-25\n", "0000-00-00", "9" * 900],
    )  # fmt: skip
    def test_is_not_what_only_looks_like_one(self, asked):
        with pytest.raises(ValueError, match="is not a day such as 2026-11-25"):
            moment(asked, NOW)

    @pytest.mark.parametrize("asked", ["0001-01-01", "1066-10-14", "2025-12-31"])
    def test_is_not_before_there_was_anything(self, asked):
        with pytest.raises(ValueError, match="Nothing here is older than 2026"):
            moment(asked, NOW)

    @pytest.mark.parametrize("asked", ["2026-11-27", "2026-11-26T10:31Z", "9999-12-31"])
    def test_is_not_still_to_come(self, asked):
        with pytest.raises(ValueError, match="has not come yet"):
            moment(asked, NOW)
