"""What a reader is told when a page cannot be shown: plain, with somewhere to go on."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from chipduo.search.nearest import nearest_names


def bad_request(request: HttpRequest, reason: str = "") -> HttpResponse:
    return render(request, "400.html", {"reason": reason}, status=400)


def handler404(request: HttpRequest, exception: Exception) -> HttpResponse:
    """With the names nearest to the last word of the address, unless it is that of a file."""
    last = request.path.rstrip("/").rpartition("/")[2]
    nearest = [] if "." in last else nearest_names(last.replace("-", " "))
    reason = exception.args[0] if exception.args and isinstance(exception.args[0], str) else ""
    context = {"request_path": request.path, "reason": reason, "nearest": nearest}
    return render(request, "404.html", context, status=404)


def handler400(request: HttpRequest, exception: Exception) -> HttpResponse:
    return bad_request(request)
