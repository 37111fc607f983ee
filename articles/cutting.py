"""The text of an edition cut into passages, whose keys stay the same from edition to edition."""

from articles import markdown, markup
from articles.comparing.matching import NewBlock, OldBlock, assign_keys
from articles.models import Edition, Passage


def cut_into_passages(edition: Edition, document: markdown.Document) -> None:
    taken = keys_ever_used(edition) | ids_of_notes(document)
    keyed = assign_keys(previous_blocks(edition), [NewBlock(b.kind, b.text) for b in document.blocks], taken)
    Passage.objects.bulk_create(
        Passage(
            edition=edition,
            position=position,
            kind=block.kind,
            level=block.level,
            key=name.key,
            former_keys=list(name.former),
            before=block.before,
            html=markup.with_id(block.html, name.key),
            after=block.after,
            text=block.text,
        )
        for position, (block, name) in enumerate(zip(document.blocks, keyed, strict=True))
    )


def previous_blocks(edition: Edition) -> list[OldBlock]:
    previous = edition.article.editions.filter(number__lt=edition.number).order_by("-number").first()
    if previous is None:
        return []
    return [
        OldBlock(p.key, p.kind, p.text, tuple(p.former_keys)) for p in previous.passages.order_by("position")
    ]


def keys_ever_used(edition: Edition) -> set[str]:
    rows = Passage.objects.filter(edition__article=edition.article).values_list("key", "former_keys")
    return {key for own, former in rows for key in (own, *former)}


def ids_of_notes(document: markdown.Document) -> set[str]:
    """The ids that notes and their marks have on the page; a heading “Note 1” must not take one."""
    return {name for note in document.notes for name in (f"note-{note.number}", *note.references)}
