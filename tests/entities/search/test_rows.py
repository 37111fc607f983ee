"""The index holds, after every verb, what it would hold if it were written anew."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone
from taggit.models import Tag

from articles.models import Article
from chipduo.tag_merging import merge_tags
from entities.linking.names_changing import names_changing
from entities.linking.relinking import rebuild, relink_stale
from entities.merging import merge
from entities.models import Entity, Event, Findable, KnownWord
from entities.search.index import Wanted, newest
from entities.search.rows import DERIVED, lines, tags_changing
from tests import cast

pytestmark = pytest.mark.django_db

THINGS = ("edition", "entity", "event", "source")


def rows() -> list[tuple]:
    return list(Findable.objects.order_by(*THINGS).values_list(*THINGS, *DERIVED))


def written_anew() -> list[tuple]:
    Findable.objects.all().delete()
    call_command("reindex", stdout=StringIO())
    return rows()


def found(*phrase: str) -> set[int]:
    return {pk for (pk,) in newest(Wanted([phrase]), 100, ["id"])}


@pytest.fixture
def site():
    huawei, smic, _ = cast.duo()
    cast.published(tags=("phones", "chips"))
    cast.event(entities=(huawei, smic), when="2019/2021", tags=("chips",))
    call_command("reindex", stdout=StringIO())  # the cast makes events and sources without the desk


def another_name() -> None:
    entity = Entity.objects.get(name="Huawei")
    with names_changing(entity.pk):
        entity.add_alias("designs")


def a_private_entity() -> None:
    entity = Entity.objects.get(name="SMIC")
    with names_changing(entity.pk):
        Entity.objects.filter(pk=entity.pk).update(public=False)


def a_merged_entity() -> None:
    merge([Entity.objects.get(name="TSMC")], Entity.objects.get(name="SMIC"))


def a_deleted_entity() -> None:
    entity = Entity.objects.get(name="TSMC")
    with names_changing(entity.pk):
        entity.delete()


def the_next_edition() -> None:
    cast.republished(Article.objects.get(slug="needs").live_edition, "Only SMIC now.\n")


def a_scheduled_edition() -> None:
    cast.republished(
        Article.objects.get(slug="needs").live_edition, "Later.\n", at=timezone.now() + timedelta(days=1)
    )


def merged_tags() -> None:
    merge_tags(list(Tag.objects.filter(name="phones")), Tag.objects.get(name="chips"))


def a_deleted_tag() -> None:
    tag = Tag.objects.get(name="chips")
    with tags_changing([tag.pk]):
        tag.delete()


def a_deleted_event() -> None:
    Event.objects.all().delete()


def a_full_relink() -> None:
    rebuild()
    relink_stale()


CHANGES = [
    another_name,
    a_private_entity,
    a_merged_entity,
    a_deleted_entity,
    the_next_edition,
    a_scheduled_edition,
    merged_tags,
    a_deleted_tag,
    a_deleted_event,
    a_full_relink,
]


@pytest.mark.usefixtures("site")
class TestTheIndex:
    @pytest.mark.parametrize("change", CHANGES)
    def test_is_after_a_change_as_if_it_were_written_anew(self, change):
        change()
        assert rows() == written_anew()

    def test_of_an_article_that_was_published_again_has_only_its_new_words(self):
        the_next_edition()
        assert found("modem") == set()
        assert len(found("onli")) == 1

    def test_forgets_what_is_deleted(self):
        a_deleted_entity()
        assert len(found("tsmc")) == 1  # the article that names it

    def test_has_one_row_for_each_thing(self):
        call_command("reindex", stdout=StringIO())
        assert Findable.objects.count() == 1 + 3 + 1 + 1

    def test_knows_the_words_of_its_texts(self):
        assert KnownWord.objects.filter(folded="modems").exists()


class TestThePhrase:
    def test_does_not_run_across_two_passages(self):
        cast.published("apart", "It ends here.\n\nThere it begins.\n")
        assert found("end", "here")
        assert not found("here", "there")

    @pytest.mark.parametrize("words", [("华", "为"), ("华",)])
    def test_of_another_script_is_found(self, words):
        entity = cast.entity("Huawei", aliases=("华为",))
        rows = Findable.objects.filter(entity=entity)
        assert found(*(f"x{word.encode().hex()}" for word in words)) == {row.pk for row in rows}


class TestReindex:
    def test_says_how_much_it_indexed(self, site):
        said = StringIO()
        call_command("reindex", stdout=said)
        assert said.getvalue().splitlines()[-1] == "Indexed 1 editions, 3 entities, 1 events, 1 sources."


class TestAVeryLongText:
    """PostgreSQL holds no more than 1 MB of the words of a text, and an article may have more than that in its index."""

    def test_is_published_and_found_by_how_it_begins(self):
        words = ["".join("абвгдежзик"[int(digit)] for digit in f"{n:08}") * 2 for n in range(27_000)]
        lines = [" ".join(words[start : start + 100]) for start in range(0, len(words), 100)]
        cast.published("long", "Zirconium.\n\n" + "\n\n".join(lines) + "\n")
        assert len(found("zirconium")) == 1

    def test_keeps_a_line_for_each_passage_that_has_no_room_left(self, monkeypatch):
        monkeypatch.setattr("entities.search.rows.MOST_ROOM", 20)
        assert lines([["one", "two"], ["three", "four"], [], ["five"]]) == " xx\n".join(
            ["one two", "", "", ""]
        )


class TestATagThatVeryManyCarry:
    def test_is_merged_a_few_at_a_time(self, monkeypatch):
        at_once: list[int] = []
        gone, heir = (Tag.objects.create(name=name, slug=name) for name in ("phones", "chips"))
        for n in range(5):
            cast.published(f"article-{n}", tags=("phones",))
        monkeypatch.setattr("entities.search.rows.AT_ONCE", 2)
        monkeypatch.setattr("entities.search.rows.renew", lambda things: at_once.append(len(list(things))))
        merge_tags([gone], heir)
        assert at_once == [2, 2, 1]
