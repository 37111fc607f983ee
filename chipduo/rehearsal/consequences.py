"""What would happen if an article were published, taken off the schedule or withdrawn: found by doing it, and undoing it.

There is no second pipeline: an edition is made, its links are woven and its evidence is reviewed as they would be.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone

from articles.models import Article
from chipduo.rehearsal.undoing import undone
from chipduo.rehearsal.visible import Touched, Visible, visible
from chipduo.rehearsal.words import Words, words


@dataclass(frozen=True, slots=True)
class Consequences:
    """`gone_at_end` is what readers would no longer see once the edition has expired."""

    at: datetime
    words: Words
    gained: Visible
    lost: Visible
    gone_at_end: Visible | None = None
    tags_added: tuple[str, ...] = ()
    tags_removed: tuple[str, ...] = ()


def of_publishing(article: Article, editor: Any, until: datetime | None = None, **how: Any) -> Consequences:
    """Against what readers would see at that moment if nothing were published. Raises what Article.publish raises."""
    old = article.live_edition
    with undone():
        article.cancel_schedule()
        with undone():
            new = article.publish(editor, until=until, **how)
            at, touched = new.live_from, Touched.by(article)
            text, after = words(old, new), visible(touched, at)
            at_end = after.beyond(visible(touched, until)) if until else None
            tags = set(old.tags.names()) if old else set(), set(new.tags.names())
        before = visible(touched, at)
    gained, lost = after.beyond(before), before.beyond(after)
    added, removed = sorted(tags[1] - tags[0]), sorted(tags[0] - tags[1])
    return Consequences(at, text, gained, lost, at_end, tuple(added), tuple(removed))


def of_withdrawing(article: Article) -> Consequences:
    old, touched = article.live_edition, Touched.by(article)
    with undone():
        article.withdraw()
        at = timezone.now()
        after = visible(touched, at)
    before = visible(touched, at)
    return Consequences(at, words(old, None), after.beyond(before), before.beyond(after))
