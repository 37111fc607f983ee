import csv
from io import StringIO

import pytest
from hypothesis import given

from entities.sheets.table import guarded
from entities.timeline.table import COLUMNS, table
from tests.entities.timeline.timelines import event, timelines


def read(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(text, newline="")))


class TestTheTable:
    def test_has_a_line_of_names_and_one_for_each_event(self):
        lines = table([event("about 1987", summary="In Shenzhen.", tags=["firms", "founding"])]).split(
            "\r\n", 1
        )
        assert lines[0] == ",".join(COLUMNS)
        (row,) = read("\r\n".join(lines))
        assert row == {
            "slug": "founded", "title": "Founded", "when": "1987~", "when_text": "about 1987", "earliest": "1987-01-01",
            "latest": "1987-12-31", "phase": "rise", "standing": "recorded", "origin": "record", "significance": "2",
            "entities": "huawei smic", "tags": "firms founding", "summary": "In Shenzhen.", "url": "https://x.example/timeline/founded/",
            "evidence": "“So it was.” https://x.example/articles/needs/#p-1\nReport, The Press https://press.example/",
        }  # fmt: skip

    def test_leaves_empty_what_is_not_known(self):
        (row,) = read(table([event(phase=None)]))
        assert {row[name] for name in ("when", "when_text", "earliest", "latest", "phase")} == {""}

    @given(timelines())
    def test_has_every_event_once_in_its_words(self, timeline):
        rows = read(table(timeline["events"]))
        assert [row["slug"] for row in rows] == [one["slug"] for one in timeline["events"]]
        for row, one in zip(rows, timeline["events"], strict=True):
            for name in ("title", "summary"):
                assert row[name] in (one[name], f"'{one[name]}")

    @given(timelines())
    def test_has_no_cell_that_is_a_formula(self, timeline):
        cells = [cell for row in read(table(timeline["events"])) for cell in row.values()]
        assert not [cell for cell in cells if cell.lstrip()[:1] and cell.lstrip()[0] in "=+-@＝＋－＠"]

    @pytest.mark.parametrize("cell", ["a=1", "1987", "2014-01-01", "“-1”", "", "https://x.example/"])
    def test_changes_no_cell_that_is_none(self, cell):
        assert guarded(cell) == cell
