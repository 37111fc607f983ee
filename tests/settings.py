"""The site's own settings, with a key for tests, hashing that does not slow them down, and a place of its own for files."""

import os
import tempfile

os.environ.setdefault("SECRET_KEY", "for-tests-only-" + "0123456789abcdefghijklmnopqrstuvwxyz" * 2)
os.environ["ALLOWED_HOSTS"] = "testserver,localhost,127.0.0.1"
os.environ["SITE_URL"] = "http://127.0.0.1:8000"
os.environ.setdefault("DATA_DIR", tempfile.mkdtemp(prefix="chipduo-tests-"))

from chipduo.settings import *  # noqa: F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
LOGGING = {}
LONG_WORK = 60  # what is slow here is the machine, which no test is about
