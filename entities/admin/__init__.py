from entities.admin.entity import EntityAdmin
from entities.admin.event import EventAdmin
from entities.admin.link_decision import LinkDecisionAdmin
from entities.admin.phase import PhaseAdmin
from entities.admin.relation import RelationAdmin
from entities.admin.review import EvidenceReviewAdmin

__all__ = [
    "EntityAdmin",
    "EventAdmin",
    "EvidenceReviewAdmin",
    "LinkDecisionAdmin",
    "PhaseAdmin",
    "RelationAdmin",
]
