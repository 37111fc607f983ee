from urllib.parse import quote

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests import cast
from tests.crawl import public_routes, route_of

pytestmark = pytest.mark.django_db

ADDRESSES = [
    "/",
    "/articles/",
    "/articles/needs/",
    "/articles/needs.json",
    "/articles/needs.md",
    "/articles/needs/editions/",
    "/articles/needs/editions/1/",
    "/articles/needs/changes/1..2/",
    "/series/duo/",
    "/series/duo/feed/",
    "/entities/",
    "/entities/huawei/",
    "/entities/huawei.json",
    "/entities/huawei/feed/",
    "/timeline/",
    "/timeline.json",
    "/embed/timeline/",
    "/oembed/",
    "/timeline.csv",
    "/timeline.ics",
    "/timeline.timelinejs.json",
    "/timeline/orders-move/",
    "/tags/",
    "/tags/phones/",
    "/tags/phones.json",
    "/tags/phones/feed/",
    "/sources/",
    "/sources/report/",
    "/feed/",
    "/sitemap.xml",
    "/sitemap-articles.xml",
    "/robots.txt",
    "/healthz",
    "/media/x.webp",
    "/search/",
    "/search.json",
    "/search/suggest.json",
    "/opensearch.xml",
    "/entities/huawei+smic/",
    "/entities/huawei+smic.json",
    "/entities/huawei/feed.json",
    "/entities/huawei/facts/feed/",
    "/entities/huawei/facts/feed.json",
    "/entities/huawei/preview/",
    "/entities/huawei/relations/",
    "/relations/",
    "/relations.json",
    "/connections/",
    "/articles/needs/chronology/",
    "/articles/needs/editions/feed/",
    "/articles/needs/editions/feed.json",
    "/articles/needs/editions/1/orders/",
    "/articles/needs/editions/1/orders/1/",
    "/cards/chipduo.png",
    "/cards/articles/needs/2.png",
    "/changes/",
    "/changes.json",
    "/corrections/",
    "/corrections/feed/",
    "/corrections/feed.json",
    "/feed.json",
    "/series/duo/feed.json",
    "/tags/phones/feed.json",
    "/previews/nothing/",
    "/nowhere/",
    "/static/nowhere.css",
    "/admin/login/",
]
PARAMETERS = (
    *(
        "page",
        "kind",
        "q",
        "from",
        "to",
        "entity",
        "tag",
        "phase",
        "year",
        "scale",
        "certainty",
        "with",
        "order",
        "in",
    ),
    *("since", "evidence", "sentence", "url", "format", "maxwidth", "x"),
)
REFUSED = {
    "a NUL": "q=%00",
    "a NUL in a name": "%00=q",
    "60 kB": "q=" + "x" * 60_000,
    "a value of 2 kB": "q=" + "x" * 2000,
    "a name of 200 bytes": "x" * 200 + "=1",
    "invalid UTF-8": "q=%ff",
    "overlong UTF-8": "q=%c0%af",
    "half a character": "q=%ed%a0%80",
    "too many fields": "&".join(f"f{n}=1" for n in range(60)),
    "too many empty fields": "&" * 60,
    "an absurd year": "day__year=99999",
    "a list of numbers that no row has": "id__in=1," + "9" * 19,
    "a year before the first": "live_from__year__gte=0",
    "the first year, which begins a day earlier somewhere": "live_from__year=1&live_from__month=1",
    "a month that is a word": "live_from__month=may",
    "a year in other digits": "live_from__year=２０２０",
}
ODD_BUT_READABLE = {
    "a far page": "page=1000000000",
    "a page beyond all": "page=" + "9" * 300,
    "page nought": "page=0",
    "a page below": "page=-1",
    "a page in words": "page=two",
    "a page in other digits": "page=２",
    "an unknown kind": "kind=planet",
    "an absurd first year": "from=99999",
    "a year in words": "from=never&to=always",
    "years the wrong way round": "from=2020&to=2010",
    "an unknown entity": "entity=nobody&tag=nothing&phase=never",
    "emoji": "q=" + quote("🙂" * 50),
    "quotation marks": "q=%22%27%5C%22*+NEAR(&q=-",
    "SQL": "entity=" + quote("' OR 1=1; --"),
    "HTML": "q=" + quote("<script>alert(1)</script>"),
    "right-to-left marks": "q=" + quote("\u202e\u200f"),
    "repeated fields": "page=1&page=2&page=3",
    "no value": "page&kind&from",
    "nested percent": "q=%2500%25ff",
}


@pytest.fixture(scope="module", autouse=True)
def site(module_db):
    huawei, smic, _ = cast.duo()
    first = cast.published(tags=("phones",), series=cast.series("duo"), part=1)
    cast.republished(first, cast.NEEDS + "\nMore is known.\n")
    cast.event(entities=(huawei, smic))


class TestTheGate:
    @pytest.mark.parametrize("query", REFUSED.values(), ids=REFUSED)
    @pytest.mark.parametrize(
        "address", ["/", "/articles/", "/timeline/", "/nowhere/", "/admin/login/", "/static/x.css"]
    )
    def test_refuses_what_no_page_can_mean(self, client, address, query):
        response = client.get(f"{address}?{query}")
        assert response.status_code == 400
        assert "text/html" in response.headers["Content-Type"]

    def test_says_why(self, client):
        assert "too long" in client.get("/?q=" + "x" * 2000).content.decode()
        assert "not a year, month or day" in client.get("/articles/?day__year=99999").content.decode()

    def test_takes_no_value_of_two(self, client):
        response = client.get("/timeline/?from=2019&from=2020")
        assert response.status_code == 400
        assert "“from” more than once" in response.content.decode()
        assert client.get("/admin/login/?next=/&next=/").status_code == 200

    def test_shows_what_it_refuses_as_text(self, client):
        page = client.get("/?day__year=" + quote("<script>alert(1)</script>")).content.decode()
        assert "<script>" not in page

    def test_guards_other_methods_too(self, client):
        assert client.post("/admin/login/?q=%00").status_code == 400
        assert client.head("/?q=%00").status_code == 400

    @pytest.mark.parametrize("path", ["/articles/%00/", "/" + "x" * 2000 + "/"])
    def test_refuses_a_path_that_no_page_has(self, client, path):
        assert client.get(path).status_code == 400

    @pytest.mark.parametrize(
        "path", ["/articles/%ff/", "/articles/%ed%a0%80/", "/%2e%2e/%2e%2e/etc/passwd", "/tags/+/"]
    )
    def test_answers_an_odd_path_in_plain_words(self, client, path):
        assert client.get(path).status_code in {400, 404}

    def test_lets_an_ordinary_query_through(self, client):
        assert client.get("/timeline/?from=2010&to=2020&entity=huawei").status_code == 200


class TestAnOddQuery:
    def test_is_asked_of_every_page(self):
        assert public_routes() - {route_of(address) for address in ADDRESSES} == set()

    @pytest.mark.parametrize(
        "query", {**REFUSED, **ODD_BUT_READABLE}.values(), ids={**REFUSED, **ODD_BUT_READABLE}
    )
    def test_is_never_the_failure_of_a_page(self, client, query):
        failed = [address for address in ADDRESSES if client.get(f"{address}?{query}").status_code >= 500]
        assert not failed

    @pytest.mark.parametrize("query", ["page=1000000000", "page=0", "page=two", "page=2"])
    @pytest.mark.parametrize(
        "address", ["/articles/", "/entities/", "/entities/huawei/", "/timeline/", "/tags/", "/sources/"]
    )
    def test_for_a_page_that_is_not_there_is_not_found(self, client, address, query):
        assert client.get(f"{address}?{query}").status_code == 404

    @settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(
        address=st.sampled_from(ADDRESSES),
        names=st.lists(st.sampled_from(PARAMETERS) | st.text(max_size=9)),
        values=st.lists(st.text(max_size=40) | st.integers().map(str), min_size=1),
    )
    def test_of_readable_text_never_fails(self, address, names, values):
        fields = [f"{quote(name)}={quote(value)}" for name, value in zip(names, values, strict=False)]
        assert Client().get(f"{address}?{'&'.join(fields)}").status_code < 500

    @settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(address=st.sampled_from(ADDRESSES), raw=st.binary(max_size=60))
    def test_of_any_bytes_never_fails(self, address, raw):
        environment = {"QUERY_STRING": raw.decode("latin-1")}
        assert Client().get(address, **environment).status_code < 500
