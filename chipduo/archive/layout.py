"""Where everything stands in the archive. A name that is none of these is refused, so that none can lead out of it."""

import re

ABOUT = "about.toml"
TAGS, SERIES, SOURCES, PHASES = "tags.toml", "series.toml", "sources.toml", "phases.toml"
ADDRESSES, DISMISSALS = "old-addresses.toml", "dismissals.toml"

SLUG = r"[-A-Za-z0-9_]+"
MANUSCRIPT = re.compile(rf"articles/({SLUG})/manuscript\.md")
EDITION = re.compile(rf"articles/({SLUG})/editions/([0-9]+)\.md")
PASSAGES = re.compile(rf"articles/({SLUG})/editions/([0-9]+)\.toml")
ENTITY = re.compile(rf"entities/{SLUG}\.toml")
RELATIONS = re.compile(rf"relations/{SLUG}\.toml")
EVENT = re.compile(rf"events/{SLUG}\.toml")
MEDIA = re.compile(r"media/(lead/[0-9a-f]{32}\.webp)")

KNOWN = [
    *(re.compile(re.escape(name)) for name in (ABOUT, TAGS, SERIES, SOURCES, PHASES, ADDRESSES, DISMISSALS)),
    *(MANUSCRIPT, EDITION, PASSAGES, ENTITY, RELATIONS, EVENT, MEDIA),
]


def is_known(name: str) -> bool:
    return any(form.fullmatch(name) for form in KNOWN)


def manuscript(slug: str) -> str:
    return f"articles/{slug}/manuscript.md"


def edition(slug: str, number: int, ending: str) -> str:
    return f"articles/{slug}/editions/{number}.{ending}"
