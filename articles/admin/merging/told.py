"""What a merge does to rows, told to editors kind by kind: what is carried over, and what is there already."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.apps import apps

from articles.footprints import Row

MOST_SHOWN = 50


@dataclass
class Section:
    title: str
    carried: list[str] = field(default_factory=list)
    dropped: list[str] = field(default_factory=list)

    @property
    def lists(self) -> list[tuple[str, int, list[str], int]]:
        """Each list that has anything in it: how it is called, how many, the first of them, and how many more."""
        named = (("will_add", self.carried), ("already_has", self.dropped))
        return [
            (name, len(words), words[:MOST_SHOWN], max(0, len(words) - MOST_SHOWN))
            for name, words in named
            if words
        ]


def sections(rows: Iterable[Row]) -> list[Section]:
    found: dict[str, Section] = defaultdict(lambda: Section(""))
    for row in rows:
        if not row["title"]:
            continue
        section = found[row["title"]]
        section.title = row["title"]
        if is_one_of_them(row):
            section.carried += taken_over(row)
        else:
            (section.dropped if row["after"] is None else section.carried).append(row["words"])
    return [section for section in found.values() if section.lists]


def is_one_of_them(row: Row) -> bool:
    """And not something of theirs."""
    names = {field.name for field in apps.get_model(row["model"])._meta.concrete_fields}
    return "slug" in names and "content_type" not in names


def taken_over(row: Row) -> list[str]:
    """What the heir has now, since it had nothing there."""
    if row["after"] is None or row["before"] is None:
        return []
    model = apps.get_model(row["model"])
    return [str(model._meta.get_field(name).verbose_name) for name in row["after"]]
