"""From a fresh clone to a running site, by the one command that a newcomer types."""

import re
import stat
import subprocess
import sys
from gzip import decompress

import pytest

from tests.chipduo.test_security_headers import STRICT
from tests.services import bare_environment, free_port, get, manage, running, wait_for, work_tree


@pytest.fixture(scope="module")
def newcomer(tmp_path_factory):
    """A clone with nothing set up: no environment, no .env, no database."""
    return work_tree(tmp_path_factory.mktemp("newcomer"))


@pytest.fixture(scope="module")
def first(newcomer) -> subprocess.CompletedProcess[str]:
    return manage(newcomer, "quickstart", "--no-serve")


@pytest.fixture(scope="module")
def second(first, newcomer) -> subprocess.CompletedProcess[str]:
    return manage(newcomer, "quickstart", "--no-serve")


@pytest.fixture(scope="module")
def address(second, newcomer):
    port = free_port()
    command = [sys.executable, newcomer / "manage.py", "quickstart", "--port", str(port)]
    with running(command, cwd="/", env=bare_environment()) as server:  # from anywhere
        wait_for(lambda: get(f"http://127.0.0.1:{port}/healthz")[0] == 200, server)
        yield f"http://127.0.0.1:{port}"


class TestTheFirstRun:
    def test_succeeds(self, first):
        assert first.returncode == 0, first.stderr

    def test_seeds_the_site_and_shows_a_login(self, first):
        assert "6 articles" in first.stdout
        assert re.search(r"name +admin\n +password +\S{15,}", first.stdout)

    def test_writes_settings_that_only_their_owner_can_read(self, first, newcomer):
        assert stat.S_IMODE((newcomer / ".env").stat().st_mode) == 0o600

    def test_writes_nothing_else_beside_the_code(self, first, newcomer, clone):
        names = {path.name for path in newcomer.iterdir()} - {path.name for path in clone.iterdir()}
        assert names <= {".env", ".data"}


class TestTheSecondRun:
    def test_seeds_nothing_and_makes_no_second_login(self, second):
        assert second.returncode == 0, second.stderr
        assert "nothing is seeded" in second.stdout
        assert "password" not in second.stdout

    def test_keeps_the_settings(self, second, newcomer):
        assert (newcomer / ".env").read_text().count("SECRET_KEY=") == 1


class TestTheServer:
    @pytest.mark.parametrize(
        "page", ["/", "/admin/login/", "/articles/smics-role/", "/entities/huawei/", "/nowhere/"]
    )
    def test_answers_with_the_strict_headers(self, address, page):
        status, headers, _ = get(address + page)
        assert status == (404 if page == "/nowhere/" else 200)
        assert {name: headers.get(name.lower()) for name in STRICT} == STRICT

    def test_serves_the_style_sheets_as_one_compressed_and_for_ever(self, address):
        page = get(address + "/")[2].decode()
        style = re.search(r'href="(/static/chipduo/css/site\.[0-9a-f]+\.css)"', page)[1]
        status, headers, body = get(address + style, **{"Accept-Encoding": "gzip"})
        assert (status, headers["content-type"], headers["content-encoding"]) == (
            200,
            'text/css; charset="utf-8"',
            "gzip",
        )
        assert "immutable" in headers["cache-control"]
        assert {name: headers.get(name.lower()) for name in STRICT} == STRICT
        assert b"@import" not in decompress(body)
        assert b"@layer timeline {" in decompress(body)

    def test_answers_a_head_with_no_body(self, address):
        assert get(address + "/", method="HEAD")[2] == b""


class TestTheServerAtItsEnd:
    def test_stops_when_it_is_told_to(self, second, newcomer):
        port = free_port()
        command = [sys.executable, "manage.py", "quickstart", "--port", str(port)]
        with running(command, cwd=newcomer, env=bare_environment()) as server:
            wait_for(lambda: get(f"http://127.0.0.1:{port}/healthz")[0] == 200, server)
            server.terminate()
            server.communicate(timeout=30)
        assert server.returncode == 0


class TestAnOperatorsMistake:
    @pytest.mark.parametrize(
        ("port", "words"),
        [("0", "from 1 to 65535"), ("70000", "from 1 to 65535"), ("http", "invalid int value")],
    )
    def test_in_the_port_is_told(self, newcomer, tmp_path, port, words):
        done = manage(newcomer, "quickstart", "--port", port, DATA_DIR=tmp_path / "unused")
        assert done.returncode != 0
        assert words in done.stderr
        assert "Traceback" not in done.stderr
        assert not (tmp_path / "unused" / "chipduo.sqlite3").exists()

    def test_of_a_port_that_is_taken_is_told(self, address, newcomer):
        port = address.rpartition(":")[2]
        done = manage(newcomer, "quickstart", "--port", port)
        assert done.returncode != 0
        assert f"{port} is taken" in done.stderr

    def test_of_starting_a_server_without_a_key_is_told(self, clone):
        done = manage(clone, "runserver", "--noreload", ALLOWED_HOSTS="localhost")
        assert done.returncode == 1
        assert "SECRET_KEY is not set" in done.stderr

    def test_of_the_settings_is_told_by_the_server_program_too(self, clone):
        command = [sys.executable, "-c", "import chipduo.wsgi"]
        done = subprocess.run(
            command, cwd=clone, env=bare_environment(), capture_output=True, text=True, check=False
        )
        assert done.returncode != 0
        assert "SECRET_KEY is not set" in done.stderr.splitlines()[-1]


class TestOtherServices:
    @pytest.mark.needs("postgresql")
    def test_are_taken_by_address_alone(self, clone, postgresql_url, tmp_path):
        settings = {
            "DATABASE_URL": postgresql_url,
            "DATA_DIR": tmp_path,
            "SECRET_KEY": "x9k2abcdef" * 6,
            "ALLOWED_HOSTS": "localhost",
        }
        done = manage(clone, "quickstart", "--no-serve", **settings)
        assert done.returncode == 0, done.stderr
        assert "6 articles" in done.stdout
        assert not list(tmp_path.glob("*.sqlite3"))

    @pytest.mark.needs("redis")
    def test_keep_what_is_cached_in_redis(self, clone, redis_url, tmp_path):
        code = "from django.core.cache import cache; cache.set('a', 'b'); from django.conf import settings; print(settings.CACHES, cache.get('a'))"
        settings = {
            "CACHE_URL": redis_url,
            "DATA_DIR": tmp_path,
            "SECRET_KEY": "x9k2abcdef" * 6,
            "ALLOWED_HOSTS": "localhost",
        }
        done = manage(clone, "shell", "--no-imports", "-c", code, **settings)
        assert "RedisCache" in done.stdout, done.stderr
        assert done.stdout.split()[-1] == "b"
