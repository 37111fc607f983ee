"""“Currently”, “last year”: true when it was written, and read for years. Each with a dated wording for the manuscript."""

from collections.abc import Iterable
from datetime import date

from django.utils import timezone

from articles import sentences
from articles.dates.redating import Redating, dated
from articles.dates.vague_times import VagueTime
from articles.markdown.rewording import reword
from articles.models import Passage
from chipduo.desk.dismissal import Dismissal
from chipduo.desk.keeping import rewritten
from chipduo.desk.queue import Answer, Reply, Row, marked
from chipduo.desk.sightings import SightingQueue, manuscript_link, words_of
from entities.models import Sighting

SAVED = "Dated “{}” in the manuscript."


class VagueTimes(SightingQueue):
    slug = "vague-times"
    title = "“Currently”, “last year” and the like without a date"
    why = "It was true when it was written; whoever reads it years later cannot know when that was."
    settles = "articles.change_article"
    kinds = (Sighting.Kind.VAGUE,)

    def rows(self, things: Iterable[Sighting]) -> list[Row]:
        things = list(things)
        written = first_published(things)
        return [self.row_on(sighting, written[sighting.pk]) for sighting in things]

    def row_on(self, sighting: Sighting, on: date) -> Row:
        lines = [("As it reads", words_of(sighting))]
        redating, answers = redated(sighting, on), []
        if redating:
            lines.append(("Proposed", proposed(sighting.text, redating)))
            answers.append(Answer("date", "Put this into the manuscript"))
        note = f"First published on {on.day} {on:%B %Y}." + (
            "" if redating else " Only a person can word this one."
        )
        return Row(sighting.key, lines, [manuscript_link(sighting)], note, answers)

    def settle(self, sighting: Sighting, reply: Reply) -> None:
        redating = redated(sighting, first_published([sighting])[sighting.pk])
        said, missed = SAVED.format(sighting.surface), f"“{sighting.surface}” was not found, once,"

        def with_date(body: str) -> str | None:
            return redating and reword(body, sighting.text, redating.start, redating.end, redating.words)

        rewritten(reply.editor, sighting.article_id, said, with_date, missed)
        words = "".join(text for text, _ in words_of(sighting))
        Dismissal.objects.leave(self.slug, sighting.key, f"{words} (dated in the manuscript)", reply.editor)


def first_published(sightings: list[Sighting]) -> dict[int, date]:
    """When each sentence was first to be read: an old one in a new edition was true on the day of the old edition."""
    own = Passage.objects.filter(edition__article__in={one.article_id for one in sightings})
    same = own.filter(key__in={one.passage.key for one in sightings}).order_by("edition__live_from")
    texts = list(same.values_list("edition__article", "edition__live_from", "text"))
    days = {}
    for sighting in sightings:
        first, last = sentences.around(sighting.text, sighting.start, sighting.end)
        words = sighting.text[first:last]
        began = next(
            (at for article, at, text in texts if article == sighting.article_id and words in text), None
        )
        days[sighting.pk] = timezone.localdate(began or sighting.edition.live_from)
    return days


def redated(sighting: Sighting, on: date) -> Redating | None:
    return dated(sighting.text, VagueTime(sighting.start, sighting.end), on)


def proposed(text: str, redating: Redating):
    """The sentence as it would read, with the new words marked."""
    first, last = sentences.around(text, redating.start, redating.end)
    before, after = text[first : redating.start], text[redating.end : last]
    return marked(f"{before}{redating.words}{after}", len(before), len(before) + len(redating.words))
