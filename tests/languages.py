"""Which Chinese, Japanese and Korean words of a page have no language, as a browser would see it."""

import unicodedata
from html.parser import HTMLParser

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
MUTE = {"script", "style", "title", "desc", "textarea", "option"}  # which can have no element in them
SCRIPTS = ("CJK UNIFIED", "CJK COMPATIBILITY IDEOGRAPH", "HIRAGANA", "KATAKANA", "HANGUL")


def without_language(html: str) -> list[str]:
    page = Page()
    page.feed(html)
    page.close()
    return page.found


class Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._open: list[tuple[str, str]] = [("", "")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self._open.append((tag, dict(attrs).get("lang") or self._open[-1][1]))

    def handle_endtag(self, tag: str) -> None:
        while len(self._open) > 1 and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        element, language = self._open[-1]
        foreign = any(unicodedata.name(char, "").startswith(SCRIPTS) for char in data)
        if foreign and element not in MUTE and language.partition("-")[0] not in {"zh", "ja", "ko"}:
            self.found.append(data.strip())
