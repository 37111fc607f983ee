"""What a constraint refuses: the database whatever comes, and a form in words that an editor understands."""

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Model


def constraints_of(room: str) -> set[str]:
    models = apps.get_app_config(room).get_models()
    return {constraint.name for model in models for constraint in model._meta.constraints}


def refused_by_the_database(thing: Model, name: str) -> None:
    with pytest.raises(IntegrityError) as refused, transaction.atomic():
        # as it is: a save would set derived fields right first
        thing.save_base(raw=True)
    assert name in str(refused.value) or "UNIQUE constraint failed" in str(refused.value)


def told(thing: Model) -> str:
    with pytest.raises(ValidationError) as refused:
        thing.full_clean()
    return " ".join(refused.value.messages)
