"""What each kind of page shows its readers, in words."""

import pytest

from tests import cast
from tests.chipduo.pages import HOSTILE, page, words

pytestmark = pytest.mark.django_db


class TestHome:
    def test_lists_the_parts_of_a_series_by_number(self):
        for part, title in enumerate(("Opening", "Huawei", "SMIC")):
            cast.published(f"part-{part}", title=title, series=cast.series(), part=part)
        shown = page("/")
        assert '<li value="0">' in shown
        assert '<li value="2">' in shown
        assert "Opening" in shown.split('value="1"')[0]

    def test_counts_the_passages_that_name_an_entity(self):
        cast.duo()
        cast.published()
        assert "Huawei 2 passages" in words("/")

    def test_tells_a_phase_of_forecasts_from_one_of_events(self):
        cast.event("past")
        cast.event("hope", phase=cast.phase("later", 2), standing="forecast")
        assert "1 event " in words("/")
        assert "1 forecast " in words("/")

    def test_says_what_changed_lately(self):
        cast.republished(cast.published(), "Other words.\n", note="Said better")
        assert "Needs, edition 2: Said better" in words("/")

    def test_of_a_site_with_nothing_on_it_is_complete(self):
        assert "Huawei & SMIC" in words("/")


class TestATag:
    def test_leads_to_what_carries_it_and_counts_it(self):
        cast.published(tags=("chips",))
        cast.entity("SMIC", tags=("chips",))
        assert "1 article 1 entity" in words("/tags/chips/")
        assert 'href="/tags/chips/feed/"' in page("/tags/chips/")

    def test_leads_to_itself_together_with_another(self):
        cast.published(tags=("phones", "chips"))
        assert 'href="/tags/chips+phones/"' in page("/tags/phones/")

    def test_escapes_its_name(self):
        cast.published(tags=(HOSTILE,))
        assert "<script>" not in page("/tags/") + page("/articles/needs/")

    def test_that_nothing_carries_is_not_found(self):
        assert "Nothing here carries that tag" in words("/tags/nothing/", 404)

    def test_stands_among_the_others_whatever_case_it_begins_with(self):
        cast.entity("Huawei").tags.add("chips", "US policy", "ASML")
        shown = words("/tags/").split("By name")[1]
        assert shown.index("ASML") < shown.index("chips") < shown.index("US policy")


class TestASource:
    def test_lists_what_rests_on_it(self):
        huawei, smic, _ = cast.duo()
        cast.published()
        cast.event()
        cast.relation(huawei, "customer-of", smic)
        shown = words("/sources/report/")
        for part in ("Cited in Needs", "Orders-Move", "Huawei is a major customer of SMIC"):
            assert part in shown

    def test_shows_what_rests_on_it_page_by_page(self, monkeypatch):
        monkeypatch.setattr("chipduo.views.sources.OF_EACH", 1)
        cast.published()
        for name in ("first", "second"):
            cast.event(name)
        one, other = words("/sources/report/"), words("/sources/report/?page=2")
        assert ("Cited in Needs" in one, "First" in one, "Second" in one) == (True, True, False)
        assert ("Cited in Needs" in other, "First" in other, "Second" in other) == (False, False, True)
        assert "Page 1 of 2" in one

    def test_names_its_language_and_leads_to_it(self):
        cast.source("report", url="https://www.example.com/a", language="zh-Hans")
        cast.published()
        assert "Simplified Chinese" in words("/sources/report/")
        assert '<a href="https://www.example.com/a" hreflang="zh-Hans">example.com</a>' in page(
            "/sources/report/"
        )

    def test_in_a_language_without_a_name_is_shown_with_its_code(self):
        cast.source("report", language="tlh")
        cast.published()
        assert "<dd>tlh</dd>" in page("/sources/report/")

    def test_is_listed_with_its_publisher(self):
        cast.published()
        assert "Report The Press" in words("/sources/")


class TestALongList:
    def test_leads_on_with_what_was_asked(self, monkeypatch):
        monkeypatch.setattr("entities.views.entity.ENTITIES_PER_PAGE", 1)
        for name in ("Huawei", "SMIC"):
            cast.entity(name)
        shown = page("/entities/?kind=company")
        assert 'rel="next" href="?kind=company&amp;page=2"' in shown
        assert "Page 1 of 2" in words("/entities/?kind=company")

    def test_has_an_address_for_each_of_its_pages(self, monkeypatch):
        monkeypatch.setattr("entities.views.entity.ENTITIES_PER_PAGE", 1)
        for name in ("Huawei", "SMIC"):
            cast.entity(name)
        assert 'canonical" href="http://127.0.0.1:8000/entities/?page=2"' in page("/entities/?page=2")


class TestAnErrorPage:
    def test_offers_somewhere_to_go_on(self):
        shown = page("/nowhere/", 404)
        for address in ("/articles/", "/entities/", "/timeline/", "/tags/", "/sources/"):
            assert f'href="{address}"' in shown

    def test_escapes_the_address(self):
        assert "<script>" not in page("/nowhere/%3Cscript%3E/", 404)

    def test_claims_no_address_of_its_own(self):
        assert "canonical" not in page("/nowhere/", 404)
