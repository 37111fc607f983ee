"""Events and phases as a picture of time needs them."""

from collections.abc import Callable, Iterable, Sequence

from django.db.models import F, Prefetch, QuerySet

from entities.band.extent import extent_of
from entities.band.happenings import UNDATED, Era, Happening, extent_of_all
from entities.band.strokes import Lane
from entities.models import Entity, Event, Phase

SHOWN = (
    *("slug", "title", "when", "standing", "significance"),
    *(f"phase__{name}" for name in ("slug", "title", "order", "when")),
)


def for_picture(events: QuerySet[Event], most: int) -> list[Event]:
    """So many of those that weigh most, with what a picture shows of them, in two queries."""
    threads = Prefetch("entities", Entity.objects.exclude(thread="").only("thread"))
    weightiest = events.order_by("-significance", F("earliest").asc(nulls_first=True), "pk")
    light = weightiest.select_related("phase").only(*SHOWN)
    return list(light.prefetch_related(threads)[:most])


def happenings(
    events: Iterable[Event], url: Callable[[Event], str] = Event.get_absolute_url
) -> list[Happening]:
    return [
        Happening(
            title=event.title,
            url=url(event),
            lane=lane_of(event),
            extent=extent_of(event.when) if event.when else None,
            when=event.when.words if event.when else "",
            phase=event.phase.slug if event.phase else "",
            standing=event.standing,
            standing_words=event.get_standing_display(),
            weight=event.significance,
        )
        for event in events
    ]


def lane_of(event: Event) -> Lane:
    threads = {entity.thread for entity in event.entities.all() if entity.thread}
    return "both" if len(threads) > 1 else next(iter(threads), "ink")


def eras(events: Iterable[Event], happenings: Sequence[Happening], url: Callable[[Phase], str]) -> list[Era]:
    """The phases of these events in their order, and last what is undated and lies in none."""
    phases = sorted({event.phase for event in events if event.phase}, key=lambda phase: phase.order)
    found = [
        _era(phase, [one for one in happenings if one.phase == phase.slug], url(phase)) for phase in phases
    ]
    return [*found, *undated([one for one in happenings if not one.phase], "Outside the phases")]


def undated(happenings: Iterable[Happening], title: str = UNDATED, url: str = "") -> list[Era]:
    without = [one for one in happenings if one.extent is None]
    return [Era(title, url, None, without)] if without else []


def _era(phase: Phase, of_phase: Sequence[Happening], url: str) -> Era:
    return Era(
        title=phase.title,
        url=url,
        extent=extent_of(phase.when) if phase.when else extent_of_all(one.extent for one in of_phase),
        undated=[one for one in of_phase if one.extent is None],
        is_ahead=all(one.standing == "forecast" for one in of_phase),
        is_dated=bool(phase.when),
    )
