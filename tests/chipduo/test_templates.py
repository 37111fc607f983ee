"""What holds for every public template, whatever it shows."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.template.loader import get_template, render_to_string

FOLDER = settings.BASE_DIR / "templates"
ADMIN = {"admin", "reversion", "registration"}
TEMPLATES = sorted(path for path in FOLDER.rglob("*.html") if not ADMIN & set(path.relative_to(FOLDER).parts))
PARTS = [path for path in TEMPLATES if path.parent.name == "parts"]
WHOLE = [path for path in TEMPLATES if path.parent.name != "parts" and not path.name.endswith("_tail.html")]
ERRORS = ["400.html", "403.html", "404.html", "410.html", "500.html"]

FORBIDDEN = {
    "a script but the site's own modules and data": r"<script(?! type=\"(module\" src=\"{% static|application/ld\+json\"))",
    "a style of its own": r"<style|\sstyle\s*=",
    "an event handler": r"<[^>{]*\son\w+\s*=",
    "an address that is a script": r"javascript:",
    "HTML called safe": r"\|\s*(safe|safeseq)\b",
    "escaping turned off": r"autoescape\s+off",
    "a token that would make a page differ between readers": r"csrf_token",
}


def name_of(path: Path) -> str:
    return str(path.relative_to(FOLDER))


@pytest.mark.parametrize("path", TEMPLATES, ids=name_of)
class TestATemplate:
    def test_holds_nothing_forbidden(self, path):
        text = path.read_text()
        assert not [thing for thing, form in FORBIDDEN.items() if re.search(form, text, re.IGNORECASE)]

    def test_can_be_read(self, path):
        assert get_template(name_of(path))

    def test_names_only_files_that_there_are(self, path):
        for name in re.findall(r"{%\s*static\s+'([^']+)'", path.read_text()):
            assert finders.find(name), name

    def test_is_short(self, path):
        assert len(path.read_text().splitlines()) <= 60


@pytest.mark.parametrize("path", WHOLE, ids=name_of)
def test_a_page_has_one_heading_of_the_first_level(path):
    assert len(re.findall(r"<h1\b", path.read_text())) == (0 if path.name == "base.html" else 1)


@pytest.mark.parametrize("path", PARTS, ids=name_of)
def test_a_part_leaves_the_first_level_to_the_page(path):
    assert "<h1" not in path.read_text()


@pytest.mark.parametrize("path", PARTS, ids=name_of)
def test_a_part_is_shown_somewhere(path):
    showing = [*(other for other in TEMPLATES if other != path), *settings.BASE_DIR.glob("*/views/*.py")]
    assert any(f'"{name_of(path)}"' in other.read_text() for other in showing)


@pytest.mark.parametrize("name", ERRORS)
def test_an_error_page_needs_no_context(name):
    assert "<h1" in render_to_string(name, {})


def test_the_page_of_a_failure_asks_nothing_of_the_rest():
    text = (FOLDER / "500.html").read_text()
    assert "{% extends" not in text
    assert "{% url" not in text
    assert "{{" not in text


ENTRUSTED = {  # what no reader of code may have to look for: where each is written, and nowhere else
    "mark_safe(": {"entities/templatetags/reading.py"},
    "RawSQL(": {"entities/search/index.py", "entities/token_index.py"},
    ".cursor(": {
        "chipduo/archive/database.py",
        "chipduo/search/seen.py",
        "chipduo/views/plumbing.py",
        "entities/search/index.py",
        "entities/token_index.py",
    },
    ".raw(": set(),
    ".extra(": set(),
    "pickle": set(),
    "eval(": set(),
}


@pytest.mark.parametrize("what", ENTRUSTED)
def test_what_could_let_something_in_stands_in_known_places(what):
    rooms = ("articles", "entities", "chipduo")
    paths = [path for room in rooms for path in (settings.BASE_DIR / room).rglob("*.py")]
    found = {str(path.relative_to(settings.BASE_DIR)) for path in paths if what in path.read_text()}
    assert found == ENTRUSTED[what]
