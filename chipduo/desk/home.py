"""The first page of the desk: what its reader was writing, what waits, what goes out next and what went out last."""

from typing import Any

from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db.models import Case, Exists, OuterRef, QuerySet, Value, When

from articles.admin.reviewing.state import with_review
from articles.models import Article, Edition, Review
from chipduo.desk.queues import seen_by
from chipduo.desk.unsaved import unsaved_by

SHOWN = 8
REMEMBERED = 200  # of what somebody did last, by which a draft is theirs


def home_of(user: Any) -> dict[str, Any]:
    lists = lists_for(user) if user.has_perm("articles.view_article") else []
    counted = [(queue, queue.count) for queue in seen_by(user)]
    return {
        "unsaved": unsaved_by(user),
        "lists": [one for one in lists if one["things"]],
        "queues": [pair for pair in counted if pair[1]],
        "empty_queues": [queue for queue, count in counted if not count],
    }


def lists_for(user: Any) -> list[dict[str, Any]]:
    return [
        {"title": "Drafts, yours first", "things": drafts(user)[:SHOWN], "more": "state=draft"},
        {"title": "Waiting for review", "things": waiting_for_review()[:SHOWN], "more": "review=waiting"},
        {"title": "Scheduled", "things": scheduled()[:SHOWN], "more": "state=scheduled"},
        {"title": "Published last", "things": published()[:SHOWN], "more": "state=live"},
    ]


def drafts(user: Any) -> QuerySet[Article]:
    begun, upcoming = Edition.objects.begun(), Edition.objects.upcoming()
    own = [editions.filter(article=OuterRef("pk")) for editions in (begun, upcoming)]
    unread = Article.objects.filter(~Exists(own[0]), ~Exists(own[1])).defer("body")
    mine = Case(When(pk__in=worked_on_by(user), then=Value(True)), default=Value(False))
    return with_review(unread.annotate(mine=mine)).order_by("-mine", "-updated")


def worked_on_by(user: Any) -> list[int]:
    kind = ContentType.objects.get_for_model(Article)
    entries = LogEntry.objects.filter(user=user, content_type=kind).order_by("-action_time")
    return list({int(pk) for pk in entries.values_list("object_id", flat=True)[:REMEMBERED] if pk.isdigit()})


def waiting_for_review() -> QuerySet[Review]:
    waiting = Review.objects.waiting().select_related("article", "asked_by")
    return waiting.defer("article__body").order_by("asked", "pk")


def scheduled() -> QuerySet[Edition]:
    return Edition.objects.upcoming().select_related("article").defer("body").order_by("live_from", "pk")


def published() -> QuerySet[Edition]:
    return Edition.objects.begun().select_related("article").defer("body").newest_first()
