"""Every address of the desk, asked by each role, as tests/who_may.py says; and a refusal changes nothing in the database."""

from types import SimpleNamespace
from typing import Any

import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.db.models import ForeignKey, ManyToManyField
from django.test import RequestFactory

from articles.models import Article, Merger, Presence, PreviewLink, Scratch
from chipduo.desk.dismissal import Dismissal
from chipduo.desk.queues import QUEUES
from chipduo.models import User
from chipduo.rehearsal.undoing import undone
from tests import cast, who_may
from tests.chipduo.whole_desk import (
    NAMES,
    REFUSED,
    ROUTES,
    address_of,
    expected,
    filled_in,
    refuses,
    rows,
    sent_without_a_trace,
    whole_desk,
)
from tests.desk import form_on
from tests.who_may import EDITOR, NOBODY, SUPERUSER, WRITER, May

pytestmark = pytest.mark.django_db
CHANGING = (  # what is refused there would have changed something
    "/add/", "/change/", "(\\d+)/$", "scratch/", "/publish/", "/review/", "/share/", "/withdraw/", "pk>/names/", "restore/",
    "/merge/", "mergers/<int:pk>/", "<id>/password/",
)  # fmt: skip
NOT_THERE = "987654321"


@pytest.fixture(scope="module")
def desk(module_db) -> SimpleNamespace:
    return whole_desk()


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
