import pytest

from articles.dates.fuzzydate import parse
from entities import jsonld
from entities.models import Entity

URL = "https://a.example/timeline/e/"


def event(when: str = "", standing: str = "recorded", summary: str = "So."):
    known = parse(when) if when else None
    return jsonld.event(url=URL, name="E", summary=summary, when=known, standing=standing)


class TestAnEvent:
    @pytest.mark.parametrize(
        ("when", "begins", "ends"),
        [
            ("16 May 2019", "2019-05-16", "2019-05-16"),
            ("1987", "1987", "1987"),
            ("17 to 18 March 2004", "2004-03-17", "2004-03-18"),
            ("2014 to March 2019", "2014", "2019-03"),
        ],
    )
    def test_begins_and_ends_as_exactly_as_is_known(self, when, begins, ends):
        node = event(when)
        assert (node["startDate"], node["endDate"], node["description"]) == (begins, ends, "So.")

    @pytest.mark.parametrize(
        "when", ["about 1987", "early 2020", "Q3 2023", "before 1990", "between 2014 and 2019", "the 2010s"]
    )
    def test_with_an_uncertain_date_says_it_in_words_alone(self, when):
        node = event(when)
        assert "startDate" not in node and "endDate" not in node
        assert node["description"] == f"So. Date: {when}."

    def test_that_goes_on_has_no_end(self):
        node = event("since 2014")
        assert node["startDate"] == "2014"
        assert "endDate" not in node
        assert node["description"] == "So. Date: since 2014."

    def test_without_a_date_has_none(self):
        assert "Date" not in str(event())

    @pytest.mark.parametrize(
        ("standing", "words"),
        [
            ("forecast", "Forecast: So. Date: 2030."),
            ("judgement", "The article’s judgement: So. Date: 2030."),
        ],
    )
    def test_that_is_not_recorded_says_so_and_has_no_dates(self, standing, words):
        node = event("2030", standing)
        assert node["description"] == words
        assert "startDate" not in node


class TestAnEntity:
    @pytest.mark.parametrize("kind", Entity.Kind.values)
    def test_of_every_kind_is_something_to_schema_org(self, kind):
        assert jsonld.reference(url=URL, name="A", kind=kind)["@type"]

    @pytest.mark.parametrize(
        ("facts", "founded"),
        [
            ([("Founded", "1987")], "1987"),
            ([("Founded", "3 April 2000")], "2000-04-03"),
            ([("Founded", "about 1987")], None),
            ([("Founded", "in Shenzhen")], None),
            ([("Founded", "1987"), ("Founded", "1988")], None),
            ([("Employees", "1987")], None),
        ],
    )
    def test_was_founded_when_one_fact_says_so_with_certainty(self, facts, founded):
        node = jsonld.entity(url=URL, name="A", kind="company", facts=facts)
        assert node.get("foundingDate") == founded

    def test_that_nobody_founds_was_not(self):
        node = jsonld.entity(url=URL, name="A", kind="concept", facts=[("Founded", "1987")])
        assert "foundingDate" not in node

    def test_says_the_language_of_a_foreign_name_alone(self):
        node = jsonld.entity(
            url=URL, name="A", kind="company", other_names=[("华为", "zh-Hans"), ("A Ltd", "")]
        )
        assert node["alternateName"] == [{"@value": "华为", "@language": "zh-Hans"}, "A Ltd"]
