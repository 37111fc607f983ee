"""A tag across articles, entities and events; and what carries several tags at once."""

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from taggit.models import Tag

from articles.models import SlugRecord
from articles.views.elsewhere import moved
from articles.views.pages import page_of
from chipduo.described import tag_page
from chipduo.tagged import Tagged, public_tags, related_tags, tagged
from entities.band.small import small_band
from entities.evidence.grounds import for_timeline

MOST_TAGS = 4


def tag_list(request: HttpRequest) -> HttpResponse:
    return render(request, "tags/tag_list.html", {"page": page_of(request, public_tags(), 500)})


def tag(request: HttpRequest, slugs: str) -> HttpResponse:
    found = find(slugs)
    if isinstance(found, str):
        return moved(request, slugs=found)
    tags, carriers = found
    title = " + ".join(tag.name for tag in tags)
    events = list(for_timeline(carriers.events))
    context = {
        "tags": tags,
        "slugs": slugs,
        "title": title,
        "editions": carriers.editions.for_lists().newest_first(),
        "entities": carriers.entities.for_lists().by_name(),
        "linked_data": tag_page(title, slugs),
        "events": events,
        "band": small_band(events, tag=tags[0].slug) if len(tags) == 1 else None,
        "related": [(tag, count, together(tags, tag)) for tag, count in related_tags(tags)],
    }
    return render(request, "tags/tag.html", context)


def tag_json(request: HttpRequest, slugs: str) -> HttpResponse:
    found = find(slugs)
    if isinstance(found, str):
        return moved(request, slugs=found)
    tags, carriers = found
    return JsonResponse(
        {
            "tags": [{"slug": tag.slug, "name": tag.name} for tag in tags],
            "articles": [edition.article.slug for edition in carriers.editions.for_lists().newest_first()],
            "entities": [entity.slug for entity in carriers.entities.for_lists().by_name()],
            "events": [event.slug for event in carriers.events.in_order_of_time()],
        }
    )


def together(tags: list[Tag], more: Tag) -> str:
    """The address of these tags and one more; empty when that would be too many."""
    return "+".join(sorted({tag.slug for tag in (*tags, more)})) if len(tags) < MOST_TAGS else ""


def find(slugs: str) -> tuple[list[Tag], Tagged] | str:
    """The tags with what carries them all, or the slugs under which they are found now. Http404 for anything else."""
    asked = slugs.split("+")
    if len(asked) > MOST_TAGS:
        raise Http404(f"At most {MOST_TAGS} tags can be asked for together.")
    known = {tag.slug: tag for tag in Tag.objects.filter(slug__in=asked)}
    tags = [known.get(slug) or SlugRecord.objects.holder(Tag, slug) for slug in asked]
    carriers = tagged(tags) if all(tags) else None
    if not carriers:
        raise Http404("Nothing here carries that tag, or all of those tags together.")
    canonical = "+".join(sorted({tag.slug for tag in tags}))
    return (tags, carriers) if canonical == slugs else canonical
