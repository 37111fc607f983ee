"""A model field for dates as they are known: stored as EDTF text, read as a FuzzyDate."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models

from articles.dates.fuzzydate import FuzzyDate, FuzzyDateError, parse

LONGEST = 64


def to_fuzzy_date(value: Any) -> FuzzyDate | None:
    if value in (None, ""):
        return None
    if isinstance(value, FuzzyDate):
        return value
    try:
        return parse(str(value))
    except FuzzyDateError as error:
        raise ValidationError(str(error), code="invalid") from error


class FuzzyDateFormField(forms.CharField):
    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", LONGEST)
        super().__init__(**kwargs)

    def prepare_value(self, value: Any) -> Any:
        """In words, if these are not too many to be read again."""
        if not isinstance(value, FuzzyDate):
            return value
        return value.words if len(value.words) <= LONGEST else str(value)

    def to_python(self, value: Any) -> FuzzyDate | None:
        return to_fuzzy_date(super().to_python(value))

    def run_validators(self, value: Any) -> None:
        super().run_validators(str(value) if value else value)

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return to_fuzzy_date(initial) != to_fuzzy_date(data)
        except ValidationError:
            return True


class FuzzyDateField(models.CharField):
    """`earliest_field` and `latest_field` name date columns kept in step, as ImageField keeps its width."""

    description = "A date as it is known, in EDTF"

    def __init__(self, *args: Any, earliest_field: str = "", latest_field: str = "", **kwargs: Any) -> None:
        self.earliest_field, self.latest_field = earliest_field, latest_field
        kwargs.setdefault("max_length", LONGEST)
        kwargs.setdefault("blank", True)
        kwargs.setdefault("default", "")
        kwargs.setdefault(
            "help_text", "As it is known: 1987, about 1987, March 2004, 2014 to 2019, before 1990."
        )
        super().__init__(*args, **kwargs)

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        for bound in ("earliest_field", "latest_field"):
            if getattr(self, bound):
                kwargs[bound] = getattr(self, bound)
        return name, path, args, kwargs

    def from_db_value(self, value, expression, connection) -> FuzzyDate | None:
        return to_fuzzy_date(value)

    def to_python(self, value: Any) -> FuzzyDate | None:
        return to_fuzzy_date(value)

    def get_prep_value(self, value: Any) -> str:
        known = to_fuzzy_date(value)
        return str(known) if known else ""

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> str:
        return value if prepared else self.get_prep_value(value)

    def value_to_string(self, obj: models.Model) -> str:
        return self.get_prep_value(self.value_from_object(obj))

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        known = to_fuzzy_date(super().pre_save(model_instance, add))
        if self.earliest_field:
            setattr(model_instance, self.earliest_field, known.earliest if known else None)
            setattr(model_instance, self.latest_field, known.latest if known else None)
        return known

    def run_validators(self, value: Any) -> None:
        super().run_validators(self.get_prep_value(value))

    def formfield(self, **kwargs: Any) -> forms.Field:
        return super().formfield(**{"form_class": FuzzyDateFormField, **kwargs})
