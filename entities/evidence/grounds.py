"""Evidence as a reader meets it: the words or the source, where to see them, and whether they still stand."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch, QuerySet
from django.urls import reverse

from articles.addresses import at
from articles.models import Source
from entities.models import Entity, Evidence, EvidenceReview

State = EvidenceReview.State


@dataclass(frozen=True, slots=True)
class Ground:
    """`state` is "" for a source. `url` leads to the words marked in the article as it reads today, or to what became of
    them; `edition_url` to the edition that had them, and `changes_url` to the difference that touched them."""

    note: str
    quote: str = ""
    article: str = ""
    article_slug: str = ""
    key: str = ""
    url: str = ""
    state: str = ""
    edition: int = 0
    edition_url: str = ""
    changed_in: int = 0
    changes_url: str = ""
    source: Source | None = None

    def as_json(self) -> dict[str, Any]:
        if self.source is None:
            return {
                "quote": self.quote,
                "article": self.article_slug,
                "key": self.key,
                "url": at(self.url if self.state == State.INTACT else self.edition_url),
                "state": self.state,
            }
        source = self.source
        fields = {
            "title": source.title,
            "publisher": source.publisher,
            "url": source.url,
            "citation": source.citation,
        }
        return {"source": fields}


def ground(evidence: Evidence) -> Ground:
    """Of evidence that came through `for_readers`."""
    if evidence.source_id:
        return Ground(evidence.note, source=evidence.source, url=evidence.source.get_absolute_url())
    review = evidence.live_reviews[0] if evidence.live_reviews else None
    if review is None or review.state == State.INTACT:
        return _quote(evidence, review.passage.key if review else evidence.passage.key, State.INTACT.value)
    return _changed(evidence, review)


def grounds(claim: Any) -> list[Ground]:
    """Of a claim that came through `with_grounds`."""
    return [ground(evidence) for evidence in claim.visible_evidence]


def with_grounds(claims: QuerySet) -> QuerySet:
    """Fetch with each claim the evidence that readers can see, in two queries however many claims there are."""
    return claims.prefetch_related(Prefetch("evidence", for_readers(), to_attr="visible_evidence"))


def for_timeline(events: QuerySet) -> QuerySet:
    """Events in order of time with all that showing them takes, in a fixed number of queries."""
    entities = Prefetch("entities", Entity.objects.public().for_lists().by_name())
    return with_grounds(events.in_order_of_time().select_related("phase").prefetch_related(entities, "tags"))


def for_readers() -> QuerySet:
    """Visible evidence with what showing it takes, and none of the texts around it."""
    reviews = EvidenceReview.objects.in_live_editions().select_related("passage", "edition")
    reviews = reviews.only("evidence_id", "state", "passage__key", "edition__number")
    visible = (
        Evidence.objects.visible()
        .select_related("source", "passage__edition__article")
        .defer(
            "passage__html",
            "passage__text",
            "passage__before",
            "passage__after",
            "passage__former_keys",
            *(f"passage__edition__{name}" for name in ("body", "standfirst", "byline", "note")),
            *(f"passage__edition__article__{name}" for name in ("body", "standfirst", "byline")),
        )
    )
    return visible.prefetch_related(Prefetch("reviews", reviews, to_attr="live_reviews"))


def _quote(evidence: Evidence, key: str, state: str, **more: Any) -> Ground:
    edition = evidence.passage.edition
    return Ground(
        evidence.note,
        quote=evidence.quote,
        article=edition.title,
        article_slug=edition.article.slug,
        key=key,
        url=f"{edition.article.get_absolute_url()}?evidence={evidence.pk}#{key}",
        state=state,
        edition=edition.number,
        edition_url=evidence.passage.get_edition_url(),
        **more,
    )


def _changed(evidence: Evidence, review: EvidenceReview) -> Ground:
    edition, key = evidence.passage.edition, evidence.passage.key
    changes = reverse("changes", args=[edition.article.slug, edition.number, review.edition.number])
    changed = {"changed_in": review.edition.number, "changes_url": f"{changes}#{key}"}
    return _quote(evidence, key, review.state, **changed)
