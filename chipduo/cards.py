"""The picture that goes with a link to a page: its title as the site would set it, and the threads of the duo where it names them."""

from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from io import BytesIO
from threading import Lock

from PIL import Image, ImageDraw, ImageFont

from chipduo.typesetting import balanced, filled, fitted

SIZE = (1200, 630)
PAPER, INK, MUTED = "#faf8f3", "#1f1b17", "#57514a"
THREADS = {"cinnabar": ("#961608", "H"), "indigo": ("#2f4192", "S")}
REGULAR, ITALIC, BOLD = "SourceSerifPro-Regular", "SourceSerifPro-It", "SourceSerifPro-Semibold"
NO_GLYPH = "\uffff"  # which no font has: what is drawn for it is drawn for all that a font lacks

EDGE, LEFT, RIGHT = 76, 190, 1116
WORDMARK, LAST = 104, 560  # base lines; the title grows upward from the last
SIZES = {104: 1, 92: 2, 80: 2, 70: 3, 60: 4, 52: 5, 45: 6}  # of a title, with how many lines it may take
LEADING = 1.16
DASH, GAP, STROKE = 30, 12, 9
COLOURS = 64
KEPT = 64  # cards in memory, of some 10 kB

_one_at_a_time = Lock()


@dataclass(frozen=True, slots=True)
class Card:
    """`threads` are those of the duo that the page names: "cinnabar", "indigo"."""

    title: str
    kicker: str = ""
    threads: tuple[str, ...] = ()


@lru_cache(KEPT)
def drawn(card: Card) -> bytes:
    """As PNG: the same bytes for the same words."""
    with _one_at_a_time:
        image = Image.new("RGB", SIZE, PAPER)
        _draw(ImageDraw.Draw(image), card)
        file = BytesIO()
        few = image.quantize(COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
        few.save(file, "PNG")
    return file.getvalue()


def _draw(draw: ImageDraw.ImageDraw, card: Card) -> None:
    for place, thread in enumerate(name for name in THREADS if name in card.threads):
        _thread(draw, EDGE + place * 44, *THREADS[thread], is_dashed=thread == "indigo")
    if not card.threads:
        draw.line((EDGE + STROKE // 2, 0, EDGE + STROKE // 2, SIZE[1]), MUTED, 2)
    _wordmark(draw)
    top = _title(draw, shown(card.title, BOLD))
    face = font(REGULAR, 36)
    kicker = fitted(shown(card.kicker, REGULAR), face.getlength, RIGHT - LEFT)
    draw.text((LEFT, top - 36), kicker, MUTED, face, "ls")


def _thread(draw: ImageDraw.ImageDraw, x: int, colour: str, letter: str, *, is_dashed: bool) -> None:
    """From edge to edge, through its letter."""
    bottom, above, below = SIZE[1], LAST - 44, LAST + 20
    pieces = range(0, bottom, DASH + GAP) if is_dashed else [0]
    for start in pieces:
        end = min(start + DASH, bottom) if is_dashed else bottom
        draw.rectangle((x, start, x + STROKE - 1, end - 1), colour)
    draw.rectangle((x, above, x + STROKE - 1, below), PAPER)
    draw.text((x + STROKE / 2, LAST), letter, colour, font(BOLD, 34), "ms")


def _wordmark(draw: ImageDraw.ImageDraw) -> None:
    chip, duo = font(REGULAR, 48), font(ITALIC, 48)
    draw.text((LEFT, WORDMARK), "chip", INK, chip, "ls")
    draw.text((LEFT + chip.getlength("chip"), WORDMARK), "duo", INK, duo, "ls")


def _title(draw: ImageDraw.ImageDraw, title: str) -> float:
    """As large as it can be in the lines that it may take; returns where it begins."""
    size, lines = sized(title)
    face = font(BOLD, size)
    for row, line in enumerate(reversed(lines)):
        draw.text((LEFT - size / 24, LAST - row * size * LEADING), line, INK, face, "ls")
    return LAST - (len(lines) - 1) * size * LEADING - size * 0.8


def sized(title: str) -> tuple[int, list[str]]:
    """The last size takes what it can, and says that there is more."""
    for size, most in SIZES.items():
        measure = font(BOLD, size).getlength
        lines = filled(title, measure, RIGHT - LEFT)
        if len(lines) <= most:
            return size, balanced(title, measure, RIGHT - LEFT)
    return size, [*lines[: most - 1], fitted(" ".join(lines[most - 1 :]), measure, RIGHT - LEFT)]


@cache
def font(name: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(files("font_source_serif_pro") / "files" / f"{name}.ttf", size)


def shown(text: str, name: str) -> str:
    """Without the characters that the font lacks, such as Chinese ones: a card says less rather than boxes."""
    return " ".join("".join(char for char in text if char.isspace() or has(name, char)).split())


@lru_cache(4096)
def has(name: str, char: str) -> bool:
    face = font(name, 24)
    return char.isprintable() and bytes(face.getmask(char)) != bytes(face.getmask(NO_GLYPH))
