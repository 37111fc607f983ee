"""When, for how long and with which note an editor means to publish: kept in their session while it is only a draft."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Self

from django.utils.dateparse import parse_datetime

KEY = "intentions"


@dataclass(frozen=True, slots=True)
class Intention:
    at: datetime | None = None
    until: datetime | None = None
    note: str = ""

    @classmethod
    def kept(cls, request, article: int) -> Self:
        at, until, note = request.session.get(KEY, {}).get(str(article), ("", "", ""))
        return cls(parse_datetime(at), parse_datetime(until), note)

    def keep(self, request, article: int) -> None:
        mine = request.session.setdefault(KEY, {})
        mine.pop(str(article), None)
        if self != Intention():
            mine[str(article)] = [
                moment.isoformat() if moment else "" for moment in (self.at, self.until)
            ] + [self.note]
        request.session.modified = True

    def as_initial(self) -> dict[str, Any]:
        return {"at": self.at, "until": self.until, "note": self.note}
