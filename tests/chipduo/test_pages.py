"""What each kind of page shows its readers, in words."""

from datetime import timedelta
from html import unescape

import pytest
from django.test import Client
from django.utils import timezone
from django.utils.html import strip_tags

from entities.models import Evidence, Fact
from tests import cast

pytestmark = pytest.mark.django_db

HOSTILE = '<script>alert(1)</script>"&'
ESCAPED = "&lt;script&gt;alert(1)&lt;/script&gt;&quot;&amp;"


def page(address: str, status: int = 200) -> str:
    response = Client().get(address)
    assert response.status_code == status, (address, response.status_code)
    return response.content.decode()


def words(address: str, status: int = 200) -> str:
    """What a reader sees, with every stretch of white space as one space."""
    return " ".join(unescape(strip_tags(page(address, status))).split())


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


class TestAnArticle:
    def test_says_who_wrote_it_when_and_in_which_edition(self):
        cast.published(title="What they need", standfirst="In short.", byline="Wen")
        shown = words("/articles/needs/")
        assert "What they need In short. Wen. Published" in shown
        assert "Edition\xa01" in page("/articles/needs/").replace("&nbsp;", "\xa0")
        assert "1 minute." in shown

    def test_escapes_what_an_editor_wrote_in_its_title(self):
        cast.published(title=HOSTILE, standfirst=HOSTILE, byline=HOSTILE)
        shown = page("/articles/needs/")
        assert ESCAPED in shown
        assert "<script>" not in shown

    def test_has_one_address_and_names_its_twins(self):
        cast.published()
        shown = page("/articles/needs/?from=elsewhere")
        assert '<link rel="canonical" href="http://127.0.0.1:8000/articles/needs/">' in shown
        assert 'type="application/json"' in shown and 'href="/articles/needs.json"' in shown
        assert 'type="text/markdown"' in shown and 'href="/articles/needs.md"' in shown

    def test_marks_the_passages_that_name_the_duo(self):
        cast.duo()
        cast.published()
        shown = page("/articles/needs/")
        assert '<div class="passage thread-cinnabar thread-indigo">' in shown
        assert '<div class="passage thread-indigo">' in shown

    def test_says_what_a_section_names(self):
        cast.duo()
        cast.published()
        margin = page("/articles/needs/").split('aria-label="Named under “Orders”"')[1].split("</aside>")[0]
        assert ">Huawei</a>" in margin
        assert ">SMIC</a>" in margin
        assert "TSMC" not in margin

    def test_keeps_a_list_in_one_piece(self):
        cast.published()
        listed = page("/articles/needs/").split("<ul><li><p")[1].split("</div>")[0]
        assert listed.count("<li>") == 1
        assert "</ul>" in listed

    def test_leads_from_a_note_back_to_every_mark(self):
        cast.published(body="One.[^report]\n\nTwo.[^report]\n")
        shown = page("/articles/needs/")
        for mark in ("ref-1", "ref-1-2"):
            assert f'id="{mark}"' in shown
            assert f'href="#{mark}"' in shown

    def test_shows_the_words_of_a_note(self):
        cast.published(body="One.[^aside]\n\n[^aside]: By *most* accounts.\n")
        assert "<em>most</em>" in page("/articles/needs/").split('id="note-1"')[1]

    def test_still_answers_to_the_keys_of_passages_that_went(self):
        first = cast.published(body="Words that stay.\n\nWords that go.\n")
        gone = cast.passage(first, "go").key
        cast.republished(first, "Words that stay.\n")
        assert f'<span id="{gone}"></span>' in page("/articles/needs/")

    def test_leads_to_what_changed(self):
        cast.republished(cast.published(), "Other words.\n", note="Said better")
        assert 'href="/articles/needs/changes/1..2/"' in page("/articles/needs/")
        assert "Said better" in words("/articles/needs/")

    def test_that_is_a_part_leads_to_the_others(self):
        for part in range(4):
            cast.published(f"part-{part}", series=cast.series(), part=part)
        shown = page("/articles/part-1/")
        assert "part 1 of 3" in words("/articles/part-1/")
        assert 'rel="prev" href="/articles/part-0/"' in shown
        assert 'rel="next" href="/articles/part-2/"' in shown

    def test_lists_its_events_in_order_of_time(self):
        edition = cast.published()
        for slug, when, quote in (
            ("later", "2020", "Huawei designs phones."),
            ("sooner", "1987", "SMIC may"),
        ):
            cast.quoted(cast.event(slug, when=when, rests_on=None), edition, quote)
        listed = page("/articles/needs/").split('id="the_events"')[1]
        assert listed.index("Sooner") < listed.index("Later")
        assert '<time datetime="1987">1987</time>' in listed

    def test_describes_its_picture(self):
        cast.published(lead_image="lead/a.webp", lead_image_alt="A wafer")
        assert 'alt="A wafer"' in page("/articles/needs/")

    def test_that_was_withdrawn_is_gone(self):
        cast.published().article.withdraw()
        assert "withdrawn" in words("/articles/needs/", 410)

    def test_that_never_was_is_not_found(self):
        assert "There is no page at this address" in words("/articles/nothing/", 404)


class TestWordsThatAnAddressPointsAt:
    """Behind a claim, or a sentence: marked where they stand, and told of where they do not."""

    CHANGED = cast.NEEDS.replace("Nobody knows when.", "Nobody knows the year.")

    def evidence(self, words: str = "SMIC may catch up", **fields):
        edition = cast.published()
        return cast.quoted(cast.event(rests_on=None, **fields), edition, words)

    def address(self, evidence) -> str:
        return f"/articles/needs/?evidence={evidence.pk}"

    def test_are_marked_within_their_links(self):
        cast.duo()
        shown = page(self.address(self.evidence("SMIC may catch up")))
        assert ">SMIC</mark></a><mark> may catch up</mark>. Nobody" in shown.replace("<mark>SMIC", "SMIC")
        assert shown.count("<mark>") == 2

    def test_are_marked_where_they_stand_now(self):
        evidence = self.evidence()
        moved = cast.republished(
            evidence.passage.edition, "Another beginning.\n\n> SMIC may catch up soon.\n"
        )
        shown = page(self.address(evidence))
        assert f'href="#{cast.passage(moved, "catch up").key}">To the words' in shown
        assert "<mark>SMIC may catch up</mark> soon." in shown

    def test_say_which_claim_they_are_behind(self):
        assert "Marked below: the words behind “Orders-Move”." in words(self.address(self.evidence()))

    def test_leave_the_article_its_one_address(self):
        assert 'canonical" href="http://127.0.0.1:8000/articles/needs/">' in page(
            self.address(self.evidence())
        )

    def test_that_were_changed_say_so_at_the_top_and_in_their_place(self):
        evidence = self.evidence("Nobody knows when.")
        cast.republished(evidence.passage.edition, self.CHANGED)
        cast.republished(evidence.passage.edition, self.CHANGED + "\nMore.\n")
        shown = words(self.address(evidence))
        assert (
            "“Nobody knows when.” The words behind “Orders-Move” were changed in edition 2: see the difference. "
            "They stood in edition 1. To what stands there now" in shown
        )
        assert "Words that stood here were changed in edition 2" in shown.split("Named here")[0]
        assert "<mark>" not in page(self.address(evidence))

    def test_that_were_taken_out_say_so(self):
        evidence = self.evidence("Nobody knows when.")
        cast.republished(evidence.passage.edition, "Huawei designs phones.\n")
        assert "were taken out in edition 2" in words(self.address(evidence))

    def test_that_changed_lead_to_the_difference_and_to_the_edition_that_had_them(self, client):
        evidence = self.evidence("Nobody knows when.")
        cast.republished(evidence.passage.edition, self.CHANGED)
        key = evidence.passage.key
        shown = page(self.address(evidence))
        assert f'href="/articles/needs/changes/1..2/#{key}"' in shown
        assert f'href="/articles/needs/editions/1/{key}/2/"' in shown
        assert "<mark>Nobody knows when.</mark>" in page(f"/articles/needs/editions/1/{key}/2/")

    @pytest.mark.parametrize(
        "asked",
        [
            *(
                "evidence=1000000",
                "evidence=",
                "evidence=one",
                "evidence=-1",
                "evidence=²",
                f"evidence={'9' * 30}",
            ),
            *(
                "sentence=",
                "sentence=1",
                "sentence=1.2",
                "sentence=1.nothing.1",
                "sentence=9.p.1",
                "sentence=..",
            ),
            "sentence=1.%22<b>.1",
        ],
    )
    def test_that_nobody_knows_of_are_not_found_in_words(self, asked):
        cast.published()
        assert "There is no page at this address" in (said := words(f"/articles/needs/?{asked}", 404))
        assert any(reason in said for reason in ("No claim that", "A sentence is asked", "has no passage"))

    @pytest.mark.parametrize("kept", ["private", "of another article", "of a private entity", "tomorrow's"])
    def test_behind_what_readers_cannot_see_are_not_found(self, kept):
        evidence = self.evidence(public=kept != "private")
        if kept == "of another article":
            other = cast.published("other")
            evidence = cast.quoted(evidence.event, other, "SMIC may")
        if kept == "of a private entity":
            evidence.event.entities.add(cast.entity("Secret", public=False))
        if kept == "tomorrow's":
            later = cast.republished(
                evidence.passage.edition, "Tomorrow.\n", at=timezone.now() + timedelta(1)
            )
            evidence = cast.quoted(evidence.event, later, "Tomorrow.")
        assert "No claim that readers can see" in words(self.address(evidence), 404)


class TestTheHistoryOfAnArticle:
    def test_compares_each_edition_with_the_last_one_that_can_be_read(self):
        first = cast.published()
        second = cast.republished(first, "Second.\n")
        cast.republished(first, "Third.\n")
        second.suppress()
        shown = page("/articles/needs/editions/")
        assert "Kept, and not shown." in shown
        assert 'href="/articles/needs/changes/1..3/"' in shown
        assert "/editions/2/" not in shown

    def test_shows_an_edition_as_it_was_without_links_to_names(self):
        cast.duo()
        cast.republished(cast.published(), "Other words.\n")
        shown = page("/articles/needs/editions/1/")
        assert "It bought chips from TSMC." in shown
        assert 'class="entity"' not in shown

    def test_shows_what_was_taken_out_and_put_in(self):
        cast.republished(cast.published(body="Huawei makes phones.\n"), "Huawei makes tablets.\n")
        shown = page("/articles/needs/changes/1..2/")
        assert "<del>phones</del><ins>tablets</ins>" in shown
        assert "1 passage reworded." in words("/articles/needs/changes/1..2/")

    def test_escapes_what_it_compares(self):
        cast.republished(cast.published(body="Safe.\n"), "Unsafe \\<script> here.\n")
        assert "<script>" not in page("/articles/needs/changes/1..2/")


class TestASeries:
    def test_lists_its_parts_and_can_be_followed(self):
        cast.published(series=cast.series(standfirst="In parts."), part=1)
        shown = page("/series/duo/")
        assert "In parts." in shown
        assert 'type="application/atom+xml" title="Duo" href="/series/duo/feed/"' in shown


class TestAnEntity:
    def test_counts_one_sentence_in_one_article(self):
        cast.entity("TSMC")
        cast.published()
        assert "1 sentence in 1 article " in words("/entities/tsmc/")

    def test_counts_several_sentences_in_several_articles(self):
        cast.duo()
        cast.published()
        cast.published("alone", "SMIC again.\n")
        assert "3 sentences in 2 articles " in words("/entities/smic/")

    def test_that_nothing_names_says_so(self):
        cast.entity("Intel")
        assert "No article names Intel today." in words("/entities/intel/")

    def test_is_marked_in_what_the_record_says_of_it(self):
        cast.duo()
        cast.published()
        quoted = page("/entities/tsmc/").split("<blockquote>")[1].split("</blockquote>")[0]
        assert "<p>“It bought chips from <b>TSMC</b>.”</p>" in quoted

    def test_says_which_of_the_duo_a_sentence_names(self):
        cast.duo()
        cast.published(body="TSMC trails nobody. TSMC supplied Huawei.\n")
        shown = page("/entities/tsmc/")
        assert '<figure class="quote">' in shown
        assert '<figure class="quote thread-cinnabar">' in shown

    def test_gives_foreign_names_in_their_language(self):
        entity = cast.entity("Huawei", native_name="华为技术有限公司", native_language="zh-Hans")
        entity.add_alias("華為", language="zh-Hant")
        shown = page("/entities/huawei/")
        assert 'lang="zh-Hans">华为技术有限公司<' in shown
        assert '<span lang="zh-Hant">華為</span>' in shown

    def test_escapes_its_names(self):
        cast.entity(HOSTILE, slug="odd", description=HOSTILE)
        shown = page("/entities/odd/")
        assert ESCAPED in shown
        assert "<script>" not in shown

    def test_says_since_when_and_until_when(self):
        huawei, smic, _ = cast.duo()
        cast.relation(huawei, "customer-of", smic, since="2020-05", until="2024~", note="for phones")
        shown = words("/entities/huawei/")
        assert "Was a major customer of SMIC, for phones, since May 2020, until about 2024." in shown

    def test_says_only_when_what_happened_once(self):
        ren = cast.entity("Ren Zhengfei", "person")
        cast.relation(ren, "founded", cast.entity("Huawei"), since="1987")
        assert "Was founded by Ren Zhengfei, 1987." in words("/entities/huawei/")

    def test_says_which_relations_are_judged_and_which_were_added(self):
        huawei, smic, _ = cast.duo()
        cast.relation(huawei, "sustains", smic, standing="judgement", origin="record")
        shown = words("/entities/huawei/").split("Relations")[-1]
        assert "public record, added: Sustains SMIC." in shown
        assert "the article’s judgement" in shown

    def test_shows_the_source_and_the_date_of_a_fact(self):
        fact = Fact.objects.create(entity=cast.entity("Huawei"), label="Staff", value="207,000", as_of="2023")
        Evidence.objects.create(fact=fact, source=cast.source(), note="page 4")
        shown = page("/entities/huawei/")
        assert 'as of <time datetime="2023">2023</time>' in shown
        assert f'popovertarget="words_fact_{fact.pk}"' in shown
        assert "Report, The Press. Page 4" in words("/entities/huawei/")

    def test_that_does_not_exist_is_not_found(self):
        assert "/entities/nobody/ is not in the book." in words("/entities/nobody/", 404)

    def test_is_not_said_to_be_missing_where_only_a_part_of_it_is(self):
        cast.entity("Huawei")
        shown = words("/entities/?page=99", 404)
        assert "There is no such page." in shown
        assert "is not in the book" not in shown


class TestTheListOfEntities:
    def test_groups_them_by_kind_in_the_order_of_the_kinds(self):
        cast.entity("Innovation", "concept")
        cast.entity("China", "government")
        shown = words("/entities/")
        assert shown.index("China") < shown.index("Innovation")

    def test_offers_only_kinds_that_there_are(self):
        cast.entity("Innovation", "concept")
        shown = page("/entities/")
        assert 'href="/entities/?kind=concept"' in shown
        assert "?kind=place" not in shown

    def test_counts_the_articles_that_name_them(self):
        cast.duo()
        cast.published()
        assert "1 article" in words("/entities/")


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
