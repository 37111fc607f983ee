from datetime import timedelta

import pytest
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from articles.models import Passage
from entities.linking import relinking
from entities.linking.relinking import names_changing, relink, relink_stale
from entities.models import Entity, LinkDecision, Mention, StaleEdition, Woven
from tests import cast

pytestmark = pytest.mark.django_db


def index() -> tuple[list, list]:
    """All that relinking makes, without primary keys."""
    mentions = Mention.objects.order_by("passage", "start").values_list(
        "passage", "entity", "alias", "start", "end", "linked"
    )
    return list(mentions), list(Woven.objects.order_by("passage").values_list("passage", "html"))


def surfaces(linked: bool | None = None) -> list[str]:
    mentions = Mention.objects.order_by("passage__position", "start")
    return [m.surface for m in mentions if linked is None or m.linked == linked]


class TestRelinking:
    def test_records_what_each_passage_names(self):
        cast.duo()
        cast.published()
        assert surfaces() == ["Huawei", "TSMC", "Huawei", "SMIC", "SMIC"]

    def test_links_the_first_mention_of_each_section(self):
        cast.duo()
        cast.published(body="Huawei and Huawei.\n\nHuawei.\n\n## More\n\nHuawei.\n\n### Deeper\n\nHuawei.")
        assert surfaces(linked=True) == ["Huawei", "Huawei"]

    @pytest.mark.parametrize(("policy", "links"), [("first-in-article", 1), ("every", 5)])
    def test_follows_the_policy_of_the_site(self, settings, policy, links):
        settings.LINK_POLICY = policy
        cast.duo()
        cast.published(body="Huawei and Huawei.\n\nHuawei.\n\n## More\n\nHuawei.\n\n### Deeper\n\nHuawei.")
        assert len(surfaces(linked=True)) == links

    def test_twice_changes_nothing(self):
        cast.duo()
        edition = cast.published()
        before = index()
        relink(edition)
        assert index() == before

    def test_changes_no_text(self):
        cast.duo()
        edition = cast.published()
        before = list(edition.passages.values_list("html", "text"))
        relink(edition)
        assert list(edition.passages.values_list("html", "text")) == before

    def test_weaves_words_linked_by_hand(self):
        cast.duo()
        cast.published(body="It is [[SMIC|the younger firm]] that [[Nobody|nobody]] knows.")
        woven = Woven.objects.get().html
        assert '<a href="/entities/smic/" class="entity">the younger firm</a>' in woven
        assert "that nobody knows" in woven
        assert surfaces() == ["the younger firm"]

    def test_a_spelling_of_two_entities_links_to_neither(self):
        cast.entity("Chang One", kind="person", aliases=("Chang",))
        cast.entity("Chang Two", kind="person", aliases=("Chang",))
        cast.published(body="Chang spoke.")
        assert not Mention.objects.exists()

    def test_leaves_private_entities_alone(self):
        cast.entity("Huawei", public=False)
        cast.published(body="Huawei spoke.")
        assert not Mention.objects.exists()


class TestDecisions:
    def test_suppress_one_occurrence(self):
        cast.duo()
        article = cast.write(body="Huawei won.\n\nHuawei lost.")
        LinkDecision.objects.create(article=article, surface="Huawei", suffix=" won")
        article.publish(editor=None)
        assert [mention.passage.text for mention in Mention.objects.all()] == ["Huawei lost."]

    def test_pin_one_occurrence_to_an_entity(self):
        one = cast.entity("Chang One", kind="person", aliases=("Chang",))
        cast.entity("Chang Two", kind="person", aliases=("Chang",))
        article = cast.write(body="Then Chang spoke.")
        LinkDecision.objects.create(article=article, prefix="Then ", surface="Chang", entity=one)
        article.publish(editor=None)
        assert [(m.entity, m.linked) for m in Mention.objects.all()] == [(one, True)]

    def test_of_another_article_count_for_nothing(self):
        cast.duo()
        LinkDecision.objects.create(article=cast.write("other"), surface="Huawei")
        cast.published(body="Huawei won.")
        assert surfaces() == ["Huawei"]


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


class TestDescriptions:
    def test_link_to_others_and_never_to_themselves(self):
        cast.duo()
        huawei = Entity.objects.get(slug="huawei")
        with names_changing(huawei.pk):
            Entity.objects.filter(pk=huawei.pk).update(about="Huawei buys from SMIC.")
        huawei.refresh_from_db()
        assert (
            huawei.about_html == '<p>Huawei buys from <a href="/entities/smic/" class="entity">SMIC</a>.</p>'
        )

    def test_are_woven_again_when_a_name_in_them_changes(self):
        huawei = cast.entity("Huawei", about="Huawei buys from SMIC.")
        cast.entity("SMIC")
        huawei.refresh_from_db()
        assert "/entities/smic/" in huawei.about_html


WORDS = ["Huawei", "Huawei Cloud", "华为", "SMIC", "smic", "York", "New York", "New York Times", "the US"]


class TestPieceByPiece(TestCase):
    @settings(max_examples=60, deadline=None)
    @given(
        st.lists(
            st.lists(st.sampled_from([*WORDS, "and", "."]), min_size=1, max_size=8), min_size=1, max_size=3
        ),
        st.data(),
    )
    def test_ends_as_a_full_rebuild_would(self, texts, data):
        """Adding and removing names one after the other, each relinking only what it may touch."""
        for number, words in enumerate(texts):
            cast.published(f"a-{number}", body=" ".join(words) + " x")
        for step in range(data.draw(st.integers(1, 5))):
            name = data.draw(st.sampled_from(WORDS))
            owner = Entity.objects.filter(aliases__text=name).first()
            if owner and data.draw(st.booleans()):
                with names_changing(owner.pk):
                    owner.aliases.filter(text=name).delete()
            else:
                cast.entity(name, slug=f"e-{step}")
        piece_by_piece = index()
        for passage in Passage.objects.filter(position=0).select_related("edition"):
            relink(passage.edition)
        assert index() == piece_by_piece
