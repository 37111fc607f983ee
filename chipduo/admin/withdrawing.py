"""Taking an article from readers, or off the schedule: what goes with it is shown before it is done."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from articles.admin.desk_page import article_page
from articles.admin.publishing.withdraw_form import WithdrawForm
from articles.admin.together.versioned import who_saved
from articles.models import Article
from chipduo.admin.publishing import state_of
from chipduo.rehearsal.consequences import of_withdrawing

NOTHING_YET = "Nothing is withdrawn yet: below is what withdrawing it would do now."
DONE = {
    "_withdraw": "Withdrawn: its address and its editions answer readers that it is gone.",
    "_cancel_schedule": "Taken off the schedule; what readers see now stays as it is.",
}


def withdraw(request: HttpRequest, desk, article: Article) -> HttpResponse:
    if not (desk.has_withdraw_permission(request) and desk.has_change_permission(request, article)):
        raise PermissionDenied
    form = WithdrawForm(request.POST or None)
    chosen = next((verb for verb in DONE if verb in request.POST), None)
    if chosen and form.is_valid() and do(request, desk, article, chosen, form.cleaned_data["note"]):
        return HttpResponseRedirect(reverse("admin:articles_article_change", args=[article.pk]))
    context = {
        "title": f"Withdraw “{article}”?",
        "form": form,
        "seen": state_of(article),
        "consequences": of_withdrawing(article) if article.live_since else None,
    }
    return article_page(request, desk, article, "withdraw.html", **context)


@transaction.atomic
def do(request: HttpRequest, desk, article: Article, verb: str, note: str) -> bool:
    """Only to what was shown: another edition may have gone out, or this one have been withdrawn, since."""
    stored = Article.objects.held().get(pk=article.pk)
    if request.POST.get("seen") != state_of(stored):
        desk.message_user(
            request, f"{who_saved(stored)}, after you opened this page. {NOTHING_YET}", messages.WARNING
        )
        return False
    article.withdraw(note) if verb == "_withdraw" else article.cancel_schedule()
    desk.log_change(request, article, DONE[verb])
    desk.message_user(request, DONE[verb], messages.SUCCESS)
    return True
