import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from articles.models import Passage
from entities.linking.names_changing import names_changing
from entities.linking.relinking import relink
from entities.models import Entity, LinkDecision, Mention, Woven
from tests import cast
from tests.entities.linking.linked import index, surfaces

pytestmark = pytest.mark.django_db


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
