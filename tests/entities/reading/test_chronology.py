import pytest

from entities.reading.chronology import Chronology
from entities.reading.edition import Reading
from tests import cast

pytestmark = pytest.mark.django_db

BODY = """\
SMIC listed in March 2004. Huawei was founded in 1987. Nothing else is known.

## Steps of 2019

Orders moved. They moved for good.

| Date | Step |
|---|---|
| 16 May 2019 | Huawei is listed |
| 15 May 2020 | TSMC takes no orders |
"""


def told(edition) -> Chronology:
    return Chronology(Reading(edition))


def lines(moments) -> list[tuple[str, str]]:
    return [
        (moment.when.words if moment.when else "", " ".join("".join(run for run, _ in moment.runs).split()))
        for moment in moments
    ]


class TestMoments:
    def test_are_sentences_and_rows_from_the_earliest_to_the_latest(self):
        assert lines(told(cast.published(body=BODY)).dated) == [
            ("1987", "Huawei was founded in 1987."),
            ("March 2004", "SMIC listed in March 2004."),
            ("16 May 2019", "16 May 2019 Huawei is listed"),
            ("15 May 2020", "15 May 2020 TSMC takes no orders"),
        ]

    def test_mark_the_words_that_name_the_date(self):
        first = told(cast.published(body=BODY)).dated[0]
        assert first.runs == [("Huawei was founded in ", False), ("1987", True), (".", False)]

    def test_take_the_date_of_an_event_that_rests_on_them(self):
        edition = cast.published(body=BODY)
        cast.quoted(cast.event(when="2020-05-15"), edition, "Orders moved")
        moment = next(one for one in told(edition).dated if one.events)
        assert (moment.when.words, moment.sentence) == ("15 May 2020", "Orders moved.")

    def test_leave_out_words_that_an_event_says_more_exactly(self):
        edition = cast.published(body=BODY)
        cast.quoted(cast.event(when="2004-03-18"), edition, "SMIC listed in March 2004")
        assert ("18 March 2004", "SMIC listed in March 2004.") in lines(told(edition).dated)
        assert ("March 2004", "SMIC listed in March 2004.") not in lines(told(edition).dated)

    def test_keep_words_that_tell_of_another_time(self):
        edition = cast.published(body=BODY)
        cast.quoted(cast.event(when="1999"), edition, "SMIC listed in March 2004")
        assert len([one for one in told(edition).dated if one.sentence.startswith("SMIC listed")]) == 2

    def test_without_a_date_are_told_apart(self):
        edition = cast.published(body=BODY)
        cast.quoted(cast.event(), edition, "They moved for good")
        assert lines(told(edition).undated) == [("", "They moved for good.")]

    def test_lead_to_the_sentence_and_in_a_table_to_its_place(self, client):
        edition = cast.published(body=BODY)
        first, *_, last = told(edition).dated
        assert first.url.startswith(f"/articles/needs/?sentence=1.{first.passage.key}.2#")
        assert "<mark>Huawei was founded in 1987.</mark>" in client.get(first.url).content.decode()
        assert last.url == f"/articles/needs/#{last.passage.key}"

    def test_show_no_event_that_is_not_public(self):
        edition = cast.published(body=BODY)
        cast.quoted(cast.event(public=False, when="2020"), edition, "Orders moved")
        assert not any(moment.events for moment in told(edition).dated)

    def test_follow_words_into_the_next_edition(self):
        first = cast.published(body=BODY)
        cast.quoted(cast.event(when="2020-05-15"), first, "Orders moved")
        second = cast.republished(first, body="Before all.\n\n" + BODY)
        (moment,) = (one for one in told(second).dated if one.events)
        assert moment.passage.edition_id == second.pk


class TestTheCounts:
    def test_add_up_to_the_sentences(self):
        edition = cast.published(body=BODY)
        cast.quoted(cast.event(), edition, "Orders moved")
        chronology = told(edition)
        assert (chronology.sentences, chronology.telling, chronology.untold, chronology.silent) == (
            8,
            4,
            1,
            3,
        )


class TestStops:
    def test_name_a_date_of_a_passage_once(self):
        edition = cast.published(body="In 2019 it rose. In 2019 it fell.\n\nIn 2019 it ended.")
        assert [moment.passage.number for moment, _ in told(edition).stops] == [1, 2]

    def test_say_where_years_of_silence_lie_before_them(self):
        edition = cast.published(body="In 1987. In 2004. In 2005.")
        assert [silence for _, silence in told(edition).stops] == [False, True, False]

    def test_are_none_in_a_text_without_dates(self):
        assert told(cast.published(body="Nobody knows when.")).stops == []


def shown(client, address: str, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status
    return answer.content.decode()


class TestThePage:
    def test_gives_each_year_its_sentences(self, client):
        cast.published(body=BODY)
        page = shown(client, "/articles/needs/chronology/")
        assert page.index("<h2>1987</h2>") < page.index("<h2>2004</h2>") < page.index("<h2>2020</h2>")
        assert "4 of the 8 sentences tell of a time" in page

    def test_says_when_there_is_nothing_to_put_in_order(self, client):
        cast.published(body="Nobody knows when.")
        assert "No sentence of this article tells of a time." in shown(client, "/articles/needs/chronology/")

    def test_escapes_the_words(self, client):
        cast.published(body="In 2019 `<script>` was said.")
        assert "&lt;script&gt; was said" in shown(client, "/articles/needs/chronology/")

    def test_is_not_there_for_what_readers_cannot_read(self, client):
        edition = cast.published(body=BODY)
        cast.write("draft", body=BODY)
        shown(client, "/articles/draft/chronology/", 404)
        edition.article.withdraw()
        shown(client, "/articles/needs/chronology/", 410)


class TestTheRail:
    def test_leads_to_the_places_and_to_the_page(self, client):
        edition = cast.published(body=BODY)
        rail = shown(client, "/articles/needs/").split('class="rail"')[1].split("</nav>")[0]
        assert rail.count("<li") == 4
        assert f'href="#{cast.passage(edition, "SMIC listed").key}"' in rail
        assert 'href="/articles/needs/chronology/"' in rail

    def test_says_that_a_forecast_is_one(self, client):
        edition = cast.published(body=BODY)
        cast.quoted(cast.event(when="2030", standing="forecast"), edition, "Orders moved")
        assert (
            "forecast</span>" in shown(client, "/articles/needs/").split('class="rail"')[1].split("</nav>")[0]
        )

    def test_is_absent_beside_a_text_without_dates(self, client):
        cast.published(body="Nobody knows when.")
        assert 'class="rail"' not in shown(client, "/articles/needs/")
