import sqlite3
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from articles.models import Article, Edition
from entities.linking.names_changing import mark_stale, names_changing
from entities.linking.relinking import rebuild, relink_articles, relink_stale
from entities.merging import merge
from entities.models import Alias, Entity, LexiconVersion, LinkDecision, Mention, StaleEdition, Woven
from tests import cast

pytestmark = pytest.mark.django_db


def derived() -> list[list]:
    """All that relinking makes, without primary keys of its own."""
    mentions = Mention.objects.order_by("passage", "start").values_list(
        "passage", "entity", "alias", "start", "end", "sentence", "linked"
    )
    woven = Woven.objects.order_by("passage").values_list("passage", "html")
    return [list(mentions), list(woven), list(Entity.objects.order_by("pk").values_list("pk", "about_html"))]


def after_a_full_rebuild() -> list[list]:
    rebuild()
    relink_stale()
    return derived()


def change(entity: Entity, **fields: Any) -> None:
    with names_changing(entity.pk):
        Entity.objects.filter(pk=entity.pk).update(**fields)


def move(entity: Entity, slug: str) -> None:
    with names_changing(entity.pk):
        cast.move(entity, slug)


def delete(entity: Entity) -> None:
    with names_changing(entity.pk):
        entity.delete()


def add_alias(entity: Entity, text: str, **fields: Any) -> None:
    with names_changing(entity.pk):
        entity.add_alias(text, **fields)


def smic(**fields: Any) -> Entity:
    return cast.entity("SMIC", **fields)


BY_HAND = "It is [[SMIC|the younger firm]] that grew."
CHANGES: dict[str, tuple[str, Callable[[], Any]]] = {
    "a name that is linked by hand comes": (BY_HAND, smic),
    "an address that is linked by hand comes": (
        "The [[smic|firm]].",
        lambda: move(smic(slug="other"), "smic"),
    ),
    "a spelling that is not looked for comes": (
        "The [[Zhongxin|firm]].",
        lambda: add_alias(smic(), "Zhongxin", linkable=False),
    ),
    "a name without a spelling comes": (BY_HAND, lambda: change(cast.entity("Other"), name="SMIC")),
}
GOING: dict[str, tuple[str, Callable[[Entity], Any]]] = {
    "goes": (BY_HAND, delete),
    "becomes private": (BY_HAND, lambda entity: change(entity, public=False)),
    "moves": (BY_HAND, lambda entity: move(entity, "other")),
    "merges": (BY_HAND, lambda entity: merge([entity], cast.entity("Other"))),
}
ABOUTS = [
    ("Moore's law", "It is Moore’s law that rules."),
    ("AT&T", "It is AT&amp;T that rules."),
    ("C++", r"It is C\+\+ that rules."),
    ("Café Noir", "It is Cafe\u0301 Noir that rules."),
    ("ÉCOLE", "It is the école that rules."),
    ("中芯国际", "这是中芯国际的。"),
    ("New York", "It is New\u00a0York that rules."),
    ("Zhongxin", "It is [[zhongxin|the firm]] that rules."),
]


@pytest.fixture
def few_parameters(db):
    """SQLite takes 32,766 parameters in a query, and here 50: as if the site had 600 times the passages."""
    if connection.vendor == "sqlite":
        connection.ensure_connection()
        before = connection.connection.setlimit(sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER, 50)
    yield
    if connection.vendor == "sqlite":
        connection.connection.setlimit(sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER, before)


class TestNamesChanging:
    @pytest.mark.parametrize("what", CHANGES)
    def test_finds_every_text_that_it_touches(self, what):
        body, happen = CHANGES[what]
        cast.published(body=body)
        happen()
        assert Mention.objects.exists()
        assert derived() == after_a_full_rebuild()

    @pytest.mark.parametrize("what", GOING)
    def test_finds_what_was_linked_by_hand_when_its_name(self, what):
        body, happen = GOING[what]
        entity = smic()
        cast.published(body=body)
        happen(entity)
        assert derived() == after_a_full_rebuild()

    @pytest.mark.parametrize("what", GOING)
    def test_finds_what_an_editor_pinned_when_its_entity(self, what):
        entity = smic()
        article = cast.write(body="The younger firm grew.")
        LinkDecision.objects.create(article=article, surface="ounger fi", entity=entity)
        article.publish(editor=None)
        assert Mention.objects.exists()
        GOING[what][1](entity)
        assert derived() == after_a_full_rebuild()

    def test_finds_what_an_editor_pinned_when_its_entity_becomes_public(self):
        entity = smic(public=False)
        article = cast.write(body="The younger firm grew.")
        LinkDecision.objects.create(article=article, surface="ounger fi", entity=entity)
        article.publish(editor=None)
        change(entity, public=True)
        assert Mention.objects.get().entity == entity

    def test_links_by_hand_to_no_one_where_two_share_the_name(self):
        smic()
        cast.published(body=BY_HAND)
        cast.entity("SMIC", slug="smic-two")
        Alias.objects.filter(text="SMIC", entity__slug="smic-two").delete()
        change(Entity.objects.get(slug="smic-two"), slug="smic-too")
        assert derived() == after_a_full_rebuild()

    def test_reaches_an_edition_that_is_suppressed_for_it_may_be_shown_again(self):
        edition = cast.published(body="SMIC grew.")
        edition.suppress()
        smic()
        edition.unsuppress()
        assert Mention.objects.get().surface == "SMIC"

    @pytest.mark.parametrize(("name", "about"), ABOUTS)
    def test_reaches_every_description_that_holds_the_name(self, name, about):
        holder = cast.entity("Huawei", about=about)
        with names_changing():
            Entity.objects.create(slug="named", name=name, kind="concept").add_alias(
                name, case_sensitive=False
            )
        holder.refresh_from_db()
        assert "/entities/named/" in holder.about_html
        assert derived() == after_a_full_rebuild()

    def test_of_all_entities_weaves_every_description(self):
        cast.entity("Huawei", about="Plain words.")
        assert Entity.objects.get().about_html == "<p>Plain words.</p>"

    def test_takes_a_name_that_more_passages_hold_than_a_query_has_parameters(self, request):
        cast.published(body="\n\n".join(["SMIC grew."] * 60))
        request.getfixturevalue("few_parameters")
        mark_stale(["SMIC"])
        assert StaleEdition.objects.count() == 1


class TestRelinkingAnArticle:
    def test_applies_what_an_editor_decided_to_what_is_live_and_what_is_scheduled(self):
        cast.duo()
        edition = cast.published(body="Huawei won.")
        cast.republished(edition, "Huawei won again.", at=timezone.now() + timedelta(hours=1))
        LinkDecision.objects.create(article=edition.article, surface="Huawei")
        relink_articles([edition.article_id])
        assert not Mention.objects.exists()
        assert derived() == after_a_full_rebuild()

    def test_leaves_other_articles_and_old_editions_alone(self):
        first = cast.published(body="SMIC then.")
        cast.republished(first, "SMIC now.")
        cast.published("other", body="SMIC elsewhere.")
        Entity.objects.create(slug="smic", name="SMIC", kind="company").add_alias("SMIC")
        LexiconVersion.change()
        relink_articles([first.article_id])
        assert [mention.passage.text for mention in Mention.objects.all()] == ["SMIC now."]


NAMES = ["Huawei", "Huawei Cloud", "华为", "SMIC", "smic", "New York", "the US"]
PIECES = st.sampled_from([*NAMES, "and", ".", "[[SMIC|the firm]]", "[[huawei]]", "[[e-1|one]]", "New *York*"])
TEXTS = st.lists(PIECES, min_size=1, max_size=8).map(" ".join)


class TestPieceByPiece(TestCase):
    """Whatever happens to names, one thing after the other, ends as a full rebuild would."""

    @settings(max_examples=40, deadline=None)
    @given(st.lists(TEXTS, min_size=1, max_size=3), st.data())
    def test_ends_as_a_full_rebuild_would(self, texts, data):
        for number, text in enumerate(texts):
            cast.published(f"a-{number}", body=f"{text} x")
        for step in range(data.draw(st.integers(1, 6))):
            entity = Entity.objects.order_by("pk").last()
            verb = data.draw(
                st.sampled_from(["come", "come", "about", "move", "hide", "show", "merge", "delete", "pin"])
            )
            self.happen(verb if entity else "come", entity, step, data)
            relink_stale()
        assert derived() == after_a_full_rebuild()

    def happen(self, verb: str, entity: Entity | None, step: int, data: st.DataObject) -> None:
        match verb:
            case "come":
                cast.entity(data.draw(st.sampled_from(NAMES)), slug=f"e-{step}", about=data.draw(TEXTS))
            case "about":
                change(entity, about=data.draw(TEXTS))
            case "move":
                move(entity, data.draw(st.sampled_from(["huawei", f"e-{step}"])))
            case "hide" | "show":
                change(entity, public=verb == "show")
            case "merge" if Entity.objects.count() > 1:
                merge([entity], Entity.objects.order_by("pk").first())
            case "delete":
                delete(entity)
            case "pin":
                article = Article.objects.first()
                surface = data.draw(st.sampled_from([*NAMES, "firm", "x"]))
                LinkDecision.objects.get_or_create(
                    article=article, surface=surface, defaults={"entity": entity}
                )
                relink_articles([article.pk])


class TestARebuild:
    def test_makes_good_whatever_was_lost(self):
        smic(about="Huawei orders from it.")
        cast.entity("Huawei")
        cast.published(body="SMIC grew.")
        before = derived()
        Mention.objects.all().delete()
        Woven.objects.all().delete()
        Entity.objects.update(about_html="")
        assert derived() != before
        assert after_a_full_rebuild() == before

    def test_marks_what_readers_read_now_and_will_read(self):
        first = cast.published(body="SMIC then.")
        cast.republished(first, "SMIC now.")
        cast.write("tomorrow").publish(editor=None, at=timezone.now() + timedelta(hours=1))
        rebuild()
        assert {str(edition) for edition in Edition.objects.filter(stale__isnull=False)} == {
            "Needs, edition 2",
            "Tomorrow, edition 1",
        }
