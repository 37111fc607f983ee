"""What belongs to "everything": each model of the site is carried, made anew, or left behind for a reason given here."""

from dataclasses import dataclass, field

from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.models import Session
from django.db.models import Model
from reversion.models import Revision, Version
from taggit.models import Tag, TaggedItem

from articles.models import (
    Article,
    Citation,
    Comment,
    Edition,
    Merger,
    Passage,
    Presence,
    PreviewLink,
    PutAside,
    Review,
    Scratch,
    Series,
    SlugRecord,
    Source,
    TagSynonym,
)
from chipduo.models import Dismissal, User
from entities.models import (
    Alias,
    Change,
    Entity,
    Event,
    Evidence,
    EvidenceReview,
    Fact,
    Findable,
    KnownWord,
    LexiconVersion,
    Lifetime,
    LinkDecision,
    Mention,
    OddQuote,
    Phase,
    ReadManuscript,
    Relation,
    Sighting,
    StaleEdition,
    Woven,
)
from entities.models.one_of import CLAIMS


@dataclass(frozen=True)
class Kind:
    """Rows of a model, and the rows `below` each, by the accessor that leads to them. `owner` is the field that leads back.

    `without` are columns that stand elsewhere, or are made anew from the others.
    """

    model: type[Model]
    owner: str = ""
    below: dict[str, "Kind"] = field(default_factory=dict)
    without: tuple[str, ...] = ()
    carries: tuple[str, ...] = ()  # lists of others: tags, and whom an event names


def resting(claim: str) -> dict[str, Kind]:
    reviews = {"reviews": Kind(EvidenceReview, "evidence")}
    return {
        "evidence": Kind(Evidence, claim, reviews, without=CLAIMS),
        "changes": Kind(Change, claim, without=CLAIMS),
    }


TAG = Kind(Tag, below={"synonyms": Kind(TagSynonym, "tag")})
SERIES, SOURCE, PHASE = Kind(Series), Kind(Source), Kind(Phase)
MANUSCRIPT = Kind(
    Article,
    below={
        "link_decisions": Kind(LinkDecision, "article"),
        "comments": Kind(Comment, "article"),
        "review_requests": Kind(Review, "article"),
    },
    without=("body",),
    carries=("tags",),
)
EDITION = Kind(Edition, without=("body",), carries=("tags",))
CITATION = Kind(Citation, "edition")
PASSAGE = Kind(Passage, "edition")
LINKED = Kind(
    Passage, "edition", {"mentions": Kind(Mention, "passage"), "woven": Kind(Woven, "passage")}
)  # of an edition that is not linked anew
STALE = Kind(StaleEdition, "edition")
ENTITY = Kind(
    Entity,
    below={"aliases": Kind(Alias, "entity"), "facts": Kind(Fact, "entity", resting("fact"))},
    without=("about_html",),
    carries=("tags",),
)
RELATION = Kind(Relation, below=resting("relation"))
EVENT = Kind(Event, below=resting("event"), without=("earliest", "latest"), carries=("entities", "tags"))

DISMISSAL = Kind(Dismissal)

WHOLE = [
    TAG,
    SERIES,
    SOURCE,
    PHASE,
    MANUSCRIPT,
    EDITION,
    CITATION,
    LINKED,
    STALE,
    ENTITY,
    RELATION,
    EVENT,
    DISMISSAL,
]

ALSO_CARRIED = {
    SlugRecord: "by the addresses themselves",
    TaggedItem: "as the tags of what carries them",
    User: "as a name, where something says who did it; no password, no rights",
}
MADE_ANEW = {
    Findable: "the index of search",
    KnownWord: "the words of search",
    LexiconVersion: "changes with every name",
    Lifetime: "read out of facts and events",
    ReadManuscript: "manuscripts looked through for the queues",
    Sighting: "what the queues show",
    OddQuote: "dates that disagree",
}
LEFT_OUT = {
    Scratch: "what somebody is typing",
    PutAside: "what somebody typed",
    Presence: "who is at a form",
    PreviewLink: "an address of this site alone",
    Revision: "the history of the desk: what readers saw is in the editions",
    Version: "the history of the desk",
    Merger: "what the desk can undo: where addresses lead is told by the addresses",
    LogEntry: "who did what at the desk",
    Session: "who is signed in",
    Group: "every site has its own two",
    Permission: "every site has its own",
    ContentType: "every site has its own",
}


def carried() -> set[type[Model]]:
    kinds, models = list(WHOLE), set(ALSO_CARRIED)
    while kinds:
        kind = kinds.pop()
        models.add(kind.model)
        kinds += kind.below.values()
    return models
