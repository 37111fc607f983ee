"""Entities that turn out to be one: nothing that rested on the others is lost, and it can be undone."""

from collections.abc import Sequence
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Exists, F, OuterRef
from taggit.models import TaggedItem

from articles.models import Merger, SlugRecord
from entities.evidence.reviewing import review_articles
from entities.linking.names_changing import names_changing
from entities.merging_claims import hand_over_facts, hand_over_relations
from entities.merging_traces import traces_of
from entities.models import Entity, Event, Evidence
from entities.recording import record_about


@transaction.atomic
def merge(gone: Sequence[Entity], heir: Entity, editor: Any = None, *, relinks: bool = True) -> Merger:
    """What rests on `gone` rests on `heir` from now on, and so do their addresses; then they are gone."""
    if heir.pk in {one.pk for one in gone}:
        raise ValidationError("An entity cannot be merged into itself.")
    with names_changing(heir.pk, *(one.pk for one in gone), relinks=relinks):
        refresh_all([*gone, heir])
        with Merger.objects.recorded(gone, heir, traces_of(gone, heir), editor) as merger:
            hand_over(gone, heir)
        record_about(heir)
    return merger


@transaction.atomic
def undo(merger: Merger, editor: Any = None, *, relinks: bool = True) -> None:
    with names_changing(merger.heir_id, *merger.gone_pks, relinks=relinks):
        merger.take_back(editor)
        Entity.objects.filter(pk=merger.heir_id).update(version=F("version") + 1)
        quoting = Evidence.objects.quotes().filter(pk__in=evidence_in(merger))
        review_articles(list(quoting.values_list("passage__edition__article", flat=True).distinct()))
        for entity in Entity.objects.filter(pk__in=[merger.heir_id, *merger.gone_pks]):
            record_about(entity)


def refresh_all(entities: Sequence[Entity]) -> None:
    """As they are stored, or a ValidationError: somebody may have merged the same ones a moment ago."""
    for one in entities:
        try:
            one.refresh_from_db()
        except Entity.DoesNotExist as missing:
            raise ValidationError(
                f"“{one}” is not there any more: it was merged or deleted meanwhile."
            ) from missing


def hand_over(gone: Sequence[Entity], heir: Entity) -> None:
    """The rows only: what is derived from them is for who calls."""
    for one in gone:
        hand_over_aliases(one, heir)
        hand_over_facts(one, heir)
        hand_over_relations(one, heir)
        hand_over_events(one, heir)
        hand_over_tags(one, heir)
        one.link_decisions.update(entity=heir)
        SlugRecord.objects.hand_over(one, heir)
        one.delete()
        inherit_what_is_missing(one, heir)


def hand_over_aliases(gone: Entity, heir: Entity) -> None:
    known = heir.aliases.values_list("text", flat=True)
    gone.aliases.filter(text__in=known).delete()
    gone.aliases.update(entity=heir)


def hand_over_events(gone: Entity, heir: Entity) -> None:
    naming = Event.entities.through.objects
    both = Exists(naming.filter(entity=heir, event=OuterRef("event")))
    naming.filter(both, entity=gone).delete()
    naming.filter(entity=gone).update(entity=heir)


def hand_over_tags(gone: Entity, heir: Entity) -> None:
    carried = TaggedItem.objects.filter(content_type=ContentType.objects.get_for_model(Entity))
    carried.filter(object_id=gone.pk, tag__in=heir.tags.all()).delete()
    carried.filter(object_id=gone.pk).update(object_id=heir.pk)


def inherit_what_is_missing(gone: Entity, heir: Entity) -> None:
    for names in (
        ("native_name", "native_language"),
        ("description",),
        ("about",),
        ("website",),
        ("thread",),
    ):
        if not getattr(heir, names[0]):
            for name in names:
                setattr(heir, name, getattr(gone, name))
    heir.version += 1
    heir.save()


def evidence_in(merger: Merger) -> list[int]:
    return [row["pk"] for row in merger.rows if row["model"] == Evidence._meta.label]
