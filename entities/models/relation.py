"""How two entities stand to each other."""

from typing import Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Case, Exists, F, OuterRef, Q, When
from django.db.models.functions import Concat, Lower, Substr
from django.utils import timezone

from articles import clock
from articles.fields import FuzzyDateField, to_fuzzy_date
from articles.models.versioned import Versioned
from entities.models.alias import Alias
from entities.models.claim import Claim
from entities.models.entity import Entity, EntityQuerySet
from entities.models.supported import is_supported
from entities.relations.kinds import HAPPENED_ONCE, KINDS


class RelationQuerySet(models.QuerySet):
    def public(self, at=None) -> Self:
        return self.filter(is_supported("relation", at), subject__public=True, object__public=True)

    def of(self, *entities: Entity) -> Self:
        return self.filter(Q(subject__in=entities) | Q(object__in=entities))

    def ends(self) -> EntityQuerySet:
        """Whom they join."""
        return Entity.objects.filter(
            Q(pk__in=self.order_by().values("subject")) | Q(pk__in=self.order_by().values("object"))
        )

    def by_other_end(self, entity: Entity) -> Self:
        """In the order of who stands at the other end: the duo, then by kind and name."""

        def other(field: str) -> Case:
            return Case(When(subject=entity, then=F(f"object__{field}")), default=F(f"subject__{field}"))

        kinds = [When(other_kind=kind, then=place) for place, kind in enumerate(Entity.Kind)]
        of_the_duo_first = Case(When(other_thread="", then=1), default=0)
        rows = self.annotate(other_kind=other("kind"), other_thread=other("thread"))
        return rows.order_by(of_the_duo_first, "other_thread", Case(*kinds), Lower(other("name")), "pk")

    def duo_first(self) -> Self:
        """Whatever touches one of the duo, then the others; by who, and by whom."""
        among_others = Case(When(subject__thread="", object__thread="", then=1), default=0)
        return self.order_by(among_others, Lower("subject__name"), Lower("object__name"), "pk")

    def for_lists(self) -> Self:
        texts = [f"{end}__{text}" for end in ("subject", "object") for text in ("about", "about_html")]
        nouns = {f"{end}_is_a_noun": is_a_noun(end) for end in ("subject", "object")}
        return self.select_related("subject", "object").defer(*texts).annotate(**nouns)

    def strongest_first(self) -> Self:
        """Recorded before judged before forecast, and in each the document's before what was added: as the words sort."""
        return self.order_by("-standing", "origin", "pk")


def is_a_noun(end: str) -> Exists:
    """Whether editors keep a spelling of its name without the capital, as “foundry” of Foundry: no name of one's own has that."""
    name = OuterRef(f"{end}__name")
    return Exists(
        Alias.objects.filter(entity=OuterRef(end), text=Concat(Lower(Substr(name, 1, 1)), Substr(name, 2)))
    )


class Relation(Claim, Versioned):
    """Told from the end of its subject, or from that which it is `seen_from`."""

    viewpoint: Entity | None = None

    subject = models.ForeignKey(Entity, models.CASCADE, related_name="relations_from")
    kind = models.CharField(max_length=40, choices=[(kind.slug, kind.phrase) for kind in KINDS.values()])
    object = models.ForeignKey(Entity, models.CASCADE, related_name="relations_to")
    since = FuzzyDateField()
    until = FuzzyDateField()
    note = models.CharField(max_length=300, blank=True, help_text="What exactly, in a clause.")

    objects = RelationQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["subject", "kind", "object", "since", "note"], name="a_relation_is_said_once"
            ),
            models.CheckConstraint(
                condition=~Q(subject=F("object")),
                name="relation_joins_two",
                violation_error_message="A relation joins two different entities.",
            ),
        ]

    def __str__(self) -> str:
        forward, _ = self._worded
        return f"{self.subject.spoken_first} {forward} {self.object.spoken()}"

    def clean(self) -> None:
        if self.kind not in KINDS or not self.subject_id or not self.object_id:
            return
        kind, ends = KINDS[self.kind], (self.subject.kind, self.object.kind)
        if not kind.joins(*ends):
            raise ValidationError(f"“{kind.phrase}” does not join {' and '.join(ends)}.")
        if self.since is None and self.is_said_already():
            raise ValidationError("That relation is there already, with the same note.")

    def is_said_already(self) -> bool:
        """Django asks for what is unique only where nothing of it is None; a date that is not known is stored as ""."""
        same = {name: getattr(self, name) for name in ("subject", "kind", "object", "since", "note")}
        return Relation.objects.filter(**same).exclude(pk=self.pk).exists()

    def seen_from(self, entity: Entity) -> Self:
        self.viewpoint = entity
        return self

    def other_end(self, entity: Entity) -> Entity:
        return self.object if entity.pk == self.subject_id else self.subject

    @property
    def other(self) -> Entity:
        return self.other_end(self.viewpoint or self.subject)

    @property
    def phrase(self) -> str:
        """How the one end stands to the other: in the past tense, once that is over."""
        forward, back = self._worded
        return forward if self.other.pk == self.object_id else back

    @property
    def other_name(self) -> str:
        """In the middle of a sentence, where a noun has no capital."""
        end, name = "object" if self.other.pk == self.object_id else "subject", self.other.name
        is_a_noun = getattr(self, f"{end}_is_a_noun", False)
        return self.other.spoken(name[0].lower() + name[1:] if is_a_noun else name)

    @property
    def has_ended(self) -> bool:
        until = to_fuzzy_date(self.until)
        return bool(until and until.latest and until.latest < timezone.localdate(clock.now()))

    @property
    def _worded(self) -> tuple[str, str]:
        return KINDS[self.kind].worded(has_ended=self.has_ended)

    @property
    def happened_once(self) -> bool:
        return self.kind in HAPPENED_ONCE

    @property
    def group(self) -> str:
        return KINDS[self.kind].group
