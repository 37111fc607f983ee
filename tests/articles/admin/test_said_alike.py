"""What lists say of articles by one query is what their own pages say of each."""

from datetime import timedelta

import pytest
from django.contrib.admin import site
from django.test import RequestFactory
from django.utils import timezone

from articles.admin.reviewing.state import VERDICTS, current_review, in_a_word, with_review
from articles.admin.standing import StandingFilter, standing
from articles.models import Article, Review
from tests import cast

pytestmark = pytest.mark.django_db


def ask(article):
    return Review.objects.ask(article, cast.user("wen", "Writer"))


def judged(article, verb: str) -> None:
    getattr(ask(article), verb)(cast.user("edda", "Editor"), article.version)


REVIEWED = {
    "never asked": lambda article: None,
    "waiting": ask,
    "waiting, and changed": lambda article: (ask(article), article.claim(1)),
    "returned": lambda article: judged(article, "send_back"),
    "approved": lambda article: judged(article, "approve"),
    "approved, and changed": lambda article: (judged(article, "approve"), article.claim(1)),
    "published": lambda article: (judged(article, "approve"), article.publish(editor=None)),
}
STANDS = {
    "draft": lambda article: None,
    "live": lambda article: article.publish(editor=None),
    "scheduled": lambda article: article.publish(editor=None, at=timezone.now() + timedelta(days=1)),
    "withdrawn": lambda article: (article.publish(editor=None), article.withdraw()),
    "suppressed": lambda article: article.publish(editor=None).suppress(),
}


@pytest.mark.parametrize("deed", REVIEWED.values(), ids=REVIEWED)
def test_how_a_review_stands(deed):
    article = cast.write(body="Words.")
    deed(article)
    review, listed = current_review(article), with_review(Article.objects.all()).get()
    assert listed.review_state == (review.state if review else None)
    assert ("changed since" in in_a_word(listed)) == bool(review and review.is_outdated)
    assert not review or review.state in VERDICTS


@pytest.mark.parametrize("deed", STANDS.values(), ids=STANDS)
def test_how_an_article_stands(deed):
    article = cast.write(body="Words.")
    deed(article)
    desk = site.get_model_admin(Article)
    rows = desk.get_queryset(RequestFactory().get("/"))
    listed = rows.get()
    for word in ("live", "scheduled", "draft", "withdrawn"):
        chosen = StandingFilter(None, {"state": [word]}, Article, desk)
        assert chosen.queryset(None, rows).exists() == (word in standing(listed))
    assert bool(listed.live_since) == bool(article.live_edition)
    assert listed.was_read == article.was_ever_public
