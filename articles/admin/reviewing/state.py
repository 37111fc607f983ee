"""How a review stands, in a sentence, and the comments beside the words that they are about."""

from dataclasses import dataclass

from django.contrib import admin
from django.db.models import Case, OuterRef, QuerySet, Subquery, Value, When

from articles.admin.standing import moment
from articles.commenting import place_of
from articles.models import Article, Comment, Review
from articles.models.comment import passages_of
from articles.models.presence import name_of

VERDICTS = {
    "waiting": {"settled__isnull": True},
    "returned": {"settled__isnull": False, "was_approved": False},
    "approved": {"was_approved": True},
}


@dataclass(frozen=True, slots=True)
class InPlace:
    """The passages, each with the open comments on its words; then those on the whole, and those whose words are gone."""

    passages: list[tuple[str, list[Comment]]]
    of_the_whole: list[Comment]
    gone: list[Comment]

    def __bool__(self) -> bool:
        return bool(self.of_the_whole or self.gone or any(comments for _, comments in self.passages))

    @property
    def count(self) -> int:
        return len(self.of_the_whole) + len(self.gone) + sum(len(comments) for _, comments in self.passages)


def in_place(article: Article) -> InPlace:
    texts = passages_of(article)
    placed = InPlace([(text, []) for text in texts], [], [])
    for comment in article.comments.unresolved().select_related("by"):
        if not comment.quote:
            placed.of_the_whole.append(comment)
        elif (place := place_of(comment.quote, comment.context, texts)) is None:
            placed.gone.append(comment)
        else:
            placed.passages[place][1].append(comment)
    return placed


def current_review(article: Article) -> Review | None:
    reviews = article.review_requests.current().select_related("asked_by", "settled_by", "article")
    return reviews.order_by("-pk").first()


def said_of(review: Review | None) -> str:
    if review is None:
        return "Nobody has asked for a review."
    if review.state == Review.State.WAITING:
        return f"Waiting for review: {name_of(review.asked_by)} asked on {moment(review.asked)}."
    verdict = (
        f"{review.state.label.capitalize()} by {name_of(review.settled_by)} on {moment(review.settled)}."
    )
    return f"{verdict} The text has changed since." if review.is_outdated else verdict


def with_review(articles: QuerySet[Article]) -> QuerySet[Article]:
    """Each with `review_state`, and `reviewed_version`, for lists."""
    latest = Review.objects.current().filter(article=OuterRef("pk")).order_by("-pk")
    state = Case(*(When(**wanted, then=Value(name)) for name, wanted in VERDICTS.items()), default=Value(""))
    return articles.annotate(
        review_state=Subquery(latest.annotate(state_name=state).values("state_name")[:1]),
        reviewed_version=Subquery(latest.values("version")[:1]),
    )


def in_a_word(article: Article) -> str:
    """Of an article that came through `with_review`."""
    if not article.review_state:
        return ""
    is_outdated = article.review_state != "waiting" and article.reviewed_version != article.version
    label = Review.State(article.review_state).label
    return f"{label}, changed since" if is_outdated else label


class ReviewFilter(admin.SimpleListFilter):
    title = "review"
    parameter_name = "review"

    def lookups(self, request, model_admin):
        return [(name, Review.State(name).label) for name in VERDICTS]

    def queryset(self, request, queryset):
        return queryset.filter(review_state=self.value()) if self.value() in VERDICTS else queryset
