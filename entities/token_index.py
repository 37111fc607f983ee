"""Which passages can contain a name: an index of tokens, answered with a superset that the matcher then confirms.

SQLite: an FTS5 table. PostgreSQL: a tsvector under GIN. Migration 0002 makes them. Both hold the same tokens, made by
entities.tokens, and are asked for passages that hold all tokens of a name. Rows of deleted passages are harmless and are
left to `relink --all`.
"""

from collections.abc import Iterable, Sequence

from django.db import connection, transaction
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from articles.models import Passage
from entities.linking.choosing import by_hand
from entities.tokens import tokenise
from entities.watching import Watch, unwatched

AT_ONCE = 1000  # passages renewed together
LONGEST = 2000  # of a token: PostgreSQL takes 2,046 bytes
REMEMBER = {
    "sqlite": "INSERT INTO entities_token_index (rowid, tokens) VALUES (%s, %s)",
    "postgresql": "INSERT INTO entities_token_index (passage_id, tokens) VALUES (%s, array_to_tsvector(string_to_array(%s, ' ')))",
}
ASK = {
    "sqlite": "SELECT rowid FROM entities_token_index WHERE entities_token_index MATCH %s",
    "postgresql": "SELECT passage_id FROM entities_token_index WHERE tokens @@ %s::tsquery",
}
FORGET = {
    "sqlite": "DELETE FROM entities_token_index WHERE rowid = %s",
    "postgresql": "DELETE FROM entities_token_index WHERE passage_id = %s",
}
FORGET_THE_DELETED = {
    "sqlite": "DELETE FROM entities_token_index WHERE rowid NOT IN (SELECT id FROM articles_passage)",
    "postgresql": "DELETE FROM entities_token_index WHERE passage_id NOT IN (SELECT id FROM articles_passage)",
}


def remember(passages: Iterable[Passage]) -> None:
    rows = [(passage.pk, " ".join(sorted(tokens_of(passage)))) for passage in passages]
    with connection.cursor() as cursor:
        cursor.executemany(REMEMBER[connection.vendor], [(pk, tokens) for pk, tokens in rows if tokens])


def tokens_of(passage: Passage) -> set[str]:
    """Of the text, and of the names to which words in it are linked by hand."""
    texts = [passage.text]
    if "data-entity" in passage.html:
        texts += [hand.name for hand in by_hand(passage.html)]
    return {token for text in texts for token in tokens_in(text)}


def tokens_in(text: str) -> set[str]:
    return {token[:LONGEST] for token in tokenise(text)}


def passages_that_may_contain(name: str) -> QuerySet[Passage]:
    """Inside the database: a common name stands in more passages than a query can have parameters."""
    tokens = sorted(tokens_in(name))
    if not tokens:
        return Passage.objects.none()
    # every token is [a-z0-9]+, so neither query language can be spoken through it
    query = {"sqlite": " ".join(f'"{token}"' for token in tokens), "postgresql": " & ".join(tokens)}[
        connection.vendor
    ]
    return Passage.objects.filter(pk__in=RawSQL(ASK[connection.vendor], [query]))


def rebuild(watch: Watch = unwatched) -> None:
    """Bit by bit: the index can be asked, and the work be stopped, at any moment."""
    passages = list(Passage.objects.order_by("pk").values_list("pk", flat=True))
    for start in watch(range(0, len(passages), AT_ONCE), "thousands of passages"):
        renew(passages[start : start + AT_ONCE])
    with connection.cursor() as cursor:
        cursor.execute(FORGET_THE_DELETED[connection.vendor])


@transaction.atomic
def renew(passages: Sequence[int]) -> None:
    with connection.cursor() as cursor:
        cursor.executemany(FORGET[connection.vendor], [(pk,) for pk in passages])
    remember(Passage.objects.filter(pk__in=passages).only("text", "html"))
