"""The document between its two steps: it waits in the page itself, as text, so that neither session nor disk holds it."""

from dataclasses import dataclass
from pathlib import Path

from articles.importing.drafts import Draft, drafts_of
from articles.importing.formats import document_of, format_of
from articles.importing.placing import Plan, plan


@dataclass(frozen=True, slots=True)
class Intake:
    """`text` is what was read from the file called `name`; of a Word document, HTML."""

    name: str
    text: str
    series: bool

    def read(self) -> tuple[Plan, tuple[Draft, ...], tuple[str, ...]]:
        """Where its parts would go, these parts, and what is to be said about them. Raises DocumentError."""
        path = Path(self.name)
        document = document_of(self.text, format_of(path), name=path.stem)
        drafts = drafts_of(document, series=self.series)
        return plan(document.title, drafts, series=self.series), drafts, document.remarks
