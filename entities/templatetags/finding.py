"""Words that were found, as they are shown: escaped, and marked where a reader looked for them."""

from collections.abc import Iterable

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from entities.search.extracts import Run

register = template.Library()


@register.filter
def marked(runs: Iterable[Run]) -> SafeString:
    runs = list(runs)
    pattern = "".join("<mark>{}</mark>" if is_hit else "{}" for _, is_hit in runs)
    return format_html(f"{{}}{pattern}", "", *(text for text, _ in runs))
