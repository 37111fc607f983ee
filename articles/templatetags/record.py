"""Dates, languages and addresses as a reader meets them."""

from datetime import datetime
from urllib.parse import urlsplit

from django import template
from django.utils.dateformat import format as date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.timezone import localtime
from django.utils.translation import get_language_info

from articles.dates.fuzzydate import FuzzyDate

register = template.Library()

SAID_BY_HTML = ("day", "month", "year")


@register.filter
def known(date: FuzzyDate) -> SafeString:
    """A date in words; with its machine-readable form where HTML has one for what is known."""
    if date.is_certain and date.precision in SAID_BY_HTML:
        return format_html('<time datetime="{}">{}</time>', date, date.words)
    return format_html("<span>{}</span>", date.words)


@register.filter
def day(moment: datetime) -> SafeString:
    local = localtime(moment)
    return format_html(
        '<time datetime="{}">{}</time>', date_format(local, "Y-m-d"), date_format(local, "j F Y")
    )


@register.filter
def language_name(code: str) -> str:
    try:
        return get_language_info(code.lower())["name"]
    except KeyError:
        return code


@register.filter
def host(url: str) -> str:
    """Where a link leads, in short: example.com."""
    return (urlsplit(url).hostname or url).removeprefix("www.")
