"""The words of all that is findable, as each database indexes them, and how it is asked.

SQLite: an FTS5 table that reads its columns from the rows, kept by triggers. PostgreSQL: a generated tsvector under
GIN, and one of the names alone; beyond the 16,383rd word of a text it knows words but no phrases.
Migrations 0003 and 0008 make them.
"""

from collections.abc import Iterable, Sequence
from json import dumps
from typing import NamedTuple

from django.db import connection
from django.db.models.expressions import RawSQL

from entities.search.asking import Phrase

NEWEST = {
    "sqlite": "SELECT rowid FROM entities_finding WHERE entities_finding MATCH %s ORDER BY rowid DESC LIMIT %s",
    "postgresql": "SELECT id FROM entities_findable WHERE {} @@ CAST(%s AS tsquery) ORDER BY {} DESC LIMIT %s",
}
READ = "SELECT {} FROM entities_findable WHERE id IN ({}) ORDER BY id DESC"
FEW = 2_000
AMONG = {
    "sqlite": "SELECT value FROM json_each(%s)",
    "postgresql": "SELECT value::bigint FROM json_array_elements_text(%s::json)",
}


class Wanted(NamedTuple):
    """All of the phrases; and of each group of facets one. `in_title`: only there. `typing`: the last is a beginning."""

    phrases: Sequence[Phrase]
    facets: Sequence[Sequence[str]] = ()
    in_title: bool = False
    typing: bool = False


def newest(wanted: Wanted, limit: int, columns: Iterable[str]) -> list[tuple]:
    """These columns of Findable, of at most so many rows: those that came last, the last first."""
    asked, sql = expression(wanted), NEWEST[connection.vendor]
    if connection.vendor == "postgresql":
        column = "names" if wanted.in_title or wanted.typing else "tokens"
        # a sum has no index in its order, so the words' own is used, and not every text read until enough have the words
        sql = sql.format(column, "id + 0" if _expected(column, asked) < FEW else "id")
    with connection.cursor() as cursor:
        cursor.execute(READ.format(", ".join(columns), sql), [asked, limit])
        return cursor.fetchall()


def _expected(column: str, asked: str) -> int:
    """How many texts PostgreSQL's planner believes to hold it; its own plan takes no account of how long texts are."""
    with connection.cursor() as cursor:
        sql = f"EXPLAIN (FORMAT JSON) SELECT FROM entities_findable WHERE {column} @@ CAST(%s AS tsquery)"
        cursor.execute(sql, [asked])
        return cursor.fetchone()[0][0]["Plan"]["Plan Rows"]


def among(pks: Iterable[int]) -> RawSQL:
    """For `pk__in`: hundreds of numbers as one parameter, which is read faster than hundreds are."""
    return RawSQL(AMONG[connection.vendor], [dumps(list(pks))])  # noqa: S611


def expression(wanted: Wanted) -> str:
    """Every code is [a-z0-9]+, so neither query language can be spoken through it."""
    return {"sqlite": _for_fts5, "postgresql": _for_tsquery}[connection.vendor](wanted)


def _for_fts5(wanted: Wanted) -> str:
    column = "title : " if wanted.in_title else ""
    phrases = [f'{column}"{" ".join(phrase)}"' for phrase in wanted.phrases]
    if wanted.typing:
        phrases[-1] += " *"
    return " AND ".join([*phrases, *_alternatives(wanted.facets, " OR ")])


def _for_tsquery(wanted: Wanted) -> str:
    phrases = [list(phrase) for phrase in wanted.phrases]
    if wanted.typing:
        phrases[-1][-1] += ":*"
    return " & ".join([*(f"({' <-> '.join(one)})" for one in phrases), *_alternatives(wanted.facets, " | ")])


def _alternatives(groups: Iterable[Sequence[str]], either: str) -> list[str]:
    return [f"({either.join(group)})" for group in groups]
