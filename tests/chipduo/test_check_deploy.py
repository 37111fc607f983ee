import sqlite3

import pytest

from chipduo import checks, environment
from tests.services import manage

PRODUCTION = {
    "SECRET_KEY": "x9k2abcdefghijklmnopqrstuvw" * 3,
    "ALLOWED_HOSTS": "example.org",
    "SITE_URL": "https://example.org",
    "BEHIND_PROXY": "true",
}


def check_deploy(clone, data_dir, **settings):
    return manage(
        clone, "check", "--deploy", "--fail-level", "WARNING", DATA_DIR=data_dir, **{**PRODUCTION, **settings}
    )


class TestASiteInProduction:
    def test_passes_every_check(self, clone, tmp_path):
        done = check_deploy(clone, tmp_path)
        assert done.returncode == 0, done.stderr
        assert "WARNING" not in done.stderr

    def test_fails_when_it_is_debugged(self, clone, tmp_path):
        done = check_deploy(clone, tmp_path, DEBUG="true")
        assert done.returncode == 1
        assert "security.W018" in done.stderr

    def test_fails_when_it_is_not_served_by_https(self, clone, tmp_path):
        done = check_deploy(clone, tmp_path, SITE_URL="http://localhost:8000")
        assert done.returncode == 1
        assert "security.W008" in done.stderr


class TestTheCheckOfSqlite:
    def use(self, settings, monkeypatch, *, engine: str, version: tuple[int, int, int]) -> list[str]:
        settings.DATABASES = {"default": {"ENGINE": engine}}
        monkeypatch.setattr(sqlite3, "sqlite_version_info", version)
        return [message.id for message in checks.sqlite_keeps_what_it_writes(None)]

    @pytest.mark.filterwarnings("ignore:Overriding setting DATABASES")
    @pytest.mark.parametrize(
        ("engine", "version", "messages"),
        [
            (environment.SQLITE, (3, 51, 2), ["chipduo.I001"]),
            (environment.SQLITE, (3, 51, 3), []),
            (environment.POSTGRESQL, (3, 40, 0), []),
        ],
    )
    def test_tells_of_versions_that_can_lose_a_write(self, settings, monkeypatch, engine, version, messages):
        assert self.use(settings, monkeypatch, engine=engine, version=version) == messages


class TestTheCheckOfTheLinkPolicy:
    def test_is_content_with_a_known_one(self):
        assert checks.links_follow_a_known_policy(None) == []

    def test_tells_of_an_unknown_one(self, settings):
        settings.LINK_POLICY = "now-and-then"
        (message,) = checks.links_follow_a_known_policy(None)
        assert message.id == "chipduo.W001"
        assert "first-in-section" in message.msg
