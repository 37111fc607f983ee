import pytest

from articles.importing.formats import document_of
from articles.importing.front_matter import read


class TestFrontMatter:
    @pytest.mark.parametrize(
        "text",
        [
            '---\ntitle: "It: a title"\ndate: 2020-01-01\ntags:\n  - chips\n---\n\nWords.\n',
            "+++\ntitle = 'It: a title'\ndate = 2020-01-01\ntags = []\n+++\n\nWords.\n",
        ],
    )
    def test_gives_the_title_and_says_what_is_left_out(self, text):
        reading = read(text)
        assert (reading.markdown, reading.title) == ("\nWords.\n", "It: a title")
        assert reading.remarks == ("Front matter left out: date, tags.",)

    @pytest.mark.parametrize(
        "text",
        [
            "Words.\n---\ntitle: x\n---\n",
            "---\n\nWords: these.\n\n---\n",
            "---\ntitle: x\n",
            "---\nA heading\n---\n",
            "",
        ],
    )
    def test_is_nothing_that_stands_elsewhere_or_does_not_end(self, text):
        assert read(text).markdown == text

    def test_gives_way_to_a_heading(self):
        document = document_of("---\ntitle: One\n---\n# Other\n\nWords.\n", "md", name="x")
        assert document.title == "Other"

    def test_is_read_in_one_pass(self):
        text = "---\n" + "title: x\n" * 50_000
        assert read(text).markdown == text
