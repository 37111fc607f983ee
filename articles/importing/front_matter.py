"""Front matter of a Markdown file, as other systems write it: its title is kept, the rest is said and left out."""

import re

from articles.importing.reading import Reading

FRONT = re.compile(
    r"(---|\+\+\+)[ \t]*\n(?P<fields>[A-Za-z][\w-]*[ \t]*[:=][^\n]*\n(?:[^\n]+\n)*?)\1[ \t]*(?:\n|\Z)"
)
FIELD = re.compile(r"^([A-Za-z][\w-]*)[ \t]*[:=][ \t]*(.*)$", re.MULTILINE)


def read(text: str) -> Reading:
    if not (front := FRONT.match(text)):
        return Reading(text)
    fields = dict(FIELD.findall(front["fields"]))
    title = fields.pop("title", "").strip(" \"'")
    remarks = (f"Front matter left out: {', '.join(fields)}.",) if fields else ()
    return Reading(text[front.end() :], title, remarks)
