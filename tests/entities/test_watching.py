import sys
from io import StringIO

from django.core.management.base import OutputWrapper

from entities.watching import Progress, unwatched


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


def watched(things) -> tuple[list, str]:
    out = StringIO()
    return list(Progress(OutputWrapper(out))(things, "editions")), out.getvalue()


class TestProgress:
    def test_hands_on_everything_in_order(self):
        assert watched([3, 1, 2])[0] == [3, 1, 2]

    def test_says_nothing_of_nothing(self):
        assert watched([]) == ([], "")

    def test_writes_a_line_for_every_tenth_of_many_and_for_each_of_few(self):
        assert watched(range(3))[1] == "editions: 1 of 3\neditions: 2 of 3\neditions: 3 of 3\n"
        assert watched(range(25))[1].splitlines()[::4] == [
            "editions: 3 of 25",
            "editions: 13 of 25",
            "editions: 23 of 25",
        ]

    def test_draws_a_bar_on_a_terminal_and_writes_no_lines(self, monkeypatch):
        monkeypatch.setattr(sys, "stderr", Terminal())
        assert watched([3, 1, 2]) == ([3, 1, 2], "")
        assert "editions: 100%" in sys.stderr.getvalue()


class TestUnwatched:
    def test_hands_on_everything(self):
        assert list(unwatched([3, 1, 2], "editions")) == [3, 1, 2]
