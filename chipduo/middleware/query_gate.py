"""The gate in front of every URL: what no page of ours can mean is refused in plain words, before any view reads it."""

import re
from collections.abc import Callable
from urllib.parse import unquote_to_bytes

from django.http import HttpRequest, HttpResponse

from chipduo.middleware.public_cache import PRIVATE
from chipduo.views.errors import bad_request

LONGEST_QUERY = 8 * 1024  # bytes, encoded
LONGEST_VALUE = 1000
MOST_FIELDS = 50
LONGEST_PATH = 1024
NO_KEY = re.compile(r"\d{19}")  # which a database falls over in a list, and finds nothing for alone
DATE_PART = re.compile(r"__(year|month|day|iso_year|week|quarter)(__\w+)?$")


class QueryGate:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        reason = why_not_the_path(request.path) or why_not_the_query(request)
        return bad_request(request, reason) if reason else self.get_response(request)


def why_not_the_path(path: str) -> str:
    if "\0" in path or "\ufffd" in path:
        return "The address holds characters that no address of this site has."
    return "The address is too long." if len(path) > LONGEST_PATH else ""


def why_not_the_query(request: HttpRequest) -> str:
    raw = request.META.get("QUERY_STRING", "")
    if len(raw) > LONGEST_QUERY:
        return "The part of the address after the question mark is too long."
    if raw.count("&") >= MOST_FIELDS:
        return "The address asks for too many things at once."
    try:
        unquote_to_bytes(raw.replace("+", " ")).decode()
    except UnicodeDecodeError:
        return "The part of the address after the question mark is not readable text (UTF-8)."
    for name, values in request.GET.lists():
        if len(values) > 1 and not request.path.startswith(PRIVATE):
            return f"The address gives “{name[:40]}” more than once: which one is meant cannot be told."
        for value in values:
            if reason := why_not_the_value(name, value):
                return reason
    return ""


def why_not_the_value(name: str, value: str) -> str:
    if "\0" in name or "\0" in value:
        return "The address holds a character that no text has (NUL)."
    if any("\ud800" <= char <= "\udfff" for char in value):
        return "The address holds half a character."
    if len(name) > 100 or len(value) > LONGEST_VALUE:
        return f"“{name[:40]}” is too long: {LONGEST_VALUE} characters at most."
    least = (
        2 if "year" in name else 1
    )  # before the year 1 there is none, and somewhere it begins a day earlier
    if DATE_PART.search(name) and not (value.isascii() and value.isdigit() and least <= int(value) <= 9998):
        return f"“{value[:20]}” is not a year, month or day."
    if name.endswith("__in") and NO_KEY.search(value):
        return f"“{value[:20]}…” is no list of numbers that anything here has."
    return ""
