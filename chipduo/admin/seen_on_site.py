"""From the desk to the page that readers see, for who may look at the thing: an address can tell what is not theirs to know."""

from django.contrib.admin import site
from django.contrib.contenttypes.models import ContentType
from django.contrib.contenttypes.views import shortcut
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse

from articles.keys import key_in


def seen_on_site(request: HttpRequest, content_type_id: str, object_id: str) -> HttpResponse:
    kind = ContentType.objects.filter(pk=key_in(content_type_id)).first()
    model = kind.model_class() if kind else None
    if model is None or not site.is_registered(model):
        raise Http404
    if not site.get_model_admin(model).has_view_permission(request):
        raise PermissionDenied
    return shortcut(request, content_type_id, object_id)
