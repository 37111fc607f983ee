"""Two people who changed the rows below one thing: what each did to which row, and what both make together."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.http import QueryDict

from articles.admin.together.meeting import KEEP, MINE, THEIRS, Meeting, as_typed, meetings, shown, typed
from articles.admin.typed.opened import MARKED_DELETED, carried, compared, read
from entities.admin.rows_sent import Row, first_of

MOST_NAMED = 3


@dataclass
class RowMeeting:
    """`told` says what the other did; `is_choice` where one of the two wants the row, and the other does not, as it now is."""

    name: str
    told: str
    key: str
    cells: list[Meeting] = field(default_factory=list)
    is_choice: bool = False
    answer: str = ""
    why = "Which is to stay?"

    def is_settled(self, *, anyway: bool) -> bool:
        if self.is_choice:
            return anyway or self.answer in (MINE, THEIRS)
        return all(one.settled(anyway=anyway) is not None for one in self.cells)


class RowsMeeting:
    """Of one formset that was sent. `rows` are as they were sent, until `come_together`."""

    def __init__(self, formset: Any, rows: list[Row]) -> None:
        self.formset, self.rows, self.data = formset, rows, formset.data
        self.pk = formset.model._meta.pk.name
        self.stored = {str(row.pk): row for row in formset.get_queryset()}
        self.met: dict[int, RowMeeting] = {}  # by the place of the row
        for place, row in enumerate(rows):
            if one := self.met_at(row):
                self.met[place] = one
        known = {self.key_of(row) for row in rows}
        self.added = [row for key, row in self.stored.items() if key not in known]

    @property
    def told(self) -> list[RowMeeting]:
        added = [RowMeeting(str(row), "The other added it: it stays.", "") for row in self.added]
        return [*self.met.values(), *added]

    def key_of(self, row: Row) -> str:
        """Its number; also of a row that was there when the page was opened and is not any more."""
        return first_of(row, self.pk) or str(read(first_of(row, "opened")).get("pk", ""))

    def met_at(self, row: Row) -> RowMeeting | None:
        key, opened = self.key_of(row), read(first_of(row, "opened"))
        if not key or (key in self.stored and not opened):
            return None  # new, or sent by what knows nothing of the page
        if key not in self.stored:
            return self.gone(row, key, opened)
        now = self.form(instance=self.stored[key])
        if read(carried(now)) == opened:
            return None
        return self.changed(row, key, opened, now)

    def form(self, row: Row | None = None, **kwargs: Any) -> Any:
        data = None if row is None else self.sent_alone(row)
        return self.formset.form(data, prefix="row", **kwargs)

    def sent_alone(self, row: Row) -> Any:
        sent = QueryDict(mutable=True)
        sent.update({name: value for name, value in self.data.items() if name.startswith(KEEP)})
        for name, values in row.items():
            sent.setlist(f"row-{name}", values)
        return sent

    def gone(self, row: Row, key: str, opened: dict[str, Any]) -> RowMeeting | None:
        mine, answer_key = self.form(row), self.answer_key(key)
        is_mine = any(typed(mine, name) != opened.get(name) for name, _ in compared(mine))
        if MARKED_DELETED in row:
            return RowMeeting(named(mine), "Both of you deleted it.", answer_key)
        if not is_mine:
            return RowMeeting(
                named(mine), "The other deleted it, and you left it as it was: it goes.", answer_key
            )
        told = "The other deleted it, and you changed it."
        return RowMeeting(named(mine), told, answer_key, is_choice=True, answer=self.data.get(answer_key, ""))

    def changed(self, row: Row, key: str, opened: dict[str, Any], now: Any) -> RowMeeting | None:
        answer_key, name = self.answer_key(key), str(self.stored[key])
        mine = self.form(row, instance=self.stored[key])
        cells = list(meetings(mine, now, opened, f"{answer_key}-"))
        if MARKED_DELETED in row:
            told, answer = "You deleted it, and the other changed it.", self.data.get(answer_key, "")
            return RowMeeting(name, told, answer_key, cells, is_choice=True, answer=answer)
        return RowMeeting(name, "The other changed it.", answer_key, cells) if cells else None

    def answer_key(self, key: str) -> str:
        return f"{KEEP}{self.formset.prefix}-{key}"

    def unsettled(self, *, anyway: bool) -> bool:
        return not all(one.is_settled(anyway=anyway) for one in self.met.values())

    def come_together(self, *, anyway: bool) -> None:
        rows = [self.together(row, self.met.get(place), anyway) for place, row in enumerate(self.rows)]
        self.rows = [row for row in rows if row is not None]

    def together(self, row: Row, met: RowMeeting | None, anyway: bool) -> Row | None:
        if met is None:
            return None if self.is_added_twice(row) else row
        is_stored, is_deleted = self.key_of(row) in self.stored, MARKED_DELETED in row
        stays = met.is_choice and (anyway or met.answer == MINE)
        if not is_stored or (is_deleted and stays):
            return row if stays else None
        row = {name: values for name, values in row.items() if name != MARKED_DELETED}
        settled = {one.name: one.theirs if is_deleted else one.settled(anyway=anyway) for one in met.cells}
        return {**row, **{name: as_typed(value) for name, value in settled.items()}}

    def is_added_twice(self, row: Row) -> bool:
        """Both added the very same."""
        if self.key_of(row) or not self.added:
            return False
        mine = self.form(row)
        values = {name: typed(mine, name) for name, _ in compared(mine)}
        theirs = [read(carried(self.form(instance=one))) for one in self.added]
        return any({**values, "pk": one["pk"]} == one for one in theirs)

    def split(self) -> tuple[list[Row], list[Row]]:
        """Those that are stored, and those that are new or no longer stored."""
        stored = [row for row in self.rows if first_of(row, self.pk) in self.stored]
        owner = {self.formset.fk.name: [str(self.formset.instance.pk or "")]}  # which may be new itself
        others = [
            {**row, self.pk: [""], **(owner if self.formset.fk.name in row else {})}
            for row in self.rows
            if first_of(row, self.pk) not in self.stored
        ]
        return stored, others


def named(form: Any) -> str:
    """What is no longer stored, by what it says."""
    said: Iterator[str] = (
        shown(field, typed(form, name))
        for name, field in compared(form)
        if typed(form, name) not in ("", True, False)
    )
    return ", ".join([words for words, _ in zip(said, range(MOST_NAMED), strict=False)]) or "A row"
