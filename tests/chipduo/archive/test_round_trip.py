"""A site, its archive, and the site that is made of it."""

import tomllib
from datetime import timedelta

import pytest
from django.apps import apps
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.test import Client, override_settings
from django.utils import timezone
from taggit.models import Tag

from articles.models import Article, Comment, Edition, Review, Source, TagSynonym
from chipduo.archive.contents import ALSO_CARRIED, LEFT_OUT, MADE_ANEW, carried
from chipduo.models import Dismissal, User
from entities.linking.names_changing import names_changing
from entities.merging import merge
from entities.models import Alias, Entity, Event, LinkDecision, StaleEdition
from entities.recording import record_all
from tests import cast, public_site
from tests.archives import empty_the_site, exported, files_of, imported
from tests.chipduo.test_non_interference import assert_same
from tests.crawl import Crawl, crawl

pytestmark = pytest.mark.django_db

IN_TEXT = f"lead/{'fedcba9876543210' * 2}.webp"
ASKED = [*public_site.STARTS, *public_site.KEPT, "/articles/half/editions/1/", "/entities/hisilicon/"]


@pytest.fixture(scope="module", autouse=True)
def site(module_db, tmp_path_factory):
    with override_settings(MEDIA_ROOT=str(tmp_path_factory.mktemp("media"))):
        public_site.open_to_readers()
        public_site.keep_from_readers()
        leave_traces()
        yield


@pytest.fixture(scope="module")
def archive(site, tmp_path_factory):
    return exported(tmp_path_factory.mktemp("archive"))


@pytest.fixture(scope="module")
def before(site) -> Crawl:
    return crawl(Client().get, ASKED)


def leave_traces() -> None:
    """What a site gathers in years: rows that went, addresses that moved, links that wait, marks of editors."""
    cast.source("gone")
    Source.objects.filter(slug="gone").delete()
    huawei = Entity.objects.get(slug="huawei")
    with names_changing():
        merge([cast.entity("HiSilicon")], huawei)
    half = Article.objects.get(slug="half")
    LinkDecision.objects.create(article=half, surface="SMIC", suffix=" as it was")
    edda = User.objects.get(username="edda")
    Comment.objects.say(half, edda, "Is it?", quote=half.title).resolve(edda)
    Review.objects.ask(half, edda, "Look.")
    cast.move(huawei, "huawei-technologies")
    cast.move(huawei, "huawei")
    smic = Entity.objects.get(slug="smic")
    with override_settings(RELINK_AT_ONCE=0), names_changing(smic.pk):
        smic.add_alias("its chips")
    windows = cast.write("windows", "Lines\r\nof another kind.\r\n", standfirst="+++\nodd")
    windows.publish(editor=edda, until=timezone.now() + timedelta(days=3))
    Event.objects.filter(slug="founded").update(summary='Three """ quotes,\r\na \\ and a \t tab.')
    Dismissal.objects.create(queue="unsourced", key="event-1", words="Left.", by=edda)
    TagSynonym.objects.remember(Tag.objects.order_by("pk")[0], "Another word")
    default_storage.save(IN_TEXT, ContentFile(b"RIFF"))
    cast.write("pictured", f"![A fab](/media/{IN_TEXT})")
    record_all()


class TestTheSiteOfAnArchive:
    def test_answers_every_reader_as_the_first_one_did(self, before, archive, client):
        empty_the_site()
        imported(archive)
        assert_same(before, crawl(client.get, ASKED))

    def test_has_the_same_archive_to_the_byte(self, archive, tmp_path):
        empty_the_site()
        imported(archive)
        assert files_of(exported(tmp_path)) == files_of(archive)
        assert exported(tmp_path, "again.zip").read_bytes() == archive.read_bytes()

    def test_keeps_what_waits_to_be_linked_waiting(self, archive):
        waiting = set(StaleEdition.objects.values_list("edition", "since"))
        empty_the_site()
        imported(archive)
        assert waiting
        assert set(StaleEdition.objects.values_list("edition", "since")) == waiting

    def test_keeps_what_was_said_of_a_manuscript(self, archive):
        empty_the_site()
        imported(archive)
        comment, review = Comment.objects.get(text="Is it?"), Review.objects.waiting().get(note="Look.")
        assert (comment.by.username, comment.quote) == ("edda", comment.article.title)
        assert comment.resolved
        assert review.article == comment.article

    def test_knows_other_words_for_a_tag(self, archive):
        empty_the_site()
        imported(archive)
        assert TagSynonym.objects.put_in(["another WORD"]) == [Tag.objects.order_by("pk")[0].name]

    def test_counts_on_from_the_keys_it_was_given(self, archive):
        empty_the_site()
        imported(archive)
        highest = Alias.objects.order_by("-pk").first().pk
        assert cast.entity("Newcomer").aliases.get().pk > highest

    def test_knows_who_published_by_name_alone(self, archive):
        User.objects.filter(username="edda").update(username="somebody-else")
        empty_the_site()
        imported(archive)
        edda = User.objects.get(username="edda")
        assert Edition.objects.filter(editor=edda).exists()
        assert (edda.is_active, edda.is_staff, edda.has_usable_password()) == (False, False, False)


class TestAnArchive:
    def test_is_the_same_file_whenever_it_is_written(self, archive, tmp_path):
        assert exported(tmp_path).read_bytes() == archive.read_bytes()

    def test_has_a_file_for_each_thing_with_an_address(self, archive):
        names = set(files_of(archive))
        assert {
            "articles/needs/manuscript.md", "articles/needs/editions/2.md", "articles/needs/editions/2.toml",
            "articles/draft/manuscript.md", "entities/huawei.toml", "relations/huawei.toml", "events/founded.toml",
            f"media/{public_site.PICTURE}", f"media/{IN_TEXT}", "sources.toml", "tags.toml", "old-addresses.toml",
        } <= names  # fmt: skip

    def test_can_be_read(self, archive):
        text = files_of(archive)["events/founded.toml"].decode()
        assert 'title = "Founded"' in text
        assert 'when = "1987"' in text
        assert 'entities = [\n    "huawei",\n]' in text

    def test_stands_in_no_order_that_only_a_database_knows(self, tmp_path):
        founded = Event.objects.get(slug="founded")
        for slug, name in [("b", "alpha"), ("a-b", "Zeta"), ("ab", "Émile")]:
            founded.entities.add(Entity.objects.create(slug=slug, name=name, kind=Entity.Kind.COMPANY))
        data = tomllib.loads(files_of(exported(tmp_path))["events/founded.toml"].decode())
        [event] = data["event"]
        assert event["entities"] == ["a-b", "ab", "b", "huawei"]
        assert list(event["changes"][0]["stands"]) == sorted(event["changes"][0]["stands"])

    def test_says_that_it_is_private_and_holds_no_password(self, archive):
        files = files_of(archive)
        assert b"private = true" in files["about.toml"]
        edda = User.objects.get(username="edda")
        assert not any(edda.password.encode() in data for data in files.values())


class TestEveryModel:
    def test_is_carried_or_made_anew_or_left_out_for_a_reason(self):
        known = carried() | set(MADE_ANEW) | set(LEFT_OUT)
        assert set(apps.get_models()) == known

    def test_is_one_of_these_alone(self):
        assert not carried() & set(MADE_ANEW)
        assert not carried() & set(LEFT_OUT)
        assert set(ALSO_CARRIED) <= carried()
