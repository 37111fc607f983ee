import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from reversion.models import Version

from articles.models import Article
from entities.linking.names import current_names
from entities.linking.occurrences import names_in
from entities.models import Entity, LinkDecision, Mention
from tests import cast
from tests.desk import edda, form_on, nora, text_of, wen

pytestmark = pytest.mark.django_db

BODY = "Huawei pays the foundry.\n\nThen Huawei pays the foundry again.\n\nIn all, Huawei pays."


@pytest.fixture
def article() -> Article:
    cast.duo()
    return cast.write(body=BODY)


def page_of(article: Article) -> str:
    return reverse("admin:article_names", args=[article.pk])


def key_of(article: Article, words: str, number: int = 0) -> str:
    return [named for named in names_in(article) if named.place["surface"] == words][number].key


def links(article: Article) -> list[tuple[str, str]]:
    """What readers see, once the manuscript as it is has been published."""
    edition = article.live_edition or article.publish(editor=None)
    found = Mention.objects.filter(passage__edition=edition, linked=True).order_by(
        "passage__position", "start"
    )
    return list(found.values_list("surface", "entity__name"))


class TestThePage:
    def test_shows_what_each_name_would_link_to(self, article):
        page = text_of(edda().get(page_of(article)))
        assert "<mark>Huawei</mark> pays the foundry.</q>" in page
        assert "Links to <strong>Huawei</strong>." in page
        assert page.count("Names <strong>Huawei</strong>, without a link") == 2

    def test_is_led_to_by_the_preview_and_by_the_form(self, article):
        desk, form = edda(), reverse("admin:articles_article_change", args=[article.pk])
        opened = desk.get(form)
        assert f'href="{page_of(article)}"' in text_of(opened)
        preview = desk.post(reverse("admin:article_preview", args=[article.pk]), form_on(opened))
        assert f'href="{page_of(article)}"' in text_of(preview)

    def test_says_why_there_is_none_for_a_text_that_cannot_be_published(self, article):
        Article.objects.update(body="> " * 400 + "deep")
        assert edda().get(page_of(article)).status_code == 200

    def test_costs_no_more_queries_for_a_longer_text(self, article):
        desk = edda()

        def queries() -> int:
            current_names()
            with CaptureQueriesContext(connection) as captured:
                assert desk.get(page_of(article)).status_code == 200
            return len(captured)

        queries()
        before = queries()
        Article.objects.update(body="\n\n".join(f"{n}: Huawei pays SMIC." for n in range(500)))
        assert queries() == before

    def test_comes_by_pages(self, article):
        Article.objects.update(body="\n\n".join(f"{n}: Huawei pays SMIC." for n in range(500)))
        page = text_of(edda().get(page_of(article), {"p": "2"}))
        assert page.count("<mark>") == 200
        assert "?p=3" in page


class TestDeciding:
    def test_that_a_name_links_to_nothing(self, article):
        edda().post(page_of(article), {"one": f"{key_of(article, 'Huawei')}.no"})
        assert LinkDecision.objects.get().entity is None
        assert links(article) == [("Huawei", "Huawei")]
        assert Mention.objects.filter(linked=True).get().passage.text.startswith("Then")

    def test_that_another_place_has_the_link_too(self, article):
        key = key_of(article, "Huawei", 2)
        edda().post(page_of(article), {"one": f"{key}.{Entity.objects.get(slug='huawei').pk}"})
        assert Mention.objects.count() == 0
        links(article)
        assert Mention.objects.filter(linked=True).get().passage.text == "In all, Huawei pays."

    def test_that_some_link_to_another_entity(self, article):
        keys = [key_of(article, "Huawei", number) for number in (0, 1)]
        response = edda().post(
            page_of(article), {"these": keys, "entity": "中芯国际", "answer": "link"}, follow=True
        )
        assert "2 places: links to “SMIC”." in text_of(response)
        assert links(article) == [("Huawei", "SMIC"), ("Huawei", "SMIC"), ("Huawei", "Huawei")]

    def test_reaches_readers_where_the_words_are_published(self, article):
        article.publish(editor=None)
        edda().post(page_of(article), {"one": f"{key_of(article, 'Huawei')}.no"})
        assert Mention.objects.filter(linked=True).get().passage.text.startswith("Then")

    def test_can_be_taken_back(self, article):
        desk = edda()
        before = links(article)
        desk.post(page_of(article), {"one": f"{key_of(article, 'Huawei')}.no"})
        page = text_of(desk.get(page_of(article)))
        assert "Links to nothing. An editor decided so." in page
        desk.post(page_of(article), {"one": f"{key_of(article, 'Huawei')}.forget"})
        assert links(article) == before
        assert not LinkDecision.objects.exists()

    def test_can_be_changed(self, article):
        desk, smic = edda(), Entity.objects.get(slug="smic")
        for answer in ("no", smic.pk):
            desk.post(page_of(article), {"one": f"{key_of(article, 'Huawei')}.{answer}"})
        assert LinkDecision.objects.get().entity == smic

    def test_is_kept_in_history(self, article):
        edda().post(page_of(article), {"one": f"{key_of(article, 'Huawei')}.no"})
        version = Version.objects.get_for_object(LinkDecision.objects.get()).get()
        assert version.revision.user.username == "edda"


class TestASharedSpelling:
    @pytest.fixture(autouse=True)
    def owners(self):
        return cast.entity("Semi South", aliases=("the foundry",)), cast.entity(
            "Semi North", aliases=("the foundry",)
        )

    def test_is_settled_for_the_whole_article(self, article, owners):
        desk = edda()
        page = desk.get(page_of(article))
        assert "“the foundry” could mean Semi South or Semi North" in text_of(page)
        assert "In this article (2 places):" in text_of(page)
        (shared,) = page.context["shared"]
        desk.post(page_of(article), {"one": f"{shared.keys}.{owners[1].pk}"})
        assert links(article).count(("the foundry", "Semi North")) == 2
        assert "could mean" not in text_of(desk.get(page_of(article)))

    def test_is_settled_in_one_place(self, article, owners):
        edda().post(page_of(article), {"one": f"{key_of(article, 'the foundry', 1)}.{owners[0].pk}"})
        assert links(article).count(("the foundry", "Semi South")) == 1


class TestOddAnswers:
    @pytest.mark.parametrize(
        ("data", "said"),
        [
            ({}, "Tick the places first"),
            ({"one": "nonsense.no"}, "Tick the places first"),
            ({"answer": "link", "entity": "Nobody", "these": "KEY"}, "“Nobody” is the name of no entity"),
            ({"answer": "link", "entity": "", "these": "KEY"}, "Say which entity"),
            ({"answer": "odd", "these": "KEY"}, "Say which entity"),
            ({"one": "KEY.999999999"}, "Say which entity"),
            ({"one": f"KEY.{'9' * 40}"}, "Say which entity"),
            ({"one": "KEY.²"}, "Say which entity"),
        ],
    )
    def test_are_refused_in_plain_words(self, article, data, said):
        key = key_of(article, "Huawei")
        data = {name: value.replace("KEY", key) for name, value in data.items()}
        assert said in text_of(edda().post(page_of(article), data, follow=True))
        assert not LinkDecision.objects.exists()

    def test_about_a_private_entity_are_refused(self, article):
        hidden = cast.entity("Hidden", public=False)
        edda().post(page_of(article), {"one": f"{key_of(article, 'Huawei')}.{hidden.pk}"})
        assert not LinkDecision.objects.exists()

    def test_about_what_is_not_there_find_nothing(self, article):
        gone = page_of(article)
        article.delete()
        assert edda().post(gone).status_code == 404


class TestRoles:
    def test_writers_look_and_do_not_decide(self, article):
        desk, data = wen(), {"one": f"{key_of(article, 'Huawei')}.no"}
        assert "<button" not in desk.get(page_of(article)).content.decode().partition("<main")[2]
        assert desk.post(page_of(article), data).status_code == 403
        assert not LinkDecision.objects.exists()

    def test_nobody_else_does_either(self, article):
        desk, data = nora(), {"one": f"{key_of(article, 'Huawei')}.no"}
        assert desk.get(page_of(article)).status_code == 403
        assert desk.post(page_of(article), data).status_code == 403
        assert not LinkDecision.objects.exists()
