import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from taggit.models import Tag

from chipduo.archive.database import one_moment

pytestmark = pytest.mark.django_db(transaction=True)


class TestOneMoment:
    def test_does_not_keep_others_from_writing_and_the_next_transaction_is_as_ever(self):
        with CaptureQueriesContext(connection) as asked:
            with one_moment():
                assert not Tag.objects.exists()
            with transaction.atomic():
                assert not Tag.objects.exists()
        begun = [query["sql"] for query in asked if query["sql"].startswith(("BEGIN", "SET TRANSACTION"))]
        if connection.vendor == "sqlite":
            assert begun == ["BEGIN DEFERRED", "BEGIN IMMEDIATE"]
        else:
            assert begun[1].endswith("REPEATABLE READ, READ ONLY")
            assert len(begun) == 3
