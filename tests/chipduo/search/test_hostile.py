"""Seventeen kinds of question that no one means well: refused in plain words, or answered honestly, and always with 200, 400 or 404."""

from io import StringIO
from urllib.parse import quote

import pytest
from django.core.management import call_command

from tests import cast

pytestmark = pytest.mark.django_db

PLACES = ["/search/", "/search.json", "/search/suggest.json", "/articles/needs/"]
REFUSED = {
    "60 kB": "q=" + "x" * 60_000,
    "a NUL": "q=a%00b",
    "half a character": "q=%ed%a0%80",
    "invalid UTF-8": "q=%ff%fe",
}
NARROWED_BY_NOTHING = {
    "an absurd year": "q=chips&year=99999",
    "an unknown tag": "q=chips&tag=nothing",
    "an unknown entity": "q=chips&entity=nobody",
    "an unknown kind": "q=chips&kind=planet",
}
WITHOUT_WORDS = {
    "punctuation alone": "?!.,;:-_/\\|@#$%^&=+~`",
    "lone quotes": "\"'“”«‹",
    "emoji": "🙂🧑‍🏭🇨🇳",
    "combining marks alone": "\u0301\u0302\u20dd" * 30,
    "right-to-left signs": "\u202e\u200f\u2067",
    "wildcards": "* % _ ? **",
    "unbalanced brackets": "((( ]] } <",
}
READ_AS_WORDS = {
    "operators of FTS5": ('phones AND NEAR("a" OR title:*) NOT ^b', "phones and near a or title not b"),
    "operators of tsquery": ("phones & !x | (y:*B) <-> z", "phones x y b z"),
    "SQL": ("'; DROP TABLE entities_findable; --", "drop table entities findable"),
    "a wildcard at a word": ("phone*", "phone"),
    "unbalanced quotes": ('"phones', "phones"),
    "right-to-left text": ("هواوي", "هواوي"),
    "a word with a cloud of marks": ("phones" + "\u0301" * 60, "phones"),
}


@pytest.fixture(scope="module", autouse=True)
def site(module_db):
    cast.duo()
    cast.published(tags=("phones",))
    call_command("reindex", stdout=StringIO())


def answer(client, q: str) -> dict:
    response = client.get("/search.json", {"q": q})
    assert response.status_code == 200
    return response.json()


class TestAHostileQuestion:
    @pytest.mark.parametrize("place", PLACES)
    @pytest.mark.parametrize("query", REFUSED.values(), ids=REFUSED)
    def test_that_is_no_text_is_refused(self, client, query, place):
        response = client.get(f"{place}?{query}")
        assert response.status_code == 400
        assert "<h1" in response.content.decode()

    @pytest.mark.parametrize("place", ["/search/", "/search.json"])
    @pytest.mark.parametrize("query", NARROWED_BY_NOTHING.values(), ids=NARROWED_BY_NOTHING)
    def test_that_is_narrowed_by_what_there_is_not_is_refused(self, client, query, place):
        assert client.get(f"{place}?{query}").status_code == 400

    def test_for_a_far_page_is_not_found(self, client):
        assert client.get("/search/?q=phones&page=1000000000").status_code == 404

    @pytest.mark.parametrize("text", WITHOUT_WORDS.values(), ids=WITHOUT_WORDS)
    def test_without_a_word_finds_nothing_and_says_so(self, client, text):
        assert answer(client, text)["count"] == 0
        page = client.get("/search/", {"q": text}).content.decode()
        assert "There is no word in" in page

    @pytest.mark.parametrize(("text", "plain"), READ_AS_WORDS.values(), ids=READ_AS_WORDS)
    def test_in_the_language_of_a_database_is_read_as_words(self, client, text, plain):
        hostile, harmless = answer(client, text), answer(client, plain)
        assert hostile["count"] == harmless["count"]

    def test_of_one_very_long_word_finds_nothing(self, client):
        assert answer(client, "x" * 1000)["count"] == 0

    def test_of_very_many_words_says_which_are_left_out(self, client):
        asked = answer(client, " ".join(f"phones{n}" for n in range(100)))
        assert asked["count"] == 0
        assert "phones99" in asked["left_out"]

    @pytest.mark.parametrize("place", PLACES)
    @pytest.mark.parametrize(
        "text",
        [*WITHOUT_WORDS.values(), *(text for text, _ in READ_AS_WORDS.values()), "x" * 1000, "a " * 500],
    )
    def test_is_answered_everywhere(self, client, text, place):
        assert client.get(f"{place}?q={quote(text)}").status_code == 200
