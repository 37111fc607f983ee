import pytest

from tests import cast
from tests.chipduo.pages import ESCAPED, HOSTILE, page, words

pytestmark = pytest.mark.django_db


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
