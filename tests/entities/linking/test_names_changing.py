from datetime import timedelta

import pytest
from django.utils import timezone

from entities.linking import relinking
from entities.linking.names_changing import names_changing
from entities.linking.relinking import relink_stale
from entities.models import Entity, StaleEdition, Woven
from tests import cast
from tests.entities.linking.linked import index, surfaces

pytestmark = pytest.mark.django_db


class TestNamesChanging:
    def test_links_a_new_name_in_what_is_already_published(self):
        cast.published()
        cast.duo()
        assert "TSMC" in surfaces()

    def test_unlinks_a_name_that_goes(self):
        huawei, *_ = cast.duo()
        cast.published()
        with names_changing(huawei.pk):
            huawei.aliases.filter(text="Huawei").delete()
        assert "Huawei" not in surfaces()

    def test_shows_the_shorter_name_when_the_longer_goes(self):
        cast.entity("York", kind="place")
        times = cast.entity("York Times")
        cast.published(body="The York Times wrote.")
        assert surfaces() == ["York Times"]
        with names_changing(times.pk):
            times.delete()
        assert surfaces() == ["York"]

    def test_links_again_what_was_shared_once_one_owner_gives_it_up(self):
        cast.entity("Chang One", kind="person", aliases=("Chang",))
        other = cast.entity("Chang Two", kind="person", aliases=("Chang",))
        cast.published(body="Chang spoke.")
        with names_changing(other.pk):
            other.aliases.filter(text="Chang").delete()
        assert surfaces() == ["Chang"]

    def test_follows_a_new_address(self):
        huawei, *_ = cast.duo()
        cast.published()
        with names_changing(huawei.pk):
            cast.move(huawei, "huawei-technologies")
        assert Woven.objects.filter(html__contains='"/entities/huawei-technologies/"').exists()
        assert not Woven.objects.filter(html__contains='"/entities/huawei/"').exists()

    def test_hides_the_links_of_what_becomes_private(self):
        huawei, *_ = cast.duo()
        cast.published()
        with names_changing(huawei.pk):
            Entity.objects.filter(pk=huawei.pk).update(public=False)
        assert not Woven.objects.filter(html__contains="/entities/huawei/").exists()

    def test_relinks_scheduled_editions_too(self):
        cast.write(body="TSMC waits.").publish(editor=None, at=timezone.now() + timedelta(hours=1))
        cast.duo()
        assert surfaces() == ["TSMC"]

    def test_leaves_alone_what_no_reader_will_read_again(self):
        first = cast.published(body="TSMC then.")
        cast.republished(first, "Nothing now.")
        cast.duo()
        assert surfaces() == []

    def test_marks_what_it_does_not_reach_and_relink_finds_the_mark(self, settings):
        settings.RELINK_AT_ONCE = 1
        for slug in ("one", "two", "three"):
            cast.published(slug, body="TSMC.")
        cast.entity("TSMC")
        assert (len(surfaces()), StaleEdition.objects.count()) == (1, 2)
        assert relink_stale() == 2
        assert (len(surfaces()), StaleEdition.objects.count()) == (3, 0)

    def test_undoes_everything_when_the_change_fails(self):
        huawei, *_ = cast.duo()
        cast.published()
        before = index()
        with pytest.raises(RuntimeError), names_changing(huawei.pk):
            huawei.aliases.all().delete()
            raise RuntimeError
        assert index() == before

    def test_touches_only_what_may_hold_the_name(self, monkeypatch):
        cast.published("one", body="TSMC.")
        cast.published("two", body="Nothing of the kind.")
        touched = []
        monkeypatch.setattr(relinking, "relink", lambda edition: touched.append(edition.article.slug))
        cast.entity("TSMC")
        assert touched == ["one"]
