"""Text written so that, read as Markdown, it means itself; an apostrophe or a full stop stays as it is."""

import re

ACTIVE = re.compile(
    r"""[\\`*\[\]<]
    | (?<![^\W_])_ | _(?![^\W_])        # between two letters it is only itself
    | &(?=\#?\w+;)
    """,
    re.VERBOSE,
)
AT_LINE_START = re.compile(
    r"""(?=[#>|~=])
    | (?=[-+](?:\s|$))
    | (?=[-:][-:|\s]*$)                  # a rule, an underline, or the line under a table's header
    | \d{1,9}(?=[.)](?:\s|$))
    """,
    re.VERBOSE,
)
ENDING_HASHES = re.compile(r"(?<!\S)(#+)$")


def paragraph(text: str) -> str:
    """One line of text as a paragraph."""
    return line_start(inline(text))


def heading(text: str) -> str:
    """One line of text as the words of a heading."""
    return unclosed(inline(text))


def inline(text: str) -> str:
    return ACTIVE.sub(r"\\\g<0>", text)


def line_start(markdown: str) -> str:
    """A line whose characters are escaped already, kept from being read as a heading, list, quotation or table."""
    found = AT_LINE_START.match(markdown)
    return f"{markdown[: found.end()]}\\{markdown[found.end() :]}" if found else markdown


def unclosed(words: str) -> str:
    """Number signs that end a heading after a space would be dropped as its closing."""
    return ENDING_HASHES.sub(r"\\\1", words)
