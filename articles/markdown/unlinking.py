"""Taking a link out of a manuscript and leaving its words where they were."""

import re
from collections.abc import Callable

WRITTEN = re.compile(r"(?<!!)\[(?P<words>[^\[\]]+)\]\(<?(?P<address>[^()<>\s]+)>?(?:\s+\"[^\"]*\")?\)")
BY_HAND = re.compile(r"\[\[(?P<name>[^\[\]|\n]{1,200})(?:\|(?P<words>[^\[\]|\n]{1,200}))?\]\]")


def without_links(body: str, leads_there: Callable[[str], bool]) -> str:
    return WRITTEN.sub(lambda found: found["words"] if leads_there(found["address"]) else found[0], body)


def without_links_by_hand(body: str, name: str) -> str:
    def words(found: re.Match[str]) -> str:
        own = " ".join(found["name"].split())
        return (found["words"] or found["name"]).strip() if own == name else found[0]

    return BY_HAND.sub(words, body)


def without_note(body: str, label: str) -> str:
    return body.replace(f"[^{label}]", "")
