import pytest

from articles.markdown.rewording import reword


def reworded(body: str, text: str, old: str, new: str) -> str | None:
    start = text.index(old)
    return reword(body, text, start, start + len(old), new)


class TestReword:
    def test_changes_the_words_where_they_were_written(self):
        body = "# Title\n\nIt *currently* sells **phones**.\n\nMore."
        assert reworded(body, "It currently sells phones.", "currently", "in 2026") == body.replace(
            "currently", "in 2026"
        )

    def test_finds_them_across_the_lines_of_the_manuscript(self):
        body = "It sells\ncurrently no\nphones."
        assert reworded(body, "It sells currently no phones.", " currently", ", in 2026,") == (
            "It sells, in 2026, no\nphones."
        )

    def test_tells_two_places_apart_by_the_words_around(self):
        body = "It now sells phones.\n\nIt now sells chips."
        assert (
            reworded(body, "It now sells chips.", "now", "then")
            == "It now sells phones.\n\nIt then sells chips."
        )

    @pytest.mark.parametrize(
        "body",
        [
            "It sells phones.",
            "",
            "It now sells phones.\n\nIt now sells phones.",
            "It *now* sells. It *now* buys.",
        ],
    )
    def test_changes_nothing_where_the_place_is_not_known(self, body):
        assert reworded(body, "It now sells phones.", "now", "then") is None

    def test_takes_signs_for_themselves(self):
        assert reworded("a.*b (now) \\1", "a.*b (now) \\1", "now", r"\g<0>\1") == "a.*b (\\g<0>\\1) \\1"
