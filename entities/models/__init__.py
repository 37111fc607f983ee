from entities.models.alias import Alias
from entities.models.change import Change, Claimed
from entities.models.claim import Origin, Standing
from entities.models.entity import Entity
from entities.models.event import Event
from entities.models.evidence import Evidence
from entities.models.fact import Fact
from entities.models.findable import Findable, KnownWord
from entities.models.lexicon_version import LexiconVersion
from entities.models.lifetime import Lifetime
from entities.models.link_decision import LinkDecision
from entities.models.mention import Mention
from entities.models.odd_quote import OddQuote
from entities.models.phase import Phase
from entities.models.relation import Relation
from entities.models.review import EvidenceReview
from entities.models.sighting import ReadManuscript, Sighting
from entities.models.stale import StaleEdition
from entities.models.woven import Woven

__all__ = [
    "Alias",
    "Change",
    "Claimed",
    "Entity",
    "Event",
    "Evidence",
    "EvidenceReview",
    "Fact",
    "Findable",
    "KnownWord",
    "LexiconVersion",
    "Lifetime",
    "LinkDecision",
    "Mention",
    "OddQuote",
    "Origin",
    "Phase",
    "ReadManuscript",
    "Relation",
    "Sighting",
    "Standing",
    "StaleEdition",
    "Woven",
]
