"""Which rows a merge of entities may touch, and how editors know them."""

from collections.abc import Sequence

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from taggit.models import TaggedItem

from articles.footprints import Trace
from articles.models import SlugRecord
from entities.models import Alias, Change, Entity, Event, Evidence, Fact, LinkDecision, Relation


def traces_of(gone: Sequence[Entity], heir: Entity) -> list[Trace]:
    pks = [heir.pk, *(one.pk for one in gone)]
    return [
        Trace("What it says of itself", Entity.objects.filter(pk__in=pks)),
        Trace("Spellings", Alias.objects.filter(entity__in=pks)),
        *traces_of_claims(pks),
        Trace("Events", Event.entities.through.objects.filter(entity__in=pks).select_related("event"), event),
        Trace("Tags", own(TaggedItem, pks).select_related("tag"), lambda item: item.tag.name),
        Trace("Decisions about links", LinkDecision.objects.filter(entity__in=pks), decision),
        Trace("Addresses", addresses(pks, [one.slug for one in gone])),
    ]


def traces_of_claims(pks: list[int]) -> list[Trace]:
    facts = Fact.objects.filter(entity__in=pks)
    relations = Relation.objects.filter(Q(subject__in=pks) | Q(object__in=pks))
    of_these = Q(fact__in=facts) | Q(relation__in=relations)
    grounds = Evidence.objects.filter(of_these)
    return [
        Trace("Facts", facts.prefetch_related("evidence"), resting),
        Trace(
            "Relations", relations.select_related("subject", "object").prefetch_related("evidence"), resting
        ),
        Trace(
            "Evidence",
            grounds.select_related("source", "fact", "relation__subject", "relation__object"),
            ground,
        ),
        Trace("", Change.objects.filter(of_these), said),
    ]


def own(model, pks: list[int]):
    return model.objects.filter(content_type=ContentType.objects.get_for_model(Entity), object_id__in=pks)


def addresses(pks: list[int], slugs: list[str]):
    kind = ContentType.objects.get_for_model(Entity)
    return SlugRecord.objects.filter(Q(object_id__in=pks) | Q(slug__in=slugs), content_type=kind)


def event(naming) -> str:
    return naming.event.title


def decision(one: LinkDecision) -> str:
    return f"{one.prefix}{one.surface}{one.suffix}"


def resting(claim: Fact | Relation) -> str:
    found = len(claim.evidence.all())
    return f"{claim}, resting on {found} {'ground' if found == 1 else 'grounds'}"


def ground(evidence: Evidence) -> str:
    return f"{evidence} for “{evidence.claim}”"


def said(change: Change) -> str:
    return "what was changed"
