"""When, for how long, with which note and whether as a correction an editor means to publish: kept in their session while it is only a draft."""

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, Self

from django.utils.dateparse import parse_datetime

KEY = "intentions"


@dataclass(frozen=True, slots=True)
class Intention:
    at: datetime | None = None
    until: datetime | None = None
    note: str = ""
    is_correction: bool = False

    @classmethod
    def kept(cls, request, article: int) -> Self:
        at, until, *about = request.session.get(KEY, {}).get(str(article), ("", ""))
        return cls(parse_datetime(at), parse_datetime(until), *about)

    def keep(self, request, article: int) -> None:
        mine = request.session.setdefault(KEY, {})
        mine.pop(str(article), None)
        if self != Intention():
            times = [moment.isoformat() if moment else "" for moment in (self.at, self.until)]
            mine[str(article)] = [*times, self.note, self.is_correction]
        request.session.modified = True

    def as_initial(self) -> dict[str, Any]:
        return asdict(self)
