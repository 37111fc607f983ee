"""Whether a manuscript that is here already is the one that a document would make: its words may have been edited since."""

from collections.abc import Sequence

from articles.importing.drafts import Draft
from articles.models import Article, Series


def same_title(one: str, other: str) -> bool:
    return _words(one).casefold() == _words(other).casefold()


def same_words(article: Article, draft: Draft) -> bool:
    """A form in a browser ends lines with CRLF; that is no edit."""
    return article.title == draft.title and _lines(article.body) == _lines(draft.body)


def is_ours(article: Article, draft: Draft, series: Series | None, *, at_its_address: bool) -> bool:
    """A part is known by its series; another manuscript by its text, or by its title if it has the address too."""
    if article.series_id is not None and series is not None:
        return article.series_id == series.pk
    by_title = series is None and article.series_id is None and same_title(article.title, draft.title)
    return (at_its_address and by_title) or resembles(article, draft)


def resembles(article: Article, draft: Draft) -> bool:
    """At least half the blocks of the shorter text stand in the other."""
    one, other = (set(_lines(body).split("\n\n")) - {""} for body in (article.body, draft.body))
    return bool(one and other) and 2 * len(one & other) >= min(len(one), len(other))


def nearest(articles: Sequence[Article], draft: Draft) -> Article | None:
    """The one with the same words, else with similar words, else the first."""
    return min(articles, key=lambda a: (not same_words(a, draft), not resembles(a, draft)), default=None)


def _words(text: str) -> str:
    return " ".join(text.split())


def _lines(body: str) -> str:
    return body.replace("\r\n", "\n").strip()
