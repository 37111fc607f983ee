"""Before an article is published or scheduled: what this will do, and the button that does it to the words that were shown."""

from contextlib import suppress
from dataclasses import asdict

from django.contrib import messages
from django.core.exceptions import NON_FIELD_ERRORS, PermissionDenied, ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html

from articles.admin.desk_page import article_page
from articles.admin.publishing.buttons import PUBLISHES
from articles.admin.publishing.form import PublishForm
from articles.admin.publishing.intentions import Intention
from articles.admin.reviewing.state import current_review
from articles.admin.reviewing.state import said_of as said_of_review
from articles.admin.standing import moment
from articles.admin.together.versioned import who_saved
from articles.models import Article, Edition
from chipduo.admin.moments import page_at
from chipduo.admin.preview import error_pairs
from chipduo.rehearsal.consequences import Consequences, of_publishing

NOTHING_YET = "Nothing is published yet: below is what publishing it would do now."
LABELS = {
    NON_FIELD_ERRORS: "",
    "at": "From",
    "note": "What changed",
    "is_correction": "It corrects a mistake",
}


def publish(request: HttpRequest, desk, article: Article) -> HttpResponse:
    if not (desk.has_publish_permission(request) and desk.has_change_permission(request, article)):
        raise PermissionDenied
    form = PublishForm(request.POST or None, initial=Intention.kept(request, article.pk).as_initial())
    if form.is_bound and form.is_valid():
        if "_back" in request.POST:
            return back(request, article, form.intention)
        if PUBLISHES & set(request.POST) and (edition := publish_what_was_shown(request, article, form)):
            return done(request, desk, article, edition)
    return asked(request, desk, article, form)


def back(request: HttpRequest, article: Article, intention: Intention) -> HttpResponse:
    intention.keep(request, article.pk)
    return HttpResponseRedirect(reverse("admin:articles_article_change", args=[article.pk]))


@transaction.atomic
def publish_what_was_shown(request: HttpRequest, article: Article, form: PublishForm) -> Edition | None:
    """None when these are no longer the words that were shown, which the form then says, or when they are refused."""
    stored = Article.objects.held().get(pk=article.pk)
    if state_of(stored) != form.cleaned_data["seen"]:
        form.add_error(None, f"{who_saved(stored)}, after you opened this page. {NOTHING_YET}")
        return None
    with suppress(ValidationError):  # which the page then finds again, and says
        return stored.publish(editor=request.user, **asdict(form.intention))


def done(request: HttpRequest, desk, article: Article, edition: Edition) -> HttpResponse:
    Intention().keep(request, article.pk)
    desk.log_change(
        request, article, f"Published as edition {edition.number}, from {moment(edition.live_from)}."
    )
    desk.message_user(request, said_of(edition), messages.SUCCESS)
    return HttpResponseRedirect(reverse("admin:articles_article_change", args=[article.pk]))


def asked(request: HttpRequest, desk, article: Article, form: PublishForm) -> HttpResponse:
    intention = form.intention if form.is_bound else Intention.kept(request, article.pk)
    seen = state_of(
        Article.objects.get(pk=article.pk)
    )  # before the rehearsal: what is saved meanwhile is noticed
    consequences, refusals = rehearsed(request, article, intention)
    context = {
        "title": f"Publish “{article}”?",
        "form": form,
        "media": desk.media + form.media,
        "seen": seen,
        "consequences": consequences,
        "refusals": refusals,
        "now": timezone.now(),
        "said": said_of_review(current_review(article)),
        "open_comments": article.comments.unresolved().count(),
    }
    return article_page(request, desk, article, "publish.html", **context)


def rehearsed(
    request: HttpRequest, article: Article, intention: Intention
) -> tuple[Consequences | None, list[tuple[str, list[str]]]]:
    try:
        return of_publishing(article, request.user, **asdict(intention)), []
    except ValidationError as refusal:
        return None, [(LABELS.get(name, name.capitalize()), told) for name, told in error_pairs(refusal)]


def state_of(article: Article) -> str:
    """Of the words, and of what readers read of it and will: other words must not be published unseen."""
    newest, live = article.editions.order_by("-pk").first(), article.live_edition
    return f"{article.version}-{newest.pk if newest else 0}-{live.pk if live else 0}"


def said_of(edition: Edition) -> str:
    ends = f", until {moment(edition.live_until)}" if edition.live_until else ""
    if edition.live_from > timezone.now():
        return format_html(
            'Edition {} is scheduled for {}{} ({}). <a href="{}">See the site then</a>',
            edition.number,
            moment(edition.live_from),
            ends,
            timezone.get_current_timezone(),
            page_at(edition.live_from, edition.article.get_absolute_url()),
        )
    address = edition.article.get_absolute_url()
    return format_html(
        'Published: readers see edition {}{}. <a href="{}">See the page</a>', edition.number, ends, address
    )
