"""The address that a title suggests, in ASCII."""

import hashlib
import re
import unicodedata

LONGEST = 90  # of the 100 that an address may have, so that a number fits after it


def slug_of(title: str, *more: str) -> str:
    """`document-` and a hash of the title where less than half of its letters would be left."""
    ending = "".join(f"-{_in_ascii(words)}" for words in more)
    plain = _in_ascii(title)
    letters = sum(1 for letter in unicodedata.normalize("NFC", title) if letter.isalnum())
    if not plain or 2 * len(plain.replace("-", "")) < letters:
        plain = f"document-{hashlib.sha256(title.encode()).hexdigest()[:10]}"
    return _cut(plain, LONGEST - len(ending)) + ending


def _cut(slug: str, length: int) -> str:
    """Between two words, unless the first is too long by itself."""
    if len(slug) <= length:
        return slug
    return slug[: length + 1].rpartition("-")[0] or slug[:length]


def _in_ascii(title: str) -> str:
    letters = (
        unicodedata.normalize("NFKD", title.replace("_", " ")).encode("ascii", "ignore").decode().lower()
    )
    return re.sub(r"[\s-]+", "-", re.sub(r"[^\w\s-]", "", letters)).strip("-")
