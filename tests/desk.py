"""Editors at the desk, as browsers sit there: pages are fetched, their forms are read, and filled in, and sent."""

from html.parser import HTMLParser
from typing import Any

from django.db.models import Model
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from articles.models import Article
from tests.cast import user


def at_the_desk(name: str, group: str = "") -> Client:
    client = Client()
    client.force_login(user(name, group))
    return client


def edda() -> Client:
    return at_the_desk("edda", "Editor")


def wen() -> Client:
    return at_the_desk("wen", "Writer")


def nora() -> Client:
    return at_the_desk("nora")


def form_on(response: HttpResponse) -> dict[str, Any]:
    """What a browser would send from the page's form if nothing were changed and no button had a name."""
    assert response.status_code == 200, response.status_code
    reader = FormReader()
    reader.feed(body_of(response))
    return reader.values


def text_of(response: HttpResponse) -> str:
    return " ".join(body_of(response).split())


def body_of(response: HttpResponse) -> str:
    """Also of a page that tells how far it is: all that arrives until its end."""
    if response.streaming and not hasattr(response, "arrived"):
        response.arrived = response.getvalue()
    return (response.arrived if response.streaming else response.content).decode()


def sent(client: Client, address: str, button: str = "_continue", **changes: Any) -> HttpResponse:
    """Open the page, change some fields, press a button."""
    return client.post(address, {**form_on(client.get(address)), **changes, button: "1"})


def delete(client: Client, thing: Model) -> HttpResponse:
    """Press Delete, and be sure."""
    address = reverse(f"admin:{thing._meta.app_label}_{thing._meta.model_name}_delete", args=[thing.pk])
    return client.post(address, form_on(client.get(address)))


def merge(client: Client, address: str, heir: Model, **kwargs: Any) -> HttpResponse:
    """Say which is to stay, look at what that would do, and do it."""
    foreseen = client.post(address, {"heir": heir.pk})
    return client.post(address, {**form_on(foreseen), "_merge": "1"}, **kwargs)


def change_page_of(article: Article) -> str:
    return reverse("admin:articles_article_change", args=[article.pk])


def publish_page_of(article: Article) -> str:
    return reverse("admin:article_publish", args=[article.pk])


def withdraw_page_of(article: Article) -> str:
    return reverse("admin:articles_article_withdraw", args=[article.pk])


class FormReader(HTMLParser):
    """Fields inside <main> that would be sent, but for buttons and the log-out form."""

    def __init__(self) -> None:
        super().__init__()
        self.values: dict[str, Any] = {}
        self.is_main = False
        self.textarea = self.select = ""
        self.is_multiple = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.is_main |= tag == "main"
        name = given.get("name") or ""
        if not self.is_main or "__prefix__" in name:
            return
        if tag == "input" and name:
            self.take_input(name, given)
        elif tag == "textarea" and name:
            self.textarea, self.values[name] = name, ""
        elif tag == "select" and name:
            self.select, self.is_multiple = name, "multiple" in given
            self.values[name] = [] if self.is_multiple else ""
        elif tag == "option" and self.select and "selected" in given:
            self.take_option(given.get("value") or "")

    def take_input(self, name: str, given: dict[str, str | None]) -> None:
        kind = given.get("type") or "text"
        if kind in {"submit", "file"} or (kind in {"checkbox", "radio"} and "checked" not in given):
            return
        self.values[name] = given.get("value") or ("on" if kind == "checkbox" else "")

    def take_option(self, value: str) -> None:
        if self.is_multiple:
            self.values[self.select].append(value)
        else:
            self.values[self.select] = value

    def handle_data(self, data: str) -> None:
        if self.textarea:
            self.values[self.textarea] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea" and self.textarea:
            self.values[self.textarea] = self.values[self.textarea].removeprefix("\n")
            self.textarea = ""
        elif tag == "select":
            self.select = ""
        elif tag == "main":
            self.is_main = False
