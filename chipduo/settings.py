"""All settings. What differs between machines comes from the environment: see the table in README.md."""

import os
from pathlib import Path

import environ

from chipduo.environment import (
    BASE_DIR,
    ENV_FILE,
    SQLITE,
    cache,
    database,
    refuse_time_zone,
    refuse_to_start_unsafely,
)

env = environ.Env()
if ENV_FILE.exists():
    env.read_env(ENV_FILE)

# --- what an operator sets -------------------------------------------------------------------------

SECRET_KEY = os.environ.get(
    "SECRET_KEY", ""
)  # env.str takes what begins with $ for the name of another variable
DEBUG = env.bool("DEBUG", default=False)
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=[])
SITE_URL = env.str("SITE_URL", default="http://127.0.0.1:8000").rstrip("/")
TIME_ZONE = env.str("TIME_ZONE", default="UTC")
DATA_DIR = Path(env.str("DATA_DIR", default=str(BASE_DIR / ".data")))
MEDIA_ROOT = Path(env.str("MEDIA_ROOT", default=str(DATA_DIR / "media")))

refuse_to_start_unsafely(secret_key=SECRET_KEY, allowed_hosts=ALLOWED_HOSTS, site_url=SITE_URL, debug=DEBUG)
refuse_time_zone(TIME_ZONE)

# --- what the site decides -------------------------------------------------------------------------

SITE_NAME = "chipduo"
SITE_TAGLINE = "Huawei and SMIC, China’s chipmaking duo"
LINK_POLICY = "first-in-section"  # or "first-in-article", "every": see entities/linking/choosing.py
RELINK_AT_ONCE = 20  # editions relinked inside the request that changes a name; the rest wait for `relink`
LONG_WORK = 1.0  # seconds after which an answer at the desk begins to tell how far it is: see articles/admin/working.py

# --- Django ----------------------------------------------------------------------------------------

INSTALLED_APPS = [
    "chipduo.apps.SiteAdminConfig",
    "chipduo.apps.RightsConfig",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "reversion",
    "chipduo.apps.TagsConfig",
    "articles",
    "entities",
    "chipduo.apps.ChipduoConfig",
]

MIDDLEWARE = [
    "chipduo.middleware.SecurityHeaders",  # outermost, so that files, errors and redirects carry them too
    "django.middleware.security.SecurityMiddleware",
    "chipduo.middleware.PublicCache",
    "chipduo.middleware.QueryGate",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "chipduo.middleware.Compression",
    "chipduo.middleware.SameBytes",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "chipduo.middleware.EditorTimeZone",
    "django.contrib.messages.middleware.MessageMiddleware",
    "chipduo.middleware.ForeignWords",  # innermost: what it adds is part of the page for all the others
]

ROOT_URLCONF = "chipduo.urls"
WSGI_APPLICATION = "chipduo.wsgi.application"
AUTH_USER_MODEL = "chipduo.User"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "chipduo.context.site",
            ],
        },
    }
]

DATABASES = {"default": database(env.str("DATABASE_URL", default=""), DATA_DIR / "chipduo.sqlite3")}
if DATABASES["default"]["ENGINE"] == SQLITE:
    Path(DATABASES["default"]["NAME"]).parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    # WAL and IMMEDIATE: stock settings gave 777 "database is locked" in 1,232 writes by 16 writers, these none by 64.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;",
    }
DATABASES["default"]["CONN_MAX_AGE"] = None
DATABASES["default"]["CONN_HEALTH_CHECKS"] = True

CACHES = {"default": cache(env.str("CACHE_URL", default="locmemcache://"))}

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]

LANGUAGE_CODE = "en-gb"
USE_I18N = False
FORMAT_MODULE_PATH = "chipduo.formats"
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
MEDIA_URL = "/media/"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "chipduo.static_files.StaticFiles"},
}

TAGGIT_CASE_INSENSITIVE = True

SECURE_SERVED_BY_HTTPS = SITE_URL.startswith("https://")
SECURE_SSL_REDIRECT = SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SERVED_BY_HTTPS
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if SECURE_SERVED_BY_HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = SECURE_SERVED_BY_HTTPS
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
if env.bool("BEHIND_PROXY", default=False):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
CSRF_TRUSTED_ORIGINS = [SITE_URL]
CSRF_FAILURE_VIEW = "chipduo.admin.stale_token.stale_token"
SECURE_REFERRER_POLICY = "same-origin"
SILENCED_SYSTEM_CHECKS = ["security.W002"]  # X-Frame-Options is sent by chipduo.middleware, on files too
# Django 6's setting by its name; chipduo.middleware sends it until then.
SECURE_CSP = {
    "default-src": ["'none'"],
    "script-src": ["'self'"],
    "style-src": ["'self'"],
    "img-src": ["'self'"],
    "font-src": ["'self'"],
    "connect-src": ["'self'"],
    "form-action": ["'self'"],
    "base-uri": ["'none'"],
    "frame-ancestors": ["'none'"],
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 4 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 4000
FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {"django": {"handlers": ["console"], "level": "INFO", "propagate": False}},
}
