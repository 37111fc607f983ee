"""For who found nothing: the words as they may have been meant. What readers cannot find is never proposed."""

import re
from collections.abc import Iterator
from itertools import islice

from django.db.models import Q
from django.db.models.functions import Length
from rapidfuzz import process
from rapidfuzz.distance import OSA

from chipduo.search.question import Question
from chipduo.search.results import Results, is_found
from entities.models import KnownWord
from entities.search.asking import read_question
from entities.search.words import folded

LETTERS = re.compile(r"[^\W\d_]{3,}")
TRIES = 3
MOST_WORDS = 6
MOST_LETTERS = 40
MOST_ASKED = 20  # of the words near one


def correction(question: Question) -> tuple[Question, int] | None:
    """The same search with words that can be found, and how much it finds, which is more than nothing."""
    for text in corrected(question.asked.text):
        meant = Question(read_question(text), question.chosen, question.codes, question.labels)
        if count := len(Results(meant).hits):
            return meant, count
    return None


def corrected(text: str) -> Iterator[str]:
    """At most so many other texts, the likeliest first."""
    written = [word for word in dict.fromkeys(LETTERS.findall(text)) if len(word) <= MOST_LETTERS]
    meant = {word: others for word in written[:MOST_WORDS] if (others := nearest_words(word))}
    for choice in range(max(map(len, meant.values()), default=0)):
        yield _changed(text, {word: others[min(choice, len(others) - 1)] for word, others in meant.items()})


def nearest_words(written: str) -> list[str]:
    """None for a word that can be found as it is; with a capital where it was written with one."""
    word = folded(written)
    if not word or is_found(word):
        return []
    near = (one for one in known_words_near(word)[:MOST_ASKED] if is_found(one))
    return [one.capitalize() if written[0].isupper() else one for one in islice(near, TRIES)]


def known_words_near(word: str) -> list[str]:
    most = 1 if len(word) < 5 else 2
    begins = Q(folded__startswith=word[0]) | Q(folded__startswith=word[1:2] or word)
    near = KnownWord.objects.filter(begins).annotate(length=Length("folded"))
    known = near.filter(length__range=(len(word) - most, len(word) + most)).values_list("folded", flat=True)
    found = process.extract(word, known, scorer=OSA.distance, score_cutoff=most, limit=None)
    return [one for one, _, _ in sorted(found, key=lambda one: (one[1], one[0]))]


def _changed(text: str, changes: dict[str, str]) -> str:
    return LETTERS.sub(lambda found: changes.get(found[0], found[0]), text)
