"""Foreign words on public pages: each has its language, in whatever field an editor wrote it."""

import pytest
from django.db.models import F, Value
from django.db.models.functions import Concat
from taggit.models import Tag

from articles.models import Edition, Series, Source
from entities.models import Alias, Entity, Event, Fact, Phase, Relation
from tests import cast, public_site
from tests.crawl import crawl
from tests.languages import without_language

pytestmark = pytest.mark.django_db

WRITTEN = {
    Edition: ["title", "standfirst", "byline", "note", "lead_image_alt"],
    Series: ["title", "standfirst"],
    Source: ["title", "citation", "publisher"],
    Entity: ["name", "description", "native_name", "about_html"],
    Alias: ["text"],
    Event: ["title", "summary"],
    Phase: ["title", "summary"],
    Fact: ["label", "value"],
    Relation: ["note"],
    Tag: ["name"],
}


@pytest.fixture(scope="module", autouse=True)
def site(module_db):
    public_site.open_to_readers()
    cast.published("han", "国发〔2015〕28号 names Huawei.\n\n## 华为\n\nSMIC (中芯国际).[^report]\n")
    Entity.objects.update(native_language="zh-Hans")
    for model, fields in WRITTEN.items():
        model.objects.update(**{name: Concat(F(name), Value(" 华为")) for name in fields})


class TestAForeignWord:
    def test_has_its_language_on_every_page(self, client):
        pages = {
            path: answer
            for path, answer in crawl(client.get, most_combined=10).answers.items()
            if answer.kind == "text/html"
        }
        found = {path: words for path, page in pages.items() if (words := without_language(page.text))}
        assert len(pages) > 50
        assert found == {}

    def test_keeps_the_language_that_its_name_says(self, client):
        assert '<p class="names" lang="zh-Hans"> 华为</p>' in client.get("/entities/huawei/").text

    def test_that_was_asked_for_has_one_in_the_answer(self, client):
        assert without_language(client.get("/entities/?kind=华为").text) == []

    @pytest.mark.parametrize("address", ["/articles/han.md", "/articles/han.json", "/feed/", "/feed.json"])
    def test_is_plain_where_there_is_no_markup(self, client, address):
        assert "<span lang" not in client.get(address).text

    def test_leaves_the_admin_alone(self, admin_client):
        assert "<span lang" not in admin_client.get("/admin/entities/entity/").text
