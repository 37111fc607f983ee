"""Words that were found, as they are shown: escaped, and marked where a reader looked for them."""

from collections.abc import Iterable

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from entities.search.extracts import Run

register = template.Library()


@register.filter
def marked(runs: Iterable[Run]) -> SafeString:
    return format_html_join("", "{}", ((_shown(run),) for run in runs))


def _shown(run: Run) -> str:
    text, is_hit = run
    return format_html("<mark>{}</mark>", text) if is_hit else text
