import pytest
from django.core.exceptions import ValidationError

from articles.seed_files import SeedError, each, entry_of, manuscript, tables


@pytest.fixture
def file(tmp_path):
    def write(name: str, text: str | bytes):
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    return write


class TestTables:
    def test_are_read_in_order(self, file):
        path = file("sources.toml", '[[source]]\nslug = "a"\n[[source]]\nslug = "b"\ntags = ["x"]\n')
        assert tables(path, "source") == [{"slug": "a"}, {"slug": "b", "tags": ["x"]}]

    def test_may_be_none(self, file):
        assert tables(file("sources.toml", "# nothing yet\n"), "source") == []

    def test_may_come_from_a_windows_editor(self, file):
        assert tables(file("sources.toml", b'\xef\xbb\xbf[[source]]\r\nslug = "a"\r\n'), "source") == [
            {"slug": "a"}
        ]

    @pytest.mark.parametrize(
        ("text", "told"),
        [
            ("[[source]\n", "line 1"),
            ("[[sauce]]\n", r"expected \[\[source\]\] tables, found sauce"),
            ("[source]\n", r"expected \[\[source\]\] tables"),
            ('source = ["a"]\n', r"expected \[\[source\]\] tables"),
            (b'[[source]]\nslug = "\xff"\n', "utf-8"),
        ],
    )
    def test_that_are_wrong_are_told_with_the_file(self, file, text, told):
        with pytest.raises(SeedError, match=rf"sources\.toml: .*{told}"):
            tables(file("sources.toml", text), "source")

    def test_of_a_file_that_is_not_there_are_told(self, tmp_path):
        with pytest.raises(SeedError, match=r"missing\.toml: "):
            tables(tmp_path / "missing.toml", "source")


class TestManuscript:
    def test_has_its_front_matter_and_its_text(self, file):
        path = file("needs.md", '+++\nslug = "needs"\npart = 2\n+++\n\nHuawei orders.\n\n+++\n\nMore.\n\n')
        assert manuscript(path) == {"slug": "needs", "part": 2, "body": "Huawei orders.\n\n+++\n\nMore.\n"}

    def test_may_come_from_a_windows_editor(self, file):
        path = file("needs.md", b'\xef\xbb\xbf+++\r\nslug = "needs"\r\n+++\r\nHuawei\r\norders.\r\n')
        assert manuscript(path) == {"slug": "needs", "body": "Huawei\norders.\n"}

    @pytest.mark.parametrize(
        ("text", "told"),
        [
            ("Huawei orders.\n", "must begin with front matter"),
            ('+++\nslug = "needs"\n', "must begin with front matter"),
            ('Before.\n+++\nslug = "needs"\n+++\n', "must begin with front matter"),
            ("+++\nslug = \n+++\nHuawei.\n", "line 1"),
            (b"+++\n+++\n\xff\n", "utf-8"),
        ],
    )
    def test_that_is_wrong_is_told_with_the_file(self, file, text, told):
        with pytest.raises(SeedError, match=rf"needs\.md: .*{told}"):
            manuscript(file("needs.md", text))


class TestEntries:
    @pytest.mark.parametrize(
        ("wrong", "told"),
        [
            (ValidationError({"slug": "No such slug."}), "No such slug."),
            (KeyError("series"), "'series' is missing"),
            (TypeError("Article() got unexpected keyword arguments: 'x'"), "unexpected keyword"),
        ],
    )
    def test_that_are_wrong_are_told_by_file_and_name(self, tmp_path, wrong, told):
        with (
            pytest.raises(SeedError, match=rf"needs\.md, needs: .*{told}"),
            entry_of(tmp_path / "needs.md", "needs"),
        ):
            raise wrong

    def test_are_loaded_file_by_file_and_counted(self, file, tmp_path):
        file("b.toml", '[[entity]]\nslug = "third"\n')
        file("a.toml", '[[entity]]\nslug = "first"\n[[entity]]\nslug = "second"\n')
        file("other.txt", "not this one")
        seen = []
        added = each(
            tmp_path,
            "*.toml",
            "entity",
            lambda row, path: seen.append((path.name, row["slug"])) or row["slug"] != "second",
        )
        assert seen == [("a.toml", "first"), ("a.toml", "second"), ("b.toml", "third")]
        assert added == 2

    def test_say_which_of_them_is_wrong(self, file, tmp_path):
        file("a.toml", '[[entity]]\nslug = "good"\nname = "x"\n[[entity]]\nslug = "bad"\n')
        with pytest.raises(SeedError, match=r"a\.toml, bad: 'name' is missing"):
            each(tmp_path, "*.toml", "entity", lambda row, path: bool(row["name"]))
