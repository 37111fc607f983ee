"""The key of a new passage, made from its words: a slug of a heading, a short digest of anything else."""

import re
from collections import Counter
from collections.abc import Iterable
from hashlib import sha256
from unicodedata import normalize

LONGEST_SLUG = 60
# Accents that NFKD has split off, and apostrophes: "Huawei’s" gives "huaweis".
SILENT = re.compile(r"['’\u0300-\u036f]")


class Names:
    """Gives each key once: what is taken gets -2, -3 and so on."""

    def __init__(self, taken: Iterable[str]) -> None:
        self.taken = set(taken)
        self.namesakes: Counter[str] = Counter()

    def give(self, kind: str, text: str) -> str:
        base = name = _name(kind, text)
        while name in self.taken:
            self.namesakes[base] += 1
            name = f"{base}-{self.namesakes[base] + 1}"
        self.taken.add(name)
        return name


def _name(kind: str, text: str) -> str:
    digest = sha256(text.encode()).hexdigest()[:6]
    if kind != "heading":
        return f"p-{digest}"
    # A heading in Han script has no slug.
    return _slug(text) or f"h-{digest}"


def _slug(text: str) -> str:
    plain = SILENT.sub("", normalize("NFKD", text)).lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    if len(slug) <= LONGEST_SLUG:
        return slug
    return slug[: LONGEST_SLUG + 1].rpartition("-")[0] or slug[:LONGEST_SLUG]
