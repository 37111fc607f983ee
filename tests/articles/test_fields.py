from datetime import date

import pytest
from django import forms
from django.core import serializers
from django.core.exceptions import ValidationError
from django.db import connection
from django.db.migrations.writer import MigrationWriter
from hypothesis import example, given
from hypothesis import strategies as st

from articles.dates.fuzzydate import FuzzyDate
from articles.fields import LONGEST, FuzzyDateField, FuzzyDateFormField
from articles.models import Source
from entities.models import Event
from tests import cast

NONSENSE = ["yesterday", "2019-02-30", "31 June 2019", "2019-13", "x" * 65, "2019\0", "soon, perhaps"]
POINTS = st.sampled_from(
    ["1987", "1987~", "2019?", "2019-09%", "2019-09-16", "2019-09-16%", "201X", "2023-35", "2020-37~"]
)


class SourceForm(forms.ModelForm):
    class Meta:
        model = Source
        fields = ["slug", "title", "published"]


def stored(model: type, column: str) -> str:
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT "{column}" FROM {model._meta.db_table}')
        return cursor.fetchone()[0]


@pytest.mark.django_db
class TestTheColumn:
    @pytest.mark.parametrize(
        ("given", "kept"), [("about 1987", "1987~"), (FuzzyDate("2004-03"), "2004-03"), ("", ""), (None, "")]
    )
    def test_holds_edtf_and_reads_as_a_date(self, given, kept):
        cast.source(published=given)
        assert stored(Source, "published") == kept
        assert Source.objects.get().published == (FuzzyDate(kept) if kept else None)

    def test_is_asked_in_words_and_in_notation(self):
        cast.source(published="2004-03")
        assert Source.objects.filter(published="March 2004").exists()
        assert Source.objects.filter(published=FuzzyDate("2004-03")).exists()
        assert not Source.objects.filter(published="").exists()

    @pytest.mark.parametrize("nonsense", NONSENSE)
    def test_never_takes_nonsense(self, nonsense):
        with pytest.raises(ValidationError, match="cannot be read as a date"):
            cast.source(published=nonsense)


@pytest.mark.django_db
class TestBounds:
    @pytest.mark.parametrize(
        ("when", "earliest", "latest"),
        [
            ("2019-05", date(2019, 5, 1), date(2019, 5, 31)),
            ("2014/..", date(2014, 1, 1), None),
            ("before 1990", None, date(1989, 12, 31)),
            ("", None, None),
        ],
    )
    def test_are_kept_in_step(self, when, earliest, latest):
        cast.event(when="1999")
        event = Event.objects.get()
        event.when = when
        event.save()
        event.refresh_from_db()
        assert (event.earliest, event.latest) == (earliest, latest)

    def test_outlast_a_dump(self):
        cast.event(when="about 1987")
        dump = serializers.serialize("json", Event.objects.all())
        Event.objects.all().delete()
        for row in serializers.deserialize("json", dump):
            row.save()
        event = Event.objects.get()
        assert (event.when, event.earliest, event.latest) == (
            FuzzyDate("1987~"),
            date(1987, 1, 1),
            date(1987, 12, 31),
        )


@pytest.mark.django_db
class TestForms:
    def test_show_words_and_take_them_back(self):
        cast.source(published="1987~")
        source = Source.objects.get()
        form = SourceForm(instance=source)
        assert 'value="about 1987"' in str(form["published"])
        again = SourceForm(
            {"slug": source.slug, "title": source.title, "published": "about 1987"}, instance=source
        )
        assert again.is_valid(), again.errors
        assert not again.has_changed()
        again.save()
        assert stored(Source, "published") == "1987~"

    @pytest.mark.parametrize(
        ("given", "changed"), [("1988", True), ("c. 1987", False), ("", True), ("nonsense", True)]
    )
    def test_know_what_changed(self, given, changed):
        assert FuzzyDateFormField(required=False).has_changed(FuzzyDate("1987~"), given) == changed

    def test_may_be_left_empty(self):
        form = SourceForm({"slug": "report", "title": "Report", "published": " "})
        assert form.is_valid(), form.errors
        assert form.save().published is None

    @pytest.mark.parametrize("nonsense", NONSENSE)
    def test_refuse_nonsense_and_say_what_can_be_written(self, nonsense):
        form = SourceForm({"slug": "report", "title": "Report", "published": nonsense})
        (message,) = form.errors["published"]
        assert "cannot be read as a date" in message
        assert "Write for example 1987, March 2004" in message

    @example("2019-09-16%/2020-09-16%")
    @given(st.one_of(POINTS, st.tuples(POINTS, POINTS).map("/".join)))
    def test_lose_no_date(self, edtf):
        field = FuzzyDateFormField()
        try:
            known = FuzzyDate(edtf)
        except ValueError:
            return  # it ends before it begins
        shown = field.prepare_value(known)
        assert len(shown) <= LONGEST
        assert field.clean(shown) == known


class TestMigrations:
    def test_hold_what_makes_the_field_again(self):
        field = FuzzyDateField("when", earliest_field="earliest", latest_field="latest")
        *_, args, kwargs = field.deconstruct()
        again = FuzzyDateField(*args, **kwargs)
        assert again.deconstruct()[1:] == field.deconstruct()[1:]
        assert (again.earliest_field, again.latest_field, again.blank) == ("earliest", "latest", True)
        assert "articles.fields.FuzzyDateField(" in MigrationWriter.serialize(again)[0]
