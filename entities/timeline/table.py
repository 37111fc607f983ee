"""The timeline as a table: CSV by RFC 4180, a line for each event, in columns that are called as in the JSON.

No byte order mark: the column names would no longer be what they are called. A cell that a spreadsheet would run as a
formula gets an apostrophe before it, which the spreadsheet hides; only text that somebody wrote can begin so.
"""

import csv
from collections.abc import Iterable
from io import StringIO
from typing import Any

from entities.sheets.table import guarded

COLUMNS = (
    *("slug", "title", "when", "when_text", "earliest", "latest", "phase", "standing", "origin"),
    *("significance", "entities", "tags", "summary", "url", "evidence"),
)


def table(events: Iterable[dict[str, Any]]) -> str:
    """Of events as the JSON has them. Entities and tags are slugs with a space between; evidence has a line for each."""
    written = StringIO(newline="")
    lines = csv.writer(written)
    lines.writerow(COLUMNS)
    for event in events:
        cells = event | {
            "entities": " ".join(event["entities"]),
            "tags": " ".join(event["tags"]),
            "evidence": "\n".join(map(in_words, event["evidence"])),
        }
        lines.writerow(guarded("" if cells[column] is None else str(cells[column])) for column in COLUMNS)
    return written.getvalue()


def in_words(evidence: dict[str, Any]) -> str:
    """What the claim rests on, with its address last."""
    if "source" not in evidence:
        return f"“{evidence['quote']}” {evidence['url']}"
    source = evidence["source"]
    parts = (source["title"], source["publisher"], source["citation"])
    return f"{', '.join(part for part in parts if part)} {source['url']}".strip()
