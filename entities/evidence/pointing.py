"""Words that an address points at, in the article as it reads today: behind a claim, or a sentence of some edition."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from django.http import Http404, QueryDict
from django.urls import reverse

from articles import sentences
from articles.marking import Stretch
from articles.models import Edition, Passage
from entities.evidence.fates import Fate, fate_of
from entities.models import Claimed, Evidence


@dataclass(frozen=True)
class Pointed:
    """`passage` had the code points `start` to `end` in its edition; `live` is today's edition of the same article."""

    live: Edition
    passage: Passage
    start: int
    end: int
    claim: Claimed | None = None

    @property
    def words(self) -> str:
        return self.passage.text[self.start : self.end]

    @property
    def sentence(self) -> int:
        """The number of the sentence in which the words begin, as readers count."""
        return sentences.number_at(self.passage.text, self.start)

    @cached_property
    def fate(self) -> Fate:
        return fate_of(self.words, self.passage, self.live)

    @property
    def url(self) -> str:
        """The sentence in the edition that had it, whatever came later."""
        edition = self.passage.edition
        return reverse(
            "sentence", args=[self.live.article.slug, edition.number, self.passage.key, self.sentence]
        )

    @property
    def today_url(self) -> str:
        """The article as it reads today, with the words marked or what became of them."""
        asked = f"{self.passage.edition.number}.{self.passage.key}.{self.sentence}"
        return f"{self.live.article.get_absolute_url()}?sentence={asked}#{self.fate.key}"

    def marks(self, passage: Passage) -> Iterable[Stretch]:
        """In a passage of today's edition. Nothing is marked that merely looks alike."""
        if not self.fate.stands or passage.key != self.fate.key:
            return ()
        start = passage.text.find(self.words)
        return ((start, start + len(self.words)),)


def pointed_at(asked: QueryDict, live: Edition) -> Pointed | None:
    """What ?evidence= or ?sentence= point at. Raises Http404 for what readers cannot know of."""
    if "evidence" in asked:
        return behind_a_claim(asked["evidence"], live)
    if "sentence" in asked:
        return in_an_edition(asked["sentence"], live)
    return None


def behind_a_claim(number: str, live: Edition) -> Pointed:
    quotes = Evidence.objects.public().quotes().filter(passage__edition__article=live.article_id)
    quotes = quotes.select_related(
        "passage__edition", "event", "relation__subject", "relation__object", "fact__entity"
    ).defer("passage__edition__body")
    found = quotes.filter(pk=int(number)).first() if is_a_number(number) else None
    if found is None:
        raise Http404("No claim that readers can see rests on words of this article under that number.")
    start = found.passage.text.find(found.quote)
    return Pointed(live, found.passage, start, start + len(found.quote), found.claim)


def in_an_edition(name: str, live: Edition) -> Pointed:
    """`name` is the number of an edition, the key of a passage and the number of a sentence: "3.orders-move.2"."""
    edition, _, place = name.partition(".")
    key, _, sentence = place.rpartition(".")
    if not (is_a_number(edition) and is_a_number(sentence)):
        raise Http404(
            "A sentence is asked for by its edition, its passage and its number, such as 3.the-passage.2."
        )
    return sentence_of(live, passage_of(live, int(edition), key), int(sentence))


def passage_of(live: Edition, edition: int, key: str) -> Passage:
    shown = Passage.objects.filter(edition__in=Edition.objects.readable().filter(article=live.article_id))
    found = (
        shown.filter(edition__number=edition, key=key)
        .select_related("edition")
        .defer("edition__body")
        .first()
    )
    if found is None:
        raise Http404(f"Edition {edition} of this article has no passage called {key}.")
    return found


def sentence_of(live: Edition, passage: Passage, number: int) -> Pointed:
    bounds = sentences.split(passage.text)
    if not 1 <= number <= len(bounds):
        raise Http404(f"That passage has no sentence {number}: it has {len(bounds)}.")
    return Pointed(live, passage, *bounds[number - 1])


def is_a_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 10
