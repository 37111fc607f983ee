"""Which room may know of which: imports are checked by import-linter, names in strings and lookups here."""

import ast
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from configparser import ConfigParser
from pathlib import Path

import grimp
import pytest
from django.apps import apps

ROOT = Path(__file__).resolve().parent.parent
LINTER = Path(sys.executable).with_name("lint-imports")
OTHER_ROOMS = ("entities", "chipduo")
OTHER_ROOM = re.compile(rf"({'|'.join(OTHER_ROOMS)})([./].*)?")
LOOKUP = re.compile(r"-?\w+([._]\w+)*")


class TestImports:
    def test_keep_to_the_contracts(self):
        linted = lint(ROOT)
        assert linted.returncode == 0, linted.stdout

    def test_that_point_leftward_break_a_contract(self, tmp_path):
        for room in ("articles", *OTHER_ROOMS):
            shutil.copytree(
                ROOT / room, tmp_path / room, ignore=shutil.ignore_patterns("seed", "static", "__pycache__")
            )
        shutil.copy(ROOT / ".importlinter", tmp_path)
        with (tmp_path / "articles" / "words.py").open("a") as words:
            words.write("\n\ndef sneak():\n    from entities.linking import names\n\n    return names\n")
        linted = lint(tmp_path)
        assert linted.returncode == 1
        assert "articles.words -> entities.linking.names" in linted.stdout

    def test_of_every_module_that_needs_no_django_are_kept_so(self):
        listed = contracts()["importlinter:contract:pure"]["source_modules"].split()
        whole_folders = tuple(line.removesuffix("**") for line in listed if line.endswith(".**"))
        assert {name for name in pure_modules() if not name.startswith(whole_folders)} == {
            line for line in listed if not line.endswith(".**")
        }


class TestStrings:
    def test_of_the_record_name_nothing_of_its_readers(self):
        found = [
            f"{path.relative_to(ROOT)}: {name}"
            for path in sorted((ROOT / "articles").rglob("*.py"))
            for name in leftward_names(path.read_text(), names_from_other_rooms())
        ]
        assert not found

    @pytest.mark.parametrize(
        "code",
        [
            'Edition.objects.filter(**{"passages__mentions__entity": 1})',
            "Edition.objects.filter(passages__mentions__entity=1)",
            'Edition.objects.order_by("-passages__evidence__event__earliest")',
            'Passage.objects.select_related("woven")',
            "passage.woven.html",
            'attrgetter("passage.woven")',
            'models.ForeignKey("entities.Entity", models.CASCADE)',
            'apps.get_model("entities", "Entity")',
            'import_module("entities.models")',
            'render(request, "entities/entity.html")',
            'import_string("chipduo.settings.SITE_NAME")',
        ],
    )
    def test_that_do_are_caught(self, code):
        assert list(leftward_names(code, names_from_other_rooms()))

    @pytest.mark.parametrize(
        "code",
        [
            '"""What rests on it: mentions, evidence."""',
            'Edition.objects.filter(article__series__slug="huawei-and-smic")',
            'HELP = "[[Entity]] links by hand; entities. have pages"',
            'Edition.objects.prefetch_related("passages", "citations__source")',
        ],
    )
    def test_that_do_not_are_left_alone(self, code):
        assert not list(leftward_names(code, names_from_other_rooms()))

    def test_are_checked_for_what_the_models_really_have(self):
        assert {
            "mentions",
            "evidence",
            "reviews",
            "woven",
            "stale",
            "link_decisions",
        } <= names_from_other_rooms()


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [LINTER, "--config", ".importlinter", "--no-cache"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def contracts() -> ConfigParser:
    parser = ConfigParser()
    parser.read(ROOT / ".importlinter")
    return parser


def pure_modules() -> set[str]:
    graph = grimp.build_graph(
        "articles", "entities", "chipduo", include_external_packages=True, cache_dir=None
    )
    names = {name for name in graph.modules if name.startswith(("articles.", "entities."))}
    # a folder is no module of ours to list, and neither is an empty one that only makes its folder a package
    modules = {
        name
        for name in names
        if not graph.find_children(name) and graph.find_modules_directly_imported_by(name)
    }
    needy = {name for name in modules if graph.find_shortest_chain(name, "django")}
    return modules - needy


def names_from_other_rooms() -> set[str]:
    """What entities and chipduo add to the record's models: accessors, and the names by which lookups reach them."""
    relations = [
        relation
        for model in apps.get_app_config("articles").get_models()
        for relation in model._meta.get_fields(include_hidden=True)
        if relation.auto_created
        and relation.is_relation
        and relation.related_model._meta.app_label in OTHER_ROOMS
    ]
    shown = [relation for relation in relations if not relation.hidden]
    return {relation.get_accessor_name() for relation in shown} | {relation.name for relation in shown}


def leftward_names(code: str, names: set[str]) -> Iterator[str]:
    for text in texts_of(ast.parse(code)):
        parts = re.split(r"__|\.", text.lstrip("-")) if LOOKUP.fullmatch(text) else []
        if OTHER_ROOM.fullmatch(text) or names.intersection(parts):
            yield text


def texts_of(tree: ast.AST) -> Iterator[str]:
    """String constants, the names of keyword arguments, and attributes."""
    for node in ast.walk(tree):
        match node:
            case ast.Constant(value=str(text)) | ast.keyword(arg=str(text)) | ast.Attribute(attr=text):
                yield text
