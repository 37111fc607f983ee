"""Everything of the site as one file, for who may take it away: drafts are in it."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.utils import timezone

from articles.admin.desk_page import desk_page
from chipduo.archive.writing import archive


def export(request: HttpRequest) -> HttpResponse:
    if not request.user.has_perm("chipduo.export_site"):
        raise PermissionDenied
    if request.method == "POST":
        return download()
    return desk_page(request, "admin/export.html", "Export everything")


def download() -> StreamingHttpResponse:
    """Sent while it is packed: the browser shows how much has come, and a file that breaks off is no zip file."""
    name = f"chipduo-private-{timezone.localdate():%Y-%m-%d}.zip"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "X-Accel-Buffering": "no"}
    return StreamingHttpResponse(archive(), content_type="application/zip", headers=headers)
