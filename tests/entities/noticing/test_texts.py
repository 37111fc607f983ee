"""What is noticed in the texts of editions: there as soon as they are published, and gone with what caused it."""

import pytest
from django.utils import timezone

from entities.linking.names_changing import names_changing
from entities.linking.relinking import relink
from entities.models import LinkDecision, Sighting
from tests import cast

pytestmark = pytest.mark.django_db

Kind = Sighting.Kind


def seen(*kinds: str) -> list[tuple[str, str]]:
    rows = Sighting.objects.of(*(kinds or Kind.values)).in_what_is_read().for_lists()
    return sorted((one.kind, one.target or one.surface) for one in rows)


class TestNotice:
    def test_sees_a_spelling_that_two_share_until_one_has_it_alone(self):
        apple, _ = cast.entity("Apple"), cast.entity("Apple Records", aliases=("Apple",))
        cast.published("one", "It was sold to Apple.")
        assert seen() == [("shared", "Apple")]
        with names_changing(apple.pk):
            apple.aliases.all().delete()
        assert seen() == []

    def test_sees_no_spelling_of_which_an_editor_decided(self):
        apple, _ = cast.entity("Apple"), cast.entity("Apple Records", aliases=("Apple",))
        edition = cast.published("one", "It was sold to Apple.")
        LinkDecision.objects.create(article=edition.article, surface="Apple", prefix="to ", entity=apple)
        relink(edition)
        assert seen() == []

    def test_sees_a_name_until_somebody_has_it(self):
        cast.published("one", "It was sold to Nikon.")
        assert seen() == [("name", "Nikon")]
        cast.entity("Nikon")
        assert seen() == []

    def test_sees_a_link_by_hand_to_nobody_until_there_is_somebody(self):
        cast.published("one", "It was sold to [[Nikon|the firm]].")
        assert seen() == [("nobody", "Nikon")]
        cast.entity("Nikon")
        assert seen() == []

    def test_sees_words_that_are_true_for_a_while(self):
        cast.published("one", "# Now and then\n\nIt currently sells phones.\n\n> It sells them now.\n")
        assert seen() == [("vague", "currently")]

    @pytest.mark.parametrize(
        ("address", "noticed"),
        [
            ("/articles/other/", [("article", "other")]),
            ("/articles/other/editions/3/", [("article", "other")]),
            ("/entities/smic/?order=time#x", [("entity", "smic")]),
            ("/timeline/orders-move/", [("event", "orders-move")]),
            ("/series/duo/", [("series", "duo")]),
            ("/sources/report/", [("source", "report")]),
            ("/tags/chips/", [("tag", "chips")]),
            ("http://127.0.0.1:8000/articles/other/", [("article", "other")]),
            ("/no/such/page/", [("nowhere", "/no/such/page/")]),
            ("/timeline/", []),
            ("/search/?q=x", []),
            ("https://example.org/articles/other/", []),
            ("//example.org/articles/other/", []),
            ("#other", []),
            ("mailto:a@example.org", []),
        ],
    )
    def test_sees_where_links_lead_on_this_site(self, address, noticed):
        cast.published("one", f"See [here]({address}).")
        assert seen() == noticed

    def test_forgets_the_editions_that_nobody_will_read_again(self):
        edition = cast.published("one", "It was sold to Nikon.")
        cast.republished(edition, "It was sold.")
        assert not Sighting.objects.exists()

    def test_looks_at_what_is_scheduled_too(self):
        article = cast.write("one", "It was sold to Nikon.")
        article.publish(editor=None, at=timezone.now() + timezone.timedelta(days=1))
        assert seen() == [("name", "Nikon")]

    def test_no_longer_counts_what_is_withdrawn(self):
        cast.published("one", "It was sold to Nikon.").article.withdraw()
        assert seen() == []

    def test_twice_is_the_same(self):
        edition = cast.published("one", "It was sold to Nikon, which now sells [it](/x/).")
        rows = Sighting.objects.order_by("edition", "kind", "start").values_list("kind", "key", "start")
        before = list(rows.all())
        relink(edition)
        assert list(rows.all()) == before

    def test_calls_the_same_words_by_the_same_key_in_the_next_edition(self):
        edition = cast.published("one", "First.\n\nIt currently sells phones.")
        key = Sighting.objects.get(kind="vague").key
        cast.republished(edition, "It currently sells phones.\n\nNew.")
        assert Sighting.objects.get(kind="vague").key == key
