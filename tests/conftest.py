from importlib import import_module
from io import StringIO

import pytest
from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import connection, transaction

from entities.linking import names

pytest_plugins = ["pytester", "tests.needs", "tests.services", "tests.spreading"]


@pytest.fixture(autouse=True)
def no_memory_between_tests():
    """What processes remember of the database must not outlive a test's transaction."""
    names._kept = None
    ContentType.objects.clear_cache()


@pytest.fixture(scope="module", autouse=True)
def groups(request, django_db_blocker):
    """Migrations put them there; after a file with tests that empty the database they are made again."""
    yield
    here = [item for item in request.session.items if item.path == request.path]
    marks = [mark for item in here for mark in item.iter_markers("django_db")]
    if any(mark.kwargs.get("transaction") for mark in marks):
        with django_db_blocker.unblock(), connection.schema_editor() as editor:
            import_module("chipduo.migrations.0002_groups").make_groups(apps, editor)
            import_module("chipduo.migrations.0004_export_permission").let_editors_export(apps, editor)


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
