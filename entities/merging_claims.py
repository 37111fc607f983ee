"""Claims about entities that become one: said once, and resting on all that either rested on."""

from entities.models import Entity, Evidence, Fact, Relation


def hand_over_facts(gone: Entity, heir: Entity) -> None:
    known = {(fact.label, fact.value): fact for fact in heir.facts.all()}
    kept = []
    for fact in gone.facts.all():
        same = known.get((fact.label, fact.value))
        take_over(fact, same) if same else kept.append(fact.pk)
    Fact.objects.filter(pk__in=kept).update(entity=heir)


def hand_over_relations(gone: Entity, heir: Entity) -> None:
    known = {said(one): one for one in Relation.objects.of(heir)}
    kept = []
    for relation in Relation.objects.of(gone):
        for end in ("subject_id", "object_id"):
            if getattr(relation, end) == gone.pk:
                setattr(relation, end, heir.pk)
        if relation.subject_id == relation.object_id:
            relation.delete()  # what related the two says nothing once they are one
        elif same := known.get(said(relation)):
            take_over(relation, same)
        else:
            known[said(relation)] = relation
            kept.append(relation)
    Relation.objects.bulk_update(kept, ["subject", "object"], batch_size=500)


def said(relation: Relation) -> tuple:
    return relation.subject_id, relation.kind, relation.object_id, str(relation.since or ""), relation.note


def take_over(claim: Fact | Relation, same: Fact | Relation) -> None:
    """`same` says what `claim` says: it keeps the evidence of both, and the date that only one of them knew."""
    held = {ground_of(one) for one in same.evidence.all()}
    for one in claim.evidence.all():
        if ground_of(one) not in held:
            setattr(one, one.supports, same)
            one.save()
    claim.delete()
    for name in ("as_of", "until"):
        if getattr(claim, name, None) and not getattr(same, name):
            setattr(same, name, getattr(claim, name))
            same.save()


def ground_of(evidence: Evidence) -> tuple:
    return evidence.passage_id, evidence.quote, evidence.source_id, evidence.note
