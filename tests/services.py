"""What the site talks to, brought up for a test: PostgreSQL and Redis of its own, and the site itself as operators run it."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

import pytest

from tests.needs import program

ROOT = Path(__file__).resolve().parent.parent
PATIENCE = 180  # seconds, for a busy machine
SETTINGS = (
    "SECRET_KEY",
    "DEBUG",
    "ALLOWED_HOSTS",
    "SITE_URL",
    "DATABASE_URL",
    "CACHE_URL",
    "DATA_DIR",
    "MEDIA_ROOT",
)


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def bare_environment(**settings: object) -> dict[str, str]:
    """The environment of a machine on which none of the site's settings is set, but for these."""
    unset = {*SETTINGS, "DJANGO_SETTINGS_MODULE"}
    bare = {
        name: value for name, value in os.environ.items() if name not in unset and not name.startswith("COV_")
    }
    return {**bare, **{name: str(value) for name, value in settings.items()}}


def work_tree(target: Path) -> Path:
    """A copy of what git would have: tracked files, and new ones that are not ignored."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    for name in listed.stdout.decode().split("\0"):
        if name and (ROOT / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, target / name)
    return target


def manage(folder: Path, *words: object, **settings: object) -> subprocess.CompletedProcess[str]:
    """One command of manage.py, run as a program of its own."""
    command = [sys.executable, "manage.py", *map(str, words)]
    environment = bare_environment(**settings)
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, timeout=300, check=False
    )


@contextmanager
def serving(folder: Path, port: int, **settings: object) -> Iterator[str]:
    """The site as `quickstart` serves it, until the block ends."""
    command = [sys.executable, "manage.py", "quickstart", "--port", str(port)]
    with running(command, cwd=folder, env=bare_environment(**settings)) as server:
        address = f"http://127.0.0.1:{port}"
        wait_for(lambda: get(f"{address}/healthz")[0] == 200, server)
        yield address


@contextmanager
def running(command: list[object], **options) -> Iterator[subprocess.Popen]:
    """A program that is asked to end when the block does, and made to if it does not."""
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, **options
    )
    try:
        yield process
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.communicate(timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()


def wait_for(ready: Callable[[], bool], process: subprocess.Popen) -> None:
    last = time.monotonic() + PATIENCE
    while not ready():
        if process.poll() is not None or time.monotonic() > last:
            process.kill()
            raise RuntimeError(f"It did not come up: {process.communicate()[0]}")
        time.sleep(0.1)


def get(url: str, method: str = "GET", **headers: str) -> tuple[int, dict[str, str], bytes]:
    """Status (0 when nobody answers), headers in lower case, body."""
    try:
        with urlopen(Request(url, headers=headers, method=method), timeout=PATIENCE) as response:
            return (
                response.status,
                {name.lower(): value for name, value in response.headers.items()},
                response.read(),
            )
    except HTTPError as error:
        return error.code, {name.lower(): value for name, value in error.headers.items()}, error.read()
    except (URLError, ConnectionError):
        return 0, {}, b""


def accepts(port: int) -> bool:
    with socket.socket() as one:
        return one.connect_ex(("127.0.0.1", port)) == 0


@pytest.fixture(scope="session")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The work tree as a newcomer gets it. Tests that write into it take a copy of their own by `work_tree`."""
    return work_tree(tmp_path_factory.mktemp("clone"))


@pytest.fixture(scope="session")
def postgresql_url() -> Iterator[str]:
    """An empty database in a cluster of its own."""
    programs = program("postgresql").parent
    port = free_port()
    with tempfile.TemporaryDirectory() as folder:
        user = [] if os.geteuid() else ["runuser", "-u", "postgres", "--"]  # which refuses to run as root
        if user:
            shutil.chown(folder, "postgres")
        data = f"{folder}/data"
        make = [
            *user,
            str(programs / "initdb"),
            "--auth=trust",
            "--username=chipduo",
            "--encoding=UTF8",
            "--no-sync",
            data,
        ]
        subprocess.run(make, check=True, capture_output=True, cwd=folder)
        options = [
            f"--port={port}",
            "--listen-addresses=127.0.0.1",
            f"--unix-socket-directories={folder}",
            "--fsync=off",
        ]
        with running([*user, str(programs / "postgres"), "-D", data, *options], cwd=folder) as server:
            wait_for(lambda: accepts(port), server)
            yield f"postgres://chipduo@127.0.0.1:{port}/postgres"


@pytest.fixture(scope="session")
def redis_url() -> Iterator[str]:
    port = free_port()
    with tempfile.TemporaryDirectory() as folder:
        command = [program("redis"), "--port", str(port), "--bind", "127.0.0.1", "--save", ""]
        with running(command, cwd=folder) as server:
            wait_for(lambda: accepts(port), server)
            yield f"redis://127.0.0.1:{port}/0"
