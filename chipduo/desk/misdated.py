"""Events whose date does not go with what else is known: with the life of whom they name, or with the words they rest on."""

from django.core.exceptions import ValidationError
from django.db.models import CharField, Exists, OuterRef, Q, Value
from django.db.models.functions import Cast, Concat
from django.utils.formats import date_format

from articles.dates.fuzzydate import QUALIFIERS, FuzzyDate, FuzzyDateError, parse
from chipduo.desk.claims import edit_link
from chipduo.desk.keeping import kept
from chipduo.desk.queue import Answer, Queue, Reply, Row, plain, sentence_of
from entities.evidence.mending import record_claim, take_away
from entities.models import Event, Lifetime, OddQuote
from entities.search import rows as search_rows

Naming = Event.entities.through


class OutsideALife(Queue):
    slug = "outside-a-life"
    title = "Events outside the life of whom they name"
    why = "It is dated before its entity was founded or born, or after its end: one of the dates is wrong, or it names the wrong one."
    sees = "entities.view_event"
    settles = "entities.change_event"

    def things(self):
        before = Q(begins__gt=OuterRef("event__latest"))
        after = Q(ends__lt=OuterRef("event__earliest"))
        lives = Lifetime.objects.filter(before | after, entity=OuterRef("entity"))
        sure = Naming.objects.filter(Exists(lives))
        for mark in QUALIFIERS:
            sure = sure.exclude(event__when__contains=mark)
        key = Concat(
            Cast("event_id", CharField()),
            Value("."),
            Cast("entity_id", CharField()),
            Value("."),
            Cast("event__when", CharField()),
        )
        texts = ("entity__about", "entity__about_html", "event__summary")
        return sure.annotate(key=key).select_related("event", "entity__lifetime").defer(*texts).order_by("pk")

    def row(self, naming: Naming) -> Row:
        event, entity = naming.event, naming.entity
        life = entity.lifetime
        is_early = life.begins and event.latest and event.latest < life.begins
        day = date_format(life.begins if is_early else life.ends, "j F Y")
        said = f"“{entity}” was not there before {day}." if is_early else f"“{entity}” was gone after {day}."
        links = [edit_link(event), edit_link(entity)]
        lines = [(event.when.words, plain(event.title))]
        return Row(
            naming.key,
            lines,
            links,
            f"{said} Its facts and founding say so.",
            [Answer("part", "It does not concern that one")],
        )

    def settle(self, naming: Naming, reply: Reply) -> None:
        event, entity = naming.event, naming.entity
        with kept(reply.editor, event, f"Does not name “{entity}” any more: it lies outside its life."):
            event.entities.remove(entity)
            search_rows.renew([event])
            record_claim(event)


class OddlyQuoted(Queue):
    slug = "quoted-dates"
    title = "Events whose quoted words name another date"
    why = "A reader who checks the date of an event at the words behind it finds another."
    sees = "entities.view_event"
    settles = "entities.change_evidence"

    def things(self):
        key = Concat(Cast("evidence_id", CharField()), Value("."), Cast("evidence__event__when", CharField()))
        return (
            OddQuote.objects.annotate(key=key)
            .select_related("evidence__event", "evidence__passage")
            .defer("evidence__passage__html", "evidence__passage__before", "evidence__passage__after")
            .order_by("pk")
        )

    def row(self, odd: OddQuote) -> Row:
        event, text = odd.evidence.event, odd.evidence.passage.text
        lines = [(event.when.words, plain(event.title)), ("Its words", sentence_of(text, odd.start, odd.end))]
        answers = [
            Answer("date", f"Date it “{text[odd.start : odd.end]}”"),
            Answer("remove", "Take the evidence away"),
        ]
        return Row(odd.key, lines, [edit_link(event)], "", answers)

    def settle(self, odd: OddQuote, reply: Reply) -> None:
        evidence, event = odd.evidence, odd.evidence.event
        if reply.answer == "remove":
            with kept(reply.editor, event, "Took away evidence that names another date."):
                return take_away(evidence)
        words = evidence.passage.text[odd.start : odd.end]
        with kept(reply.editor, event, f"Dated by the words that it rests on: {words}."):
            event.when = parsed(words)
            event.full_clean()
            event.save()
            search_rows.renew([event])
            record_claim(event)
        return None


def parsed(words: str) -> FuzzyDate:
    try:
        return parse(words)
    except FuzzyDateError as error:
        raise ValidationError(str(error)) from error
