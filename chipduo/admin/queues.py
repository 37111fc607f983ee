"""The queues on the desk: their rows page by page, the answers to them, and what was left, which can be taken back."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect

from articles.admin.desk_page import desk_page
from articles.keys import key_in
from chipduo.desk.dismissal import Dismissal
from chipduo.desk.queue import Queue, Reply, Row
from chipduo.desk.queues import queue_called

AT_ONCE = 50  # on a page, and so at once


def queue(request: HttpRequest, slug: str) -> HttpResponse:
    queue = asked_for(request, slug)
    if request.method == "POST":
        refuse_if_may_not_settle(request, queue)
        refusal = settled(request, queue)
        if not refusal:
            return HttpResponseRedirect(request.get_full_path())
        messages.error(request, refusal)
    number, things, is_last = page_of(request, queue.waiting())
    rows = queue.rows(things)
    context = {
        "rows": [(row, queue.answers(row)) for row in rows],
        "for_all": for_all(queue, rows),
        "ticked": request.POST.getlist("row"),
        "given": request.POST.get("given", ""),
        "number": number,
        "next": None if is_last else number + 1,
        "left": Dismissal.objects.of(queue.slug).count(),
    }
    return queue_page(request, "admin/queue.html", queue, **context)


def left(request: HttpRequest, slug: str) -> HttpResponse:
    """What was left as it is, by whom and when."""
    queue = asked_for(request, slug)
    if request.method == "POST":
        refuse_if_may_not_settle(request, queue)
        pks = [pk for row in request.POST.getlist("row")[:AT_ONCE] if (pk := key_in(row))]
        gone, _ = Dismissal.objects.of(queue.slug).filter(pk__in=pks).delete()
        messages.success(request, f"Taken back: {gone}. What still holds waits again.")
        return HttpResponseRedirect(request.get_full_path())
    number, dismissals, is_last = page_of(request, Dismissal.objects.of(queue.slug).select_related("by"))
    context = {
        "dismissals": dismissals,
        "number": number,
        "next": None if is_last else number + 1,
    }
    return queue_page(request, "admin/queue_left.html", queue, **context)


def asked_for(request: HttpRequest, slug: str) -> Queue:
    queue = queue_called(slug)
    if queue is None:
        raise Http404("There is no such queue.")
    if not request.user.has_perm(queue.sees):
        raise PermissionDenied
    return queue


def refuse_if_may_not_settle(request: HttpRequest, queue: Queue) -> None:
    if not request.user.has_perm(queue.settles):
        raise PermissionDenied


def queue_page(request: HttpRequest, template: str, queue: Queue, **context: Any) -> HttpResponse:
    may_settle = request.user.has_perm(queue.settles)
    return desk_page(request, template, queue.title, queue=queue, may_settle=may_settle, **context)


def page_of(request: HttpRequest, things) -> tuple[int, list[Any], bool]:
    """The number of the page, what is on it, and whether it is the last. Nothing is counted that is not shown."""
    asked = request.GET.get("page", "")
    number = int(asked) if asked.isascii() and asked.isdigit() and 0 < len(asked) < 6 and int(asked) else 1
    start = (number - 1) * AT_ONCE
    found = list(things[start : start + AT_ONCE + 1])
    return number, found[:AT_ONCE], len(found) <= AT_ONCE


def for_all(queue: Queue, rows: list[Row]) -> list[Any]:
    """Each answer to any of the rows: where it is no answer to a row that is ticked, that row stays."""
    return list(dict.fromkeys(answer for row in rows for answer in queue.answers(row)))[:12]


def settled(request: HttpRequest, queue: Queue) -> str:
    """Apply an answer to the row whose button was pressed, or to all that are ticked; returns what was refused."""
    answer, _, key = sent(request, "settle").partition(" ")
    reply = Reply(request.user, answer, " ".join(sent(request, "given").split()))
    keys = [key] if key else [key for key in request.POST.getlist("row")[:AT_ONCE] if "\0" not in key]
    if not keys:
        return "Tick the rows first, or press a button beside one."
    things = list(queue.waiting().filter(key__in=keys)[:AT_ONCE])
    pairs = list(zip(things, queue.rows(things), strict=True))
    as_shown = dict(one.rpartition(" ")[::2] for one in request.POST.getlist("shown"))
    fitting = [
        (thing, row)
        for thing, row in pairs
        if answer in {one.name for one in queue.answers(row)}
        and as_shown.get(row.key, row.shown) == row.shown
    ]
    refusals = [refusal for pair in fitting if (refusal := refused(queue, reply, *pair))]
    tell(request, len(fitting) - len(refusals), len(keys) - len(fitting))
    return " ".join(dict.fromkeys(refusals))


def sent(request: HttpRequest, name: str) -> str:
    return request.POST.get(name, "").replace("\0", "")


def refused(queue: Queue, reply: Reply, thing: Any, row: Row) -> str:
    try:
        queue.take(reply, thing, row)
    except ValidationError as error:
        return " ".join(error.messages)
    return ""


def tell(request: HttpRequest, done: int, others: int) -> None:
    if done:
        messages.success(request, f"Settled: {done}.")
    if others:
        messages.warning(
            request,
            f"Left alone: {others}, already settled, with other answers, or changed since this page was made.",
        )
