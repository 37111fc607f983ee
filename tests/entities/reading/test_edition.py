from datetime import timedelta

import pytest
from django.utils import timezone

from entities.models import Entity
from entities.reading.edition import Reading
from tests import cast

pytestmark = pytest.mark.django_db
BODY = """\
Huawei designs phones.

## Orders

Huawei orders its chips from SMIC.

- Phones need processors.
- Networks need modems from Huawei.

### Deeper

TSMC waits.

## Outlook

Nobody knows when.
"""
QUOTE = "Huawei orders its chips from SMIC"


@pytest.fixture
def firms():
    return cast.duo()


def words(things) -> list[str]:
    return [thing.passage.text for thing in things]


class TestPassages:
    def test_come_in_order_with_their_links_and_what_they_name(self, firms):
        read = Reading(cast.published(body=BODY)).passages
        assert words(read)[:3] == ["Huawei designs phones.", "Orders", "Huawei orders its chips from SMIC."]
        assert [mention.entity.slug for mention in read[2].mentions] == ["huawei", "smic"]
        assert 'href="/entities/smic/"' in read[2].html
        assert read[1].html == read[1].passage.html

    def test_name_nobody_that_is_private(self, firms):
        edition = cast.published(body=BODY)
        Entity.objects.filter(slug="smic").update(public=False)
        assert [mention.entity.slug for mention in Reading(edition).passages[2].mentions] == ["huawei"]


class TestSections:
    def test_begin_at_headings_of_the_second_level(self, firms):
        sections = Reading(cast.published(body=BODY)).sections
        assert [section.heading and section.heading.text for section in sections] == [
            None,
            "Orders",
            "Outlook",
        ]
        assert [entity.slug for entity in sections[1].entities] == ["huawei", "smic", "tsmc"]
        assert sections[2].entities == []

    def test_hold_the_whole_text(self, firms):
        reading = Reading(cast.published(body=BODY))
        blocks = [block for section in reading.sections for block in section.blocks]
        assert [read for block in blocks for read in block.passages] == reading.passages

    def test_may_begin_with_a_heading(self):
        sections = Reading(cast.published(body="## One\n\nText.")).sections
        assert [section.heading.text for section in sections] == ["One"]

    @pytest.mark.parametrize("quoted", ["> ## Said", "> ## Said\n>\n> Words.", "- ## Said"])
    def test_are_not_begun_by_a_heading_in_a_quotation_or_a_list(self, quoted):
        sections = Reading(cast.published(body=f"Before.\n\n{quoted}\n\nAfter.")).sections
        assert [section.heading for section in sections] == [None]

    def test_have_blocks_that_stand_alone_as_html(self, firms):
        body = "Before.\n\n- One.\n\n  > Quoted.\n\n  - Two.\n- Three.\n\n> First.\n>\n> 1. Second.\n\nAfter."
        blocks = [
            block for section in Reading(cast.published(body=body)).sections for block in section.blocks
        ]
        for block in blocks:
            for name in ("ul", "ol", "li", "blockquote", "p"):
                assert block.html.count(f"<{name}") == block.html.count(f"</{name}>")
        assert len(blocks) == 4


class TestThreads:
    def test_are_of_the_duo_that_a_block_names(self, firms):
        blocks = (
            Reading(cast.published(body="Huawei.\n\nTSMC.\n\n- SMIC.\n- Huawei.\n\nNobody."))
            .sections[0]
            .blocks
        )
        assert [block.threads for block in blocks] == [["cinnabar"], [], ["cinnabar", "indigo"], []]


class TestEntities:
    def test_come_with_how_many_passages_name_them_most_first(self, firms):
        reading = Reading(cast.published(body="TSMC, TSMC.\n\nSMIC and Huawei.\n\nSMIC."))
        assert [(entity.slug, count) for entity, count in reading.entities] == [
            ("smic", 2),
            ("huawei", 1),
            ("tsmc", 1),
        ]


class TestEvents:
    def placed(self, edition) -> dict[str, list[str]]:
        return {
            read.passage.text: [event.slug for event in read.events]
            for read in Reading(edition).passages
            if read.events
        }

    def test_stand_where_the_words_are_that_they_rest_on(self):
        edition = cast.published(body=BODY)
        cast.quoted(cast.event(rests_on=None), edition, QUOTE)
        cast.event("elsewhere")
        assert self.placed(edition) == {"Huawei orders its chips from SMIC.": ["orders-move"]}

    def test_stand_where_the_words_are_now(self):
        edition = cast.published(body=BODY)
        cast.quoted(cast.event(rests_on=None), edition, QUOTE)
        second = cast.republished(edition, f"Another beginning.\n\nToday {QUOTE}, at last.\n\nAnother end.")
        assert self.placed(second) == {f"Today {QUOTE}, at last.": ["orders-move"]}

    def test_stand_nowhere_once_the_words_changed(self):
        edition = cast.published(body=BODY)
        cast.quoted(cast.event(rests_on=None), edition, QUOTE)
        assert self.placed(cast.republished(edition, BODY.replace("its chips", "all its chips"))) == {}

    def test_stand_once_in_a_place_whatever_it_holds_of_them(self):
        edition = cast.published(body=BODY)
        event = cast.event(rests_on=None)
        for quote in (QUOTE, "Huawei orders"):
            cast.quoted(event, edition, quote)
        assert self.placed(edition) == {"Huawei orders its chips from SMIC.": ["orders-move"]}

    def test_that_are_private_or_wait_for_their_time_stand_nowhere(self):
        edition = cast.published(body=BODY)
        cast.quoted(cast.event("private", public=False, rests_on=None), edition, QUOTE)
        second = cast.republished(edition, BODY, at=timezone.now() + timedelta(hours=1))
        cast.quoted(cast.event("tomorrow", rests_on=None), second, QUOTE)
        assert self.placed(edition) == {}

    def test_of_a_section_and_of_the_page_are_there_once_in_order_of_time(self):
        edition = cast.published(body=BODY)
        late, early = (
            cast.event("late", when="2020", rests_on=None),
            cast.event("early", when="1990", rests_on=None),
        )
        for event in (late, early):
            for words_of_it in (QUOTE, "Phones need processors"):
                cast.quoted(event, edition, words_of_it)
        reading = Reading(edition)
        assert {event.slug for event in reading.sections[1].events} == {"late", "early"}
        assert len(reading.sections[1].events) == 2
        assert [event.slug for event in reading.events] == ["early", "late"]


class TestReading:
    @pytest.mark.parametrize("length", [1, 10])
    def test_takes_as_many_queries_for_a_long_text_as_for_a_short_one(
        self, firms, django_assert_num_queries, length
    ):
        edition = cast.published(body=BODY * length)
        for number in range(length):
            event = cast.event(f"e-{number}", rests_on=None)
            event.evidence.create(passage=edition.passages.filter(text__contains=QUOTE)[0], quote=QUOTE)
        with django_assert_num_queries(5):
            reading = Reading(edition)
            assert reading.entities
            assert len(reading.events) == length
            assert all(
                block.html and block.threads is not None
                for section in reading.sections
                for block in section.blocks
            )
