from datetime import timedelta

import pytest
from django.utils import timezone

from articles.models import Edition, Series
from tests import cast

pytestmark = pytest.mark.django_db
LATER = timezone.now() + timedelta(days=1)
PAGES = ["", ".md", ".json", "/editions/", "/editions/1/", "/editions/2/", "/changes/1..2/"]
HUGE = 10**30


def address(slug: str, page: str) -> str:
    return f"/articles/{slug}{page or '/'}"


@pytest.fixture
def article():
    """Two editions, each of which readers have read."""
    first = cast.published(body="Huawei orders chips.\n\nSMIC makes them.", standfirst="Who makes what.")
    cast.republished(first, "Huawei orders many chips.\n\nSMIC makes them.", note="How many.")
    return first.article


class TestTheList:
    @pytest.mark.parametrize("page", ["0", "-1", "abc", "", "1.5", "２", "9" * 9, str(10**9), "2"])
    def test_has_only_the_pages_it_has(self, client, article, page):
        assert client.get("/articles/", {"page": page}).status_code == 404

    def test_has_fifty_to_a_page_and_each_article_once(self, client):
        for number in range(51):
            cast.published(f"a-{number}", body="Words.")
        pages = [client.get("/articles/", {"page": page}).context["page"].object_list for page in (1, 2)]
        assert [len(page) for page in pages] == [50, 1]
        assert len({edition.pk for page in pages for edition in page}) == 51

    def test_is_there_when_nothing_is(self, client):
        assert client.get("/articles/").status_code == 200

    def test_shows_what_is_live_and_nothing_else(self, client, article):
        cast.write("draft", title="Draft")
        cast.write("tomorrow", title="Tomorrow").publish(editor=None, at=LATER)
        cast.published("gone", title="Gone").article.withdraw()
        shown = client.get("/articles/").context["page"].object_list
        assert [edition.article.slug for edition in shown] == ["needs"]

    @pytest.mark.parametrize("count", [1, 9])
    def test_takes_as_many_queries_for_many_as_for_one(self, client, django_assert_num_queries, count):
        for number in range(count):
            cast.published(f"a-{number}", body="Words.", tags=("chips",))
        with django_assert_num_queries(2):
            client.get("/articles/")


class TestPages:
    @pytest.mark.parametrize("page", PAGES)
    def test_are_there(self, client, article, page):
        assert client.get(address("needs", page)).status_code == 200

    @pytest.mark.parametrize("page", PAGES)
    def test_of_what_never_was_are_not_found(self, client, article, page):
        assert client.get(address("nothing", page)).status_code == 404

    @pytest.mark.parametrize("page", PAGES)
    def test_of_a_manuscript_are_not_found(self, client, page):
        cast.write("draft")
        assert client.get(address("draft", page)).status_code == 404

    @pytest.mark.parametrize("page", PAGES)
    def test_of_a_scheduled_article_are_not_found(self, client, page):
        cast.write("tomorrow").publish(editor=None, at=LATER)
        assert client.get(address("tomorrow", page)).status_code == 404

    @pytest.mark.parametrize("page", PAGES)
    def test_of_a_withdrawn_article_are_gone(self, client, article, page):
        article.withdraw()
        assert client.get(address("needs", page)).status_code == 410

    @pytest.mark.parametrize("page", PAGES)
    def test_of_an_article_that_ended_are_gone(self, client, article, page):
        Edition.objects.filter(live_until=None).update(live_until=timezone.now())
        assert client.get(address("needs", page)).status_code == 410

    @pytest.mark.parametrize("page", PAGES)
    def test_say_nothing_of_what_is_scheduled(self, client, article, page):
        second = article.live_edition
        cast.republished(second, "The secret of tomorrow.", note="A secret note.", at=LATER)
        assert b"secret" not in client.get(address("needs", page)).content


class TestAddresses:
    @pytest.mark.parametrize("page", PAGES)
    def test_that_changed_lead_on_with_their_questions(self, client, article, page):
        cast.move(article, "wants")
        cast.move(article, "demand")
        answer = client.get(address("needs", page) + "?from=2019&q=%E5%8D%8E")
        assert answer.status_code == 301
        assert answer["Location"] == address("demand", page) + "?from=2019&q=%E5%8D%8E"

    def test_that_changed_are_gone_with_the_article(self, client, article):
        cast.move(article, "demand")
        article.withdraw()
        assert client.get("/articles/needs/").status_code == 410

    def test_that_no_reader_knew_lead_nowhere(self, client):
        article = cast.write("secret-name")
        cast.move(article, "name")
        article.publish(editor=None)
        assert client.get("/articles/secret-name/").status_code == 404

    def test_that_another_article_takes_over_are_its_own_from_when_it_is_public(self, client, article):
        cast.move(article, "demand")
        other = cast.write("other", body="The other.")
        cast.move(other, "needs")
        assert client.get("/articles/needs/")["Location"] == "/articles/demand/"
        other.publish(editor=None)
        assert b"The other." in client.get("/articles/needs/").content
        other.withdraw()
        assert client.get("/articles/needs/").status_code == 410


class TestAnEdition:
    def test_shows_its_own_words(self, client, article):
        assert b"Huawei orders chips." in client.get("/articles/needs/editions/1/").content
        assert b"Huawei orders many chips." in client.get("/articles/needs/editions/2/").content

    @pytest.mark.parametrize("number", [0, 3, HUGE])
    def test_that_never_was_is_not_found(self, client, article, number):
        assert client.get(f"/articles/needs/editions/{number}/").status_code == 404

    def test_that_is_scheduled_is_not_found(self, client, article):
        cast.republished(article.live_edition, "Tomorrow.", at=LATER)
        assert client.get("/articles/needs/editions/3/").status_code == 404
        assert client.get("/articles/needs/changes/2..3/").status_code == 404

    def test_that_is_suppressed_is_gone(self, client, article):
        article.editions.get(number=1).suppress()
        assert client.get("/articles/needs/editions/1/").status_code == 410
        assert client.get("/articles/needs/changes/1..2/").status_code == 410
        assert client.get("/articles/needs/editions/2/").status_code == 200
        assert client.get("/articles/needs/editions/").status_code == 200
        assert b"orders chips" not in client.get("/articles/needs/editions/").content

    @pytest.mark.parametrize("page", PAGES)
    def test_that_is_live_and_suppressed_takes_the_article_with_it(self, client, article, page):
        article.live_edition.suppress()
        assert client.get(address("needs", page)).status_code == 410


class TestChanges:
    @pytest.mark.parametrize(("first", "second"), [(1, 2), (2, 1), (1, 3), (2, 3), (3, 1)])
    def test_are_told_between_any_two(self, client, article, first, second):
        cast.republished(article.live_edition, "Nobody orders chips.")
        answer = client.get(f"/articles/needs/changes/{first}..{second}/")
        assert answer.status_code == 200
        assert (answer.context["old"].number, answer.context["new"].number) == (first, second)
        assert any(change.state != "same" for change in answer.context["changes"])

    @pytest.mark.parametrize("two", ["1..1", "1..3", "0..1", f"1..{HUGE}", f"{HUGE}..1", f"{HUGE}..{HUGE}1"])
    def test_of_what_never_was_are_not_found(self, client, article, two):
        assert client.get(f"/articles/needs/changes/{two}/").status_code == 404


class TestTheMarkdown:
    def test_is_the_text_as_it_was_written(self, client, article):
        answer = client.get("/articles/needs.md")
        assert answer["Content-Type"] == "text/markdown; charset=utf-8"
        text = "# Needs\n\nWho makes what.\n\nHuawei orders many chips.\n\nSMIC makes them.\n"
        assert answer.content.decode() == text


class TestASeries:
    def test_shows_its_parts_in_order_and_only_what_is_live(self, client):
        book = Series.objects.create(slug="duo", title="The Duo")
        for slug, part in (("second", 2), ("first", 1)):
            cast.published(slug, series=book, part=part)
        cast.write("third", series=book, part=3).publish(editor=None, at=LATER)
        parts = client.get("/series/duo/").context["parts"]
        assert [part.article.slug for part in parts] == ["first", "second"]

    def test_with_nothing_to_read_is_not_found(self, client):
        book = Series.objects.create(slug="duo", title="The Duo")
        assert client.get("/series/duo/").status_code == 404
        cast.write("third", series=book, part=3).publish(editor=None, at=LATER)
        assert client.get("/series/duo/").status_code == 404

    def test_that_moved_leads_on(self, client):
        book = Series.objects.create(slug="duo", title="The Duo")
        cast.published(series=book, part=1)
        cast.move(book, "pair")
        assert client.get("/series/duo/?x=1")["Location"] == "/series/pair/?x=1"
