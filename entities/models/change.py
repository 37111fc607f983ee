"""What was added to the knowledge, or changed in it, and when: a log that is only ever added to."""

from typing import Self

from django.db import models
from django.db.models import Q

from articles import clock
from entities.models.entity import Entity
from entities.models.event import Event
from entities.models.fact import Fact
from entities.models.one_of import CLAIMS, exactly_one
from entities.models.relation import Relation

Claimed = Event | Relation | Fact

PARTS = {  # of a claim, as readers are told that they changed
    "title": "its title",
    "summary": "its summary",
    "label": "its label",
    "value": "what it says",
    "kind": "what it says",
    "date": "its date",
    "since": "since when",
    "until": "until when",
    "note": "its note",
    "phase": "its phase",
    "standing": "how it stands",
    "origin": "where it comes from",
    "names": "whom it names",
    "evidence": "what it rests on",
}


class ChangeQuerySet(models.QuerySet):
    def public(self, at=None) -> Self:
        """Dated, up to that moment, of claims that readers can see."""
        return self.filter(
            Q(event__in=Event.objects.public(at))
            | Q(relation__in=Relation.objects.public(at))
            | Q(fact__in=Fact.objects.public(at)),
            at__lte=at or clock.now(),
        )

    def about(self, entity: Entity) -> Self:
        return self.filter(
            Q(event__in=Event.objects.filter(entities=entity))
            | Q(relation__in=Relation.objects.of(entity))
            | Q(fact__entity=entity)
        )

    def newest_first(self) -> Self:
        return self.order_by("-at", "-pk")

    def for_lists(self) -> Self:
        ends = ("relation__subject", "relation__object", "fact__entity")
        texts = [f"{end}__{text}" for end in ends for text in ("about", "about_html")]
        return self.select_related("event", *ends).defer("stands", *texts)


class Change(models.Model):
    event = models.ForeignKey(Event, models.CASCADE, null=True, blank=True, related_name="changes")
    relation = models.ForeignKey(Relation, models.CASCADE, null=True, blank=True, related_name="changes")
    fact = models.ForeignKey(Fact, models.CASCADE, null=True, blank=True, related_name="changes")
    at = models.DateTimeField(
        null=True, blank=True, db_index=True, help_text="Empty: it was there before changes were recorded."
    )
    parts = models.JSONField(
        default=list, blank=True, help_text="Which parts changed; none when it was added."
    )
    stands = models.JSONField(help_text="The claim as it stood then, part by part. Not for readers.")

    objects = ChangeQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=exactly_one(*CLAIMS),
                name="change_is_of_one_claim",
                violation_error_message="A change is of one claim: an event, a relation or a fact.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.claim}: {self.what}"

    @property
    def claim(self) -> Claimed:
        return self.event or self.relation or self.fact

    @property
    def kind(self) -> str:
        return self.claim._meta.verbose_name

    @property
    def what(self) -> str:
        """In words: "added", or "changed: its date, what it rests on"."""
        words = dict.fromkeys(said for part, said in PARTS.items() if part in self.parts)
        return f"changed: {', '.join(words)}" if words else "added"
