"""Static files under hashed names, each stylesheet as one file on the wire however many it is written in."""

import re
from collections.abc import Iterator
from typing import Any

from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage

STYLES = "chipduo/css/site.css"
IMPORT = re.compile(r'^@import "([\w-]+\.css)";$', re.MULTILINE)
COMMENT = re.compile(r"/\*.*?\*/\s*", re.DOTALL)


class StaticFiles(CompressedManifestStaticFilesStorage):
    support_js_module_import_aggregation = True

    def post_process(self, paths: dict[str, Any], dry_run: bool = False, **options: Any) -> Iterator[Any]:
        if STYLES in paths and not dry_run:
            self._put_imports_in_their_place(paths)
        yield from super().post_process(paths, dry_run, **options)

    def _put_imports_in_their_place(self, paths: dict[str, Any]) -> None:
        folder = STYLES.rpartition("/")[0]
        text = IMPORT.sub(
            lambda found: self._text_of(paths, f"{folder}/{found[1]}"), self._text_of(paths, STYLES)
        )
        self.delete(STYLES)
        self._save(STYLES, ContentFile(COMMENT.sub("", text).encode()))
        paths[STYLES] = (self, STYLES)

    def _text_of(self, paths: dict[str, Any], name: str) -> str:
        storage, path = paths[name]
        with storage.open(path) as file:
            return file.read().decode()
