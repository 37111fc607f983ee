"""Noticing dates that do not go together: lifetimes and quotes are held against the dates of events when either changes."""

from django.db import transaction
from django.db.models import Prefetch, Q, QuerySet

from articles import sentences
from articles.dates.in_text import DateInText, dates_in
from entities.models import Claimed, Entity, Event, Evidence, Fact, Lifetime, OddQuote, Relation
from entities.noticing.lifetimes import BEGINS, ENDS, date_of, dates_of_title, disagrees, first_day, last_day

FOUNDED = "founded"  # the kind of relation that dates a beginning
AT_ONCE = 1000


def renew_after(claims: QuerySet[Claimed]) -> None:
    """After these were saved."""
    if claims.model is Event:
        renew_quotes(claims)
    elif claims.model is Relation:
        renew_lifetimes(Entity.objects.filter(relations_to__in=claims.filter(kind=FOUNDED)))
    else:
        renew_lifetimes(Entity.objects.filter(facts__in=claims))


def renew_all() -> None:
    renew_quotes(Event.objects.all())
    renew_lifetimes(Entity.objects.all())


@transaction.atomic
def renew_lifetimes(entities: QuerySet[Entity]) -> None:
    entities = entities.order_by()
    Lifetime.objects.filter(entity__in=entities.values("pk")).delete()
    telling = Fact.objects.filter(label_is_one_of(BEGINS | ENDS))
    founding = Relation.objects.filter(kind=FOUNDED).exclude(since="")
    told = entities.filter(Q(facts__in=telling) | Q(relations_to__in=founding)).distinct().only("pk")
    told = told.prefetch_related(
        Prefetch("facts", telling, to_attr="telling"), Prefetch("relations_to", founding, to_attr="founding")
    )
    lifetimes = (lifetime_of(entity) for entity in told)
    Lifetime.objects.bulk_create(one for one in lifetimes if one.begins or one.ends)


def label_is_one_of(labels: frozenset[str]) -> Q:
    return Q(label__in=[spelt for label in labels for spelt in (label, label.capitalize())])


def lifetime_of(entity: Entity) -> Lifetime:
    dated = [(fact.label.lower(), when) for fact in entity.telling if (when := date_of(fact.value))]
    begins = [when for label, when in dated if label in BEGINS]
    begins += [relation.since for relation in entity.founding]
    ends = [when for label, when in dated if label in ENDS]
    return Lifetime(entity=entity, begins=first_day(begins), ends=last_day(ends))


@transaction.atomic
def renew_quotes(events: QuerySet[Event]) -> None:
    events = events.order_by()
    OddQuote.objects.filter(evidence__event__in=events.values("pk")).delete()
    quotes = Evidence.objects.quotes().filter(event__in=events.dated().values("pk"))
    quotes = quotes.select_related("event", "passage").only(
        "quote", "event__when", "event__title", "passage__text"
    )
    odd = (
        OddQuote(evidence=one, start=date.start, end=date.end)
        for one in quotes.iterator(AT_ONCE)
        if (date := odd_date_in(one))
    )
    OddQuote.objects.bulk_create(odd, AT_ONCE)


def odd_date_in(evidence: Evidence) -> DateInText | None:
    """The first date of the quote, or if it has none of the sentences around, where all of them are other dates.

    A title such as “Revenue fell in 2021” has a date of its own, beside that of the day on which it was told.
    """
    text, event = evidence.passage.text, evidence.event
    start = text.find(evidence.quote)
    if start < 0:
        return None
    end = start + len(evidence.quote)
    first, last = sentences.around(text, start, end)
    found = dates_in(text)
    named = [one for one in found if start <= one.start < end] or [
        one for one in found if first <= one.start < last
    ]
    own = [event.when, *dates_of_title(event.title)]
    return named[0] if disagrees((one.when for one in named), own) else None
