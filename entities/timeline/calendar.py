"""The timeline as a calendar (RFC 5545): each dated event as whole days, from the first that its date names to the last.

A calendar has no word for "about", so the words for a date stand beside the title unless it is one certain day. Where one
end of a date is open, the event stands on the one day that is known, and says so.
"""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

from icalendar import Calendar, Event, vText

from entities.timeline.table import in_words

A_DAY = timedelta(days=1)
# The standard asks when an event was last revised, which is not kept. One that moved would make every reading look changed.
NOT_KEPT = datetime(1970, 1, 1, tzinfo=UTC)
CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]+")


def calendar(timeline: dict[str, Any], *, name: str, url: str, host: str) -> bytes:
    """Of the timeline as the JSON has it; `host` makes the ids of its events unique in the world."""
    dated = [event for event in timeline["events"] if event["when"]]
    made = Calendar()
    made.add("prodid", f"-//{host}//timeline//EN")
    made.add("version", "2.0")
    about = description(len(dated), len(timeline["events"]) - len(dated))
    for names, text in ((("name", "x-wr-calname"), name), (("description", "x-wr-caldesc"), about)):
        for one in names:
            made.add(one, vText(clean(text)))
    made.add("url", url)
    phases = {phase["slug"]: phase["title"] for phase in timeline["phases"]}
    for event in dated:
        made.add_component(entry(event, phases.get(event["phase"]), host))
    return made.to_ical()


def description(dated: int, undated: int) -> str:
    told = f"{dated} dated event{'' if dated == 1 else 's'}, each on the days that its date names."
    if not undated:
        return told
    return f"{told} {undated} undated event{' is' if undated == 1 else 's are'} left out: a calendar has no place for what has no date."


def entry(event: dict[str, Any], phase: str | None, host: str) -> Event:
    first, last = days(event)
    made = Event()
    made.add("uid", f"{event['slug']}@{host}")
    made.add("dtstamp", NOT_KEPT)
    made.add("dtstart", first)
    made.add("dtend", last + A_DAY)  # the day after: the standard leaves the end out
    is_certain_day = event["when"] == event["earliest"] == event["latest"]
    made.add(
        "summary", clean(event["title"] if is_certain_day else f"{event['title']} ({event['when_text']})")
    )
    made.add("description", clean("\n".join(paragraphs(event))))
    made.add("url", event["url"])
    made.add("transp", "TRANSPARENT")  # nobody is busy because of it
    if phase:
        made.add("categories", [clean(phase)])
    if event["standing"] == "forecast":
        made.add("status", "TENTATIVE")
    return made


def days(event: dict[str, Any]) -> tuple[date, date]:
    """The first and the last; where one end is open, the one day that is known is both."""
    first, last = event["earliest"] or event["latest"], event["latest"] or event["earliest"]
    return date.fromisoformat(first), date.fromisoformat(last)


def paragraphs(event: dict[str, Any]) -> Iterator[str]:
    if event["summary"]:
        yield event["summary"]
    yield f"When: {event['when_text']}."
    if not event["latest"]:
        yield "No end is known: the event stands on the first day that its date names."
    elif not event["earliest"]:
        yield "No beginning is known: the event stands on the last day that its date names."
    yield f"Standing: {event['standing']}."
    for evidence in event["evidence"]:
        yield f"Rests on: {in_words(evidence)}"


def clean(text: str) -> str:
    return CONTROLS.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n"))
