"""Since when a reader asks: a day such as 2026-11-25, or a minute of it in UTC, such as 2026-11-25T10:30Z."""

import re
from datetime import UTC, datetime

SHAPE = re.compile(r"\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}Z)?", re.ASCII)
BEGAN = 2026


def moment(asked: str, now: datetime) -> datetime:
    """A day begins where `now` is. Raises ValueError, in words for the reader, for what is no day or one that makes no sense."""
    try:
        if not SHAPE.fullmatch(asked):
            raise ValueError
        found = datetime.fromisoformat(asked)
    except ValueError:
        raise ValueError(f"“{asked[:20]}” is not a day such as 2026-11-25.") from None
    found = found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=now.tzinfo)
    if found.year < BEGAN:
        raise ValueError(f"Nothing here is older than {BEGAN}: “{asked}” is before that.")
    if found > now:
        raise ValueError(f"“{asked}” has not come yet.")
    return found
