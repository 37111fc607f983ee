"""Which sources readers may know of: those that something public cites or stands on."""

from django.db.models import Exists, OuterRef, QuerySet

from articles.models import Citation, Edition, Source
from entities.models import Evidence


def public_sources() -> QuerySet[Source]:
    cited = Citation.objects.filter(source=OuterRef("pk"), edition__in=Edition.objects.live())
    stood_on = Evidence.objects.public().filter(source=OuterRef("pk"))
    return Source.objects.filter(Exists(cited) | Exists(stood_on))
