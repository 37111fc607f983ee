"""Everything of the site as one file, for who may take it away: drafts are in it."""

from tempfile import TemporaryFile

from django.contrib.admin import site
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone

from articles.models import Passage
from chipduo.archive.database import one_moment
from chipduo.archive.packing import pack
from chipduo.archive.writing import files

MOST_PASSAGES = 100_000  # while a browser waits, and while SQLite lets nobody else write


def export(request: HttpRequest) -> HttpResponse:
    if not request.user.has_perm("chipduo.export_site"):
        raise PermissionDenied
    too_large = Passage.objects.count() > MOST_PASSAGES
    if request.method == "POST" and not too_large:
        return archive()
    context = {**site.each_context(request), "title": "Export everything", "too_large": too_large}
    return TemplateResponse(
        request, "admin/export.html", context, status=400 if request.method == "POST" else 200
    )


def archive() -> FileResponse:
    unnamed = TemporaryFile()  # noqa: SIM115  the response closes it, and then it is gone
    with one_moment():
        pack(files(), unnamed)
    unnamed.seek(0)
    name = f"chipduo-private-{timezone.localdate():%Y-%m-%d}.zip"
    return FileResponse(unnamed, as_attachment=True, filename=name, content_type="application/zip")
