"""Names that texts use again and again, and that no entity has."""

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlencode

from django.core.exceptions import ValidationError
from django.db.models import Count, Max, Min
from django.urls import reverse
from django.utils.text import slugify

from chipduo.desk.keeping import kept
from chipduo.desk.queue import Answer, Asked, Reply, Row
from chipduo.desk.sightings import SightingQueue, manuscript_link, words_of
from entities.linking.names import current_names
from entities.linking.names_changing import names_changing
from entities.models import Entity, Sighting

OFTEN = 3  # times seen
LONGEST_SLUG = 100


class UnknownNames(SightingQueue):
    slug = "names"
    title = "Names that have no page"
    why = "Texts name somebody or something again and again, and readers cannot follow it."
    settles = "entities.add_entity"
    kinds = (Sighting.Kind.NAME,)
    leave = "Not a name, or not for a page"
    asks = Asked(
        "Entity",
        "A name, spelling or slug that it has: the ticked names become further spellings of it.",
        ("entities", "relation", "subject"),
    )

    def things(self):
        """Names as {key, seen, first, last}, the most frequent first; `first` and `last` are sightings."""
        seen = Sighting.objects.of(*self.kinds).in_what_is_read().order_by().values("key")
        often = seen.annotate(seen=Count("pk"), first=Min("pk"), last=Max("pk")).filter(seen__gte=OFTEN)
        return often.order_by("-seen", "key")

    def rows(self, things: Iterable[dict[str, Any]]) -> list[Row]:
        things = list(things)
        wanted = {name[end] for name in things for end in ("first", "last")}
        shown = Sighting.objects.for_lists().in_bulk(wanted)
        return [self.row_with(name, [shown[name["first"]], shown[name["last"]]]) for name in things]

    def row_with(self, name: dict[str, Any], shown: list[Sighting]) -> Row:
        called = shown[-1].surface
        lines = [
            ("", [(called, True)]),
            *((f"In “{sighting.edition.title}”", words_of(sighting)) for sighting in shown),
        ]
        links = list(dict.fromkeys(map(manuscript_link, shown)))
        answers = [Answer("alias", "A spelling of the entity you name")]
        return Row(name["key"], lines, links, f"Seen {name['seen']} times.", answers, create_link(called))

    def settle(self, name: dict[str, Any], reply: Reply) -> None:
        entity = entity_called(reply.given)
        called = Sighting.objects.select_related("passage").get(pk=name["last"]).surface
        with names_changing(entity.pk), kept(reply.editor, entity, f"Has the spelling “{called}” too."):
            if not entity.aliases.filter(text=called).exists():
                entity.add_alias(called)


def create_link(called: str) -> tuple[str, str]:
    filled_in = {"name": called, "slug": slugify(called)[:LONGEST_SLUG]}
    return f"Create “{called}”", f"{reverse('admin:entities_entity_add')}?{urlencode(filled_in)}"


def entity_called(given: str) -> Entity:
    if not given:
        raise ValidationError("Say which entity: type a name of it.")
    pk = current_names().meant_by(given)
    if pk is None:
        raise ValidationError(
            f"No public entity alone is called “{given}”. Type its slug, or create it first."
        )
    return Entity.objects.get(pk=pk)
