"""Where settings come from: the environment, with a private .env beside manage.py."""

import os
import secrets
import warnings
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import available_timezones

from django.core.exceptions import ImproperlyConfigured
from environ import Env

BASE_DIR = Path(__file__).resolve().parent.parent
ENV_FILE = BASE_DIR / ".env"
LOCAL_HOSTS = {"localhost", "127.0.0.1", "[::1]", "::1"}
SHORTEST_SECRET = 50
SQLITE, POSTGRESQL = "django.db.backends.sqlite3", "django.db.backends.postgresql"


def write_private_env(path: Path = ENV_FILE) -> bool:
    """Write a .env that only its owner can read, unless one is there or SECRET_KEY is set already."""
    if path.exists() or os.environ.get("SECRET_KEY"):
        return False
    lines = [
        "# Written by quickstart; private to this machine. README.md lists every setting.",
        f"SECRET_KEY={secrets.token_urlsafe(64)}",
        "ALLOWED_HOSTS=127.0.0.1,localhost",
    ]
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w") as file:
        file.write("\n".join(lines) + "\n")
    return True


def refuse_to_start_unsafely(
    *, secret_key: str, allowed_hosts: list[str], site_url: str, debug: bool
) -> None:
    """Raise ImproperlyConfigured, in words an operator can act on, for settings that would be unsafe."""
    if not secret_key:
        raise ImproperlyConfigured(
            "SECRET_KEY is not set. Put a long random one into the environment or .env, "
            "or run `manage.py quickstart`, which writes one."
        )
    if len(secret_key) < SHORTEST_SECRET or len(set(secret_key)) < 5:
        raise ImproperlyConfigured(
            f"SECRET_KEY is too easy to guess: use {SHORTEST_SECRET} random characters or more."
        )
    if debug:
        return
    if not allowed_hosts:
        raise ImproperlyConfigured(
            "ALLOWED_HOSTS is not set. Name the hosts this site answers to, separated by commas."
        )
    if "*" in allowed_hosts:
        raise ImproperlyConfigured(
            "ALLOWED_HOSTS must name hosts: with * any site could put its name into our links."
        )
    refuse_site_url(site_url)


def refuse_site_url(site_url: str) -> None:
    address = urlsplit(site_url)
    if address.scheme not in {"http", "https"} or not address.hostname or address.path.strip("/"):
        raise ImproperlyConfigured(f"SITE_URL must look like https://example.org, not {site_url!r}.")
    if address.scheme == "http" and address.hostname not in LOCAL_HOSTS:
        raise ImproperlyConfigured(f"SITE_URL is {site_url}: a site that others can reach must use https.")


def refuse_time_zone(name: str) -> None:
    if name not in available_timezones():
        raise ImproperlyConfigured(f"TIME_ZONE must be a name such as Europe/Berlin or UTC, not {name!r}.")


def database(url: str, file: Path) -> dict[str, Any]:
    """Django's settings for DATABASE_URL; without one, the database is a file."""
    if not url:
        return {"ENGINE": SQLITE, "NAME": str(file)}
    with warnings.catch_warnings(action="ignore"):
        try:
            found = Env.db_url_config(url)
        except ValueError:
            found = {}
    if found.get("ENGINE") not in {SQLITE, POSTGRESQL} or found["NAME"] in {"", ":memory:"}:
        # without the value, which may hold a password
        raise ImproperlyConfigured(
            "DATABASE_URL must look like postgres://user:password@host:5432/name or sqlite:////folder/file.sqlite3."
        )
    if found["ENGINE"] == POSTGRESQL and not (find_spec("psycopg") or find_spec("psycopg2")):
        raise ImproperlyConfigured(
            "DATABASE_URL names PostgreSQL, which needs one more package: pip install 'psycopg[binary]'."
        )
    if found["ENGINE"] == POSTGRESQL:
        # Compiling the queries of a page took PostgreSQL one to two seconds and saved none of the half that they take.
        found.setdefault("OPTIONS", {}).setdefault("options", "-c jit=off")
    return found


def cache(url: str) -> dict[str, Any]:
    """Django's settings for CACHE_URL."""
    try:
        found = Env.cache_url_config(url)
    except ImproperlyConfigured as error:
        raise ImproperlyConfigured(
            "CACHE_URL must look like redis://host:6379/0 or locmemcache://."
        ) from error
    if "redis" in found["BACKEND"].lower() and not find_spec("redis"):
        raise ImproperlyConfigured("CACHE_URL names Redis, which needs one more package: pip install redis.")
    return found
