"""The ways in which one entity can stand to another, each worded from both ends."""

from dataclasses import dataclass

from entities.relations.tense import past


@dataclass(frozen=True, slots=True)
class RelationKind:
    """The inverse is worded to fit a name in the singular or the plural; an empty set of kinds admits any."""

    slug: str
    phrase: str
    inverse: str
    group: str
    subjects: frozenset[str] = frozenset()
    objects: frozenset[str] = frozenset()

    def joins(self, subject_kind: str, object_kind: str) -> bool:
        fits_subject = not self.subjects or subject_kind in self.subjects
        return fits_subject and (not self.objects or object_kind in self.objects)

    def worded(self, *, has_ended: bool) -> tuple[str, str]:
        """As its subject says it, and as its object does."""
        return (past(self.phrase), past(self.inverse)) if has_ended else (self.phrase, self.inverse)


Ends = tuple[frozenset[str], frozenset[str]]  # the kinds of entity at either end

ANY: frozenset[str] = frozenset()
COMPANY = frozenset({"company"})
BODY = frozenset({"company", "government", "institution"})
TECHNICAL = frozenset({"technology", "product"})
IDEA = frozenset({"concept"})
THING = TECHNICAL | IDEA

FREE: Ends = (ANY, ANY)
FIRMS: Ends = (COMPANY, COMPANY)
BODIES: Ends = (BODY, BODY)
FIRM_AND_WORK: Ends = (COMPANY, TECHNICAL)
FIRM_AND_IDEA: Ends = (COMPANY, IDEA)
BODY_AND_IDEA: Ends = (BODY, IDEA)

TABLE: dict[str, tuple[tuple[str, str, str, Ends], ...]] = {
    "Standing and comparison": (
        ("is-a", "is a", "has as an example", FIRM_AND_IDEA),
        ("rose-to-lead", "rose to lead in", "has among its leaders", (COMPANY, THING)),
        ("aims-to-lead", "aims to lead as a", "is the field of ambition of", FIRM_AND_IDEA),
        ("trails", "trails", "is ahead of", FIRMS),
        ("advances-through", "advances through", "climbed step by step by", FIRM_AND_WORK),
    ),
    "Making and design": (
        ("builds", "builds", "built by", FIRM_AND_WORK),
        ("designs", "designs", "designed by", FIRM_AND_WORK),
        ("makes", "makes", "made by", FIRM_AND_WORK),
        ("operates", "operates", "operated by", FIRM_AND_WORK),
        ("analysed", "analysed", "analysed by", FIRM_AND_WORK),
    ),
    "Supply and custom": (
        ("customer-of", "is a major customer of", "counts among its major customers", FIRMS),
        ("makes-chips-for", "makes chips for", "has chips made by", FIRMS),
        ("relied-on", "relied for its chips on", "formerly supplied", FIRMS),
        ("needs", "needs", "needed by", (BODY, THING)),
        ("sustains", "sustains", "is sustained by", (ANY, COMPANY)),
        ("diversifies", "diversifies", "diversified by", FIRM_AND_IDEA),
    ),
    "Support and ownership": (
        ("founded", "founded", "was founded by", (frozenset({"person"}), COMPANY)),
        ("belongs-to", "belongs to", "owns", BODIES),
        ("invests-in", "invests in", "has investment from", BODIES),
        ("funds", "helps to fund", "paid for in part by", BODY_AND_IDEA),
        ("works-with", "works with", "works with", BODIES),
        ("research-venture", "formed a research venture with", "formed a research venture with", BODIES),
        ("listed-on", "has shares traded on", "trades the shares of", (COMPANY, frozenset({"institution"}))),
        ("interest-in", "has an interest in the progress of", "makes progress that benefits", FIRMS),
        ("learns-from", "learns what the market needs from", "shows what the market needs to", FIRMS),
    ),
    "Control and restriction": (
        ("restricts", "restricts", "is restricted by", BODIES),
        ("controls-exports-of", "controls exports of", "under the export controls of", (BODY, TECHNICAL)),
        ("denied", "is denied full access to", "kept in part from", FIRM_AND_WORK),
        ("harmed", "harmed", "harmed by", (IDEA, THING)),
    ),
    "Aims and policy": (
        ("pursues", "pursues", "pursued by", BODY_AND_IDEA),
        ("central-to", "is central to", "has at its centre", (ANY, IDEA)),
        ("regards-as-essential", "regards as essential", "regarded as essential by", (BODY, THING)),
        ("wary-of", "came to view with caution", "came to be viewed with caution by", BODIES),
    ),
    "Cause and effect": (
        ("spurred", "spurred", "spurred on by", FREE),
        ("eases-dependence", "eases the foreign dependence of", "depends less on others thanks to", BODIES),
        ("can-confer", "can confer", "can come of", (THING, IDEA)),
    ),
    "Difficulties and outlook": (
        ("faces", "faces", "faced by", FIRM_AND_IDEA),
        ("explores", "explores", "explored by", (COMPANY, THING)),
        ("seeks-to-need-less", "seeks to rely less on", "needed less in new business of", (COMPANY, THING)),
        ("may-excel-in", "may find a strength in", "may become a strength of", FIRM_AND_WORK),
        ("expected-to-deepen", "is expected to deepen", "expected to be deepened by", FIRM_AND_IDEA),
        ("could-reshape", "could reshape", "could be reshaped by", FIRM_AND_IDEA),
    ),
}

KINDS: dict[str, RelationKind] = {
    slug: RelationKind(slug, phrase, inverse, group, *ends)
    for group, rows in TABLE.items()
    for slug, phrase, inverse, ends in rows
}


HAPPENED_ONCE = frozenset({"founded", "research-venture", "analysed"})  # their date is when, not since when
