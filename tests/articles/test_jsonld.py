import json

import pytest

from articles import jsonld
from articles.dates.fuzzydate import FuzzyDate, parse


class TestADate:
    @pytest.mark.parametrize(
        ("known", "exact"),
        [("16 May 2019", "2019-05-16"), ("May 2020", "2020-05"), ("1987", "1987")],
    )
    def test_is_as_exact_as_it_is_known(self, known, exact):
        assert jsonld.day(parse(known)) == exact

    @pytest.mark.parametrize(
        "known",
        [
            "about 1987",
            "perhaps 2019",
            "Q3 2023",
            "spring 2020",
            "early 2020",
            "the 2010s",
            "before 1990",
            "since 2014",
        ],
    )
    def test_that_iso_8601_cannot_say_is_left_out(self, known):
        assert jsonld.day(parse(known)) == ""

    def test_that_is_not_known_is_left_out(self):
        assert jsonld.day(None) == ""


class TestANode:
    def test_has_nothing_empty(self):
        assert jsonld.filled_in(at_type="Thing", name="", about=[], image=None) == {"@type": "Thing"}

    def test_keeps_the_number_nought(self):
        assert jsonld.filled_in(position=0) == {"position": 0}

    def test_of_a_source_says_what_is_known_of_it(self):
        node = jsonld.source(url="https://a.example/s/", name="Report", published=FuzzyDate("2019-05~"))
        assert node == {
            "@type": "CreativeWork",
            "@id": "https://a.example/s/",
            "mainEntityOfPage": "https://a.example/s/",
            "name": "Report",
        }


class TestInAPage:
    @pytest.mark.parametrize(
        "hostile", ["</script>", "<!--", "]]>", "&lt;", "\u2028", "\u2029", '"', "\\u003c"]
    )
    def test_nothing_can_end_it_and_nothing_is_lost(self, hostile):
        written = jsonld.in_a_page({"name": hostile})
        assert not set("<>&\u2028\u2029") & set(written)
        assert json.loads(written) == {"name": hostile}

    def test_other_scripts_are_themselves(self):
        assert "华为" in jsonld.in_a_page({"name": "华为"})


class TestBreadcrumbs:
    def test_count_from_one(self):
        trail = jsonld.breadcrumbs(("chipduo", "https://a.example/"), ("Tags", "https://a.example/tags/"))
        assert [step["position"] for step in trail["itemListElement"]] == [1, 2]
