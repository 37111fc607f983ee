from datetime import UTC, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.models import Article, Edition, Series
from articles.signals import edition_published
from tests import cast

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


def numbers(editions) -> list[int]:
    return list(editions.order_by("number").values_list("number", flat=True))


class TestACorrection:
    def test_is_an_edition_that_says_so(self):
        first = cast.published()
        assert not first.is_correction
        assert cast.republished(first, "Put right.", note="A slip.", is_correction=True).is_correction

    def test_says_what_it_corrects(self):
        first = cast.published()
        with pytest.raises(ValidationError, match="Say what was wrong"):
            cast.republished(first, "Put right.", note=" ", is_correction=True)
        assert first.article.editions.count() == 1

    def test_needs_something_that_was_read(self):
        with pytest.raises(ValidationError, match="No reader has seen"):
            cast.write().publish(editor=None, note="A slip.", is_correction=True)


class TestPublishing:
    def test_makes_an_edition_of_the_stored_manuscript(self):
        article = cast.write(title="Needs", standfirst="Why.", byline="The editors", tags=("chips",))
        edition = article.publish(editor=None, note="First.")
        assert (edition.number, edition.title, edition.standfirst, edition.byline) == (
            1,
            "Needs",
            "Why.",
            "The editors",
        )
        assert (edition.body, edition.note) == (cast.NEEDS, "First.")
        assert list(edition.tags.names()) == ["chips"]

    def test_takes_series_and_part_along(self):
        series = Series.objects.create(slug="duo", title="The Duo")
        edition = cast.published(series=series, part=2)
        Article.objects.update(series=None, part=None)
        assert (Edition.objects.get().series, edition.part) == (series, 2)

    def test_keeps_the_earlier_edition_closed_at_the_moment_the_next_begins(self):
        first = cast.published()
        second = cast.republished(first, "Changed.")
        first.refresh_from_db()
        assert first.live_until == second.live_from
        assert numbers(Edition.objects.live()) == [2]

    def test_shows_nothing_of_a_manuscript_changed_since(self):
        cast.published()
        Article.objects.update(title="Secret", body="Secret")
        assert not Edition.objects.filter(title="Secret").exists()

    def test_reads_the_stored_manuscript_and_not_the_one_in_hand(self):
        article = cast.write(body="Stored.")
        article.body = "In hand."
        assert article.publish(editor=None).body == "Stored."

    def test_numbers_the_notes_and_joins_them_to_their_sources(self):
        edition = cast.published(body="One[^report], two[^why].\n\n[^why]: Because.\n")
        assert [(c.number, c.source and c.source.slug, c.text) for c in edition.citations.all()] == [
            (1, "report", ""),
            (2, None, "Because."),
        ]

    def test_gives_no_passage_the_id_of_a_note(self):
        edition = cast.published(body="## Note 1\n\nA claim[^report].\n\n## Ref 1\n\nMore.")
        assert list(edition.passages.filter(kind="heading").values_list("key", flat=True)) == [
            "note-1-2",
            "ref-1-2",
        ]

    def test_counts_the_words(self):
        assert cast.published(body="One two three.\n\n华为 four").word_count == 6

    def test_tells_who_listens_once_the_passages_are_there(self):
        heard = []

        def listen(edition, **kwargs):
            heard.append(edition.passages.count())

        edition_published.connect(listen)
        try:
            cast.published(body="One.\n\nTwo.")
        finally:
            edition_published.disconnect(listen)
        assert heard == [2]

    def test_leaves_nothing_behind_when_a_listener_fails(self):
        def fail(edition, **kwargs):
            raise RuntimeError

        article = cast.write()
        edition_published.connect(fail)
        try:
            with pytest.raises(RuntimeError):
                article.publish(editor=None)
        finally:
            edition_published.disconnect(fail)
        assert not Edition.objects.exists()

    @pytest.mark.parametrize(
        ("body", "told"),
        [
            ("", "nothing to read yet"),
            ("A claim[^nobody].", r"\[\^nobody\]"),
            ("![A wafer](https://elsewhere.example/wafer.png)", "Images of other sites"),
        ],
    )
    def test_refuses_a_text_that_cannot_be_read(self, body, told):
        article = cast.write(body=body)
        with pytest.raises(ValidationError, match=told) as refused:
            article.publish(editor=None)
        assert "body" in refused.value.message_dict

    def test_refuses_a_moment_that_has_passed(self):
        with pytest.raises(ValidationError, match="has passed"):
            cast.write().publish(editor=None, at=timezone.now() - HOUR)

    def test_refuses_an_end_before_the_beginning(self):
        with pytest.raises(ValidationError, match="end before it begins"):
            cast.write().publish(editor=None, until=timezone.now() - HOUR)

    @pytest.mark.parametrize("name", ["at", "until"])
    def test_refuses_what_is_too_far_off_for_a_calendar(self, name):
        with pytest.raises(ValidationError, match="Choose a year"):
            cast.write().publish(editor=None, **{name: datetime(9999, 12, 31, 23, 59, tzinfo=UTC)})

    def test_holds_the_article_and_lets_what_points_at_it_come_and_go(self):
        article = cast.write()
        with CaptureQueriesContext(connection) as asked:
            article.publish(editor=None)
        held = [
            query["sql"] for query in asked if " FOR " in query["sql"] and "articles_article" in query["sql"]
        ]
        assert bool(held) == connection.features.has_select_for_update
        assert all(sql.endswith(" FOR NO KEY UPDATE") for sql in held)

    def test_follows_what_was_published_while_it_waited(self, while_waiting):
        first = cast.published()
        while_waiting(lambda: first.article.publish(editor=None))
        first.article.publish(editor=None)
        assert numbers(Edition.objects.live()) == [3]


class TestScheduling:
    def test_changes_nothing_until_its_time(self):
        first = cast.published()
        begins = timezone.now() + HOUR
        cast.republished(first, "Later.", at=begins)
        assert numbers(Edition.objects.live()) == [1]
        assert numbers(Edition.objects.live(begins)) == [2]
        assert numbers(Edition.objects.live(begins - timedelta(microseconds=1))) == [1]

    def test_replaces_an_edition_that_no_reader_has_seen(self):
        first = cast.published()
        cast.republished(first, "Later.", at=timezone.now() + HOUR)
        cast.republished(first, "Later still.", at=timezone.now() + 2 * HOUR)
        assert [edition.body for edition in Edition.objects.order_by("number")] == [
            cast.NEEDS,
            "Later still.",
        ]
        assert numbers(Edition.objects.all()) == [1, 2]

    def test_gives_the_live_edition_its_own_end_back_when_cancelled(self):
        ends = timezone.now() + 3 * HOUR
        first = cast.write().publish(editor=None, until=ends)
        cast.republished(first, "Later.", at=timezone.now() + HOUR)
        first.article.cancel_schedule()
        first.refresh_from_db()
        assert first.live_until == ends

    def test_publishing_now_drops_what_was_scheduled(self):
        first = cast.published()
        cast.republished(first, "Later.", at=timezone.now() + HOUR)
        cast.republished(first, "Now.")
        assert [edition.body for edition in Edition.objects.live(timezone.now() + 2 * HOUR)] == ["Now."]

    def test_ends_by_itself(self):
        ends = timezone.now() + HOUR
        cast.write().publish(editor=None, until=ends)
        assert not Edition.objects.live(ends).exists()
        assert Edition.objects.live(ends - timedelta(seconds=1)).exists()

    def test_a_first_edition_is_not_public_before_its_time(self):
        edition = cast.write().publish(editor=None, at=timezone.now() + HOUR)
        assert not Article.objects.public().exists()
        assert not edition.article.is_gone
