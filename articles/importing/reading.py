"""What a reader of one format makes of a text: Markdown, and what is to be said about it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reading:
    """`title` is for a text without a heading that can be its title."""

    markdown: str
    title: str = ""
    remarks: tuple[str, ...] = ()
