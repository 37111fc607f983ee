"""What all queues have in common: what waits, shown row by row, and the answers that settle a row."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, ClassVar
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.urls import reverse

from articles import sentences
from chipduo.desk.dismissal import Dismissal

Runs = Sequence[tuple[str, bool]]  # pieces of a text, and whether each is marked
COUNTED = 1000  # more are not counted: nobody needs to know whether it is 4,000 or 5,000


@dataclass(frozen=True, slots=True)
class Answer:
    """`name` is what its button sends: a word, or a word and a number such as "link.12"."""

    name: str
    label: str


@dataclass(frozen=True, slots=True)
class Reply:
    """Which answer an editor gave, and what they typed for it."""

    editor: Any
    answer: str
    given: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """`lines` are texts with what each is; `links` lead, by what they say, to where it can be changed by hand,
    and `create` to the form of an entity with its name in it."""

    key: str
    lines: Sequence[tuple[str, Runs]]
    links: Sequence[tuple[str, str]]
    note: str = ""
    answers: Sequence[Answer] = ()
    create: tuple[str, str] | None = None

    @property
    def shown(self) -> str:
        """Tells this row from one of the same key that reads otherwise."""
        return sha256(repr([(said, list(runs)) for said, runs in self.lines]).encode()).hexdigest()[:12]

    @property
    def words(self) -> str:
        """In one line, for what is said when it is settled and for the list of what was left."""
        return "".join(text for text, _ in self.lines[0][1])


@dataclass(frozen=True, slots=True)
class Asked:
    """A word or two that an answer needs, typed once for all the rows that were ticked; `like` is the foreign key whose choices are
    offered meanwhile."""

    label: str
    help: str
    like: tuple[str, str, str]

    @property
    def choices(self) -> str:
        """The address that finds them."""
        named = zip(("app_label", "model_name", "field_name"), self.like, strict=True)
        return f"{reverse('admin:autocomplete')}?{urlencode(list(named))}"


LEAVE = "leave"


class Queue:
    """A subclass says what waits (`things`, each with a `key`), how it is shown (`row`), and what the answers do (`settle`)."""

    slug: ClassVar[str]
    title: ClassVar[str]
    why: ClassVar[str]  # it matters, in one line
    sees: ClassVar[str]  # the permission that one needs to look
    settles: ClassVar[str]  # and the one to answer
    leave: ClassVar[str] = "Leave it as it is"  # the answer that is remembered; "" where nothing can be left
    asks: ClassVar[Asked | None] = None

    def things(self) -> QuerySet:
        raise NotImplementedError

    def row(self, thing: Any) -> Row:
        raise NotImplementedError

    def settle(self, thing: Any, reply: Reply) -> None:
        """Do what the answer says, in one transaction; ValidationError in plain words when it cannot be done."""
        raise NotImplementedError

    def rows(self, things: Iterable[Any]) -> list[Row]:
        """Of one page."""
        return [self.row(thing) for thing in things]

    def waiting(self) -> QuerySet:
        things = self.things()
        return things.filter(~Dismissal.objects.covering(self.slug)) if self.leave else things

    @property
    def count(self) -> int:
        """Up to one more than are counted."""
        return self.waiting().order_by()[: COUNTED + 1].count()

    def answers(self, row: Row) -> list[Answer]:
        return [*row.answers, *([Answer(LEAVE, self.leave)] if self.leave else [])]

    def take(self, reply: Reply, thing: Any, row: Row) -> None:
        if reply.answer == LEAVE:
            Dismissal.objects.leave(self.slug, row.key, row.words, reply.editor)
        else:
            self.settle(thing, reply)


def sentence_of(text: str, start: int, end: int) -> Runs:
    """The sentence around, with these words marked."""
    first, last = sentences.around(text, start, end)
    return marked(text[first:last], start - first, end - first)


def plain(text: str) -> Runs:
    return [(text, False)]


def marked(text: str, start: int, end: int) -> Runs:
    pieces = [(text[:start], False), (text[start:end], True), (text[end:], False)]
    return [piece for piece in pieces if piece[0]]
