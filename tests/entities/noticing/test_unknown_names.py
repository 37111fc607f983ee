import time
from dataclasses import dataclass

import pytest

from entities.noticing.unknown_names import unknown_names


@dataclass
class Known:
    start: int
    end: int


def names_in(text: str, *known: str) -> list[str]:
    spans = [Known(text.index(name), text.index(name) + len(name)) for name in known]
    return [text[start:end] for start, end in unknown_names(text, spans)]


NAMES = [
    ("It bought from ASML and Nikon.", ["ASML", "Nikon"]),
    ("The Bureau of Industry and Security said so.", ["Bureau of Industry and Security"]),
    ("Germany and France agreed with Italy.", ["France", "Italy"]),
    ("They met President Xi Jinping in New York.", ["Xi Jinping", "New York"]),
    ("HiSilicon’s Kirin 9000S is in the phone.", ["HiSilicon", "Kirin 9000S"]),
    ("TSMC’s plant, and AT&T’s.", ["TSMC", "AT&T"]),
    ("Both use iOS.", ["iOS"]),
    ("It was bought by 清华紫光 then.", ["清华紫光"]),
    ("华为的海思在上海。", ["华为", "海思", "上海"]),
    ("The plant of Škoda is Czech.", ["Škoda", "Czech"]),
]
NONE = [
    "Chips are made there. Plants need water.",
    "In March 2004 and on Monday it was sold.",
    "On 16 May 2019 the rule came.",
    "The Chinese and the American market.",
    "It said “Support came first” and so on.",
    "Step\tDate\nSales\tYear\n",
    "I am here, and I’m not the CEO.",
    "lower case only, 28 nm and 5 per cent",
    "12345 67890",
    "",
    "的的的了了",
]


class TestUnknownNames:
    @pytest.mark.parametrize(("text", "names"), NAMES)
    def test_are_runs_of_capitals_and_of_han(self, text, names):
        assert names_in(text) == names

    @pytest.mark.parametrize("text", NONE)
    def test_are_not_what_has_a_capital_for_another_reason(self, text):
        assert names_in(text) == []

    def test_are_not_what_is_known(self):
        assert names_in("It bought from ASML and Nikon.", "ASML") == ["Nikon"]

    def test_do_not_begin_or_end_inside_a_known_name(self):
        assert names_in("It is Huawei Technologies of Shenzhen.", "Huawei") == []

    def test_keep_their_places_among_signs_of_any_width(self):
        assert names_in("😀 é\u0301 It is by 😀 Nikon.") == ["Nikon"]

    @pytest.mark.parametrize(
        "text",
        [
            "A " * 30_000,
            "X" * 200_000,
            "of " * 40_000 + "A",
            "A of " * 20_000,
            "中" * 100_000,
            "中的" * 50_000,
            "A.B." * 30_000,
            "-A" * 50_000,
            "\u202eA\u0000" * 10_000,
            "A&" * 50_000,
        ],
        ids=lambda text: repr(text[:6]),
    )
    def test_of_any_text_are_found_in_a_moment(self, text):
        began = time.perf_counter()
        unknown_names(text, [])
        assert time.perf_counter() - began < 3
