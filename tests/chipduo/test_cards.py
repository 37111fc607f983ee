"""Cards: the pictures that go with links, and the addresses that they are at."""

from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from PIL import Image

from articles.models import Article
from chipduo.cards import BOLD, SIZE, SIZES, THREADS, Card, drawn, has, shown, sized
from tests import cast, public_site

CINNABAR, INDIGO = (150, 22, 8), (47, 65, 146)
BOTH = tuple(THREADS)


def picture(content: bytes) -> Image.Image:
    return Image.open(BytesIO(content)).convert("RGB")


def colours_at_the_left(card: Card) -> set[tuple[int, int, int]]:
    left = picture(drawn(card)).crop((0, 0, 170, SIZE[1]))
    return {nearest for _, colour in left.getcolors(100_000) if (nearest := near(colour))}


def near(colour) -> tuple[int, int, int] | None:
    for wanted in (CINNABAR, INDIGO):
        if all(abs(a - b) < 12 for a, b in zip(colour, wanted, strict=True)):
            return wanted
    return None


@pytest.fixture(scope="module")
def site(module_db):
    public_site.open_to_readers()


class TestACard:
    def test_is_as_large_as_whoever_shows_it_expects(self):
        assert picture(drawn(Card("Needs"))).size == (1200, 630)

    def test_is_the_same_bytes_each_time(self):
        first = drawn(Card("Needs", "Part 1", BOTH))
        drawn.cache_clear()
        assert drawn(Card("Needs", "Part 1", BOTH)) == first

    def test_differs_where_its_words_do(self):
        assert len({drawn(Card(title)) for title in ("Needs", "Role")}) == 2

    def test_weighs_little(self):
        assert (
            len(drawn(Card("What they need and who gives it to them " * 4, "The Duo, part 2", BOTH))) < 60_000
        )

    @pytest.mark.parametrize(
        ("threads", "colours"),
        [((), set()), (("cinnabar",), {CINNABAR}), (("indigo",), {INDIGO}), (BOTH, {CINNABAR, INDIGO})],
    )
    def test_has_the_threads_of_whom_it_names(self, threads, colours):
        assert colours_at_the_left(Card("Needs", "", threads)) == colours

    @pytest.mark.parametrize(
        "title", ["", "华为", "W" * 200, "word " * 40, "\n", "🏭", "A\x0bB", "e\u0301" * 90, "ا" * 100]
    )
    def test_can_be_made_of_any_title(self, title):
        assert picture(drawn(Card(title, title, BOTH))).size == SIZE


class TestATitle:
    def test_is_large_when_it_is_short(self):
        assert sized("SMIC") == (max(SIZES), ["SMIC"])

    @pytest.mark.parametrize("title", ["needs and wants " * 12, "W" * 200, "x " * 100])
    def test_never_takes_more_lines_than_there_are(self, title):
        size, lines = sized(title)
        assert len(lines) <= SIZES[size]

    def test_that_is_too_long_says_that_there_is_more(self):
        assert sized("needs and wants " * 20)[1][-1].endswith("…")

    def test_leaves_out_what_the_font_lacks_rather_than_drawing_boxes(self):
        assert shown("Huawei 华为 – “Čip”", BOLD) == "Huawei – “Čip”"
        assert not has(BOLD, "为")


@pytest.mark.django_db
@pytest.mark.usefixtures("site")
class TestTheAddressOfACard:
    @pytest.mark.parametrize(
        "address",
        [
            "/cards/chipduo.png",
            "/cards/articles/needs/2.png",
            "/cards/articles/alone/2.png",
            "/cards/series/duo/1.png",
            "/cards/entities/huawei/1.png",
            "/cards/timeline/founded/1.png",
            "/cards/timeline/outlook/1.png",
        ],
    )
    def test_has_a_picture_that_may_be_kept(self, client, address):
        answer = client.get(address)
        assert (answer.status_code, answer["Content-Type"]) == (200, "image/png")
        assert answer["Cache-Control"] == "public, max-age=86400"
        assert client.get(address, headers={"If-None-Match": answer["ETag"]}).status_code == 304

    def test_of_another_version_leads_to_the_one_there_is(self, client):
        for version in (1, 3, 10**9):
            answer = client.get(f"/cards/articles/needs/{version}.png")
            assert (answer.status_code, answer["Location"]) == (302, "/cards/articles/needs/2.png")

    def test_of_old_leads_to_the_new(self, client):
        answer = client.get("/cards/articles/old-role/1.png")
        assert (answer.status_code, answer["Location"]) == (301, "/cards/articles/role/1.png")

    @pytest.mark.parametrize(
        "address",
        [
            "/cards/articles/nowhere/1.png",
            "/cards/people/wen/1.png",
            "/cards/tags/chips/1.png",
            "/cards/articles/needs/-1.png",
            "/cards/articles/needs/2.svg",
            "/cards/articles/needs/two.png",
        ],
    )
    def test_of_nothing_is_none(self, client, address):
        assert client.get(address).status_code == 404

    def test_of_what_was_withdrawn_says_so(self, client):
        assert client.get("/cards/articles/withdrawn/1.png").status_code == 410

    def test_writes_nothing(self, client):
        with CaptureQueriesContext(connection) as asked:
            client.get("/cards/articles/needs/2.png")
        assert all(query["sql"].startswith("SELECT") for query in asked.captured_queries)

    def test_shows_nothing_that_is_scheduled(self, client):
        before = client.get("/cards/articles/needs/2.png").content
        Article.objects.filter(slug="needs").update(title="Secret")
        Article.objects.get(slug="needs").publish(editor=None, at=public_site.tomorrow())
        assert client.get("/cards/articles/needs/2.png").content == before
        assert client.get("/cards/articles/needs/3.png").status_code == 302

    def test_of_an_article_that_names_neither_of_the_duo_has_no_thread(self, client):
        cast.published("solo", "TSMC makes chips.\n")
        assert client.get("/cards/articles/solo/1.png").content == drawn(Card("Solo", "Article"))
