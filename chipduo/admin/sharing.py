"""Links by which people without an account read a draft: made, listed with what became of them, and taken back."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404

from articles.addresses import at
from articles.admin.desk_page import article_page
from articles.keys import key_in
from articles.models import Article, PreviewLink
from chipduo.rehearsal.undoing import undone

DAYS = [(1, "a day"), (3, "three days"), (7, "a week"), (30, "thirty days")]
SHOWN = 50


class LinkForm(forms.Form):
    for_whom = forms.CharField(
        max_length=200, required=False, help_text="So that you know later which one to take back."
    )
    days = forms.TypedChoiceField(label="Open for", choices=DAYS, coerce=int, initial=7)


def share(request: HttpRequest, desk, article: Article) -> HttpResponse:
    if not desk.has_change_permission(request, article):
        raise PermissionDenied
    form = LinkForm(request.POST if "_make" in request.POST else None)
    if "_revoke" in request.POST:
        revoke(request, desk, article)
        return HttpResponseRedirect(request.path)
    if form.is_bound and form.is_valid() and make(request, desk, article, form):
        return HttpResponseRedirect(request.path)
    links = article.preview_links.select_related("article").prefetch_related("made_by").newest_first()
    context = {
        "title": f"Preview links to “{article}”",
        "form": form,
        "links": [(link, at(link.get_absolute_url()), link.why_closed()) for link in links[:SHOWN]],
    }
    return article_page(request, desk, article, "share.html", **context)


def make(request: HttpRequest, desk, article: Article, form: LinkForm) -> PreviewLink | None:
    try:
        with undone():
            article.publish(editor=request.user)
    except ValidationError as refusal:
        form.add_error(
            None, [f"It cannot be shown as it would be published: {said}" for said in refusal.messages]
        )
        return None
    link = PreviewLink.objects.make(article, request.user, **form.cleaned_data)
    desk.log_change(request, article, f"Made a preview link for {link.for_whom or 'anybody'}.")
    desk.message_user(request, "The link is made: copy its address below.", messages.SUCCESS)
    return link


def revoke(request: HttpRequest, desk, article: Article) -> None:
    link = get_object_or_404(article.preview_links, pk=key_in(request.POST["_revoke"]))
    link.revoke()
    desk.log_change(request, article, f"Took back the preview link for {link.for_whom or 'anybody'}.")
    desk.message_user(request, "The link is taken back: it opens nothing any more.", messages.SUCCESS)
