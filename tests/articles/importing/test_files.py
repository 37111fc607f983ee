"""A file read into text: what is accepted, and what is refused in which words."""

import re

import pytest

from articles.importing.files import read_text
from articles.importing.formats import document_of, format_of
from articles.importing.refusal import DocumentError

LIMIT = 1_000_000


@pytest.fixture
def written(tmp_path):
    def write(data: bytes):
        path = tmp_path / "file.txt"
        path.write_bytes(data)
        return path

    return write


class TestText:
    @pytest.mark.parametrize(
        "data",
        [
            "Café 芯片\n\nTwo".encode(),
            "Café 芯片\n\nTwo".encode("utf-8-sig"),
            "Café 芯片\r\n\r\nTwo".encode(),
            "Café 芯片\r\rTwo".encode(),
            "Café 芯片\n\fTwo".encode(),
            b"\xff\xfe" + "Café 芯片\r\n\r\nTwo".encode("utf-16-le"),
            b"\xfe\xff" + "Café 芯片\n\nTwo".encode("utf-16-be"),
        ],
    )
    def test_is_the_same_however_it_was_saved(self, written, data):
        assert read_text(written(data)) == "Café 芯片\n\nTwo"

    def test_may_be_as_long_as_the_limit(self, written):
        assert len(read_text(written(b"a" * LIMIT))) == LIMIT


class TestRefusal:
    @pytest.mark.parametrize(
        ("data", "words"),
        [
            (b"", "empty"),
            (b" \r\n\t\n", "empty"),
            (b"\xef\xbb\xbf", "empty"),
            (b"a" * (LIMIT + 1), "longer than 1 MB"),
            (("é" * (LIMIT // 2 + 1)).encode(), "longer than 1 MB"),
            (b"a" * (3 * LIMIT), "longer than 1 MB"),
            (b"one\ntwo \0 three", "zero byte (on line 2)"),
            (b"one \xff\0", "zero bytes"),
            ("no mark".encode("utf-16-le"), "zero byte"),
            ("mark".encode("utf-32"), "zero byte"),
            (b"\xff\xfea", "says that it is UTF-16"),
            (b"%PDF-1.7\n", "a PDF"),
            (b"PK\x03\x04rest", "Word or Excel document"),
            (b"{\\rtf1 words}", "RTF"),
        ],
    )
    def test_says_what_the_file_is(self, written, data, words):
        with pytest.raises(DocumentError, match=re.escape(words)):
            read_text(written(data))

    @pytest.mark.parametrize(
        ("data", "place"),
        [
            ("Title\r\n\r\nIt’s here".encode("windows-1252"), "0x92, on line 3, character 3"),
            (b"\xef\xbb\xbfab\xff", "0xFF, on line 1, character 3"),
            ("一二\n三".encode() + b"\x93x", "0x93, on line 2, character 2"),
        ],
    )
    def test_gives_the_place_of_the_first_byte_that_is_not_utf8(self, written, data, place):
        with pytest.raises(DocumentError, match=f"{place}.*UTF-8"):
            read_text(written(data))

    def test_shows_what_the_byte_would_be_in_windows_1252_and_how_to_convert_it(self, written):
        with pytest.raises(DocumentError, match=r"it would be “’”.*iconv"):
            read_text(written(b"It\x92s"))

    def test_knows_chinese_in_an_encoding_of_its_own(self, written):
        with pytest.raises(DocumentError, match=r"it would be “华”.*-f GB18030"):
            read_text(written("华为于1987年成立。".encode("gb18030")))

    def test_says_that_there_is_no_such_file(self, tmp_path):
        with pytest.raises(DocumentError, match="no such file"):
            read_text(tmp_path / "none.txt")

    def test_says_that_it_is_a_folder(self, tmp_path):
        with pytest.raises(DocumentError, match="folder"):
            read_text(tmp_path)

    def test_says_why_the_file_cannot_be_read(self, tmp_path):
        with pytest.raises(DocumentError, match="cannot be read: File name too long"):
            read_text(tmp_path / ("x" * 300))


class TestFormat:
    @pytest.mark.parametrize(
        ("name", "kind"),
        [("a.txt", "txt"), ("a.MD", "md"), ("a.markdown", "md"), ("a.b.htm", "html"), ("a.docx", "docx")],
    )
    def test_is_told_by_the_end_of_the_name(self, tmp_path, name, kind):
        assert format_of(tmp_path / name) == kind

    @pytest.mark.parametrize("name", ["a", "a.pdf", ".txt"])
    def test_that_the_name_does_not_tell_is_asked_for(self, tmp_path, name):
        with pytest.raises(DocumentError, match="--format"):
            format_of(tmp_path / name)

    @pytest.mark.parametrize("kind", ["txt", "md", "html"])
    def test_whatever_it_is_refuses_characters_that_cannot_be_shown(self, kind):
        with pytest.raises(DocumentError, match=r"U\+0001"):
            document_of("Title\n\nA \x01 word.", kind, name="file")
