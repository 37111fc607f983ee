from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from django.utils import timezone

from articles.models import (
    Article,
    Citation,
    Edition,
    Passage,
    Presence,
    Review,
    Scratch,
    Series,
    SlugRecord,
    Source,
)
from tests import cast
from tests.refusals import constraints_of, refused_by_the_database, told

pytestmark = pytest.mark.django_db
NOW = timezone.now()


def manuscript(**fields: Any) -> Article:
    return Article(**{"slug": "b", "title": "B", "body": "B.", "created": NOW, "updated": NOW, **fields})


def edition(**fields: Any) -> Edition:
    return Edition(
        **{
            "article": cast.write("b"),
            "number": 1,
            "title": "B",
            "live_from": NOW,
            "first_published": NOW,
            **fields,
        }
    )


def series() -> Series:
    return Series.objects.create(slug="duo", title="The Duo")


def beside_another_part() -> Article:
    book = series()
    cast.write("a", series=book, part=1)
    return manuscript(series=book, part=1)


def beside_edition(**fields: Any) -> Edition:
    first = cast.published("a")
    return edition(article=first.article, **fields)


def beside_passage(**fields: Any) -> Passage:
    first = cast.published("a", body="One.").passages.get()
    return Passage(
        **{
            "edition": first.edition,
            "position": 7,
            "kind": "paragraph",
            "key": "p-7",
            "html": "<p>",
            "text": "x",
        }
        | fields
    )


def beside_note(**fields: Any) -> Citation:
    return Citation(**{"edition": cast.published("a"), "number": 2, **fields})


def beside_record() -> SlugRecord:
    kind = ContentType.objects.get_for_model(Source)
    SlugRecord.objects.create(content_type=kind, object_id=1, slug="a")
    return SlugRecord(content_type=kind, object_id=2, slug="a")


EMPTY = "cannot be blank"
PART = "A part belongs to a series: give both, or neither."
IMAGE = "Describe the image for readers who do not see it."


def beside_scratch() -> Scratch:
    kept = {"person": cast.user("wen"), "kind": ContentType.objects.get_for_model(Article), "object_id": "1"}
    Scratch.objects.create(**kept, typed_at=NOW, fields={"title": ["A"]})
    return Scratch(**kept, typed_at=NOW, fields={"title": ["B"]})


def beside_presence() -> Presence:
    there = {"person": cast.user("wen"), "kind": ContentType.objects.get_for_model(Article), "object_id": 1}
    Presence.objects.create(**there, until=NOW)
    return Presence(**there, until=NOW)


def beside_review() -> Review:
    asked = {"article": cast.write(body="Words."), "version": 1, "asked_by": cast.user("wen"), "asked": NOW}
    Review.objects.create(**asked)
    return Review(**asked)


REFUSED: dict[str, tuple[Callable[[], Model], str]] = {
    "article_has_a_title": (lambda: manuscript(title=""), EMPTY),
    "article_image_is_described": (lambda: manuscript(lead_image="lead/a.webp"), IMAGE),
    "article_series_and_part_go_together": (lambda: manuscript(part=1), PART),
    "one_article_per_part": (beside_another_part, "Another article is that part of the series already."),
    "edition_has_a_title": (lambda: edition(title=""), EMPTY),
    "edition_image_is_described": (lambda: edition(lead_image="lead/a.webp"), IMAGE),
    "edition_series_and_part_go_together": (lambda: edition(series=series()), PART),
    "one_edition_per_number": (
        lambda: beside_edition(live_from=NOW - timedelta(days=1), live_until=NOW - timedelta(hours=1)),
        "Edition with this Article and Number already exists.",
    ),
    "edition_ends_after_it_begins": (
        lambda: edition(live_until=NOW - timedelta(hours=1)),
        "An edition ends after it begins.",
    ),
    "correction_says_what_it_corrects": (
        lambda: edition(is_correction=True),
        "Say what was wrong: readers find it among the corrections.",
    ),
    "editions_never_overlap": (
        lambda: beside_edition(number=2),
        "Another edition of this article is live at that time.",
    ),
    "one_passage_per_position": (
        lambda: beside_passage(position=0),
        "Passage with this Edition and Position already exists.",
    ),
    "one_passage_per_key": (
        lambda: (one := beside_passage()) and Passage(**fields_of(one, key=one.edition.passages.get().key)),
        "Passage with this Edition and Key already exists.",
    ),
    "passage_has_a_key": (lambda: beside_passage(key=""), EMPTY),
    "one_note_per_number": (
        lambda: beside_note(number=1, html="<p>"),
        "Citation with this Edition and Number already exists.",
    ),
    "note_has_words_or_a_source": (
        beside_note,
        "A note either has words of its own or cites a source.",
    ),
    "series_has_a_title": (lambda: Series(slug="duo"), EMPTY),
    "source_has_a_title": (lambda: Source(slug="report"), EMPTY),
    "copies_are_not_linked": (
        lambda: Source(slug="report", title="Report", kind="copy", url="https://example.com/"),
        "A copy or digest is cited without a link: leave the address empty.",
    ),
    "one_holder_per_old_slug": (beside_record, "Slug record with this Content type and Slug already exists."),
    "one_scratch_per_person_and_thing": (
        beside_scratch,
        "Scratch with this Person, Kind and Object id already exists.",
    ),
    "one_presence_per_thing_and_person": (
        beside_presence,
        "Presence with this Kind, Object id and Person already exists.",
    ),
    "one_review_waits_per_article": (beside_review, "It waits for review already."),
}


def fields_of(thing: Model, **changed: Any) -> dict[str, Any]:
    return {field.name: getattr(thing, field.name) for field in thing._meta.fields} | changed


class TestConstraints:
    def test_are_all_tried_here(self):
        assert set(REFUSED) == constraints_of("articles")

    @pytest.mark.parametrize("name", REFUSED)
    def test_are_kept_by_the_database(self, name):
        make, _ = REFUSED[name]
        refused_by_the_database(make(), name)

    @pytest.mark.parametrize("name", REFUSED)
    def test_are_told_in_plain_words(self, name):
        make, words = REFUSED[name]
        assert words in told(make())


class TestANote:
    def test_cannot_have_both_words_and_a_source(self):
        refused_by_the_database(
            beside_note(html="<p>Why</p>", source=cast.source()), "note_has_words_or_a_source"
        )
