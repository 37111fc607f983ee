"""The files of an archive in an order in which whatever a row names is there already."""

from typing import Any

from articles.models import Edition
from chipduo.archive import contents, layout
from chipduo.archive.addresses import old_address
from chipduo.archive.contents import Kind
from chipduo.archive.pictures import pictures_in
from chipduo.archive.planting import Planting
from chipduo.archive.refusal import ArchiveError
from chipduo.archive.rows import Table
from chipduo.archive.text import read_markdown, read_toml
from chipduo.archive.unpacking import Unpacked
from entities.watching import Watch

LISTS = [
    (layout.TAGS, "tag", contents.TAG),
    (layout.SERIES, "series", contents.SERIES),
    (layout.SOURCES, "source", contents.SOURCE),
    (layout.PHASES, "phase", contents.PHASE),
]
TEXTS = [("stale", contents.STALE), ("passages", contents.LINKED), ("citations", contents.CITATION)]
CLAIMS = [(layout.RELATIONS, "relation", contents.RELATION), (layout.EVENT, "event", contents.EVENT)]


class Filling:
    def __init__(self, archive: Unpacked, lost_pictures: set[str]) -> None:
        self.archive = archive
        self.lost_pictures = lost_pictures
        self.planting = Planting()

    def fill(self, watch: Watch) -> None:
        for name, table, kind in LISTS:
            self.listed(name, table, kind)
        for name in watch(self.archive.named(layout.ENTITY), "entities"):
            self.listed(name, "entity", contents.ENTITY)
        for name in watch(self.archive.named(layout.MANUSCRIPT), "manuscripts"):
            self.written(name, contents.MANUSCRIPT)
        for name in watch(self.archive.named(layout.EDITION), "editions"):
            self.edition(name)
        self.planting.lay_what_waits()
        for form, table, kind in CLAIMS:
            for name in watch(self.archive.named(form), f"files of {table}s"):
                self.listed(name, table, kind)
                self.planting.lay_what_waits()
        self.listed(layout.DISMISSALS, "dismissal", contents.DISMISSAL)
        for row in self.tables(layout.ADDRESSES, "address").get("address", []):
            old_address(row, self.planting.names, layout.ADDRESSES)

    def listed(self, name: str, table: str, kind: Kind) -> None:
        self.planting.plant(self.tables(name, table).get(table, []), kind, name)

    def tables(self, name: str, *known: str) -> Table:
        found = read_toml(name, self.archive.read(name))
        if others := sorted(set(found) - set(known)):
            raise ArchiveError(f"{name}: “{others[0]}” does not belong there.")
        return found

    def written(self, name: str, kind: Kind) -> Any:
        """A manuscript or an edition: its front matter and its words."""
        front, body = read_markdown(name, self.archive.read(name))
        [thing] = self.planting.plant([front], kind, name, body=body)
        for picture in [thing.lead_image.name, *pictures_in(body)]:
            if picture and picture not in self.lost_pictures and f"media/{picture}" not in self.archive:
                raise ArchiveError(f"media/{picture} is missing from the archive: {name} shows it.")
        return thing

    def edition(self, name: str) -> None:
        edition: Edition = self.written(name, contents.EDITION)
        name = f"{name.removesuffix('.md')}.toml"
        found = self.tables(name, *(table for table, _ in TEXTS))
        for table, kind in TEXTS:
            self.planting.plant(found.get(table, []), kind, name, edition)
