"""The words of all that is findable, as each database indexes them, and how it is asked.

SQLite: an FTS5 table that reads its columns from the rows, kept by triggers. PostgreSQL: a generated tsvector under
GIN; beyond the 16,383rd word of a text it knows words but no phrases.
"""

from collections.abc import Iterable, Sequence
from json import dumps
from typing import NamedTuple

from django.db import connection
from django.db.models.expressions import RawSQL

from entities.search.asking import Phrase

TITLE_WEIGHT, BODY_WEIGHT = 8.0, 1.0
COLUMNS = ("title", "body", "begins", "facets")

_columns, _old, _new = (", ".join(f"{of}{name}" for name in ("id", *COLUMNS)) for of in ("", "old.", "new."))
_fts_columns = _columns.replace("id", "rowid", 1)
_forget = f"INSERT INTO entities_finding (entities_finding, {_fts_columns}) VALUES ('delete', {_old});"
_remember = f"INSERT INTO entities_finding ({_fts_columns}) VALUES ({_new});"
_weighed = " || ".join(
    f"setweight(to_tsvector('simple'::regconfig, {name}), '{weight}')"
    for name, weight in zip(COLUMNS, "ABCD", strict=True)
)
MAKE = {
    "sqlite": [
        f"CREATE VIRTUAL TABLE entities_finding USING fts5({', '.join(COLUMNS)}, content = 'entities_findable',"
        " content_rowid = 'id', tokenize = 'ascii', prefix = '3 4 5')",
        f"CREATE TRIGGER entities_finding_insert AFTER INSERT ON entities_findable BEGIN {_remember} END",
        f"CREATE TRIGGER entities_finding_delete AFTER DELETE ON entities_findable BEGIN {_forget} END",
        f"CREATE TRIGGER entities_finding_update AFTER UPDATE ON entities_findable BEGIN {_forget} {_remember} END",
    ],
    "postgresql": [
        f"ALTER TABLE entities_findable ADD COLUMN tokens tsvector GENERATED ALWAYS AS ({_weighed}) STORED",
        "CREATE INDEX entities_finding ON entities_findable USING gin (tokens)",
    ],
}
DROP = {
    "sqlite": [
        "DROP TRIGGER entities_finding_insert",
        "DROP TRIGGER entities_finding_delete",
        "DROP TRIGGER entities_finding_update",
        "DROP TABLE entities_finding",
    ],
    "postgresql": ["ALTER TABLE entities_findable DROP COLUMN tokens"],
}
THING = "title, facets, edition_id, entity_id, event_id, source_id"
ASK = {
    "sqlite": f"SELECT id, score, {THING} FROM (SELECT rowid AS found, bm25(entities_finding, {TITLE_WEIGHT},"
    f" {BODY_WEIGHT}, 0.0, 0.0) AS score FROM entities_finding WHERE entities_finding MATCH %s"
    " ORDER BY rowid DESC LIMIT %s) AS newest JOIN entities_findable ON id = found",
    "postgresql": f"SELECT id, -ts_rank('{{0, 0, {BODY_WEIGHT / 10}, {TITLE_WEIGHT / 10}}}', tokens, query, 1), {THING}"
    f" FROM (SELECT id, tokens, query, {THING} FROM entities_findable, CAST(%s AS tsquery) AS query"
    " WHERE tokens @@ query ORDER BY id DESC LIMIT %s) AS newest",
}
ASK_NAMES = {
    "sqlite": "SELECT COALESCE(edition_id, entity_id, event_id, source_id), begins FROM (SELECT rowid AS found FROM"
    " entities_finding WHERE entities_finding MATCH %s ORDER BY rowid DESC LIMIT %s) AS newest"
    " JOIN entities_findable ON id = found",
    "postgresql": "SELECT COALESCE(edition_id, entity_id, event_id, source_id), begins FROM entities_findable"
    " WHERE tokens @@ CAST(%s AS tsquery) ORDER BY id DESC LIMIT %s",
}


class Found(NamedTuple):
    """The lower the score, the nearer. One of the four things is there, by its primary key."""

    pk: int
    score: float
    title: str
    facets: str
    edition: int | None
    entity: int | None
    event: int | None
    source: int | None


class Wanted(NamedTuple):
    """All of the phrases; and of each group of facets one. `in_title`: only there. `typing`: the last is a beginning."""

    phrases: Sequence[Phrase]
    facets: Sequence[Sequence[str]] = ()
    in_title: bool = False
    typing: bool = False


def newest(wanted: Wanted, limit: int) -> list[Found]:
    """At most `limit` rows, those that came last."""
    with connection.cursor() as cursor:
        cursor.execute(ASK[connection.vendor], [expression(wanted), limit])
        return list(map(Found._make, cursor.fetchall()))


def newest_names(wanted: Wanted, limit: int) -> list[tuple[int, str]]:
    """Of one kind of thing: the primary keys, and the names in whole words, each on a line of its own."""
    with connection.cursor() as cursor:
        cursor.execute(ASK_NAMES[connection.vendor], [expression(wanted), limit])
        return cursor.fetchall()


def among(pks: Iterable[int]) -> RawSQL:
    """For `pk__in`: hundreds of numbers as one parameter, which is read faster than hundreds are."""
    sql = {
        "sqlite": "SELECT value FROM json_each(%s)",
        "postgresql": "SELECT value::bigint FROM json_array_elements_text(%s::json)",
    }
    return RawSQL(sql[connection.vendor], [dumps(list(pks))])  # noqa: S611


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
    weight = "A" if wanted.in_title else ""
    phrases = [[f"{code}:{weight}" if weight else code for code in phrase] for phrase in wanted.phrases]
    if wanted.typing:
        phrases[-1][-1] += ":*"
    return " & ".join([*(f"({' <-> '.join(one)})" for one in phrases), *_alternatives(wanted.facets, " | ")])


def _alternatives(groups: Iterable[Sequence[str]], either: str) -> list[str]:
    return [f"({either.join(group)})" for group in groups]
