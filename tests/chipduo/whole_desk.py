"""Every address of the desk, one thing of each kind beneath it, and what each role would send there."""

import re
from collections.abc import Iterator
from copy import copy
from html.parser import HTMLParser
from types import SimpleNamespace
from typing import Any

import reversion
from django.apps import apps
from django.contrib import admin
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.test import Client
from django.urls import URLResolver
from reversion.models import Version
from taggit.models import Tag

from articles.models import Article, Merger, PreviewLink, TagSynonym
from chipduo.models import User
from chipduo.rehearsal.undoing import undone
from entities.models import Evidence, EvidenceReview, Fact, LinkDecision
from tests import cast, who_may
from tests.desk import form_on
from tests.who_may import ANYBODY, EDITOR, NOBODY, STAFF, SUPERUSER, WRITER, May

NAMES = {STAFF: "nora", WRITER: "wen", EDITOR: "edda", SUPERUSER: "root"}
REFUSED = {403, 404, 405}


def routes(patterns=None, before: str = "") -> Iterator[str]:
    for one in admin.site.urls[0] if patterns is None else patterns:
        whole = before + str(one.pattern)
        if isinstance(one, URLResolver):
            yield from routes(one.url_patterns, whole)
        else:
            yield whole


def expected(route: str) -> May | None:
    """Nothing for a queue, which is asked by its name, and for what the table does not know."""
    if route in who_may.PAGES:
        return who_may.PAGES[route]
    label = "/".join(route.split("/")[:2])
    of_thing = who_may.OF_THINGS.get(route.removeprefix(f"{label}/"))
    return of_thing(who_may.THINGS[label]) if of_thing and label in who_may.THINGS else None


ROUTES = [route for route in dict.fromkeys(routes()) if not route.startswith("queues/")]


def whole_desk() -> SimpleNamespace:
    """Who sits at it, one thing of each kind, and how the whole database stands."""
    people = {role: Client() for role in range(NOBODY)}
    for role, name in NAMES.items():
        group = {WRITER: "Writer", EDITOR: "Editor"}.get(role, "")
        user = cast.user(name, group)
        User.objects.filter(pk=user.pk).update(is_superuser=role == SUPERUSER)
        people[role].force_login(user)
    things = things_of_each_kind()
    versions = {label: version_of(thing) for label, thing in things.items()}
    gone = {label: version_of_one_that_is_gone(label) for label in versions if versions[label]}
    merged(people[EDITOR])
    PreviewLink.objects.make(things["articles/article"], User.objects.get(username="edda"), days=7)
    return SimpleNamespace(people=people, things=things, versions=versions, gone=gone, stands=rows())


def things_of_each_kind() -> dict[str, Any]:
    edition = cast.published("needs", tags=("chips", "phones"))
    huawei, smic, _ = cast.duo()
    event = cast.event(entities=(huawei,), tags=("chips",))
    relation = cast.relation(huawei, "customer-of", smic)
    fact = Fact.objects.create(entity=huawei, label="Founded", value="1987")
    Evidence.objects.create(fact=fact, source=cast.source())
    cast.quoted(event, edition, "Huawei designs phones.")
    edition = cast.republished(edition, "SMIC makes chips. Phones need them.")
    review = EvidenceReview.objects.get()
    tag = edition.tags.get(name="chips")
    TagSynonym.objects.create(tag=tag, name="semiconductors")
    return {
        "articles/article": edition.article,
        "articles/edition": edition,
        "articles/series": cast.series(),
        "articles/source": cast.source(),
        "auth/group": Group.objects.get(name="Writer"),
        "chipduo/user": User.objects.get(username="wen"),
        "entities/entity": huawei,
        "entities/event": event,
        "entities/evidencereview": review,
        "entities/linkdecision": LinkDecision.objects.create(article=edition.article, surface="SMIC"),
        "entities/phase": cast.phase(),
        "entities/relation": relation,
        "taggit/tag": tag,
    }


def version_of(thing: Any) -> str:
    if not reversion.is_registered(type(thing)):
        return ""
    with reversion.create_revision():
        reversion.add_to_revision(thing)
    return str(Version.objects.get_for_object(thing).first().pk)


def version_of_one_that_is_gone(label: str) -> str:
    made = {
        "articles/article": lambda: cast.write("gone"),
        "articles/series": lambda: cast.series("gone"),
        "articles/source": lambda: cast.source("gone"),
        "entities/entity": lambda: cast.entity("Gone"),
        "entities/event": lambda: cast.event("gone"),
        "entities/linkdecision": lambda: LinkDecision.objects.create(
            article=Article.objects.get(slug="needs"), surface="Phones"
        ),
        "entities/phase": lambda: cast.phase("gone", 90),
        "entities/relation": lambda: cast.relation(cast.entity("One"), "customer-of", cast.entity("Two")),
        "taggit/tag": lambda: Tag.objects.create(name="gone", slug="gone"),
    }[label]()
    version = version_of(made)
    made.delete()
    return version


def merged(edda: Client) -> None:
    for label, pks in {
        "entities/entity": [cast.entity(name).pk for name in ("HiSilicon", "Hisilicon Ltd")],
        "taggit/tag": [tag.pk for tag in cast.write("tags", tags=("modem", "modems")).tags.all()],
    }.items():
        address = f"/admin/{label}/merge/?these={'.'.join(str(pk) for pk in pks)}"
        edda.post(address, {**form_on(edda.post(address, {"heir": pks[0]})), "_merge": "1"})
    assert Merger.objects.count() == 2


def rows() -> dict[str, list[tuple]]:
    return {
        model._meta.label: list(model._base_manager.order_by("pk").values_list())
        for model in apps.get_models(include_auto_created=True)
    }


def address_of(desk: SimpleNamespace, route: str, number: str = "") -> str:
    """With the number of the thing that is there, or with another."""
    label = "/".join(route.split("/")[:2])
    thing = desk.things.get(label)
    pk = number or str(thing.pk if thing else "")
    merger = Merger.objects.of(type(thing)).first() if "mergers" in route and thing else None
    edition = desk.things["articles/edition"]
    put = {
        "^([^/]+)/history/(\\d+)/$": f"{pk}/history/{number or desk.versions.get(label)}/",
        "^recover/(\\d+)/$": f"recover/{number or desk.gone.get(label)}/",
        "^recover/$": "recover/",
        "^(?P<app_label>articles|entities|taggit|chipduo|auth)/$": "entities/",
        "(?P<url>.*)$": "no/such/page/",
        "<path:content_type_id>": str(ContentType.objects.get_for_model(edition).pk),
        "r/": "r/",
        "<path:object_id>": pk or str(edition.pk),
        "<int:pk>": number or str(merger.pk if merger else pk),
        "<id>": pk,
        "<moment:moment>": "2031-02-03T04:05Z",
        "<path:path>": "articles/needs/",
    }
    for pattern, value in put.items():
        route = route.replace(pattern, value)
    return f"/admin/{route}{asked(desk, route)}"


def asked(desk: SimpleNamespace, route: str) -> str:
    article, entity = desk.things["articles/article"], desk.things["entities/entity"]
    field = "?app_label={}&model_name={}&field_name={}"
    return {
        "autocomplete/": field.format("entities", "relation", "subject"),
        "taggit/tag/names/": field.format("taggit", "taggeditem", "tag"),
        "entities/event/live-articles/": field.format("articles", "edition", "article"),
        "entities/relation/live-articles/": field.format("articles", "edition", "article"),
        "entities/event/passages/": f"?article={article.pk}",
        "entities/relation/passages/": f"?article={article.pk}",
        "entities/entity/merge/": f"?these={entity.pk}.{entity.pk + 1}",
        "taggit/tag/merge/": "?these={}.{}".format(*article.tags.values_list("pk", flat=True)),
    }.get(route, "")


def words_for(desk: SimpleNamespace, route: str) -> dict[str, Any]:
    """What no form suggests: what a new thing is called, which of two is kept, which file is brought."""
    article, entity, tag = (
        desk.things[label] for label in ("articles/article", "entities/entity", "taggit/tag")
    )
    named, word = {"title": "New", "slug": "new"}, "a new long pass phrase"
    return {
        "articles/article/add/": {**named, "body": "New words."},
        "articles/series/add/": named,
        "articles/source/add/": named,
        "articles/edition/<path:object_id>/restore/": {"seen": article.version},
        "auth/group/add/": {"name": "New"},
        "chipduo/user/add/": {"username": "new", "password1": word, "password2": word},
        "chipduo/user/<id>/password/": {"password1": word, "password2": word},
        "entities/entity/add/": {"name": "New", "slug": "new", "kind": "company"},
        "entities/entity/merge/": {"heir": entity.pk, "_merge": "1"},
        "entities/event/add/": named,
        "entities/linkdecision/add/": {"article": article.pk, "surface": "need"},
        "entities/phase/add/": {**named, "order": 77},
        "entities/relation/add/": {"subject": entity.pk + 1, "kind": "customer-of", "object": entity.pk},
        "taggit/tag/add/": {"name": "New"},
        "taggit/tag/merge/": {"heir": tag.pk, "_merge": "1"},
    }.get(route, {})


PRESSED = {"_save": "1", "post": "yes", "_names_seen": "1", "_create_anyway": "1"}
LEADS_ASIDE = {"_back", "_schedule", "_addanother"}


class Buttons(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: dict[str, str] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if (tag == "button" or given.get("type") == "submit") and given.get("name"):
            self.found.setdefault(given["name"], given.get("value") or "1")


def filled_in(desk: SimpleNamespace, role: int, route: str) -> dict[str, Any]:
    """What stands in the form that somebody finds there, with some words changed, and the buttons pressed."""
    address, own = address_of(desk, route), words_for(desk, route)
    with undone():
        asked = "_merge" in own  # and says there what it would do
        page = (
            desk.people[role].post(address, {"heir": own["heir"]})
            if asked
            else desk.people[role].get(address)
        )
        if page.status_code != 200 or not page.headers["Content-Type"].startswith("text/html"):
            return {"title": "Changed", "body": "Changed.", **PRESSED, **own}
        values, buttons = form_on(page), Buttons()
        buttons.feed(page.content.decode())
    changed = {
        name: f"{value}-changed"
        for name, value in values.items()
        if re.search(r"(title|name|body|label)$", name) and value and isinstance(value, str)
    }
    pressed = {name: value for name, value in buttons.found.items() if name not in LEADS_ASIDE}
    values.pop(
        "typed_by", ""
    )  # the mark of a form that is open: without a session it is asked to sign in, and kept
    return {**values, **changed, **pressed, **PRESSED, **own}


def refuses(answer, role: int, *, is_there: bool = True) -> bool:
    """Who is not signed in is sent to sign in; of what is not there the stock admin says so on its first page."""
    if role == ANYBODY:
        return answer.status_code == 302 and answer["Location"].startswith("/admin/")
    return answer.status_code in REFUSED or (answer.status_code == 302 and not is_there)


def sent_without_a_trace(
    desk: SimpleNamespace, role: int, method: str, address: str, data: Any
) -> tuple[int, bool]:
    """The status, and whether anything changed."""
    person = copy(desk.people[role])
    person.cookies = copy(person.cookies)  # which signing out takes away
    with undone():
        status = getattr(person, method)(address, data).status_code
        return status, rows() != desk.stands
