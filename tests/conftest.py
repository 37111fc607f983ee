from io import StringIO

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import transaction

from entities.linking import names

pytest_plugins = ["pytester", "tests.needs", "tests.services", "tests.spreading"]


@pytest.fixture(autouse=True)
def no_memory_between_tests():
    """What processes remember of the database must not outlive a test's transaction."""
    names._kept = None
    ContentType.objects.clear_cache()


@pytest.fixture(scope="module")
def module_db(django_db_setup, django_db_blocker):
    """A transaction around a module: what its fixtures make is there for all its tests, and goes with the last.

    The tests themselves ask for `db`, so that none changes what the next one finds.
    """
    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def seeded(module_db):
    """The seed content."""
    call_command("seed", stdout=StringIO())
