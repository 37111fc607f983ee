"""The site as a crawler finds it: every answer, every link, and which kinds of address were never asked for."""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser
from urllib.parse import unquote, urljoin, urlsplit

from django.conf import settings
from django.urls import Resolver404, URLResolver, get_resolver, resolve

LINKING = {"href", "src", "action"}
PATH_IN_DATA = re.compile(r"(?<=[\"'(])/(?!/)[^\s\"'()<>\\]*")  # JSON values, HTML in JSON, Markdown and CSS
ADDRESS_IN_TEXT = re.compile(re.escape(settings.SITE_URL) + r"[^\s\"'()<>\\,]*")
FORGOTTEN = {"date"}  # what says when it was asked, and nothing else


@dataclass(frozen=True)
class Answer:
    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes

    @property
    def kind(self) -> str:
        return dict(self.headers).get("content-type", "").partition(";")[0]

    @property
    def text(self) -> str:
        return self.body.decode("utf-8", "replace")

    @property
    def location(self) -> str:
        return dict(self.headers).get("location", "")


@dataclass
class Crawl:
    """`answers` by path and query; `links` as (from, to with fragment), as they were found."""

    answers: dict[str, Answer] = field(default_factory=dict)
    links: set[tuple[str, str]] = field(default_factory=set)
    _ids: dict[str, set[str]] = field(default_factory=dict)

    def dead_links(self) -> list[str]:
        """Links that end at no page, or at no such place of the page; redirects are followed."""
        asked = [
            (source, target) for source, target in self.links if target.partition("#")[0] in self.answers
        ]
        return sorted(
            f"{source} -> {target}" for source, target in asked if not self._arrives(target, source)
        )

    def failures(self) -> list[str]:
        return sorted(path for path, answer in self.answers.items() if answer.status >= 500)

    def routes(self) -> set[str]:
        return {route for path in self.answers if (route := route_of(path)) is not None}

    def _arrives(self, target: str, source: str) -> bool:
        path, _, fragment = target.partition("#")
        answer = self.answers[path]
        if answer.status in {301, 302}:
            return self._arrives(urljoin(path, answer.location), source)
        is_there = answer.status == 200 or path == source  # an error page may lead to a place in itself
        return is_there and (not fragment or unquote(fragment) in self._ids_of(path))

    def _ids_of(self, path: str) -> set[str]:
        if path not in self._ids:  # thousands of links lead to places in a few pages
            self._ids[path] = Html.of(self.answers[path].text).ids
        return self._ids[path]


class Html(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.targets: list[str] = []

    @classmethod
    def of(cls, text: str) -> "Html":
        page = cls()
        page.feed(text)
        page.close()
        return page

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id" and value:
                self.ids.add(value)
            elif name in LINKING and value:
                self.targets.append(value)


def crawl(get: Callable, starts: Iterable[str] = ("/",), most_combined: int = 4) -> Crawl:
    """Ask for the starts and for all that they lead to inside the site. `get` is a test client's.

    Of addresses that combine things (tags, filters), which lead to more of their kind without end, only so many by each route.
    """
    found = Crawl()
    starts = list(starts)
    waiting = list(starts)
    combined: Counter[str | None] = Counter()
    while waiting:
        path = waiting.pop()
        is_combined = path not in starts and ("+" in path or "?" in path)
        if path in found.answers or (is_combined and combined[route_of(path)] >= most_combined):
            continue
        combined[route_of(path)] += is_combined
        answer = found.answers[path] = ask(get, path)
        for target in internal(path, targets(answer)):
            found.links.add((path, target))
            waiting.append(target.partition("#")[0])
        if answer.location:
            waiting += [target.partition("#")[0] for target in internal(path, [answer.location])]
    return found


def ask(get: Callable, path: str) -> Answer:
    response = get(path)
    headers = sorted(
        (name.lower(), value) for name, value in response.headers.items() if name.lower() not in FORGOTTEN
    )
    return Answer(response.status_code, tuple(headers), response.getvalue())


def targets(answer: Answer) -> Iterator[str]:
    if answer.kind == "text/html":
        yield from Html.of(answer.text).targets
    elif answer.kind == "text/css" or answer.kind.endswith("json"):
        yield from PATH_IN_DATA.findall(
            answer.text if answer.kind == "text/css" else json.dumps(json.loads(answer.text))
        )
    if answer.kind.startswith("text/") or answer.kind.endswith(("xml", "json")):
        yield from ADDRESS_IN_TEXT.findall(as_written(answer))


def as_written(answer: Answer) -> str:
    """The text before its format escaped or folded it."""
    if answer.kind == "text/calendar":
        return answer.text.replace("\r\n ", "")
    return unescape(answer.text) if answer.kind == "text/html" else answer.text


def internal(path: str, found: Iterable[str]) -> Iterator[str]:
    """Those that lead to the public site, as path, query and fragment."""
    here = urlsplit(settings.SITE_URL)
    for target in found:
        address = urlsplit(urljoin(f"{settings.SITE_URL}{path}", target.strip()))
        if (address.scheme, address.netloc) == (here.scheme, here.netloc) and not address.path.startswith(
            "/admin/"
        ):
            query = f"?{address.query}" if address.query else ""
            yield f"{address.path or '/'}{query}{f'#{address.fragment}' if address.fragment else ''}"


def public_routes(resolver: URLResolver | None = None, before: str = "") -> set[str]:
    """Every pattern of the site's addresses but the admin's, as `resolve` names it."""
    routes: set[str] = set()
    for one in (resolver or get_resolver()).url_patterns:
        route = f"{before}{one.pattern}"
        if not isinstance(one, URLResolver):
            routes.add(route)
        elif one.app_name != "admin":
            routes |= public_routes(one, route)
    return routes


def route_of(path: str) -> str | None:
    try:
        return resolve(unquote(urlsplit(path).path)).route
    except Resolver404:
        return None
