"""Lines of plain text put together into paragraphs, whether each is one line or wrapped at a margin."""

import re
from collections.abc import Sequence
from itertools import accumulate, pairwise

from articles.importing.headings import BULLET, SENTENCE_END, Paragraph, columns, could_be_heading

NARROWEST, WIDEST = 50, 120  # columns between which people wrap text
UNDERLINE = re.compile(r"([=~-])\1{2,}")
NUMBERED = re.compile(r"\d{1,3}\.\s")
BLANK = re.compile(r"\n\s*\n")
UNSPACED = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]|(?<=[^\W\d_])-")


def paragraphs(text: str) -> list[Paragraph]:
    blocks = [_lines(block) for block in BLANK.split(text.strip())]
    margin = _margin(blocks)
    return [_joined(group) for block in blocks for group in _groups(block, margin)]


def _lines(block: str) -> list[Paragraph]:
    lines: list[Paragraph] = []
    for line in filter(None, map(str.strip, block.splitlines())):
        if UNDERLINE.fullmatch(line) and lines and not lines[-1].underlined and could_be_heading(lines[-1]):
            lines[-1] = Paragraph(lines[-1].text, underlined=True)
        else:
            lines.append(Paragraph(line))
    return lines


def _margin(blocks: Sequence[Sequence[Paragraph]]) -> int:
    """The columns at which lines were wrapped; 0 if they were not."""
    widths = sorted(columns(line.text) for block in blocks for line in block)
    up_to = accumulate(widths)  # half of the text stands in lines that are no wider: a few may stand out
    half = sum(widths) / 2
    margin = next(width for width, text in zip(widths, up_to, strict=True) if text >= half)
    if not NARROWEST <= margin <= WIDEST:
        return 0
    full = [line.text for block in blocks for line, _ in pairwise(block) if _is_full(line, margin)]
    ending = sum(1 for text in full if SENTENCE_END.search(text) or text.endswith(("?", "？")))
    return margin if ending * 2 < len(full) else 0


def _is_full(line: Paragraph, margin: int) -> bool:
    return 3 * columns(line.text) >= 2 * margin


def _groups(lines: Sequence[Paragraph], margin: int) -> list[list[Paragraph]]:
    groups: list[list[Paragraph]] = []
    for line in lines:
        if groups and margin and _goes_on(groups[-1][-1], line, margin):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _goes_on(line: Paragraph, following: Paragraph, margin: int) -> bool:
    if (
        line.underlined
        or following.underlined
        or BULLET.match(following.text)
        or NUMBERED.match(following.text)
    ):
        return False
    return _is_full(line, margin)


def _joined(group: Sequence[Paragraph]) -> Paragraph:
    text = group[0].text
    for line in group[1:]:
        text += ("" if UNSPACED.match(text, len(text) - 1) else " ") + line.text
    return Paragraph(text, len(group), group[0].underlined)
