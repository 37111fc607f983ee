"""The timeline in the JSON that TimelineJS reads: https://timeline.knightlab.com/docs/json-format.html

It draws from a start to an end and shows `display_date` in their place, so the words say what is known. Its texts are HTML.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from html import escape
from typing import Any

from entities.timeline.table import in_words

Span = tuple[str, date, date]


def slides(timeline: dict[str, Any], *, title: str, url: str, eras: Iterable[Span] = ()) -> dict[str, Any]:
    """Of the timeline as the JSON has it. `eras` are phases whose beginning and end are known."""
    phases = {phase["slug"]: phase["title"] for phase in timeline["phases"]}
    dated = [event for event in timeline["events"] if event["when"]]
    return {
        "title": opening(title, url, len(dated), len(timeline["events"]) - len(dated)),
        "events": [slide(event, phases.get(event["phase"])) for event in dated],
        "eras": [
            {"start_date": start(first, last), "end_date": in_full(last), "text": {"headline": escape(name)}}
            for name, first, last in eras
        ],
        "scale": "human",
    }


def opening(title: str, url: str, dated: int, undated: int) -> dict[str, Any]:
    told = f"{dated} dated event{'' if dated == 1 else 's'}."
    if undated:
        told += f" {undated} undated event{' is' if undated == 1 else 's are'} left out."
    text = f'<p>{told} <a href="{escape(url)}">All of it on the site</a></p>'
    return {"unique_id": "the-timeline", "text": {"headline": escape(title), "text": text}}


def slide(event: dict[str, Any], phase: str | None) -> dict[str, Any]:
    first, last = (event[end] and date.fromisoformat(event[end]) for end in ("earliest", "latest"))
    made = {
        "unique_id": event["slug"],
        "start_date": start(first or last, last or first),
        "display_date": escape(event["when_text"]),
        "text": {"headline": escape(event["title"]), "text": "".join(paragraphs(event))},
    }
    if first and last and first != last:
        made["end_date"] = in_full(last)
    if phase:
        made["group"] = escape(phase)
    return made


def paragraphs(event: dict[str, Any]) -> Iterable[str]:
    if event["summary"]:
        yield f"<p>{escape(event['summary'])}</p>"
    if event["standing"] != "recorded":
        yield f"<p>Standing: {event['standing']}.</p>"
    for evidence in event["evidence"]:
        yield f"<p>Rests on: {escape(in_words(evidence))}</p>"
    yield f'<p><a href="{escape(event["url"])}">This event on the site</a></p>'


def start(first: date, last: date) -> dict[str, int]:
    """As far as it is known: no month where whole years are named, no day where whole months are."""
    after = last + timedelta(days=1)
    if (first.month, first.day, after.month, after.day) == (1, 1, 1, 1):
        return {"year": first.year}
    if first.day == after.day == 1:
        return {"year": first.year, "month": first.month}
    return in_full(first)


def in_full(day: date) -> dict[str, int]:
    return {"year": day.year, "month": day.month, "day": day.day}
