"""The descriptions of entities, woven too: with links to the others that they name."""

from collections.abc import Collection, Iterable
from html import unescape

from entities.linking.names import current_names
from entities.linking.spotting import weave_about
from entities.models import Entity
from entities.tokens import tokenise


def weave_abouts(texts: Iterable[str], entities: Collection[int]) -> None:
    """Of these entities, given by primary key, and of those that may hold one of these names; of all when no entity is given."""
    wanted = [frozenset(tokenise(text)) for text in texts]
    described = Entity.objects.only("about", "about_html")
    weave_all(
        entity
        for entity in described
        if not entities or entity.pk in entities or may_hold(entity.about, wanted)
    )


def weave_all(entities: Iterable[Entity]) -> None:
    names = current_names()
    for entity in entities:
        html = weave_about(entity, names)
        if html != entity.about_html:
            Entity.objects.filter(pk=entity.pk).update(about_html=html)


def may_hold(about: str, wanted: Iterable[frozenset[str]]) -> bool:
    """Whether Markdown can hold one of these names, each given by its tokens, when it is rendered."""
    tokens = set(tokenise(about))
    if "&" in about:
        tokens.update(tokenise(unescape(about)))
    return any(name <= tokens for name in wanted)
