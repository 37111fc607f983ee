import pytest
from django.core.exceptions import ValidationError

from entities.models import Entity, Event, Phase
from entities.sheets.row_form import Other, Others, fields_of

HUAWEI, SMIC = Entity(slug="huawei"), Entity(slug="smic")
KNOWN = {"huawei": HUAWEI, "smic": SMIC}


class TestACellThatNamesOthers:
    def test_finds_each_once_by_its_address(self):
        assert Others(KNOWN, "entity").clean("smic; huawei;smic") == [SMIC, HUAWEI]

    def test_says_whom_it_does_not_know(self):
        with pytest.raises(ValidationError, match="There is no entity “nobody”"):
            Others(KNOWN, "entity").clean("huawei; nobody")

    def test_is_the_same_in_another_order(self):
        assert not Others(KNOWN, "entity").has_changed("huawei; smic", "smic;huawei")
        assert Others(KNOWN, "entity").has_changed("huawei; smic", "smic")

    def test_may_name_nobody(self):
        field = Other({"response": Phase()}, "phase", required=False)
        assert (field.clean(" "), field.has_changed("", " ")) == (None, False)


def test_a_constraint_tells_what_it_holds_together():
    by_name = {one.name: fields_of(one) for one in (*Entity._meta.constraints, *Event._meta.constraints)}
    assert by_name["native_name_has_a_language"] == {"native_name", "native_language"}
    assert by_name["one_entity_per_thread"] == {"thread"}
    assert by_name["event_begins_before_it_ends"] == {"earliest", "latest"}
