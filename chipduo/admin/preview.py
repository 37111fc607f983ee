"""An article as it would be published, made by publishing it in a transaction that is undone."""

from django import forms
from django.contrib.admin.utils import flatten_fieldsets
from django.core.exceptions import NON_FIELD_ERRORS, PermissionDenied, ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from articles.models import Article
from chipduo.admin.preview_links import links_made
from chipduo.rehearsal.undoing import undone
from chipduo.views.article import page_of_edition


def preview(request: HttpRequest, desk, article: Article | None) -> HttpResponse:
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    if not desk.may_save(request, article):
        raise PermissionDenied
    return unpublished(request, form_for(request, desk, article), article)


def form_for(request: HttpRequest, desk, article: Article | None) -> forms.ModelForm:
    fields = flatten_fieldsets(desk.get_fieldsets(request, article))
    form = desk.get_form(request, article, change=article is not None, fields=fields)

    class PreviewForm(form):
        def refuse_if_saved_since(self) -> None:
            """Nothing is saved."""

    return PreviewForm(request.POST, request.FILES, instance=article)


def unpublished(request: HttpRequest, form: forms.ModelForm, article: Article | None) -> HttpResponse:
    names = reverse("admin:article_names", args=[article.pk]) if article else ""
    with undone():
        html, status = page(request, form, names)
    response = HttpResponse(html, status=status)
    response["Cache-Control"] = "no-store"
    response["X-Robots-Tag"] = "noindex"
    return response


def page(request: HttpRequest, form: forms.ModelForm, names: str) -> tuple[str, int]:
    if not form.is_valid():
        return refusal(request, [(name, errors) for name, errors in form.errors.items()], form), 400
    try:
        with transaction.atomic():
            edition = form.save().publish(editor=request.user)
    except ValidationError as error:
        return refusal(request, error_pairs(error), form), 400
    shown = page_of_edition(edition)
    context = {**shown, "links": links_made(shown["reading"]), "names": names}
    with timezone.override(None):  # readers see the site's time, not the editor's
        return render_to_string("admin/preview.html", context, request), 200


def error_pairs(error: ValidationError) -> list[tuple[str, list[str]]]:
    return (
        list(error.message_dict.items())
        if hasattr(error, "error_dict")
        else [(NON_FIELD_ERRORS, error.messages)]
    )


def refusal(request: HttpRequest, errors: list[tuple[str, list[str]]], form: forms.ModelForm) -> str:
    labelled = [
        (form.fields[name].label if name in form.fields else "", list(messages)) for name, messages in errors
    ]
    return render_to_string("admin/preview_refused.html", {"errors": labelled}, request)
