import pytest
from django.contrib.admin.models import LogEntry
from django.core.exceptions import ValidationError
from django.urls import reverse
from taggit.models import Tag

from articles.admin.fields.tag_names import TagNamesField
from chipduo.models import User
from tests import cast
from tests.desk import edda, form_on, sent, text_of, wen

pytestmark = pytest.mark.django_db


class TestTagNames:
    def test_keep_commas_and_spaces(self):
        assert TagNamesField().clean("chips, small\n  two   words \n\n芯片") == [
            "chips, small",
            "two words",
            "芯片",
        ]

    def test_are_said_once_whatever_the_case(self):
        assert TagNamesField().clean("EUV\neuv\nEuv") == ["EUV"]

    def test_are_kept_as_they_are_seen(self):
        assert TagNamesField().clean("E\u200bUV\nEUV\u202e") == ["EUV"]

    @pytest.mark.parametrize("name", ["+", "！？", "x" * 101, "E\u0443\u0432V"])
    def test_are_refused_when_no_address_could_be_made(self, name):
        with pytest.raises(ValidationError):
            TagNamesField().clean(name)

    def test_are_refused_in_masses(self):
        with pytest.raises(ValidationError, match="61 tags"):
            TagNamesField().clean("\n".join(f"tag {n}" for n in range(61)))

    def test_are_not_made_by_those_who_may_not(self):
        Tag.objects.create(name="EUV")
        field = TagNamesField()
        field.may_make_tags = False
        assert field.clean("euv") == ["euv"]
        with pytest.raises(ValidationError, match="may not make new tags: new"):
            field.clean("euv\nnew")


class TestTagsOfAnArticle:
    def test_are_shown_one_on_each_line_and_saved_as_they_are(self):
        article, desk = cast.write(tags=("chips, small", "EUV")), wen()
        page = reverse("admin:articles_article_change", args=[article.pk])
        assert form_on(desk.get(page))["tags"] == "EUV\nchips, small"
        sent(desk, page)
        assert sorted(article.tags.names()) == ["EUV", "chips, small"]
        assert LogEntry.objects.get().get_change_message() == "No fields changed."

    def test_find_the_tag_that_is_there_whatever_the_case(self):
        Tag.objects.create(name="EUV")
        article = cast.write()
        sent(edda(), reverse("admin:articles_article_change", args=[article.pk]), tags="euv")
        assert Tag.objects.get().name == "EUV"
        assert list(article.tags.names()) == ["EUV"]

    def test_are_offered_by_the_autocomplete(self):
        Tag.objects.create(name="chips, small")
        asked = {"app_label": "taggit", "model_name": "taggeditem", "field_name": "tag", "term": "CHIPS"}
        assert [tag["text"] for tag in wen().get("/admin/autocomplete/", asked).json()["results"]] == [
            "chips, small"
        ]

    def test_cannot_be_made_by_who_may_only_change_articles(self):
        article, desk = cast.write(), wen()
        User.objects.get().groups.get().permissions.remove(
            *User.objects.get().groups.get().permissions.filter(codename="add_tag")
        )
        response = sent(desk, reverse("admin:articles_article_change", args=[article.pk]), tags="new")
        assert "may not make new tags" in text_of(response)
        assert not Tag.objects.exists()
