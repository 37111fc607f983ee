"""What a row would change is judged by the form of the thing, as if its page had been sent with the new cells."""

from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.http import HttpRequest
from django.utils.datastructures import MultiValueDict

from entities.sheets.asking import Answers
from entities.sheets.columns import cell_of, is_many, is_of_others, sent
from entities.sheets.plan import Line
from entities.sheets.row_form import form_for_rows


class Judge:
    def __init__(self, desk: Any, request: HttpRequest, names: list[str], answers: Answers) -> None:
        self.desk, self.request, self.names, self.answers = desk, request, names, answers
        self.forms: dict[bool, Any] = {}

    def judge(self, line: Line) -> None:
        """What the form does not take for a change is none."""
        form_class = self.form_class(line)
        data = self.data(line, form_class)
        if line.errors:
            return
        touched = {cell.column for cell in line.cells}
        line.form = form_class(data, instance=line.thing, initial=self.initial(line), touched=touched)
        for name, messages in line.form.errors.items():
            column = "" if name == NON_FIELD_ERRORS else name
            line.errors += [(column, str(message)) for message in messages]
        changed = set(line.form.changed_data)
        line.cells = [cell for cell in line.cells if cell.column in changed]

    def form_class(self, line: Line) -> Any:
        """What is new has all columns, whether the table does or not."""
        if line.is_new not in self.forms:
            names = list(self.desk.sheet_columns) if line.is_new else self.names
            made = form_for_rows(self.desk, self.request, names, self.answers, change=not line.is_new)
            self.forms[line.is_new] = made
        return self.forms[line.is_new]

    def initial(self, line: Line) -> dict[str, Any]:
        """Of what names others; the form knows the rest."""
        if line.is_new:
            return {}
        names = [name for name in self.names if names_others(line, name)]
        return {
            name: list(line.thing.tags.all()) if name == "tags" else cell_of(line.thing, name)
            for name in names
        }

    def data(self, line: Line, form_class: Any) -> MultiValueDict:
        """As a browser would send the page of the thing, with the new cells filled in."""
        will = {cell.column: cell.will for cell in line.cells}
        data = MultiValueDict({"seen": ["" if line.is_new else str(line.thing.version)]})
        for name, field in form_class.base_fields.items():
            if name in self.desk.sheet_columns:
                try:
                    data.setlist(name, sent(will[name] if name in will else cell_before(line, name), field))
                except ValidationError as error:
                    line.errors += [(name, message) for message in error.messages]
        return data


def cell_before(line: Line, name: str) -> str:
    """Of what is new, the cells that its form would come with."""
    return "" if line.is_new and names_others(line, name) else cell_of(line.thing, name)


def names_others(line: Line, name: str) -> bool:
    model = type(line.thing)
    return is_many(model, name) or is_of_others(model, name)
