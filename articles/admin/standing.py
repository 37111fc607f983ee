"""How an article stands with its readers, in a word for lists and in sentences for its own page."""

from django.contrib import admin
from django.template.defaultfilters import date as written
from django.utils import timezone
from django.utils.html import format_html_join

from articles.models import Article, Edition

MOMENT = "j F Y, H:i"


def standing(article) -> str:
    """Of an article that carries `live_since`, `scheduled_for` and `was_read`."""
    if article.live_since:
        word = f"live since {moment(article.live_since)}"
    else:
        word = "withdrawn" if article.was_read else "draft"
    return f"{word}; scheduled for {moment(article.scheduled_for)}" if article.scheduled_for else word


def what_readers_see(article: Article) -> str:
    if article.pk is None:
        return "Nothing yet: it is not saved."
    live, upcoming = article.live_edition, article.editions.upcoming().order_by("live_from").first()
    sentences = [about_live(article, live) if live else about_none(article)]
    if live and differs(article, live):
        sentences.append("The manuscript has changes that readers do not see yet.")
    if upcoming:
        sentences.append(
            f"Edition {upcoming.number} is scheduled for {moment(upcoming.live_from)}{end_of(upcoming)}."
        )
    return format_html_join("", "<p>{}</p>", ([sentence] for sentence in sentences))


def about_live(article: Article, live: Edition) -> str:
    return f"Edition {live.number}, live since {moment(live.live_from)}{end_of(live)}."


def about_none(article: Article) -> str:
    return "Nothing: it is withdrawn." if article.is_gone else "Nothing: this is a draft."


def end_of(edition: Edition) -> str:
    return f", until {moment(edition.live_until)}" if edition.live_until else ""


def differs(article: Article, edition: Edition) -> bool:
    words = any(getattr(article, name) != getattr(edition, name) for name in article.copied_fields())
    return words or set(article.tags.names()) != set(edition.tags.names())


def moment(at) -> str:
    return written(timezone.localtime(at), MOMENT)


class StandingFilter(admin.SimpleListFilter):
    title = "state"
    parameter_name = "state"

    def lookups(self, request, model_admin):
        return [("live", "live"), ("scheduled", "scheduled"), ("draft", "draft"), ("withdrawn", "withdrawn")]

    def queryset(self, request, queryset):
        chosen = {
            "live": {"live_since__isnull": False},
            "scheduled": {"scheduled_for__isnull": False},
            "draft": {"was_read": False},
            "withdrawn": {"live_since__isnull": True, "was_read": True},
        }.get(self.value())
        return queryset.filter(**chosen) if chosen else queryset
