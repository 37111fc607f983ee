import pytest
from django.db.models import QuerySet

from tests.articles.documents import DOCUMENT


@pytest.fixture
def while_waiting(monkeypatch):
    """Has something done by another, who holds the article’s row, before the next one gets it."""

    def first(deed) -> None:
        hold = QuerySet.select_for_update

        def held(self, **how):
            monkeypatch.setattr(QuerySet, "select_for_update", hold)
            deed()
            return hold(self, **how)

        monkeypatch.setattr(QuerySet, "select_for_update", held)

    return first


@pytest.fixture
def file(tmp_path):
    def write(text: str = DOCUMENT, name: str = "two-firms.txt") -> str:
        path = tmp_path / name
        path.write_text(text)
        return str(path)

    return write
