import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.urls import reverse

from chipduo.models import User
from tests import cast
from tests.desk import at_the_desk, edda, nora, sent, wen

pytestmark = pytest.mark.django_db


def may(group: str) -> set[str]:
    rows = Group.objects.get(name=group).permissions.values_list("content_type__app_label", "codename")
    return {f"{app}.{name}" for app, name in rows}


class TestGroups:
    """Made by a migration, with their permissions, so that a fresh database has them."""

    def test_writers_write_and_look(self):
        writes = {name for name in may("Writer") if ".view_" not in name}
        assert writes == {
            "articles.add_article",
            "articles.change_article",
            "articles.add_source",
            "articles.change_source",
            "taggit.add_tag",
        }
        assert {"entities.view_entity", "entities.view_event", "articles.view_edition"} <= may("Writer")

    def test_editors_do_all_that_concerns_content(self):
        assert {
            "articles.publish_article",
            "articles.withdraw_article",
            "articles.suppress_edition",
            "articles.delete_article",
            "entities.merge_entity",
            "entities.change_relation",
            "taggit.change_tag",
            "chipduo.merge_tag",
        } <= may("Editor")

    @pytest.mark.parametrize("group", ["Writer", "Editor"])
    def test_neither_manages_users(self, group):
        assert not {name for name in may(group) if name.endswith(("_user", "_group", "_permission"))}

    def test_are_there_after_migrating_again(self):
        call_command("migrate", verbosity=0)
        assert Group.objects.filter(name__in=["Writer", "Editor"]).count() == 2


class TestUsers:
    @pytest.mark.parametrize("someone", [edda, wen, nora])
    def test_are_managed_by_none_of_them(self, someone):
        desk = someone()
        user = User.objects.get()
        assert desk.get("/admin/chipduo/user/").status_code == 403
        assert (
            desk.post(
                reverse("admin:chipduo_user_change", args=[user.pk]), {"is_superuser": "on"}
            ).status_code
            == 403
        )
        user.refresh_from_db()
        assert not user.is_superuser

    @pytest.fixture
    def root(self):
        desk = at_the_desk("root")
        User.objects.update(is_superuser=True)
        return desk

    def test_have_a_time_zone(self, root):
        wen = cast.user("wen", "Writer")
        sent(root, reverse("admin:chipduo_user_change", args=[wen.pk]), "_save", time_zone="Asia/Shanghai")
        wen.refresh_from_db()
        assert wen.time_zone == "Asia/Shanghai"

    def test_take_no_time_zone_that_is_not_there(self, root):
        wen = cast.user("wen", "Writer")
        sent(root, reverse("admin:chipduo_user_change", args=[wen.pk]), "_save", time_zone="Mars/Olympus")
        wen.refresh_from_db()
        assert wen.time_zone == ""

    def test_are_added_with_a_password(self, root):
        words = {"password1": "a long pass phrase", "password2": "a long pass phrase"}
        sent(root, "/admin/chipduo/user/add/", "_save", username="new", **words)
        assert User.objects.get(username="new").check_password("a long pass phrase")
