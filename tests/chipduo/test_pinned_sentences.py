from datetime import timedelta
from html import unescape

import pytest
from django.utils import timezone
from django.utils.html import strip_tags

from tests import cast

pytestmark = pytest.mark.django_db

FIRST = "SMIC may catch up. Nobody knows when.\n\nHuawei waits.\n"
STILL = "Huawei waits.\n\nSMIC may catch up. Nobody knows when. So it is said.\n"
REWORDED = "Huawei waits.\n\nSMIC may catch up. Nobody knows the year. So it is said.\n"
GONE = "Huawei waits.\n"


@pytest.fixture
def first():
    return cast.published(body=FIRST)


@pytest.fixture
def key(first) -> str:
    return cast.passage(first, "SMIC may").key


@pytest.fixture
def told(client, first, key):
    """What the address of the second sentence of the first edition says."""

    def ask(status: int = 200) -> str:
        response = client.get(f"/articles/needs/editions/1/{key}/2/")
        assert response.status_code == status
        return " ".join(unescape(strip_tags(response.content.decode())).split())

    return ask


class TestASentence:
    def test_is_marked_in_its_edition_alone(self, client, first, key):
        shown = client.get(f"/articles/needs/editions/1/{key}/2/").content.decode()
        assert "SMIC may catch up. <mark>Nobody knows when.</mark></p>" in shown
        assert shown.count("<mark>") == 1

    def test_of_todays_edition_leads_into_the_article(self, client, told, key):
        assert "“Nobody knows when.” This is today’s edition." in told()
        article = client.get(f"/articles/needs/?sentence=1.{key}.2").content.decode()
        assert "<mark>Nobody knows when.</mark>" in article

    def test_that_still_stands_says_so_and_leads_there(self, client, first, key, told):
        live = cast.republished(first, STILL)
        assert "These words still stand in today’s edition: read them there." in told()
        here = cast.passage(live, "Nobody knows").key
        shown = client.get(f"/articles/needs/editions/1/{key}/2/").content.decode()
        assert f'href="/articles/needs/?sentence=1.{key}.2#{here}"' in shown

    def test_that_was_changed_says_in_which_edition(self, client, first, key, told):
        for body in (STILL, REWORDED, REWORDED + "\nMore.\n"):
            cast.republished(first, body)
        assert "These words were changed in edition 3: see the difference." in told()
        shown = client.get(f"/articles/needs/editions/1/{key}/2/").content.decode()
        assert f'href="/articles/needs/changes/2..3/#{key}"' in shown
        difference = client.get("/articles/needs/changes/2..3/").content.decode()
        assert f'id="{key}"' in difference

    def test_that_was_taken_out_says_in_which_edition(self, first, told):
        for body in (STILL, GONE, GONE + "\nMore.\n"):
            cast.republished(first, body)
        assert "These words were taken out in edition 3: see the difference." in told()

    def test_that_came_back_still_stands(self, first, told):
        for body in (GONE, FIRST):
            cast.republished(first, body)
        assert "still stand" in told()

    def test_that_went_came_back_and_went_says_when_it_went_last(self, first, told):
        for body in (GONE, STILL, REWORDED):
            cast.republished(first, body)
        assert "changed in edition 4" in told()

    def test_in_other_case_is_changed(self, first, told):
        cast.republished(first, FIRST.replace("Nobody knows when", "NOBODY knows when"))
        assert "changed in edition 2" in told()

    def test_says_nothing_of_editions_that_are_not_shown(self, first, told):
        hidden = cast.republished(first, GONE)
        cast.republished(first, REWORDED)
        hidden.suppress()
        cast.republished(first, "Tomorrow.\n", at=timezone.now() + timedelta(1))
        assert "changed in edition 3" in told()
        assert "edition 2" not in told()

    def test_of_a_suppressed_edition_is_gone(self, first, told):
        cast.republished(first, STILL)
        first.suppress()
        told(410)

    def test_of_a_withdrawn_article_is_gone(self, first, told):
        first.article.withdraw()
        told(410)

    def test_follows_the_article_to_its_new_address(self, client, first, key):
        cast.move(first.article, "wants")
        response = client.get(f"/articles/needs/editions/1/{key}/2/")
        assert response["Location"] == f"/articles/wants/editions/1/{key}/2/"

    @pytest.mark.parametrize("place", ["1/{key}/0/", "1/{key}/3/", "1/{key}/99999999999999999999/"])
    def test_that_the_passage_has_not_is_not_found(self, client, first, key, place):
        response = client.get(f"/articles/needs/editions/{place.format(key=key)}")
        assert response.status_code == 404
        assert "That passage has no sentence" in response.content.decode()

    @pytest.mark.parametrize("place", ["2/{key}/1/", "1/no-such-passage/1/", f"{'9' * 30}/{{key}}/1/"])
    def test_of_what_is_not_there_is_not_found(self, client, first, key, place):
        cast.republished(first, "Tomorrow.\n", at=timezone.now() + timedelta(1))
        assert client.get(f"/articles/needs/editions/{place.format(key=key)}").status_code == 404

    def test_is_not_for_search_engines(self, client, first, key):
        for place in (f"{key}/", f"{key}/1/"):
            assert b'content="noindex"' in client.get(f"/articles/needs/editions/1/{place}").content
        assert b"noindex" not in client.get("/articles/needs/editions/1/").content


class TestAPassage:
    def test_leads_to_each_of_its_sentences(self, client, first, key):
        shown = client.get(f"/articles/needs/editions/1/{key}/").content.decode()
        for number, words in ((1, "SMIC may catch up."), (2, "Nobody knows when.")):
            assert f'href="/articles/needs/editions/1/{key}/{number}/">{words}</a>' in shown

    def test_is_led_to_by_its_number(self, client, first, key):
        pin = f'href="/articles/needs/editions/1/{key}/" data-sentences="{key}:18,37"'
        for address in ("/articles/needs/", "/articles/needs/editions/1/"):
            assert pin in client.get(address).content.decode()

    def test_of_an_edition_not_shown_is_gone(self, client, first, key):
        cast.republished(first, STILL)
        first.suppress()
        assert client.get(f"/articles/needs/editions/1/{key}/").status_code == 410

    def test_that_there_is_not_is_not_found(self, client, first):
        response = client.get("/articles/needs/editions/1/nothing/")
        assert response.status_code == 404
        assert "Edition 1 of this article has no passage called nothing." in response.content.decode()
