"""What it takes to turn a manuscript into an edition: the steps of Article.publish, in their order."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from articles import markdown
from articles.clock import FAR_OFF, is_near
from articles.cutting import cut_into_passages
from articles.models import Article, Citation, Edition, Source
from articles.signals import edition_published
from articles.words import word_count


@transaction.atomic
def publish(
    article: Article,
    *,
    editor,
    at: datetime | None,
    until: datetime | None,
    note: str,
    is_correction: bool = False,
) -> Edition:
    manuscript = Article.objects.held().get(pk=article.pk)
    now = timezone.now()  # once nobody else publishes or withdraws it
    begins = at or now
    refuse_odd_times(now, begins, until)
    manuscript.full_clean()
    if is_correction:
        refuse_empty_correction(manuscript, note)
    document = read(manuscript)
    manuscript.cancel_schedule()
    close_live_interval(manuscript, now, begins)
    edition = snapshot(
        manuscript,
        document,
        editor=editor,
        begins=begins,
        until=until,
        note=note,
        is_correction=is_correction,
    )
    cut_into_passages(edition, document)
    cite(edition, document)
    manuscript.review_requests.all().end()
    edition_published.send(sender=Edition, edition=edition)
    return edition


def refuse_odd_times(now: datetime, begins: datetime, until: datetime | None) -> None:
    if begins < now:
        raise ValidationError({"at": "That moment has passed: leave it empty to publish now."})
    if until is not None and until <= begins:
        raise ValidationError({"until": "It would end before it begins."})
    for name, moment in (("at", begins), ("until", until)):
        if moment and not is_near(moment):
            raise ValidationError({name: FAR_OFF})


def refuse_empty_correction(manuscript: Article, note: str) -> None:
    if not note.strip():
        raise ValidationError({"note": "Say what was wrong: readers find it among the corrections."})
    if not manuscript.was_ever_public:
        raise ValidationError({"is_correction": "No reader has seen this article yet: nothing is corrected."})


def read(manuscript: Article) -> markdown.Document:
    try:
        document = markdown.render(manuscript.body)
    except markdown.MarkdownError as error:
        raise ValidationError({"body": str(error)}) from error
    if not document.blocks:
        raise ValidationError({"body": "There is nothing to read yet: write the text first."})
    known = sources_by_slug(document)
    unknown = [note.label for note in document.notes if not note.html and note.label not in known]
    if unknown:
        names = ", ".join(f"[^{label}]" for label in unknown)
        raise ValidationError(
            {"body": f"No words and no source for the footnote {names}: write the note, or add the source."}
        )
    return document


def sources_by_slug(document: markdown.Document) -> dict[str, Source]:
    return Source.objects.in_bulk([note.label for note in document.notes if not note.html], field_name="slug")


def close_live_interval(manuscript: Article, now: datetime, begins: datetime) -> None:
    live = manuscript.editions.filter(live_from__lte=now)
    live.filter(live_until__isnull=True).update(live_until=begins)
    live.filter(live_until__gt=begins).update(live_until=begins)


def snapshot(manuscript, document, *, editor, begins, until, note, is_correction) -> Edition:
    last = manuscript.editions.order_by("-number").first()
    read_before = manuscript.editions.begun().order_by("number").first()
    edition = Edition(
        article=manuscript,
        number=last.number + 1 if last else 1,
        note=note,
        is_correction=is_correction,
        editor=editor,
        live_from=begins,
        live_until=until,
        expires=until,
        first_published=read_before.first_published if read_before else begins,
        word_count=sum(word_count(block.text) for block in document.blocks),
        **{name: getattr(manuscript, name) for name in manuscript.copied_fields()},
    )
    edition.full_clean()
    edition.save()
    edition.tags.set(manuscript.tags.all())
    return edition


def cite(edition: Edition, document: markdown.Document) -> None:
    known = sources_by_slug(document)
    Citation.objects.bulk_create(
        Citation(
            edition=edition,
            number=note.number,
            source=None if note.html else known[note.label],
            html=note.html,
            text=note.text,
            references=list(note.references),
        )
        for note in document.notes
    )
