import pytest

from tests import cast
from tests.chipduo.pages import HOSTILE, page, words

pytestmark = pytest.mark.django_db


class TestTheTimeline:
    def test_numbers_its_phases_and_says_what_is_undated(self):
        cast.event("dated", when="2019-05-16", phase=cast.phase("restrictions", 4))
        cast.event("undated")
        shown = words("/timeline/")
        assert "IV Restrictions" in shown
        assert '<time datetime="2019-05-16">16 May 2019</time>' in page("/timeline/")
        assert '<span class="when unknown">undated</span>' in page("/timeline/")

    def test_gives_no_machine_readable_form_to_what_is_not_known(self):
        cast.event(when="1987~")
        assert '<span class="when"><span>about 1987</span></span>' in page("/timeline/")

    def test_says_how_each_event_stands_and_where_it_is_from(self):
        cast.event(standing="forecast", origin="document")
        shown = page("/timeline/")
        assert '<span class="standing forecast">forecast</span>' in shown
        assert '<span class="origin document">from the document</span>' in shown

    def test_ties_an_event_to_the_threads_of_those_it_names(self):
        huawei, smic, _ = cast.duo()
        cast.event(entities=(huawei, smic))
        assert 'class="event thread-cinnabar thread-indigo"' in page("/timeline/")

    def test_says_how_many_are_shown_and_why(self):
        smic = cast.entity("SMIC")
        cast.event("with", (smic,), when="2020", standing="judgement")
        cast.event("without")
        shown = words("/timeline/?entity=smic&standing=judgement&from=2019")
        assert (
            "1 of 2 events: those naming SMIC, marked as the article’s judgement, from the year 2019."
            in shown
        )
        assert "Undated events are left out. Each event says why it is here." in shown
        assert "Show all 2" in shown

    def test_shows_its_filter_as_it_was_set(self):
        cast.event("with", (cast.entity("SMIC"),))
        shown = (
            page("/timeline/?entity=smic&from=2019").split('<form action="/timeline/"')[1].split("</form>")[0]
        )
        assert '<option value="smic" selected>' in shown
        assert 'name="from" value="2019"' in shown

    def test_tells_a_mistake_in_what_is_asked(self):
        assert "A year is a number from 1000 to 2999." in words("/timeline/?from=9", 400)

    def test_escapes_a_mistake(self):
        assert "<script>" not in page(f"/timeline/?entity={HOSTILE}", 400)


class TestAnEvent:
    def test_shows_the_words_it_rests_on(self):
        edition = cast.published()
        evidence = cast.quoted(cast.event(rests_on=None), edition, "Huawei orders its chips from SMIC")
        shown = page("/timeline/orders-move/")
        key = cast.passage(edition, "Huawei orders").key
        assert "“Huawei orders its chips from SMIC”" in shown
        assert f'href="/articles/needs/?evidence={evidence.pk}#{key}"' in shown

    def test_says_when_those_words_were_changed(self):
        edition = cast.published()
        cast.quoted(cast.event(rests_on=None), edition, "Nobody knows when.")
        cast.republished(edition, cast.NEEDS.replace("Nobody knows when.", "Nobody knows the year."))
        shown = words("/timeline/orders-move/")
        assert "The words behind this claim were changed in edition 2: see the difference." in shown
        assert "Needs, edition 1" in shown

    def test_escapes_its_words(self):
        cast.event(title=HOSTILE, summary=HOSTILE)
        assert "<script>" not in page("/timeline/orders-move/")
        assert "<script>" not in page("/timeline/")
