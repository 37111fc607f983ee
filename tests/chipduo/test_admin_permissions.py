"""Every address of the desk, asked by each role, as tests/who_may.py says; and a refusal changes nothing in the database."""

import re
from collections.abc import Iterator
from copy import copy
from html.parser import HTMLParser
from types import SimpleNamespace
from typing import Any

import pytest
import reversion
from django.apps import apps
from django.contrib import admin
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.db.models import ForeignKey, ManyToManyField
from django.test import Client, RequestFactory
from django.urls import URLResolver
from reversion.models import Version
from taggit.models import Tag

from articles.models import Article, Merger, Presence, PreviewLink, Scratch, TagSynonym
from chipduo.desk.dismissal import Dismissal
from chipduo.desk.queues import QUEUES
from chipduo.models import User
from chipduo.rehearsal.undoing import undone
from entities.models import Evidence, EvidenceReview, Fact, LinkDecision
from tests import cast, who_may
from tests.desk import form_on
from tests.who_may import ANYBODY, EDITOR, NOBODY, STAFF, SUPERUSER, WRITER, May

pytestmark = pytest.mark.django_db

NAMES = {STAFF: "nora", WRITER: "wen", EDITOR: "edda", SUPERUSER: "root"}
CHANGING = (  # what is refused there would have changed something
    "/add/", "/change/", "(\\d+)/$", "scratch/", "/publish/", "/review/", "/share/", "/withdraw/", "pk>/names/", "restore/",
    "/merge/", "mergers/<int:pk>/", "<id>/password/",
)  # fmt: skip
NOT_THERE = "987654321"
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


@pytest.fixture(scope="module")
def desk(module_db) -> SimpleNamespace:
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
        "^(?P<app_label>auth|articles|entities|taggit|chipduo)/$": "entities/",
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


class TestTheTable:
    def test_knows_every_address(self):
        assert [route for route in ROUTES if expected(route) is None] == []

    def test_names_no_address_that_is_not_there(self):
        assert set(who_may.PAGES) - set(ROUTES) == set()

    def test_knows_every_thing(self):
        labels = {f"{model._meta.app_label}/{model._meta.model_name}" for model in admin.site._registry}
        assert set(who_may.THINGS) == labels

    def test_knows_every_queue(self):
        assert set(who_may.QUEUES) == {queue.slug for queue in QUEUES}

    def test_has_roles_that_contain_each_other(self):
        writers, editors = (
            set(Group.objects.get(name=name).permissions.values_list("pk", flat=True))
            for name in ("Writer", "Editor")
        )
        assert writers < editors


def actions() -> list[tuple[str, str, int]]:
    deletions = [
        (label, "delete_selected", thing.delete)
        for label, thing in who_may.THINGS.items()
        if thing.delete < NOBODY
    ]
    return [*((*key, lowest) for key, lowest in who_may.ACTIONS.items()), *deletions]


class TestAnAddress:
    @pytest.mark.parametrize("route", ROUTES)
    def test_refuses_whom_the_table_does_not_name_and_changes_nothing(self, desk, route):
        may = expected(route) or May(NOBODY, NOBODY)
        address = address_of(desk, route)
        words = filled_in(desk, SUPERUSER, route)
        for role, person in desk.people.items():
            for is_there, one in ((True, address), (False, address_of(desk, route, NOT_THERE))):
                if role < may.look:
                    assert refuses(person.get(one), role, is_there=is_there), (role, one)
                if role < may.send:
                    assert refuses(person.post(one, words), role, is_there=is_there), (role, one)
        assert rows() == desk.stands

    @pytest.mark.parametrize("route", ROUTES)
    def test_answers_the_first_whom_the_table_names(self, desk, route):
        may = expected(route) or May(NOBODY, NOBODY)
        address = address_of(desk, route)
        if may.look < NOBODY:
            status, _ = sent_without_a_trace(desk, may.look, "get", address, {})
            assert status in {200, 302}
        if may.send < NOBODY:
            words = filled_in(desk, may.send, route)
            status, changed = sent_without_a_trace(desk, may.send, "post", address, words)
            assert status in {200, 302, 400}
            assert changed or not route.endswith(CHANGING)

    @pytest.mark.parametrize("route", [route for route in ROUTES if "<" in route or "(" in route])
    def test_says_of_what_is_not_there_that_it_is_not(self, desk, route):
        address = address_of(desk, route, "0")
        for method in ("get", "post"):
            status, _ = sent_without_a_trace(desk, SUPERUSER, method, address, {"_save": "1"})
            assert status in {200, 302, *REFUSED}, method


@pytest.mark.parametrize("slug", who_may.QUEUES)
class TestAQueue:
    def test_refuses_whom_the_table_does_not_name_and_changes_nothing(self, desk, slug):
        may = who_may.QUEUES[slug]
        for role, person in desk.people.items():
            for address in (f"/admin/queues/{slug}/", f"/admin/queues/{slug}/left/"):
                if role < may.look:
                    assert refuses(person.get(address), role), (role, address)
                if role < may.send:
                    assert refuses(person.post(address, answers_to(slug)), role), (role, address)
        assert rows() == desk.stands

    def test_answers_the_first_whom_the_table_names(self, desk, slug):
        may = who_may.QUEUES[slug]
        for address in (f"/admin/queues/{slug}/", f"/admin/queues/{slug}/left/"):
            assert sent_without_a_trace(desk, may.look, "get", address, {})[0] == 200
            assert sent_without_a_trace(desk, may.send, "post", address, answers_to(slug))[0] in {200, 302}


def answers_to(slug: str) -> dict[str, Any]:
    queue = next(queue for queue in QUEUES if queue.slug == slug)
    keys = list(queue.waiting().values_list("key", flat=True)[:5])
    left = list(Dismissal.objects.of(slug).values_list("pk", flat=True))
    return {"settle": "leave", "row": [*keys, *left]}


class TestActions:
    def test_are_in_the_table(self):
        """But for deletion, which is each thing's own right."""
        request = RequestFactory().get("/")
        request.user = User(is_superuser=True, is_active=True)
        found = {
            (f"{model._meta.app_label}/{model._meta.model_name}", name)
            for model, desk in admin.site._registry.items()
            for name in desk.get_actions(request)
        }
        deletions = {
            (label, "delete_selected") for label, thing in who_may.THINGS.items() if thing.delete < NOBODY
        }
        assert found - deletions == set(who_may.ACTIONS)

    @pytest.mark.parametrize(("label", "action", "lowest"), actions())
    def test_are_done_for_whom_the_table_names_and_change_nothing_for_others(
        self, desk, label, action, lowest
    ):
        chosen = {"action": action, "_selected_action": [desk.things[label].pk], "post": "yes", "index": "0"}
        for role, person in desk.people.items():
            if role < lowest:
                assert person.post(f"/admin/{label}/", chosen).status_code in {200, 302, 403}, role
        assert rows() == desk.stands
        with undone():
            answer = desk.people[lowest].post(f"/admin/{label}/", chosen, follow=True)
            assert "No action selected" not in answer.text


class TestButtons:
    @pytest.mark.parametrize(("button", "lowest"), who_may.BUTTONS.items())
    def test_save_nothing_for_whom_the_table_does_not_name(self, desk, button, lowest):
        address = f"/admin/articles/article/{desk.things['articles/article'].pk}/change/"
        words = {**form_on(desk.people[WRITER].get(address)), "title": "Changed", button: "1"}
        words.pop("typed_by", "")
        Presence.objects.all().delete()  # which opening it noted
        stands = rows()
        for role in range(lowest):
            assert refuses(desk.people[role].post(address, words), role), role
            assert refuses(desk.people[role].post("/admin/articles/article/add/", words), role), role
        assert rows() == stands
        assert sent_without_a_trace(desk, lowest, "post", address, words) == (302, True)


class TestRows:
    """Below a form, and so below what it is that they belong to."""

    def test_are_in_the_table(self):
        assert {
            (f"{model._meta.app_label}/{model._meta.model_name}", inline.model._meta.model_name)
            for model, desk in admin.site._registry.items()
            for inline in desk.inlines
        } == set(who_may.ROWS)

    @pytest.mark.parametrize(("label", "row"), who_may.ROWS)
    def test_are_changed_by_whom_the_table_names(self, desk, label, row):
        thing, request = desk.things[label], RequestFactory().get("/")
        of_thing = admin.site.get_model_admin(type(thing))
        inlines = [one for one in of_thing.inlines if one.model._meta.model_name == row]
        for role, name in NAMES.items():
            request.user = User.objects.get(username=name)
            for inline in (one(type(thing), admin.site) for one in inlines):
                may = {
                    inline.has_add_permission(request, thing),
                    inline.has_change_permission(request, thing),
                    inline.has_delete_permission(request, thing),
                }
                assert may == {role >= who_may.ROWS[label, row]}, (role, inline)


class TestLists:
    @pytest.mark.parametrize("role", NAMES)
    def test_of_any_field_are_given_to_whom_may_see_what_it_leads_to(self, desk, role):
        for label, name, target in fields_that_lead():
            app, model = label.split("/")
            asked = {"app_label": app, "model_name": model, "field_name": name, "term": ""}
            thing = who_may.THINGS.get(target)
            can_be_searched = (
                thing and admin.site.get_model_admin(apps.get_model(target.replace("/", "."))).search_fields
            )
            status = desk.people[role].get("/admin/autocomplete/", asked).status_code
            assert status == (200 if can_be_searched and role >= thing.view else 403), asked

    @pytest.mark.parametrize(
        "route", ["entities/event/live-articles/", "entities/relation/live-articles/", "taggit/tag/names/"]
    )
    def test_made_for_one_field_tell_nothing_of_another(self, desk, route):
        for label, name, _ in fields_that_lead():
            app, model = label.split("/")
            asked = {"app_label": app, "model_name": model, "field_name": name}
            status = desk.people[WRITER].get(f"/admin/{route}", asked).status_code
            assert status in {200, 403}, asked

    @pytest.mark.parametrize("role", [WRITER, EDITOR])
    def test_are_not_sifted_by_what_one_may_not_see(self, desk, role):
        address = "/admin/articles/edition/?editor__password__startswith="
        assert desk.people[role].get(f"{address}a").status_code == 400


def fields_that_lead() -> list[tuple[str, str, str]]:
    return [
        (
            f"{model._meta.app_label}/{model._meta.model_name}",
            field.name,
            field.related_model._meta.label_lower.replace(".", "/"),
        )
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if isinstance(field, ForeignKey | ManyToManyField)
    ]


class TestWhatIsNotTheirs:
    """Numbers of one thing at the address of another, and what belongs to somebody else."""

    def test_is_not_a_version_of_another_thing(self, desk):
        tag, entity = desk.versions["taggit/tag"], desk.things["entities/entity"]
        for address in (
            f"/admin/articles/article/{desk.things['articles/article'].pk}/history/{tag}/",
            f"/admin/articles/article/recover/{desk.gone['entities/entity']}/",
            f"/admin/articles/source/recover/{tag}/",
            f"/admin/entities/entity/{entity.pk + 1}/history/{desk.versions['entities/entity']}/",
        ):
            for method in ("get", "post"):
                answer = getattr(desk.people[EDITOR], method)(address, {"title": "Taken", "_save": "1"})
                assert answer.status_code == 404, address
        assert rows() == desk.stands

    def test_is_not_a_merger_of_another_kind(self, desk):
        merger = Merger.objects.of(type(desk.things["entities/entity"])).get()
        assert desk.people[EDITOR].post(f"/admin/taggit/tag/mergers/{merger.pk}/").status_code == 404
        assert rows() == desk.stands

    def test_is_not_a_link_to_another_draft(self, desk):
        other = cast.write("other")
        link = PreviewLink.objects.get()
        answer = desk.people[WRITER].post(f"/admin/articles/article/{other.pk}/share/", {"_revoke": link.pk})
        assert answer.status_code == 404
        link.refresh_from_db()
        assert link.revoked is None

    def test_is_not_what_another_has_typed(self, desk):
        article = desk.things["articles/article"]
        edda = User.objects.get(username="edda")
        Scratch.objects.keep(edda, Article, str(article.pk), {"title": ["What Edda typed"]})
        scratch = Scratch.objects.get()
        address = f"/admin/articles/article/{article.pk}/"
        assert "What Edda typed" in desk.people[EDITOR].get(f"{address}change/?scratch={scratch.pk}").text
        assert "What Edda typed" not in desk.people[WRITER].get(f"{address}change/?scratch={scratch.pk}").text
        desk.people[WRITER].post(f"{address}scratch/", {"_discard": "1"})
        assert Scratch.objects.filter(person=edda).exists()

    @pytest.mark.parametrize("role", NAMES)
    def test_is_not_the_address_of_a_draft_that_was_shared(self, desk, role):
        kind = ContentType.objects.get_for_model(PreviewLink)
        answer = desk.people[role].get(f"/admin/r/{kind.pk}/{PreviewLink.objects.get().pk}/")
        assert answer.status_code == 404
