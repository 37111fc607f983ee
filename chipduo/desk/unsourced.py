"""Claims that rest on nothing, of each kind: readers do not see them."""

from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db.models import CharField, Exists, OuterRef, Q, Value
from django.db.models.functions import Cast, Concat

from articles.models import Source
from chipduo.desk.claims import edit_link, page_of
from chipduo.desk.keeping import kept
from chipduo.desk.queue import Answer, Asked, Queue, Reply, Row, plain
from entities.evidence.mending import rest_on
from entities.models import Claimed, Event, Evidence, Fact, Relation
from entities.telling import said


class Unsourced(Queue):
    model: ClassVar[type[Claimed]]
    with_it: ClassVar[tuple[str, ...]] = ()
    why = "Readers see a claim only when something supports it: until then it is work that nobody finds."
    settles = "entities.add_evidence"
    asks = Asked("Source", "Its slug, its address or its exact title.", ("entities", "evidence", "source"))

    def things(self):
        rests = Evidence.objects.filter(**{self.model._meta.model_name: OuterRef("pk")})
        found = self.model.objects.filter(~Exists(rests)).annotate(key=Cast("pk", CharField()))
        return found.select_related(*self.with_it).order_by("pk")

    def row(self, claim: Claimed) -> Row:
        answers = [Answer("rest", "Rest it on the source you name")]
        return Row(claim.key, [("", plain(said(claim)))], [edit_link(claim)], "", answers)

    def settle(self, claim: Claimed, reply: Reply) -> None:
        source = source_called(reply.given)
        with kept(reply.editor, page_of(claim), f"Rested “{claim}” on “{source}”."):
            rest_on(claim, source)


class UnsourcedEvents(Unsourced):
    model = Event
    slug, title, sees = "unsourced-events", "Events that rest on nothing", "entities.view_event"


class UnsourcedRelations(Unsourced):
    model = Relation
    with_it = ("subject", "object")
    slug, title, sees = "unsourced-relations", "Relations that rest on nothing", "entities.view_relation"


class UnsourcedFacts(Unsourced):
    model = Fact
    with_it = ("entity",)
    slug, title, sees = "unsourced-facts", "Facts that rest on nothing", "entities.view_fact"


def source_called(given: str) -> Source:
    if not given:
        raise ValidationError("Say which source: type its slug, its address or its title.")
    offered = Concat("title", Value(" ("), "publisher", Value(")"))  # as the list beneath the field has it
    called = Q(slug=given) | Q(url=given) | Q(title__iexact=given) | Q(offered=given)
    found = Source.objects.alias(offered=offered).filter(called)[:2]
    if len(found) != 1:
        raise ValidationError(
            f"There {'is no source' if not found else 'are several sources'} called “{given}”: give its slug."
        )
    return found[0]
