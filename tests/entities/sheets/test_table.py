import csv
import io

import pytest

from entities.sheets import table
from entities.sheets.table import TableError, guarded, read, unguarded, written


def rows(text: str) -> list[dict[str, str]]:
    return [row.cells for row in read(text).rows]


class TestWhatIsWritten:
    def test_is_read_again_to_the_letter(self):
        cells = ["=1+1", "'=x", "'quoted'", "a;b", 'say "so"', "two\nlines", "中芯", "-5", "@home", ""]
        names = [f"c{number}" for number, _ in enumerate(cells)]
        assert list(rows(written(names, [[*cells[:-1], "x"]]))[0].values()) == [*cells[:-1], "x"]

    @pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "'=1", " =1", "＝1"])
    def test_is_no_formula(self, cell):
        stored = next(csv.reader(io.StringIO(written(["a"], [[cell]]).split("\r\n", 1)[1])))[0]
        assert stored.startswith("'")
        assert unguarded(guarded(cell)) == cell

    @pytest.mark.parametrize("cell", ["plain", "'tis", "1987", "", "a=b"])
    def test_is_left_alone_when_it_looks_like_none(self, cell):
        assert guarded(cell) == unguarded(cell) == cell


class TestAFile:
    @pytest.mark.parametrize(
        "text", ["slug,name\na,b\n", "slug;name\r\na;b\r\n", "slug\tname\na\tb", "\ufeffslug,name\na,b"]
    )
    def test_may_have_any_delimiter_and_mark(self, text):
        assert rows(text) == [{"slug": "a", "name": "b"}]

    def test_may_have_empty_rows_and_columns_at_its_end(self):
        assert rows("slug,name,,\na,b,,\n,,,\nc\n") == [{"slug": "a", "name": "b"}, {"slug": "c", "name": ""}]

    def test_names_its_columns_as_people_do(self):
        assert read("Slug,Native name\na,b").columns == ("slug", "native_name")

    def test_counts_rows_as_the_spreadsheet_does(self):
        assert [row.number for row in read('slug\n"a\nb"\n\nc').rows] == [2, 4]

    @pytest.mark.parametrize(
        ("text", "why"),
        [
            ("", "empty"),
            ("slug,,name\na,b,c", "Column 2 has no name"),
            ("slug,name,slug\na,b,c", "“slug” is there twice"),
            ("slug,name\na,b,c", "Row 2 has more cells"),
            ('slug,name\na,"b', "not closed"),
        ],
    )
    def test_is_refused_in_plain_words(self, text, why):
        with pytest.raises(TableError, match=why):
            read(text)

    def test_is_refused_with_too_many_columns(self):
        with pytest.raises(TableError, match="It has 100,000 columns"):
            read(",".join(f"c{number}" for number in range(100_000)))

    def test_is_refused_with_too_many_rows(self, monkeypatch):
        monkeypatch.setattr(table, "MOST_ROWS", 2)
        with pytest.raises(TableError, match="It has 3 rows"):
            read("slug\na\nb\nc")
