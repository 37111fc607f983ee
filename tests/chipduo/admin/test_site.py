import pytest
from django.db import models

from articles.models import Article
from tests import cast
from tests.desk import edda, form_on, sent, text_of

pytestmark = pytest.mark.django_db


def test_of_two_who_make_the_same_at_one_moment_the_second_is_told_so(monkeypatch):
    """Both were found to be right before either was stored."""
    cast.write("same")
    asked, find = [], models.Model.validate_unique

    def found_the_second_time(*args, **kwargs):
        asked.append(args)
        if len(asked) > 1:
            find(*args, **kwargs)

    monkeypatch.setattr(Article, "validate_unique", found_the_second_time)
    page = sent(edda(), "/admin/articles/article/add/", slug="same", title="Mine", body="My words.")
    assert "Article with this Slug already exists." in text_of(page)
    assert form_on(page)["body"].strip() == "My words."
    assert Article.objects.count() == 1
