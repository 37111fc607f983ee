"""Mentions that link to nothing because several entities share the spelling: which of them is meant here?"""

from collections.abc import Iterable

from django.core.exceptions import ValidationError

from chipduo.desk.keeping import made
from chipduo.desk.queue import Answer, Reply, Row
from chipduo.desk.sightings import SightingQueue, manuscript_link, words_of
from entities.linking.deciding import place_in
from entities.linking.names import current_names
from entities.linking.relinking import relink_articles
from entities.models import Entity, LinkDecision, Sighting

LINK = "link."


class Ambiguous(SightingQueue):
    slug = "ambiguous"
    title = "Mentions not linked because they are ambiguous"
    why = "Several entities have that spelling: until an editor says which is meant, readers get no link."
    settles = "entities.add_linkdecision"
    kinds = (Sighting.Kind.SHARED,)
    leave = "Leave it unlinked"

    def rows(self, things: Iterable[Sighting]) -> list[Row]:
        pairs = [(sighting, owners_of(sighting.surface)) for sighting in things]
        named = Entity.objects.for_lists().in_bulk({pk for _, owners in pairs for pk in owners})
        return [self.row_with(sighting, [named[pk] for pk in owners]) for sighting, owners in pairs]

    def row_with(self, sighting: Sighting, owners: list[Entity]) -> Row:
        answers = [
            Answer(f"{LINK}{entity.pk}", f"{entity} ({entity.get_kind_display()})") for entity in owners
        ]
        lines = [(f"In edition {sighting.edition.number}", words_of(sighting))]
        note = "Whom does it mean here?" if owners else "Nobody has that spelling any more."
        return Row(
            sighting.key, lines, [manuscript_link(sighting)], note, [*answers, Answer("no", "Never a link")]
        )

    def settle(self, sighting: Sighting, reply: Reply) -> None:
        place = place_of(sighting)
        entity = Entity.objects.get(pk=reply.answer.removeprefix(LINK)) if reply.answer != "no" else None
        if LinkDecision.objects.filter(**place).exists():
            raise ValidationError(f"Somebody has decided about “{sighting.surface}” in that place already.")
        with made(reply.editor, "Decided in the queue of ambiguous mentions.") as decisions:
            decisions.append(LinkDecision.objects.create(**place, entity=entity))
            relink_articles([sighting.article_id])


def owners_of(surface: str) -> tuple[int, ...]:
    matches = current_names().lexicon.find_all(surface)
    return next((one.candidates for one in matches if (one.start, one.end) == (0, len(surface))), ())


def place_of(sighting: Sighting) -> dict[str, object]:
    place = place_in(sighting.text, sighting.start, sighting.end)
    return {"article_id": sighting.article_id, **place}
