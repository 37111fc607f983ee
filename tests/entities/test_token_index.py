import pytest
from django.db import connection
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from articles.models import Edition, Passage
from entities import token_index
from entities.linking.lexicon import Lexicon
from tests import cast
from tests.entities.spellings import names_and_text, texts

pytestmark = pytest.mark.django_db


def passages(*texts: str) -> list[Passage]:
    """Passages with exactly these texts, remembered."""
    now = timezone.now()
    edition = Edition.objects.create(
        article=cast.write(), number=1, title="T", first_published=now, live_from=now
    )
    rows = [
        Passage(edition=edition, position=at, kind="paragraph", key=f"p-{at}", html="<p></p>", text=text)
        for at, text in enumerate(texts)
    ]
    token_index.remember(Passage.objects.bulk_create(rows))
    return rows


def asked(name: str) -> set[int]:
    return set(token_index.passages_that_may_contain(name).values_list("pk", flat=True))


class TestEveryName(TestCase):
    @settings(max_examples=150, deadline=None)
    @given(names_and_text(), st.lists(texts, max_size=2))
    def test_that_the_matcher_finds_the_index_finds(self, case, others):
        names, text = case
        rows = passages(text, *others)
        for name in names:
            found = {row.pk for row in rows if Lexicon([name]).find_all(row.text)}
            assert found <= asked(name.text)


class TestAsking:
    @pytest.mark.parametrize(
        ("name", "text"),
        [
            ("Huawei", "HUAWEI’s order"),
            ("华为", "与华为公司"),
            ("SMIC", "在SMIC公司"),
            ("SMIC", "the Huawei-SMIC pact"),
            ("GPU", "two GPUs"),
            ("AT&T", "At AT&T."),
            ("C++", "in C++, mostly"),
            ("Cafe\u0301", "the Café"),
            ("New York", "new\nyork"),
        ],
    )
    def test_finds_a_name_however_it_is_written(self, name, text):
        (row,) = passages(text)
        assert asked(name) == {row.pk}

    def test_leaves_out_what_cannot_hold_the_name(self):
        one, _ = passages("Huawei orders.", "SMIC makes.")
        assert asked("Huawei") == {one.pk}
        assert asked("Huawei SMIC") == set()

    @pytest.mark.parametrize("name", ["", " \n"])
    def test_for_nothing_finds_nothing(self, name):
        passages("Huawei orders.")
        assert asked(name) == set()

    @pytest.mark.parametrize(
        "name", ['"', "' OR 1=1 --", "a* NOT b", "NEAR(a b)", "tokens:a", "a & !b", "a | b", "\\", "*"]
    )
    def test_is_not_spoken_to_in_its_own_language(self, name):
        passages("Huawei orders.", f"Here: {name}!")
        assert len(asked(name)) == 1


class TestRemembering:
    def test_holds_the_names_that_words_are_linked_to_by_hand(self):
        edition = cast.published(body="It is [[SMIC of Shanghai|the firm]].\n\n- [[Huawei]]\n- `[[TSMC]]`")
        first, second, _ = edition.passages.order_by("position")
        assert asked("SMIC of Shanghai") == {first.pk}
        assert asked("huawei") == {second.pk}

    def test_takes_a_passage_without_words(self):
        passages("", " ", "Huawei")
        assert len(asked("Huawei")) == 1

    def test_takes_words_of_any_length(self):
        rows = passages(
            "Huawei " + "x" * 5000,
            "Huawei " + "é" * 5000,
            "华为 " + " ".join(f"word{n}" for n in range(50_000)),
        )
        assert asked("Huawei") == {rows[0].pk, rows[1].pk}
        assert asked("华为") == {rows[2].pk}
        assert asked("é" * 5000) == {rows[1].pk}


class TestRebuilding:
    def test_remembers_what_was_lost_and_forgets_what_is_gone(self, monkeypatch):
        monkeypatch.setattr(token_index, "AT_ONCE", 2)
        rows = passages("Huawei one.", "Huawei two.", "Huawei three.", "Huawei four.", "Huawei five.")
        Passage.objects.filter(pk=rows[0].pk).delete()
        lost_everything()
        token_index.remember(rows[:2])
        token_index.rebuild()
        assert remembered() == asked("Huawei") == {row.pk for row in rows[1:]}

    def test_goes_by_the_texts_as_they_are(self):
        (row,) = passages("Huawei one.")
        Passage.objects.filter(pk=row.pk).update(text="SMIC one.")
        token_index.rebuild()
        assert (asked("Huawei"), asked("SMIC")) == (set(), {row.pk})

    def test_twice_is_the_same_as_once(self):
        (row,) = passages("Huawei one.")
        token_index.rebuild()
        token_index.rebuild()
        assert remembered() == asked("Huawei") == {row.pk}

    def test_holds_names_linked_by_hand_too(self):
        edition = cast.published(body="It is [[SMIC|the firm]].")
        lost_everything()
        token_index.rebuild()
        assert asked("SMIC") == {edition.passages.get().pk}


def lost_everything() -> None:
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM entities_token_index")


def remembered() -> set[int]:
    column = {"sqlite": "rowid", "postgresql": "passage_id"}[connection.vendor]
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {column} FROM entities_token_index")
        return {row[0] for row in cursor.fetchall()}
