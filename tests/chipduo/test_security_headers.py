import pytest
from django.conf import settings
from django.test import Client, override_settings

from chipduo.views import home
from tests import cast

pytestmark = pytest.mark.django_db

STRICT = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
KINDS = [
    ("/", 200),
    ("/articles/needs/", 200),
    ("/articles/needs.json", 200),
    ("/articles/needs.md", 200),
    ("/feed/", 200),
    ("/sitemap.xml", 200),
    ("/robots.txt", 200),
    ("/healthz", 200),
    ("/timeline.json", 200),
    ("/timeline.csv", 200),
    ("/timeline.timelinejs.json", 200),
    ("/oembed/?url=http%3A%2F%2F127.0.0.1%3A8000%2Ftimeline%2F", 200),
    ("/static/chipduo/css/base.css", 200),
    ("/static/admin/css/base.css", 200),
    ("/articles/old-address/", 301),
    ("/articles/needs", 301),
    ("/admin/", 302),
    ("/admin/login/", 200),
    ("/timeline/?from=never", 400),
    ("/?q=%00", 400),
    ("/articles/nowhere/", 404),
    ("/static/nowhere.css", 404),
    ("/articles/withdrawn/", 410),
]


@pytest.fixture(scope="module", autouse=True)
def site(module_db):
    cast.duo()
    needs = cast.published("old-address").article
    cast.move(needs, "needs")
    cast.published("withdrawn").article.withdraw()


def strictness(response) -> dict[str, str | None]:
    return {name: response.headers.get(name) for name in STRICT}


class TestTheStrictHeaders:
    @pytest.mark.parametrize(("address", "status"), KINDS)
    def test_are_on_every_kind_of_answer(self, client, address, status):
        response = client.get(address)
        assert response.status_code == status
        assert strictness(response) == STRICT

    def test_are_on_an_answer_that_failed(self, monkeypatch):
        monkeypatch.setattr(home, "most_written_about", lambda: 1 / 0)
        response = Client(raise_request_exception=False).get("/")
        assert response.status_code == 500
        assert strictness(response) == STRICT

    def test_are_on_an_answer_for_a_host_that_is_not_ours(self, client):
        response = client.get("/", headers={"host": "evil.example"})
        assert response.status_code == 400
        assert strictness(response) == STRICT

    def test_are_on_a_not_modified(self, client):
        etag = client.get("/").headers["ETag"]
        response = client.get("/", headers={"if-none-match": etag})
        assert response.status_code == 304
        assert strictness(response) == STRICT

    def test_are_on_a_method_that_is_refused(self, client):
        response = Client(enforce_csrf_checks=True).post("/admin/login/")
        assert response.status_code == 403
        assert strictness(response) == STRICT

    def test_switch_off_what_no_page_uses(self, client):
        assert "camera=()" in client.get("/").headers["Permissions-Policy"]

    @pytest.mark.parametrize(
        "address", ["/", "/?q=%00", "/articles/nowhere/", "/static/chipduo/css/base.css"]
    )
    def test_hold_to_https_where_the_site_is_served_by_it(self, address):
        with override_settings(
            SECURE_HSTS_SECONDS=31536000, SECURE_HSTS_INCLUDE_SUBDOMAINS=True, SECURE_HSTS_PRELOAD=True
        ):
            response = Client().get(address, secure=True)
        assert response.headers["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains; preload"

    def test_name_no_source_but_the_site_itself(self):
        assert {source for sources in settings.SECURE_CSP.values() for source in sources} == {
            "'self'",
            "'none'",
        }


class TestTheHeadersOfWhatMayBeFramed:
    FRAMED = {
        **STRICT,
        "Content-Security-Policy": STRICT["Content-Security-Policy"].replace(
            "frame-ancestors 'none'", "frame-ancestors *"
        ),
        "Cross-Origin-Resource-Policy": "cross-origin",
        "X-Frame-Options": None,
    }

    @pytest.mark.parametrize(("query", "status"), [("", 200), ("?from=never", 400)])
    def test_let_every_page_frame_it_and_are_strict_otherwise(self, client, query, status):
        response = client.get(f"/embed/timeline/{query}")
        assert response.status_code == status
        assert strictness(response) == self.FRAMED

    def test_are_the_same_on_a_not_modified(self, client):
        etag = client.get("/embed/timeline/").headers["ETag"]
        response = client.get("/embed/timeline/", headers={"if-none-match": etag})
        assert response.status_code == 304
        assert strictness(response) == self.FRAMED

    def test_are_on_one_address_alone(self, client):
        assert client.get("/embed/timeline/").status_code == 200
        framed = [
            address for address, _ in KINDS if "*" in client.get(address).headers["Content-Security-Policy"]
        ]
        assert framed == []


class TestWhatIsPublic:
    @pytest.mark.parametrize(
        "address", [address for address, _ in KINDS if not address.startswith("/admin/")]
    )
    def test_sets_no_cookie_and_varies_by_none(self, client, address):
        response = client.get(address)
        assert not response.cookies
        assert "cookie" not in response.headers.get("Vary", "").lower()

    def test_may_be_kept_for_a_minute(self, client):
        assert client.get("/articles/needs/").headers["Cache-Control"] == "public, max-age=60"

    @pytest.mark.parametrize("address", ["/articles/nowhere/", "/articles/withdrawn/", "/?q=%00"])
    def test_is_asked_for_again_when_it_is_an_error(self, client, address):
        assert client.get(address).headers["Cache-Control"] == "no-cache"

    def test_is_kept_by_nobody_when_it_is_the_admin(self, client):
        assert {"no-store", "private"} <= set(
            client.get("/admin/login/").headers["Cache-Control"].split(", ")
        )
