"""Two people who changed one thing: what each made of what both opened, field by field, and what both make together."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms

from articles.admin.fields.tag_names import TagNamesField
from articles.admin.typed.opened import Values, compared, plain
from articles.comparing.merging import merged, merged_names
from articles.keys import key_in

ANYWAY = "_save_anyway"
TOGETHER = "_save_both"
KEEP = "_keep-"  # before the name of the field: which is to stay, where only a person can tell
MINE, THEIRS = "mine", "theirs"


@dataclass(frozen=True, slots=True)
class Meeting:
    """`together` is None where only a person can tell, and the value itself for what is no text."""

    name: str
    field: forms.Field
    mine: Any
    theirs: Any
    opened: Any
    key: str
    answer: str

    @property
    def together(self) -> Any:
        return None if self.opened is None else together(self.field, self.opened, self.mine, self.theirs)

    def settled(self, *, anyway: bool = False) -> Any:
        """What is to be stored, or None. Whatever happens, nobody's old text is written over another's new one."""
        if self.mine == self.opened:
            return self.theirs
        if anyway:
            return self.mine
        made = self.together
        return {MINE: self.mine, THEIRS: self.theirs}.get(self.answer) if made is None else made

    @property
    def label(self) -> str:
        return str(self.field.label or self.name.replace("_", " ").capitalize())

    @property
    def is_text(self) -> bool:
        return isinstance(self.field, forms.CharField)

    @property
    def shown(self) -> dict[str, str]:
        """As people read them."""
        return {side: shown(self.field, getattr(self, side)) for side in (MINE, THEIRS)}

    @property
    def rows(self) -> int:
        longest = max(str(self.mine), str(self.theirs), key=len)
        return min(20, longest.count("\n") + len(longest) // 40 + 1)


def meetings(
    form: forms.ModelForm, stored: forms.ModelForm, opened: Values, key: str = KEEP
) -> Iterator[Meeting]:
    """Of the fields that are stored otherwise than they were typed. `stored` is the same form, opened now."""
    for name, field in compared(form):
        theirs, mine = plain(field, stored[name].value()), typed(form, name)
        if theirs != mine:
            answer = form.data.get(key + name, "")
            yield Meeting(name, field, mine, theirs, opened.get(name), key + name, answer)


def together(field: forms.Field, opened: Any, mine: Any, theirs: Any) -> Any:
    if mine == opened:
        return theirs
    if theirs == opened:
        return mine
    if isinstance(field, TagNamesField):
        return merged_names(str(opened), mine, theirs)
    is_prose = isinstance(field, forms.CharField) and isinstance(field.widget, forms.Textarea)
    return merged(str(opened), mine, theirs) if is_prose else None


def typed(form: forms.ModelForm, name: str) -> Any:
    field = form.fields[name]
    return plain(field, field.widget.value_from_datadict(form.data, form.files, form.add_prefix(name)))


def as_typed(value: Any) -> list[Any]:
    """As a browser would send it."""
    return value if isinstance(value, list) else [value] if value not in (False, None) else []


def shown(field: forms.Field, value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(field, forms.ModelChoiceField):
        keys = [key for one in as_typed(value) if (key := key_in(one))]
        found = [field.label_from_instance(one) for one in field.queryset.filter(pk__in=keys)] if keys else []
        return ", ".join(found) or (", ".join(as_typed(value)) if value else "nothing")
    if isinstance(field, forms.ChoiceField):
        return next((str(label) for key, label in field.choices if str(key) == value), value) or "nothing"
    return value or "nothing"
