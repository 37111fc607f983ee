"""What an editor decides about names in one article: linked to this entity, to nothing, or as they are found again."""

from collections.abc import Iterable, Sequence

from django.db import transaction

from articles.models import Article
from entities.linking.occurrences import Named
from entities.linking.relinking import relink_articles
from entities.models import Entity, LinkDecision


@transaction.atomic
def settle(article: Article, names: Sequence[Named], entity: Entity | None) -> list[LinkDecision]:
    made = [decide(article, named.place, entity) for named in names]
    relink_articles([article.pk])
    return made


@transaction.atomic
def decide(article: Article, place: dict[str, str], entity: Entity | None) -> LinkDecision:
    """The last that was decided about a place goes before all earlier ones. Links follow when the article is relinked."""
    LinkDecision.objects.filter(article=article, **place).delete()
    decision = LinkDecision(article=article, entity=entity, **place)
    decision.full_clean()
    decision.save()
    return decision


@transaction.atomic
def forget(article: Article, names: Iterable[Named]) -> None:
    """Whatever was decided about these, also where it was decided about others with them."""
    pks = {pk for named in names for pk in named.decisions}
    LinkDecision.objects.filter(article=article, pk__in=pks).delete()
    relink_articles([article.pk])
