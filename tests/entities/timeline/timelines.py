"""Timelines as the JSON has them, with whatever an editor may have written."""

from typing import Any

from hypothesis import strategies as st

from articles.dates.fuzzydate import parse

HOSTILE = (
    "=HYPERLINK(\"https://evil.example\",\"all of it\")",
    "+1", "-1+1|cmd", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1",
    "two\nlines\r\nand\rmore", 'a "quoted", cell; and \\n', "<script>alert(1)</script>&amp;",
    "END:VEVENT\r\nBEGIN:VALARM", "华为" * 100, "a\x07bell", "\u2028", "x" * 5000,
)  # fmt: skip
DATES = ("1987", "about 1987", "March 2004", "16 May 2019", "perhaps 16 May 2019", "1 January 2019", "early 2020", "Q4 2023",
         "the 2010s", "before 1990", "since 2014", "17 to 18 March 2004", "between 2014 and 2019", "29 February 2024", "2999")  # fmt: skip
QUOTED = {
    "quote": "So it was.",
    "article": "needs",
    "key": "p-1",
    "url": "https://x.example/articles/needs/#p-1",
    "state": "intact",
}
SOURCED = {
    "source": {"title": "Report", "publisher": "The Press", "url": "https://press.example/", "citation": ""}
}


def event(when: str = "", **fields: Any) -> dict[str, Any]:
    slug = fields.pop("slug", "founded")
    known = parse(when) if when else None
    told = {
        "slug": slug, "title": "Founded", "url": f"https://x.example/timeline/{slug}/", "summary": "", "when": known and str(known),
        "when_text": known and known.words, "earliest": known and known.earliest and known.earliest.isoformat(),
        "latest": known and known.latest and known.latest.isoformat(), "phase": "rise", "standing": "recorded", "origin": "record",
        "significance": 2, "entities": ["huawei", "smic"], "tags": [], "evidence": [QUOTED, SOURCED],
    }  # fmt: skip
    return told | fields


def timeline(*events: dict[str, Any]) -> dict[str, Any]:
    return {"phases": [{"slug": "rise", "title": "Rise", "order": 1}], "events": list(events)}


def timelines() -> st.SearchStrategy[dict[str, Any]]:
    texts = st.sampled_from(HOSTILE) | st.text(
        st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1
    )
    events = st.builds(
        event,
        st.sampled_from(("", *DATES)),
        slug=st.from_regex(r"[a-z0-9][a-z0-9-]{0,20}", fullmatch=True),
        title=texts,
        summary=st.just("") | texts,
        phase=st.sampled_from([None, "rise"]),
        standing=st.sampled_from(["recorded", "judgement", "forecast"]),
    )
    return st.lists(events, max_size=6, unique_by=lambda one: one["slug"]).map(lambda told: timeline(*told))
