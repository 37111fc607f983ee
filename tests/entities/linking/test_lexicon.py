import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from entities.linking.lexicon import Lexicon, Match, Name, default_rules
from tests.entities.linking.names import lexicon
from tests.entities.spellings import names_and_text, stands

HUAWEI, SMIC, OTHER = 1, 2, 3


def found(names, text):
    return [text[match.start : match.end] for match in names.find(text)]


class TestFind:
    @pytest.mark.parametrize(
        ("name", "text", "surfaces"),
        [
            ("Huawei", "Huawei's and Huawei’s", ["Huawei", "Huawei"]),
            ("SMIC", "SMIC’s", ["SMIC"]),
            ("GPU", "GPUs, GPU's, GPUs' and a GPU", ["GPUs", "GPU", "GPUs", "GPU"]),
            ("GPU", "GPUS GPUst gpus xGPUs", []),
            ("A100", "two A100s", []),
            ("HBM2", "HBM2s", ["HBM2s"]),
            ("A", "As A", ["A"]),
            ("Huawei", "Huaweis", []),
            ("IT", "it IT It iT", ["IT"]),
            ("US", "us US Us, the US's", ["US", "US"]),
            ("Apple", "an apple of Apple", ["Apple"]),
            ("foundry", "Foundry, FOUNDRY, foundries", ["Foundry", "FOUNDRY"]),
            ("华为", "与华为公司", ["华为"]),
            ("SMIC", "在SMIC公司", ["SMIC"]),
            ("화웨이", "화웨이는", ["화웨이"]),
            ("5G", "5G网络 和5G", ["5G", "5G"]),
            ("Zürich", "Zu\u0308rich", ["Zu\u0308rich"]),
            ("Zu\u0308rich", "Zürich", ["Zürich"]),
            ("e", "e\u0301", []),
            ("한국", "\u1112\u1161\u11ab\u1100\u116e\u11a8", ["\u1112\u1161\u11ab\u1100\u116e\u11a8"]),
            ("Huawei", "😀Huawei 👩\u200d💻Huawei ⚡\ufe0fHuawei🇨🇳", ["Huawei"] * 3),
            ("C++", "C++, C++11 and (C++)", ["C++"] * 3),
            ("AT&T", "AT&T's", ["AT&T"]),
            ("U.S.", "the U.S. and", ["U.S."]),
            ("Semiconductor Manufacturing", "Semiconductor\nManufacturing", ["Semiconductor\nManufacturing"]),
            ("Mate 60", "Mate\u00a060", ["Mate\u00a060"]),
            ("Wi-Fi", "Wi‑Fi", ["Wi‑Fi"]),
            ("Moore's Law", "Moore’s Law", ["Moore’s Law"]),
            ("A B", "A\tB", []),
            ("Huawei", "aHuawei Huaweia 1Huawei HuaweiX", []),
            ("Huawei", "(Huawei) “Huawei”, /Huawei/ _Huawei_ Huawei–SMIC", ["Huawei"] * 5),
            ("istanbul", "İstanbul İSTANBUL", ["İstanbul", "İSTANBUL"]),
            ("σας", "ΣΑΣ σασ", ["ΣΑΣ", "σασ"]),
        ],
    )
    def test_finds(self, name, text, surfaces):
        assert found(lexicon(name), text) == surfaces

    def test_finds_both_of_a_pair(self):
        assert found(lexicon("Huawei", "SMIC"), "the Huawei-SMIC pair") == ["Huawei", "SMIC"]

    def test_takes_the_longest(self):
        names = lexicon("New York", "New York Times", "Times", "York")
        assert found(names, "New York Times") == ["New York Times"]

    def test_looks_at_boundaries_before_it_chooses(self):
        assert found(lexicon("Huawei Cloud", "Huawei"), "Huawei Cloudy") == ["Huawei"]
        assert found(lexicon("New York Tim", "York"), "New York Times") == ["York"]

    def test_counts_code_points(self):
        [match] = lexicon("Huawei").find("😀é İ Huawei")
        assert (match.start, match.end) == (5, 11)

    def test_counts_in_the_text_as_it_was_given(self):
        [match] = lexicon("Huawei").find("e\u0301e\u0301 Huawei")
        assert (match.start, match.end) == (5, 11)

    def test_says_whose_name_it_is(self):
        names = Lexicon([Name("Huawei", HUAWEI, 7), Name("SMIC", SMIC, 8)])
        assert names.find("SMIC") == [Match(0, 4, SMIC, 8, (SMIC,))]

    def test_names_nobody_where_two_share_a_spelling(self):
        names = Lexicon([Name("Mercury", 1, 1), Name("Mercury", 2, 2)])
        assert names.find("Mercury") == [Match(0, 7, None, None, (1, 2))]

    def test_lets_a_shared_spelling_keep_its_place(self):
        names = Lexicon([Name("Apple Pay", 1, 1), Name("Apple Pay", 2, 2), Name("Apple", 3, 3)])
        assert names.find("Apple Pay") == [Match(0, 9, None, None, (1, 2))]

    def test_does_not_mind_that_one_entity_has_a_spelling_twice(self):
        names = Lexicon([Name("foundry", 1, 1, case_sensitive=False), Name("Foundry", 1, 2)])
        assert [match.alias for match in names.find("foundry Foundry FOUNDRY")] == [1, 2, 1]

    def test_prefers_a_plural_that_is_a_name_to_one_derived(self):
        names = Lexicon([Name("GPU", 1, 1), Name("GPUs", 2, 2)])
        assert names.find("GPUs") == [Match(0, 4, 2, 2, (2,))]

    def test_finds_nothing_without_names(self):
        assert Lexicon([]).find("Huawei") == []
        assert Lexicon([Name("", 1, 1), Name(" \n", 1, 2)]).find("a \n b") == []

    def test_heeds_the_whole_word_rule_only_between_unspaced_letters(self):
        assert found(Lexicon([Name("华为", 1, 1, whole_word=True)]), "与华为公司 华为 SMIC华为SMIC") == [
            "华为",
            "华为",
        ]
        assert found(Lexicon([Name("Hua", 1, 1, whole_word=False)]), "Huawei Hua") == ["Hua"]
        assert found(Lexicon([Name("华为P60", 1, 1, whole_word=False)]), "与华为P60Pro 与华为P60的") == [
            "华为P60"
        ]


class TestFindAll:
    def test_gives_every_name_however_they_overlap(self):
        names = lexicon("New York", "New York Times", "Times", "York")
        assert [(match.start, match.end) for match in names.find_all("New York Times")] == [
            (0, 14),
            (0, 8),
            (4, 8),
            (9, 14),
        ]

    @given(names_and_text())
    @settings(max_examples=400, deadline=None)
    def test_agrees_with_a_reader_that_tries_every_place(self, case):
        names, text = case
        assert [(m.start, m.end, m.entity, m.candidates) for m in Lexicon(names).find_all(text)] == slowly(
            names, text
        )

    @given(names_and_text(), st.randoms())
    @settings(deadline=None)
    def test_does_not_depend_on_the_order_of_the_names(self, case, random):
        names, text = case
        shuffled = random.sample(names, len(names))
        assert Lexicon(names).find_all(text) == Lexicon(shuffled).find_all(text)


class TestFindProperties:
    @given(names_and_text())
    @settings(max_examples=200, deadline=None)
    def test_takes_the_first_and_of_these_the_longest(self, case):
        names, text = case
        left = slowly(names, text)
        expected = []
        while left:
            first = min(left, key=lambda match: (match[0], -match[1]))
            expected.append(first[:3])
            left = [match for match in left if match[0] >= first[1]]
        assert [(match.start, match.end, match.entity) for match in Lexicon(names).find(text)] == expected


class TestDefaultRules:
    @pytest.mark.parametrize(
        "text",
        [
            "IT",
            "US",
            "SMIC",
            "Apple",
            "iPhone",
            "5G",
            "United States",
            "EUV lithography",
            "Wi-Fi",
            "New York Times",
        ],
    )
    def test_ask_for_the_exact_case_of(self, text):
        assert default_rules(text) == (True, True)

    @pytest.mark.parametrize(
        "text", ["foundry", "silicon wafers", "Silicon wafers", "Self-sufficiency", "7 nm"]
    )
    def test_do_not_mind_the_case_of(self, text):
        assert default_rules(text) == (False, True)

    @pytest.mark.parametrize(
        ("text", "case"),
        [("华为", False), ("中芯国际", False), ("ファーウェイ", False), ("화웨이", False), ("华为P60", True)],
    )
    def test_do_not_ask_for_whole_words_of(self, text, case):
        assert default_rules(text) == (case, False)


def slowly(names, text):
    places = {}
    for start in range(len(text)):
        for end in range(start + 1, len(text) + 1):
            for name in names:
                how = stands(name, text, start, end)
                if how:
                    places.setdefault((start, end), {}).setdefault(how, set()).add(name.entity)
    matches = []
    for (start, end), owners in sorted(places.items(), key=lambda item: (item[0][0], -item[0][1])):
        entities = tuple(sorted(owners.get("written") or owners["plural"]))
        matches.append((start, end, entities[0] if len(entities) == 1 else None, entities))
    return matches
