"""What a reader finds, and how it is shown."""

from datetime import timedelta
from html import unescape
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone
from django.utils.html import strip_tags

from tests import cast

pytestmark = pytest.mark.django_db

HOSTILE = "<script>alert('modems')</script>"


@pytest.fixture(scope="module", autouse=True)
def site(module_db):
    huawei, smic, tsmc = cast.duo()
    cast.published(tags=("phones", "chips"), standfirst="What the firm wants.")
    cast.published("hostile", f"{HOSTILE} is text & no script.\n", title=f"On {HOSTILE}")
    cast.event(
        "orders-move", (huawei, smic), when="2020/2021", tags=("chips",), summary="Huawei turns to SMIC."
    )
    cast.event("founded", (huawei,), when="1987", summary="Huawei begins.")
    cast.entity("Chip tools", kind="technology", description="What makes chips.", tags=("chips",))
    call_command("reindex", stdout=StringIO())


def search(client, q: str, **chosen: str) -> dict:
    answer = client.get("/search.json", {"q": q, **chosen})
    assert answer.status_code == 200, answer.content
    return answer.json()


def found(client, q: str, **chosen: str) -> list[tuple[str, str]]:
    return [(one["kind"], one["title"]) for one in search(client, q, **chosen)["results"]]


def words(client, address: str) -> str:
    return " ".join(unescape(strip_tags(client.get(address).content.decode())).split())


class TestASearch:
    def test_finds_all_kinds_of_things_ranked_together(self, client):
        kinds = [kind for kind, _ in found(client, "huawei")]
        assert {"article", "entity", "event"} == set(kinds)

    def test_puts_what_has_that_very_name_first(self, client):
        assert found(client, "huawei")[0] == ("entity", "Huawei")
        assert found(client, "Needs")[0] == ("article", "Needs")

    @pytest.mark.parametrize(("q", "name"), [("华为", "Huawei"), ("中芯国际", "SMIC"), ("中芯", "SMIC")])
    def test_finds_an_entity_by_its_names_in_every_script(self, client, q, name):
        first = search(client, q)["results"][0]
        assert first["title"] == name
        assert q in first["also"]

    def test_finds_words_in_any_form(self, client):
        assert ("article", "Needs") in found(client, "PHONE processor")

    def test_finds_a_source(self, client):
        assert ("source", "Report") in found(client, "the press")

    def test_needs_all_of_the_words(self, client):
        assert found(client, "phones nothing") == []

    def test_needs_the_words_of_a_phrase_side_by_side(self, client):
        assert ("article", "Needs") in found(client, '"need processors"')
        assert found(client, '"processors need"') == []

    def test_leads_to_each_passage_at_its_place_with_the_words_marked(self, client):
        (article,) = search(client, "modems", kind="article")["results"][:1]
        assert article["title"] in {"Needs", f"On {HOSTILE}"}
        (place,) = search(client, "modems networks")["results"][0]["passages"]
        assert place["url"] == f"/articles/needs/?q=modems+networks#{place['key']}"
        assert [place["text"][start:end] for start, end in place["hits"]] == ["Networks", "modems"]

    def test_names_the_places_in_the_order_of_the_text(self, client):
        places = search(client, "SMIC chips", kind="article")["results"][0]["passages"]
        assert [place["text"][:5] for place in places] == ["Huawe", "Since", "SMIC "]

    def test_shows_what_others_wrote_as_text(self, client):
        page = client.get("/search/", {"q": "script modems"}).content.decode()
        assert "<mark>script</mark>&gt;alert(&#x27;<mark>modems</mark>&#x27;)" in page
        assert "<script>alert" not in page

    def test_marks_the_words_on_the_page_that_it_leads_to(self, client):
        page = client.get("/articles/needs/", {"q": "modem networks"}).content.decode()
        assert "<mark>Networks</mark> need <mark>modems</mark>." in page
        assert "Marked below in 1 passage: “modem networks”." in words(
            client, "/articles/needs/?q=modem+networks"
        )

    def test_says_on_the_page_when_no_passage_holds_the_words(self, client):
        assert "No passage of this article holds “absent”." in words(client, "/articles/needs/?q=absent")
        assert "Marked below" not in words(client, "/articles/needs/?q=%3F")

    def test_says_how_much_it_found(self, client):
        assert "1 result" in words(client, "/search/?q=networks")
        assert "Nothing was found that holds all of these words." in words(
            client, "/search/?q=phones+nothing"
        )

    def test_says_which_words_need_not_occur(self, client):
        assert search(client, "what is the modem")["not_required"] == ["what", "is", "the"]

    def test_without_words_explains_itself(self, client):
        assert "All words must occur." in words(client, "/search/")
        assert search(client, "")["count"] == 0

    def test_is_a_page_that_no_other_search_lists(self, client):
        assert '<meta name="robots" content="noindex">' in client.get("/search/?q=chips").content.decode()
        assert client.get("/search.json?q=chips").headers["X-Robots-Tag"] == "noindex"


class TestNarrowing:
    @pytest.mark.parametrize(
        ("chosen", "titles"),
        [
            ({"kind": "event"}, {"Orders-Move"}),
            ({"tag": "phones"}, {"Needs"}),
            ({"entity": "smic"}, {"Needs", "Orders-Move", "SMIC"}),
            ({"year": "2021"}, {"Orders-Move"}),
            ({"entity": "huawei", "kind": "event", "year": "2020"}, {"Orders-Move"}),
            ({"entity": "huawei", "year": "1999"}, set()),
        ],
    )
    def test_leaves_what_is_so(self, client, chosen, titles):
        assert {title for _, title in found(client, "smic", **chosen)} == titles

    def test_counts_what_each_choice_would_leave(self, client):
        narrow = search(client, "smic")["narrow"]
        for name, choices in narrow.items():
            for choice in choices:
                answer = client.get(choice["url"].replace("/search/", "/search.json")).json()
                assert answer["count"] == choice["count"], (name, choice)
        assert {"kind", "tag", "entity", "year"} <= set(narrow)

    def test_can_be_taken_off(self, client):
        page = client.get("/search/?q=smic&kind=event&tag=chips").content.decode()
        assert 'href="/search/?q=smic&amp;tag=chips"' in page
        assert '<input type="hidden" name="kind" value="event">' in page

    @pytest.mark.parametrize(
        ("chosen", "said"),
        [
            ("kind=planet", "There is no kind of thing called “planet” here"),
            ("tag=nothing", "There is no tag called “nothing”"),
            ("entity=nobody", "There is no entity called “nobody”"),
            ("year=99999", "A year is a number from 1000 to 2999"),
            ("year=２０２０", "A year is a number"),
            ("year=0", "A year is a number"),
            ("entity=%27%20OR%201%3D1", "There is no entity called"),
        ],
    )
    def test_by_what_there_is_not_is_refused_with_the_reason(self, client, chosen, said):
        for address in ("/search/", "/search.json"):
            answer = client.get(f"{address}?q=chips&{chosen}")
            assert answer.status_code == 400
            assert said in unescape(answer.content.decode())

    @pytest.mark.parametrize("number", ["0", "2", "1000000000", "x", "-1", "２"])
    def test_to_a_page_that_is_not_there_is_not_found(self, client, number):
        assert client.get(f"/search/?q=modems&page={number}").status_code == 404


class TestWhatIsNotLive:
    """Found by nobody, whatever the index holds."""

    @pytest.fixture
    def kept(self):
        cast.write("draft", "Zirconium.\n")
        cast.write("tomorrow", "Zirconium.\n").publish(editor=None, at=timezone.now() + timedelta(days=1))
        cast.published("withdrawn", "Zirconium.\n").article.withdraw()
        cast.published("suppressed", "Zirconium.\n").suppress()
        cast.republished(cast.published("earlier", "Zirconium.\n"), "Other words.\n")
        cast.entity("Zirconium", public=False)
        cast.event("zirconium", public=False)
        cast.event("zirconium-alone", rests_on=None)
        cast.source("zirconium")
        call_command("reindex", stdout=StringIO())

    @pytest.mark.usefixtures("kept")
    def test_is_not_found(self, client):
        answer = search(client, "zirconium")
        assert (answer["count"], answer["results"], answer["narrow"]) == (0, [], {})
        assert (answer["correction"], answer["nearest"]) == (None, [])

    def test_leaves_room_for_what_is_as_soon_as_the_timer_has_run(self, client, monkeypatch):
        """Or many withdrawn articles would be all that is newest, and nothing else would be looked at."""
        monkeypatch.setattr("chipduo.search.results.MOST", 2)
        cast.published("kept", "Zirconium.\n")
        for slug in ("one", "two", "three"):
            cast.published(slug, "Zirconium.\n").article.withdraw()
        call_command("relink", stdout=StringIO())
        assert found(client, "zirconium") == [("article", "Kept")]

    @pytest.mark.usefixtures("kept")
    def test_is_not_offered(self, client):
        assert client.get("/search/suggest.json?q=zirc").json()[1] == []

    @pytest.mark.usefixtures("kept")
    def test_is_no_correction(self, client):
        assert search(client, "zirconiun")["correction"] is None

    def test_is_found_from_the_moment_it_is(self, client, monkeypatch):
        cast.write("soon", "Zirconium.\n").publish(editor=None, at=timezone.now() + timedelta(hours=1))
        assert not found(client, "zirconium")
        later = timezone.now() + timedelta(hours=2)
        monkeypatch.setattr("django.utils.timezone.now", lambda: later)
        assert found(client, "zirconium") == [("article", "Soon")]
