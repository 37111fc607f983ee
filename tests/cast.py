"""The small cast that all tests share: two companies and a rival, a few articles, and who works on them.

Huawei and SMIC are the duo; TSMC is the rival. Wen writes, Edda edits, Nora may do nothing.
"""

from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.utils.text import slugify

from articles.models import Article, Edition, Passage, Series, SlugRecord, Source
from articles.models.slug_record import Addressed
from entities.linking.names_changing import names_changing
from entities.models import Entity, Event, Evidence, Phase, Relation
from entities.search import rows

NEEDS = """\
Huawei designs phones.[^report] It bought chips from TSMC.

## Orders

Since the rules changed, Huawei orders its chips from SMIC.

- Phones need processors.
- Networks need modems.

## Outlook

SMIC may catch up. Nobody knows when.
"""


def write(slug: str = "needs", body: str = NEEDS, tags: tuple[str, ...] = (), **fields: Any) -> Article:
    """A manuscript; no reader sees it."""
    if "[^report]" in body:
        source("report")
    article = Article.objects.create(**{"slug": slug, "title": slug.title(), "body": body, **fields})
    article.tags.set(tags)
    return article


def published(slug: str = "needs", body: str = NEEDS, **fields: Any) -> Edition:
    return write(slug, body, **fields).publish(editor=None)


def republished(edition: Edition, body: str, note: str = "", **how: Any) -> Edition:
    """The next edition of an article, with another body."""
    Article.objects.filter(pk=edition.article_id).update(body=body)
    return edition.article.publish(editor=None, note=note, **how)


def source(slug: str = "report", **fields: Any) -> Source:
    found, is_new = Source.objects.get_or_create(
        slug=slug, defaults={"title": slug.title(), "publisher": "The Press", **fields}
    )
    if is_new:
        rows.renew([Source.objects.get(pk=found.pk)])  # with its date as a date
    return found


def series(slug: str = "duo", **fields: Any) -> Series:
    found, _ = Series.objects.get_or_create(slug=slug, defaults={"title": slug.title(), **fields})
    return found


def entity(
    name: str, kind: str = "company", aliases: tuple[str, ...] = (), tags: tuple[str, ...] = (), **fields: Any
) -> Entity:
    with names_changing():
        made = Entity.objects.create(
            **{"slug": slugify(name) or "named", "name": name, "kind": kind, **fields}
        )
        for text in (name, *aliases):
            made.add_alias(text)
        made.tags.set(tags)
    return made


def duo() -> tuple[Entity, Entity, Entity]:
    """Huawei, SMIC and TSMC."""
    return (
        entity("Huawei", aliases=("华为",), thread="cinnabar"),
        entity("SMIC", aliases=("中芯国际",), thread="indigo"),
        entity("TSMC"),
    )


def passage(edition: Edition, words: str) -> Passage:
    return edition.passages.get(text__contains=words)


def quoted(claim: Event | Relation, edition: Edition, words: str) -> Evidence:
    return Evidence.objects.create(
        **{claim._meta.model_name: claim}, passage=passage(edition, words), quote=words
    )


def phase(slug: str = "response", order: int = 1) -> Phase:
    found, _ = Phase.objects.get_or_create(slug=slug, defaults={"title": slug.title(), "order": order})
    return found


def event(slug: str = "orders-move", entities: tuple[Entity, ...] = (), **fields: Any) -> Event:
    """An event that rests on the source `report`, unless `rests_on` is None."""
    rests_on = fields.pop("rests_on", "report")
    tags = fields.pop("tags", ())
    made = Event.objects.create(**{"slug": slug, "title": slug.title(), "phase": phase(), **fields})
    made.entities.set(entities)
    made.tags.set(tags)
    if rests_on:
        Evidence.objects.create(event=made, source=source(rests_on))
    rows.renew([made])
    return made


def relation(subject: Entity, kind: str, other: Entity, **fields: Any) -> Relation:
    """A relation that rests on the source `report`."""
    made = Relation.objects.create(subject=subject, kind=kind, object=other, **fields)
    Evidence.objects.create(relation=made, source=source("report"))
    return made


def move(thing: Addressed, slug: str) -> None:
    old, thing.slug = thing.slug, slug
    thing.save(update_fields=["slug"])
    SlugRecord.objects.remember(thing, old)


def user(name: str, group: str = "") -> Any:
    made = get_user_model().objects.create_user(name, password="a long pass phrase", is_staff=True)
    if group:
        made.groups.add(Group.objects.get(name=group))
    return made
