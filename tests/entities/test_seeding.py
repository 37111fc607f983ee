"""The loader of the seed content, on a small record and a small knowledge of its own."""

from functools import partial

import pytest
from django.core.management import CommandError, call_command

from articles import seeding as record
from articles.models import Article, Edition, Series, Source
from articles.seed_files import SeedError
from entities import seeding as knowledge
from entities.linking.names_changing import names_changing
from entities.models import Entity, Event, Evidence, Fact, Phase, Relation
from tests import cast

pytestmark = pytest.mark.django_db

ARTICLE = """\
+++
slug = "needs"
title = "Needs"
series = "duo"
part = 1
tags = ["phones"]
+++

Huawei designs phones.[^report] Since the rules changed, it orders its chips from SMIC.
"""
FILES = {
    "record/sources.toml": '[[source]]\nslug = "report"\ntitle = "A report"\n',
    "record/tags.toml": "".join(
        f'[[tag]]\nslug = "{slug}"\nname = "{slug}"\n' for slug in ("phones", "telecoms", "orders")
    ),
    "record/series.toml": '[[series]]\nslug = "duo"\ntitle = "The duo"\n',
    "record/01-needs.md": ARTICLE,
    "knowledge/phases.toml": '[[phase]]\nslug = "response"\ntitle = "Response"\norder = 1\n',
    "knowledge/entities/companies.toml": """
        [[entity]]
        slug = "huawei"
        name = "Huawei"
        kind = "company"
        tags = ["telecoms"]
        aliases = [{text = "华为", language = "zh-Hans"}]

        [[entity.facts]]
        label = "Founded"
        value = "1987"
        source = "report"
        citation = "page 3"

        [[entity]]
        slug = "smic"
        name = "SMIC"
        kind = "company"
    """,
    "knowledge/relations.toml": """
        [[relation]]
        subject = "huawei"
        kind = "customer-of"
        object = "smic"
        evidence = [{article = "needs", quote = "it orders its chips from SMIC"}]
    """,
    "knowledge/events.toml": """
        [[event]]
        document = "T9"
        slug = "orders-move"
        title = "Orders move"
        phase = "response"
        entities = ["huawei", "smic"]
        tags = ["orders"]
        evidence = [{article = "needs", quote = "Since the rules changed"}, {source = "report", note = "page 4"}]
    """,
}


@pytest.fixture
def write(tmp_path):
    """Write a seed file; one that has to be wrong is the good one with some words replaced."""

    def write(name, old="", new=""):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        assert old in FILES[name]
        path.write_text(FILES[name].replace(old, new) if old else FILES[name])

    for name in FILES:
        write(name)
    return write


@pytest.fixture
def seed(write, tmp_path, monkeypatch):
    """`manage.py seed`, with these files as the content."""
    monkeypatch.setattr(record, "seed", partial(record.seed, tmp_path / "record"))
    monkeypatch.setattr(knowledge, "seed", partial(knowledge.seed, tmp_path / "knowledge"))
    return partial(call_command, "seed")


def contents():
    models = (Article, Edition, Series, Source, Entity, Event, Evidence, Fact, Phase, Relation)
    return {model.__name__: list(model.objects.order_by("pk").values()) for model in models}


class TestSeeding:
    def test_publishes_the_record(self, seed):
        seed()
        edition = Edition.objects.live().get()
        assert (edition.article.slug, edition.series.slug, edition.part) == ("needs", "duo", 1)
        assert list(edition.tags.slugs()) == ["phones"]
        assert edition.citations.get().source.slug == "report"

    def test_lays_evidence_under_every_claim(self, seed):
        seed()
        event = Event.objects.public().get()
        assert [(one.quote, one.source and one.source.slug, one.note) for one in event.evidence.all()] == [
            ("Since the rules changed", None, ""),
            ("", "report", "page 4"),
        ]
        assert Relation.objects.public().get().evidence.get().quote == "it orders its chips from SMIC"
        assert Fact.objects.public().get().evidence.get().note == "page 3"

    def test_reads_the_record_with_the_names_that_it_adds(self, seed):
        seed()
        linked = Edition.objects.live().get().passages.filter(mentions__linked=True)
        assert set(linked.values_list("mentions__entity__slug", flat=True)) == {"huawei", "smic"}

    def test_says_what_it_added(self, seed, capsys):
        seed()
        assert capsys.readouterr().out == (
            "Added 3 tags, 1 sources, 1 series, 1 articles, 2 entities, 1 relations, 1 phases, 1 events.\n"
        )

    def test_twice_adds_nothing(self, seed, capsys):
        seed()
        before = contents()
        seed()
        assert contents() == before
        assert (
            "Added 0 tags, 0 sources, 0 series, 0 articles, 0 entities, 0 relations"
            in capsys.readouterr().out
        )

    def test_twice_leaves_what_an_editor_changed(self, seed):
        seed()
        huawei = Entity.objects.get(slug="huawei")
        Entity.objects.filter(pk=huawei.pk).update(description="An editor's words")
        huawei.aliases.filter(text="华为").delete()
        huawei.facts.all().delete()
        Event.objects.update(title="An editor's title", public=False)
        Article.objects.update(body="An editor's draft")
        Article.objects.get().withdraw()
        before = contents()
        seed()
        assert contents() == before
        assert not huawei.aliases.filter(text="华为").exists()

    def test_twice_adds_no_second_relation_where_an_editor_dated_or_worded_it_otherwise(self, seed):
        seed()
        Relation.objects.update(since="2021", note="As an editor put it.")
        seed()
        assert [(one.since.edtf, one.note) for one in Relation.objects.all()] == [
            ("2021", "As an editor put it.")
        ]

    def test_twice_knows_what_an_editor_moved(self, seed):
        seed()
        for model in (Article, Series, Source, Event, Phase):
            cast.move(model.objects.get(), "elsewhere")
        with names_changing():
            cast.move(Entity.objects.get(slug="huawei"), "huawei-technologies")
        before = contents()
        seed()
        assert contents() == before


class TestASeedFileThatIsWrong:
    def refusal(self, seed) -> str:
        before = contents()
        with pytest.raises(CommandError) as refused:
            seed()
        assert contents() == before
        return str(refused.value)

    def test_has_its_quote_looked_for_and_the_nearest_words_shown(self, write, seed):
        write("knowledge/events.toml", "Since the rules changed", "Since those rules were changed")
        said = self.refusal(seed)
        assert said.startswith(
            "Nothing was loaded. events.toml, orders-move: “Since those rules were changed”"
        )
        assert "is not in the article needs" in said
        assert "Since the rules changed" in said.partition("nearest words")[2]

    def test_has_its_quote_read_with_its_case(self, write, seed):
        write("knowledge/relations.toml", "it orders", "It orders")
        assert (
            "relations.toml, huawei: “It orders its chips from SMIC” is not in the article needs"
            in self.refusal(seed)
        )

    def test_cannot_quote_an_article_that_is_not_there(self, write, seed):
        write("knowledge/events.toml", 'article = "needs"', 'article = "wants"')
        assert (
            "events.toml, orders-move: “Since the rules changed” is not in the article wants"
            in self.refusal(seed)
        )

    @pytest.mark.parametrize(
        ("name", "old", "new", "words"),
        [
            (
                "knowledge/events.toml",
                '"report"',
                '"rumour"',
                "events.toml, orders-move: There is no source “rumour”",
            ),
            (
                "knowledge/events.toml",
                '"huawei"',
                '"hauwei"',
                "events.toml, orders-move: There is no entity “hauwei”",
            ),
            (
                "knowledge/events.toml",
                '"response"',
                '"reply"',
                "events.toml, orders-move: There is no phase “reply”",
            ),
            ("knowledge/events.toml", "title", "tilte", "events.toml, orders-move: "),
            (
                "knowledge/events.toml",
                "[[event]]",
                "[[evnet]]",
                "events.toml: expected [[event]] tables, found evnet",
            ),
            ("knowledge/events.toml", "evidence = ", "rests = ", "events.toml, orders-move: "),
            (
                "knowledge/relations.toml",
                "customer-of",
                "founded",
                "relations.toml, huawei: “founded” does not join",
            ),
            (
                "knowledge/relations.toml",
                "evidence",
                "proof",
                "relations.toml, huawei: 'evidence' is missing",
            ),
            ("knowledge/entities/companies.toml", "company", "firm", "companies.toml, huawei: "),
            (
                "knowledge/entities/companies.toml",
                '"report"',
                '"rumour"',
                "companies.toml, huawei: There is no source “rumour”",
            ),
            ("knowledge/phases.toml", "order = 1", "order = ", "phases.toml: "),
            ("record/01-needs.md", '"duo"', '"trio"', "01-needs.md, needs: There is no series “trio”"),
            (
                "record/01-needs.md",
                "[^report]",
                "[^rumour]",
                "01-needs.md, needs: No words and no source for the footnote",
            ),
            ("record/01-needs.md", "+++\nslug", "slug", "01-needs.md: must begin with front matter"),
            ("record/01-needs.md", 'title = "Needs"', "title = Needs", "01-needs.md: "),
            ("record/sources.toml", "title", "tilte", "sources.toml, report: "),
        ],
    )
    def test_is_named_with_its_entry_and_leaves_nothing_behind(self, write, seed, name, old, new, words):
        write(name, old, new)
        assert self.refusal(seed).startswith(f"Nothing was loaded. {words}")

    def test_is_told_of_by_the_loader_itself(self, write, tmp_path):
        write("record/series.toml", "title", "tilte")
        with pytest.raises(SeedError, match=r"series\.toml, duo"):
            record.seed(tmp_path / "record")
