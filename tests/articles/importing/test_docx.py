import io
from zipfile import ZipFile

import pytest

from articles.importing import docx
from articles.importing.docx import html_of
from articles.importing.files import read_bytes
from articles.importing.formats import document_of
from articles.importing.refusal import DocumentError
from tests.articles.word import word

BILLION = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
FILE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


class TestAWordDocument:
    def test_becomes_html_with_its_headings(self):
        assert (
            html_of(word(("Heading1", "Title"), ("", "Words &amp; more.")))
            == "<h1>Title</h1><p>Words &amp; more.</p>"
        )

    def test_is_read_as_a_text_in_sections(self):
        data = word(("Heading1", "Title"), ("", "First."), ("Heading2", "Part"), ("", "Second."))
        document = document_of(read_bytes("some.DOCX", data), "docx", name="some")
        assert (document.title, document.introduction, document.sections[0].title) == (
            "Title",
            "First.",
            "Part",
        )

    def test_brings_no_markup_of_its_own(self):
        html = html_of(word(("", "&lt;script&gt;1&lt;/script&gt;")))
        assert "<script>" not in html


class TestAHostileOne:
    @pytest.mark.parametrize("declared", [BILLION, FILE])
    def test_that_declares_entities_is_refused(self, declared):
        with pytest.raises(DocumentError, match="declares entities"):
            html_of(word(("", "&a;"), before=declared))

    def test_that_declares_them_in_another_encoding_is_refused(self):
        part = f'<?xml version="1.0" encoding="utf-16"?>{BILLION}<a/>'.encode("utf-16")
        with pytest.raises(DocumentError, match="declares entities"):
            html_of(word(("", "x"), parts={"word/media/image1.png": part}))

    def test_that_unpacks_to_too_much_is_refused(self, monkeypatch):
        monkeypatch.setattr(docx, "LARGEST_UNPACKED", 100_000)
        with pytest.raises(DocumentError, match="far larger than a text"):
            html_of(word(("", "x"), parts={"word/big.xml": b" " * 200_000}))

    def test_with_more_tags_than_can_be_read_in_time_is_refused(self, monkeypatch):
        monkeypatch.setattr(docx, "MOST_MARKS", 1000)
        with pytest.raises(DocumentError, match="too long"):
            html_of(word(("", "</w:t>" + "<w:t/>" * 1000 + "<w:t>")))

    def test_with_a_text_longer_than_can_be_read_in_time_is_refused(self, monkeypatch):
        monkeypatch.setattr(docx, "LARGEST_XML", 10_000)
        monkeypatch.setattr(docx, "converted", None)
        with pytest.raises(DocumentError, match="too long"):
            html_of(word(("", "a word " * 2000)))

    def test_may_have_a_picture_of_that_size(self, monkeypatch):
        monkeypatch.setattr(docx, "LARGEST_XML", 10_000)
        parts = {"word/media/image1.emf": b"\x01" * 20_000}
        assert html_of(word(("", "x"), parts=parts)) == "<p>x</p>"

    def test_whose_parts_do_not_unpack_is_refused(self):
        data = bytearray(word(("", "x")))
        at = data.index(b"word/document.xml") + len("word/document.xml")
        data[at : at + 8] = b"\xff" * 8
        with pytest.raises(DocumentError, match="not a Word document"):
            html_of(bytes(data))

    def test_that_is_too_large_is_refused(self, monkeypatch):
        monkeypatch.setattr(docx, "LARGEST", 10)
        with pytest.raises(DocumentError, match="larger than 10 MB"):
            html_of(word(("", "x")))

    @pytest.mark.parametrize("data", [b"", b"hello", b"PK\x03\x04rest"])
    def test_that_is_no_zip_file_is_refused(self, data):
        with pytest.raises(DocumentError, match=r"not a Word document"):
            html_of(data)

    def test_that_is_another_zip_file_is_refused(self):
        out = io.BytesIO()
        with ZipFile(out, "w") as archive:
            archive.writestr("photo.jpg", b"x")
        with pytest.raises(DocumentError, match=r"not a Word document"):
            html_of(out.getvalue())

    def test_with_elements_beyond_measure_is_refused(self):
        deep = "<w:p>" * 5000 + "</w:p>" * 5000
        with pytest.raises(DocumentError, match=r"not a Word document"):
            html_of(word(("", f"</w:t></w:r></w:p>{deep}<w:p><w:r><w:t>")))
