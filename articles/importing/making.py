"""What an import does to the record: new manuscripts are made, and with `replace` old ones get the document's words."""

from collections.abc import Iterator
from contextlib import contextmanager

import reversion
from django.core.exceptions import ValidationError

from articles.importing.drafts import Draft
from articles.importing.placing import Plan, State
from articles.importing.refusal import DocumentError
from articles.models import Article


def carry_out(plan: Plan, *, replace: bool, name: str) -> None:
    """Nothing of it is published, and no edition is touched. `name` is the file's, for the history.

    The caller plans and carries out in one transaction.
    """
    with _refusals():
        _make(plan, name)
        for place in plan.places:
            if replace and place.state is State.DIFFERENT:
                _replace(place.article, place.draft, name)


@contextmanager
def _refusals() -> Iterator[None]:
    try:
        yield
    except ValidationError as error:
        raise DocumentError(" ".join(error.messages)) from error


def _make(plan: Plan, name: str) -> None:
    articles = [place.article for place in plan.places if place.state is State.NEW]
    with reversion.create_revision():
        reversion.set_comment(f"Imported from {name}.")
        if articles and plan.series and plan.is_new_series:
            plan.series.full_clean()
            plan.series.save()
        for article in articles:
            article.series = plan.series
            article.full_clean()
            article.save()


def _replace(article: Article, draft: Draft, name: str) -> None:
    _keep(article, f"As it was before it was replaced from {name}.")
    with reversion.create_revision():
        reversion.set_comment(f"Replaced from {name}.")
        if not article.claim(article.version):
            raise DocumentError(f"Somebody saved “{article.title}” just now: look at it, and try again.")
        article.title, article.body = draft.title, draft.body
        article.full_clean()
        article.save(update_fields=["title", "body", "updated"])


def _keep(article: Article, comment: str) -> None:
    if reversion.is_registered(Article):
        with reversion.create_revision():
            reversion.set_comment(comment)
            reversion.add_to_revision(article)
