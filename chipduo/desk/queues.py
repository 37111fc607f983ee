"""All queues, in the order in which the desk shows them."""

from typing import Any

from chipduo.desk.ambiguous import Ambiguous
from chipduo.desk.broken import BrokenLinks
from chipduo.desk.evidence import ChangedEvidence
from chipduo.desk.misdated import OddlyQuoted, OutsideALife
from chipduo.desk.orphans import LoneArticles, LoneEntities, LoneTags
from chipduo.desk.queue import Queue
from chipduo.desk.stale import AwaitingRelinking
from chipduo.desk.unknown_names import UnknownNames
from chipduo.desk.unsourced import UnsourcedEvents, UnsourcedFacts, UnsourcedRelations
from chipduo.desk.vague_times import VagueTimes

QUEUES: tuple[Queue, ...] = (
    Ambiguous(),
    UnknownNames(),
    ChangedEvidence(),
    UnsourcedEvents(),
    UnsourcedRelations(),
    UnsourcedFacts(),
    OddlyQuoted(),
    OutsideALife(),
    BrokenLinks(),
    VagueTimes(),
    LoneEntities(),
    LoneArticles(),
    LoneTags(),
    AwaitingRelinking(),
)


def queue_called(slug: str) -> Queue | None:
    return next((queue for queue in QUEUES if queue.slug == slug), None)


def seen_by(user: Any) -> list[Queue]:
    return [queue for queue in QUEUES if user.has_perm(queue.sees)]
