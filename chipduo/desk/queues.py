"""All queues, in the order in which the desk shows them."""

from typing import Any

from chipduo.desk.evidence import ChangedEvidence
from chipduo.desk.queue import Queue
from chipduo.desk.stale import AwaitingRelinking
from chipduo.desk.unsourced import UnsourcedEvents, UnsourcedFacts, UnsourcedRelations

QUEUES: tuple[Queue, ...] = (
    ChangedEvidence(),
    UnsourcedEvents(),
    UnsourcedRelations(),
    UnsourcedFacts(),
    AwaitingRelinking(),
)


def queue_called(slug: str) -> Queue | None:
    return next((queue for queue in QUEUES if queue.slug == slug), None)


def seen_by(user: Any) -> list[Queue]:
    return [queue for queue in QUEUES if user.has_perm(queue.sees)]
