"""Which sources readers may know of: those that something public cites or stands on."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from articles.models import Citation, Edition, Source
from entities.models import Event, Evidence, Fact, Relation


def public_sources() -> QuerySet[Source]:
    cited = Citation.objects.filter(source=OuterRef("pk"), edition__in=Edition.objects.live())
    supports_something = (
        Q(event__in=Event.objects.public())
        | Q(relation__in=Relation.objects.public())
        | Q(fact__in=Fact.objects.public())
    )
    stood_on = Evidence.objects.filter(supports_something, source=OuterRef("pk"))
    return Source.objects.filter(Exists(cited) | Exists(stood_on))
