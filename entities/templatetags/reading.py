"""The one place where HTML is called safe: from the database it was sanitised before it was stored, and data holds no tag."""

from collections.abc import Iterable

from django import template
from django.utils.safestring import SafeString, mark_safe

from articles.jsonld import Node, in_a_page
from articles.models import Citation, Passage
from entities.models import Entity
from entities.reading.sections import Block, ReadPassage, in_blocks

register = template.Library()


@register.filter
def woven(block: Block) -> SafeString:
    """The block as it is read: with its links, if it was read with them."""
    return mark_safe(block.html)  # noqa: S308


@register.filter
def in_plain_blocks(passages: Iterable[Passage]) -> list[Block]:
    """The text of an edition that is only kept: as it was written, without links to names."""
    return in_blocks(ReadPassage(passage, passage.html) for passage in passages)


@register.filter
def note(citation: Citation) -> SafeString:
    return mark_safe(citation.html)  # noqa: S308


@register.filter
def about(entity: Entity) -> SafeString:
    return mark_safe(entity.about_html)  # noqa: S308


@register.filter
def as_data(node: Node) -> SafeString:
    """JSON for a script element, which nothing in it can end."""
    return mark_safe(in_a_page(node))  # noqa: S308
