"""Markdown read for its blocks alone: which lines are headings and definitions, whatever their words say."""

from markdown_it.token import Token

from articles.markdown.rules import parser


def blocks_of(text: str) -> tuple[list[Token], dict]:
    """The tokens, and what the text defines."""
    defined: dict = {}
    return parser().disable("inline").parse(text, defined), defined
