"""The words of a paragraph of HTML as Markdown. A style that Markdown cannot show just there is left off; no word is."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import groupby

from markdown_it import MarkdownIt

from articles.importing import escaping
from articles.importing.html_elements import Element
from articles.markdown.rules import parser

ADDRESS = re.compile(r"(?:https?://|mailto:)\S+", re.IGNORECASE)
MARKS = {"em": "*", "i": "*", "cite": "*", "strong": "**", "b": "**"}
CODE = frozenset({"code", "kbd", "samp", "tt"})
SPACE = re.compile(r"[ \t\n\r\f]+")


@dataclass(frozen=True, slots=True)
class Style:
    marks: frozenset[str] = frozenset()
    code: bool = False
    address: str = ""


PLAIN = Style()
Letter = tuple[str, Style]  # a newline is a line break
Nodes = Sequence[Element | str]


def paragraphs(nodes: Nodes) -> list[str]:
    """Markdown paragraphs. Two line breaks divide them, which is what their writer meant."""
    found: list[list[Letter]] = [[]]
    for letter in _tidy(_letters(nodes, PLAIN)):
        if letter[0] == "\n" and (not found[-1] or found[-1][-1][0] == "\n"):
            found.append([])
        else:
            found[-1].append(letter)
    return [_written(_trimmed(paragraph)) for paragraph in found if _trimmed(paragraph)]


def line(nodes: Nodes) -> str:
    """Markdown on one line, as headings and cells need it."""
    flat = ((" " if letter == "\n" else letter, style) for letter, style in _letters(nodes, PLAIN))
    return _written(_trimmed(_tidy(flat)), starts_line=False)


def _letters(nodes: Nodes, style: Style) -> Iterator[Letter]:
    for node in nodes:
        if isinstance(node, str):
            yield from ((letter, style) for letter in SPACE.sub(" ", node))
        elif node.name == "br":
            yield "\n", replace(style, code=False)
        elif not _is_note_mark(node):
            around = ("“", "”") if node.name == "q" else (" ", " ") if node.is_block else ("", "")
            yield from ((letter, style) for letter in around[0])
            yield from _letters(node.children, _styled(node, style))
            yield from ((letter, style) for letter in around[1])


def _is_note_mark(node: Element) -> bool:
    """The number of a footnote, the way back from it, or a heading's sign of its own address."""
    if node.name == "sup":
        return any(link.attrs.get("href", "").startswith("#") for link in node.every("a"))
    here = node.name == "a" and node.attrs.get("href", "").startswith("#")
    return here and not re.search(r"[^\W_]", node.words())


def _styled(node: Element, style: Style) -> Style:
    if node.name in MARKS:
        return replace(style, marks=style.marks | {MARKS[node.name]})
    if node.name in CODE:
        return replace(style, code=True)
    address = node.attrs.get("href", "").strip() if node.name == "a" else ""
    return replace(style, address=address) if ADDRESS.fullmatch(address) else style


def _tidy(letters: Iterable[Letter]) -> list[Letter]:
    """With one space where there were several, and none beside a line break."""
    tidy: list[Letter] = []
    for letter, style in letters:
        if letter == " " and (not tidy or tidy[-1][0] in " \n"):
            continue
        if letter == "\n" and tidy and tidy[-1][0] == " ":
            tidy.pop()
        tidy.append((letter, style))
    return tidy


def _trimmed(letters: Sequence[Letter]) -> list[Letter]:
    solid = [at for at, (letter, _) in enumerate(letters) if not letter.isspace()]
    return list(letters[solid[0] : solid[-1] + 1]) if solid else []


def _written(letters: Sequence[Letter], *, starts_line: bool = True) -> str:
    """With emphasis if Markdown then says the same words; else without."""
    markdown = _lines_kept(_styled_text(letters), starts_line)
    text = "".join(letter for letter, _ in letters)
    if all(style == PLAIN for _, style in letters) or _shown(markdown) == text:
        return markdown
    unstressed = [(letter, replace(style, marks=frozenset())) for letter, style in letters]
    return _lines_kept(_styled_text(unstressed), starts_line)


def _shown(markdown: str) -> str:
    tokens = _parser().parseInline(markdown)[0].children or []
    return "".join("\n" if token.type == "hardbreak" else token.content for token in tokens)


@cache
def _parser() -> MarkdownIt:
    return parser()


def _lines_kept(markdown: str, starts_line: bool) -> str:
    if not starts_line:
        return markdown
    return "\\\n".join(escaping.line_start(line) for line in markdown.split("\n"))


def _styled_text(letters: Sequence[Letter]) -> str:
    written = ""
    for address, linked in groupby(letters, key=lambda letter: letter[1].address):
        words = "".join(
            _with_marks("".join(letter for letter, _ in run), style)
            for style, run in groupby(linked, key=lambda letter: letter[1])
        )
        if address and written.endswith("!"):
            written = written[:-1] + "\\!"  # or the link would be an image
        written += _link(words, address) if address else words
    return written


def _with_marks(text: str, style: Style) -> str:
    """Marks stand close to the words: the spaces at their ends go outside."""
    core = text.strip()
    if not core or style == PLAIN:
        return escaping.inline(text)
    before, after = text[: text.index(core)], text[text.index(core) + len(core) :]
    marks = "".join(sorted(style.marks))
    return f"{before}{marks}{_code(core) if style.code else escaping.inline(core)}{marks}{after}"


def _code(text: str) -> str:
    fence = "`" * (1 + max((len(run) for run in re.findall("`+", text)), default=0))
    space = " " if "`" in (text[0], text[-1]) else ""
    return f"{fence}{space}{text}{space}{fence}"


def _link(words: str, address: str) -> str:
    for sign, code in (("\\", "%5C"), ("(", "%28"), (")", "%29"), ("<", "%3C"), (">", "%3E")):
        address = address.replace(sign, code)
    address = re.sub(r"&(?=#?[A-Za-z0-9]+;)", r"\&", address)
    return f"[{words}]({address})"
