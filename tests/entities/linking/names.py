"""The names of a small record."""

from entities.linking.lexicon import Lexicon, Name, default_rules


def lexicon(*spellings):
    """Spellings by their default rules; each is an entity and an alias of its place in the list, from 1."""
    return Lexicon(
        Name(text, number, number, *default_rules(text)) for number, text in enumerate(spellings, 1)
    )
