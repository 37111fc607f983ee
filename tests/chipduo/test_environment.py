import os
import stat

import pytest
from django.core.exceptions import ImproperlyConfigured

from chipduo import environment
from tests.services import manage

GOOD = {
    "secret_key": "0123456789abcdefghijklmnopqrstuvwxyz" * 2,
    "allowed_hosts": ["example.org"],
    "site_url": "https://example.org",
    "debug": False,
}
SETTINGS = {
    "SECRET_KEY": GOOD["secret_key"],
    "ALLOWED_HOSTS": "example.org",
    "SITE_URL": "https://example.org",
}


def refusal(**settings) -> str:
    with pytest.raises(ImproperlyConfigured) as refused:
        environment.refuse_to_start_unsafely(**{**GOOD, **settings})
    return str(refused.value)


class TestAServer:
    def test_starts_with_good_settings(self):
        environment.refuse_to_start_unsafely(**GOOD)

    def test_does_not_start_without_a_secret_key(self):
        assert "SECRET_KEY is not set" in refusal(secret_key="")

    @pytest.mark.parametrize("secret_key", ["short", "x" * 80, "abcd" * 30, "0123456789" * 4 + "123456789"])
    def test_does_not_start_with_a_secret_key_that_is_easy_to_guess(self, secret_key):
        assert "too easy to guess" in refusal(secret_key=secret_key)

    def test_does_not_start_without_hosts(self):
        assert "ALLOWED_HOSTS is not set" in refusal(allowed_hosts=[])

    def test_does_not_start_for_any_host(self):
        assert "must name hosts" in refusal(allowed_hosts=["example.org", "*"])

    @pytest.mark.parametrize(
        "site_url", ["http://example.org", "http://10.0.0.7:8000", "http://localhost.example.org"]
    )
    def test_does_not_start_on_a_public_host_without_https(self, site_url):
        assert "must use https" in refusal(site_url=site_url)

    @pytest.mark.parametrize("site_url", ["http://localhost:8000", "http://127.0.0.1", "http://[::1]:8000"])
    def test_starts_on_this_machine_without_https(self, site_url):
        environment.refuse_to_start_unsafely(**{**GOOD, "site_url": site_url})

    @pytest.mark.parametrize(
        "site_url", ["", "example.org", "ftp://example.org", "https://", "https://example.org/sub"]
    )
    def test_does_not_start_with_an_address_that_is_none(self, site_url):
        assert "must look like https://example.org" in refusal(site_url=site_url)

    def test_being_debugged_needs_a_secret_key_all_the_same(self):
        assert "SECRET_KEY" in refusal(secret_key="", debug=True)

    def test_being_debugged_may_have_no_hosts(self):
        environment.refuse_to_start_unsafely(**{**GOOD, "debug": True, "allowed_hosts": []})


class TestATimeZone:
    @pytest.mark.parametrize("name", ["Mars/Olympus", "", "europe"])
    def test_that_does_not_exist_is_refused(self, name):
        with pytest.raises(ImproperlyConfigured, match="TIME_ZONE must be a name such as"):
            environment.refuse_time_zone(name)

    def test_that_exists_is_not(self):
        environment.refuse_time_zone("Asia/Shanghai")


class TestADatabase:
    def test_is_a_file_when_no_address_is_given(self, tmp_path):
        file = tmp_path / "a folder with 100% odd #characters?" / "site.sqlite3"
        assert environment.database("", file) == {"ENGINE": environment.SQLITE, "NAME": str(file)}

    def test_comes_by_address_alone(self, tmp_path):
        found = environment.database("postgres://ada:p%40ss@db.example.org:5433/site", tmp_path)
        assert found["ENGINE"] == environment.POSTGRESQL
        assert (found["USER"], found["PASSWORD"]) == ("ada", "p@ss")
        assert (found["HOST"], found["PORT"], found["NAME"]) == ("db.example.org", 5433, "site")

    def test_compiles_no_queries_unless_its_address_says_so(self, tmp_path):
        address = "postgres://ada@db.example.org/site"
        for given, options in (
            ("", "-c jit=off"),
            ("?sslmode=require", "-c jit=off"),
            ("?options=-cjit=on", "-cjit=on"),
        ):
            assert environment.database(address + given, tmp_path)["OPTIONS"]["options"] == options

    @pytest.mark.parametrize(
        "url",
        [
            "secret garbage",
            "postgres//secret@host/name",
            "postgres://secret@host:port/name",
            "postgres://secret@host:99999/name",
            "postgres://secret@host",
            "mysql://secret@host/name",
            "http://secret@host/name",
            "sqlite://",
            "sqlite:///:memory:",
        ],
    )
    def test_with_an_address_that_is_none_is_refused_without_repeating_it(self, url, tmp_path):
        with pytest.raises(ImproperlyConfigured, match="DATABASE_URL must look like postgres://") as refused:
            environment.database(url, tmp_path)
        assert "secret" not in str(refused.value)


class TestAPackageThatIsMissing:
    @pytest.fixture(autouse=True)
    def bare(self, monkeypatch):
        monkeypatch.setattr(environment, "find_spec", lambda name: None)

    def test_is_named_for_postgresql(self, tmp_path):
        with pytest.raises(ImproperlyConfigured, match=r"pip install 'psycopg\[binary\]'"):
            environment.database("postgres://ada@db.example.org/site", tmp_path)

    def test_is_named_for_redis(self):
        with pytest.raises(ImproperlyConfigured, match="pip install redis"):
            environment.cache("redis://cache.example.org:6379/0")

    def test_is_not_missed_where_nothing_needs_it(self, tmp_path):
        assert environment.database("", tmp_path)["ENGINE"] == environment.SQLITE
        assert "locmem" in environment.cache("locmemcache://")["BACKEND"]


class TestACache:
    def test_comes_by_address_alone(self):
        assert environment.cache("redis://127.0.0.1:6379/1")["BACKEND"].endswith("RedisCache")

    def test_with_an_address_that_is_none_is_refused(self):
        with pytest.raises(ImproperlyConfigured, match="CACHE_URL must look like redis://"):
            environment.cache("garbage")


class TestThePrivateEnv:
    @pytest.fixture(autouse=True)
    def no_secret_key(self, monkeypatch):
        monkeypatch.delenv("SECRET_KEY", raising=False)

    def test_can_be_read_by_its_owner_alone(self, tmp_path):
        before = os.umask(0)
        try:
            assert environment.write_private_env(tmp_path / ".env")
        finally:
            os.umask(before)
        assert stat.S_IMODE((tmp_path / ".env").stat().st_mode) == 0o600

    def test_holds_what_a_server_on_this_machine_needs(self, tmp_path, monkeypatch):
        environment.write_private_env(tmp_path / ".env")
        lines = dict(
            line.split("=", 1)
            for line in (tmp_path / ".env").read_text().splitlines()
            if not line.startswith("#")
        )
        environment.refuse_to_start_unsafely(
            secret_key=lines["SECRET_KEY"],
            allowed_hosts=lines["ALLOWED_HOSTS"].split(","),
            site_url="http://127.0.0.1:8000",
            debug=False,
        )

    def test_has_another_key_each_time(self, tmp_path):
        environment.write_private_env(tmp_path / "one")
        environment.write_private_env(tmp_path / "other")
        assert (tmp_path / "one").read_text() != (tmp_path / "other").read_text()

    def test_is_not_overwritten(self, tmp_path):
        (tmp_path / ".env").write_text("SECRET_KEY=mine")
        assert not environment.write_private_env(tmp_path / ".env")
        assert (tmp_path / ".env").read_text() == "SECRET_KEY=mine"

    def test_is_not_written_when_the_environment_has_a_key(self, tmp_path, monkeypatch):
        monkeypatch.setenv("SECRET_KEY", GOOD["secret_key"])
        assert not environment.write_private_env(tmp_path / ".env")
        assert not (tmp_path / ".env").exists()


class TestACommand:
    """What an operator reads on the terminal: one line that says what to do, and no traceback."""

    @pytest.mark.parametrize(
        ("settings", "words"),
        [
            ({"SECRET_KEY": ""}, "SECRET_KEY is not set"),
            ({"SECRET_KEY": "guess me"}, "SECRET_KEY is too easy to guess"),
            ({"ALLOWED_HOSTS": ""}, "ALLOWED_HOSTS is not set"),
            ({"SITE_URL": "http://example.org"}, "must use https"),
            ({"DATABASE_URL": "garbage"}, "DATABASE_URL must look like"),
            ({"TIME_ZONE": "Mars"}, "TIME_ZONE must be"),
        ],
    )
    def test_that_cannot_start_says_why(self, clone, settings, words):
        done = manage(clone, "check", **{**SETTINGS, **settings})
        assert done.returncode == 1
        assert done.stderr.startswith("chipduo cannot start. ")
        assert words in done.stderr
        assert "Traceback" not in done.stderr

    def test_takes_a_secret_key_that_begins_with_a_dollar_sign(self, clone, tmp_path):
        done = manage(
            clone, "check", **{**SETTINGS, "SECRET_KEY": "$" + SETTINGS["SECRET_KEY"], "DATA_DIR": tmp_path}
        )
        assert done.returncode == 0, done.stderr
