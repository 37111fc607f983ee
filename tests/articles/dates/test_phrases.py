"""A date as an editor types it, in words or in EDTF, and what cannot be understood."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from articles.dates.fuzzydate import LONGEST, FuzzyDate, FuzzyDateError, parse
from tests.articles.dates.known import known_dates

PHRASES = [
    ("1987", "1987", "1987"),
    ("March 2004", "2004-03", "March 2004"),
    ("Mar 2004", "2004-03", "March 2004"),
    ("May 2019", "2019-05", "May 2019"),
    ("16 May 2019", "2019-05-16", "16 May 2019"),
    ("the 16th of May 2019", "2019-05-16", "16 May 2019"),
    ("May 16, 2019", "2019-05-16", "16 May 2019"),
    ("May 16th 2019", "2019-05-16", "16 May 2019"),
    ("16 Sept. 2019", "2019-09-16", "16 September 2019"),
    ("  16   MAY 2019 ", "2019-05-16", "16 May 2019"),
    ("16\u00a0May\u00a02019", "2019-05-16", "16 May 2019"),
    ("about 1987", "1987~", "about 1987"),
    ("c. 1987", "1987~", "about 1987"),
    ("c.1987", "1987~", "about 1987"),
    ("ca. 1987", "1987~", "about 1987"),
    ("circa 1987", "1987~", "about 1987"),
    ("c. March 2004", "2004-03~", "about March 2004"),
    ("around March 2004", "2004-03~", "about March 2004"),
    ("perhaps 2019", "2019?", "perhaps 2019"),
    ("possibly 16 May 2019", "2019-05-16?", "perhaps 16 May 2019"),
    ("perhaps about 1987", "1987%", "perhaps about 1987"),
    ("early 2020", "2020-37", "early 2020"),
    ("mid 2020", "2020-38", "mid 2020"),
    ("mid-2020", "2020-38", "mid 2020"),
    ("the middle of 2020", "2020-38", "mid 2020"),
    ("late 2020", "2020-39", "late 2020"),
    ("about early 2020", "2020-37~", "about early 2020"),
    ("Q3 2024", "2024-35", "Q3 2024"),
    ("the third quarter of 2024", "2024-35", "Q3 2024"),
    ("third quarter of 2024", "2024-35", "Q3 2024"),
    ("1st quarter 2024", "2024-33", "Q1 2024"),
    ("H1 2020", "2020-40", "H1 2020"),
    ("the second half of 2020", "2020-41", "H2 2020"),
    ("spring 2020", "2020-21", "spring 2020"),
    ("the summer of 2020", "2020-22", "summer 2020"),
    ("fall 2020", "2020-23", "autumn 2020"),
    ("the 1990s", "199X", "the 1990s"),
    ("1990s", "199X", "the 1990s"),
    ("about the 1990s", "199X~", "about the 1990s"),
    ("about 199X", "199X~", "about the 1990s"),
    ("about 2004-03", "2004-03~", "about March 2004"),
    ("since 2014", "2014/..", "since 2014"),
    ("from 2014", "2014/..", "since 2014"),
    ("2014 onwards", "2014/..", "since 2014"),
    ("2014-present", "2014/..", "since 2014"),
    ("2014 – present", "2014/..", "since 2014"),
    ("from May 2014 to now", "2014-05/..", "since May 2014"),
    ("since about 2014", "2014~/..", "since about 2014"),
    ("until 1985", "../1985", "until 1985"),
    ("up to March 2004", "../2004-03", "until March 2004"),
    ("before 1990", "[..1989]", "before 1990"),
    ("before March 2004", "[..2004-02]", "before March 2004"),
    ("before 1 March 2004", "[..2004-02-29]", "before 1 March 2004"),
    ("before about 1990", "[..1989~]", "before about 1990"),
    ("before Q1 2024", "[..2023-36]", "before Q1 2024"),
    ("before the 2010s", "[..200X]", "before the 2010s"),
    ("after 1990", "[1991..]", "after 1990"),
    ("after winter 2020", "[2021-21..]", "after winter 2020"),
    ("after 31 December 2019", "[2020-01-01..]", "after 31 December 2019"),
    ("2014 to 2019", "2014/2019", "from 2014 to 2019"),
    ("from 2014 to 2019", "2014/2019", "from 2014 to 2019"),
    ("2014-2019", "2014/2019", "from 2014 to 2019"),
    ("2014–2019", "2014/2019", "from 2014 to 2019"),
    ("2004-05 to 2006-07", "2004-05/2006-07", "from May 2004 to July 2006"),
    ("from about 2014 to perhaps 2019", "2014~/2019?", "from about 2014 to perhaps 2019"),
    ("the 1990s to 2004", "199X/2004", "from the 1990s to 2004"),
    ("17-18 March 2004", "2004-03-17/2004-03-18", "17 to 18 March 2004"),
    ("17 to 18 March 2004", "2004-03-17/2004-03-18", "17 to 18 March 2004"),
    ("March 17–18, 2004", "2004-03-17/2004-03-18", "17 to 18 March 2004"),
    ("30 March to 2 April 2004", "2004-03-30/2004-04-02", "30 March to 2 April 2004"),
    ("January to March 2024", "2024-01/2024-03", "January to March 2024"),
    ("Q1-Q2 2024", "2024-33/2024-34", "Q1 to Q2 2024"),
    ("early to mid 2020", "2020-37/2020-38", "early to mid 2020"),
    (
        "31 December 2019 to 1 January 2020",
        "2019-12-31/2020-01-01",
        "from 31 December 2019 to 1 January 2020",
    ),
    ("from March 2004 to March 2004", "2004-03/2004-03", "from March 2004 to March 2004"),
    ("from about March 2004 to April 2004", "2004-03~/2004-04", "from about March 2004 to April 2004"),
    ("from March 2004 to about April 2004", "2004-03/2004-04~", "from March 2004 to about April 2004"),
    ("between 2014 and 2019", "[2014..2019]", "between 2014 and 2019"),
    ("between 17 and 18 March 2004", "[2004-03-17..2004-03-18]", "between 17 March 2004 and 18 March 2004"),
]
REFUSED = [
    *(
        "",
        " ",
        "today",
        "soon",
        "1987 or 1988",
        "in 1987",
        "'90s",
        "90s",
        "19th century",
        "87",
        "201",
        "20191",
    ),
    *(
        "16/05/2019",
        "05-16-2019",
        "20190516",
        "2019-5-16",
        "2019-05-16T00:00",
        "16 May",
        "May",
        "Q3",
        "Q5 2024",
    ),
    *(
        "30 February 2019",
        "2019-02-30",
        "2019-02-29",
        "31 April 2019",
        "2019-13",
        "2019-00",
        "2019-25",
        "2019-42",
    ),
    *("2014-19", "1990-99", "2019/20", "2019-05-16-17", "16 Q3 2024", "third half of 2020", "16 early 2020"),
    *(
        "2019/2014",
        "from 2019 to 2014",
        "between 2019 and 2014",
        "18-17 March 2004",
        "March to 2004",
        "17 to March 2004",
        "2004-05-2006",
        "2020-02-01/2020-01",
    ),
    *("../..", "/", "2014/", "/2014", "2014/2015/2016", "[..]", "[]", "[2014]", "[2014..2015", "2014..2015"),
    *("[2014/2015]", "2014%/2019", "[..2019%]", "1987~?", "1987~~", "about 1987~", "about perhaps 1987"),
    *(
        "about 2014 to 2019",
        "perhaps before 1990",
        "before",
        "since",
        "from to",
        "between 2014",
        "from 2014 to",
    ),
    *("0999", "3000", "0201", "300X", "before 1000", "after 2999", "[..2999]", "[1000..]", "[..2999-12-31]"),
    *(
        "1987\x00",
        "\x001987",
        "1987\n",
        "16\tMay 2019",
        "１９８７",
        "१९८७",
        "٢٠١٩",
        "2019年",
        "１６ May 2019",
    ),
    *(
        "2019-05-16\u202e",
        "\ufeff1987",
        "1987 " + "x" * 70,
        "1" * 65,
        " " * 65,
        "16" + " " * 60 + "May 2019",
        "-" * 64,
        "1987-" * 12,
    ),
]


class TestWords:
    @pytest.mark.parametrize(("given_text", "edtf", "words"), PHRASES)
    def test_are_understood_and_said(self, given_text, edtf, words):
        known = parse(given_text)
        assert (known.edtf, known.words) == (edtf, words)

    @pytest.mark.parametrize("given_text", REFUSED)
    def test_that_are_not_understood_are_refused(self, given_text):
        with pytest.raises(FuzzyDateError):
            parse(given_text)

    @given(known_dates)
    @example(FuzzyDate("[2019-09-16?..2020-09-30?]"))
    def test_lead_back_to_the_same_date(self, known):
        assert len(known.words) <= LONGEST
        assert parse(known.words) == known
        assert parse(known.words.upper()) == known

    @given(st.lists(known_dates, min_size=2, max_size=2, unique=True))
    def test_differ_where_dates_differ(self, pair):
        assert pair[0].words != pair[1].words

    @given(st.text(max_size=70) | st.text("0123456789X~?%/.[]- aeortmyQ", max_size=64))
    def test_of_any_kind_give_a_date_or_a_plain_refusal(self, text):
        try:
            known = parse(text)
        except FuzzyDateError as refusal:
            assert "cannot be read as a date" in str(refusal)
        else:
            assert parse(known.words) == known


class TestARefusal:
    def test_names_what_was_given_and_gives_examples(self):
        with pytest.raises(
            FuzzyDateError, match=r"'sometime' cannot be read as a date: .* Write for example 1987, "
        ):
            parse("sometime")

    def test_says_what_cannot_be(self):
        with pytest.raises(FuzzyDateError, match=r"'30 February 2019' .* day is out of range"):
            parse("30 February 2019")

    def test_shows_no_control_characters_and_stays_short(self):
        with pytest.raises(FuzzyDateError) as refusal:
            parse("\x00\x1b" * 100_000)
        assert str(refusal.value).isprintable()
        assert len(str(refusal.value)) < 700
