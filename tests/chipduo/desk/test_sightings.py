"""The queues of what was noticed in texts: each settled as an editor settles it, by pressing a button."""

from datetime import UTC, datetime
from urllib.parse import quote

import pytest
from reversion.models import Version

from articles.models import Article, Edition
from chipduo.desk.dismissal import Dismissal
from entities.models import Alias, LinkDecision, Mention, Sighting
from tests import cast
from tests.desk import edda, form_on, text_of, wen

pytestmark = pytest.mark.django_db

AMBIGUOUS, NAMES, VAGUE = (f"/admin/queues/{slug}/" for slug in ("ambiguous", "names", "vague-times"))


class TestAmbiguous:
    @pytest.fixture
    def two(self):
        pair = cast.entity("Apple"), cast.entity("Apple Records", aliases=("Apple",))
        cast.published("one", "It was sold to Apple. So did Apple say.")
        return pair

    def keys(self) -> list[str]:
        return list(Sighting.objects.of("shared").order_by("start").values_list("key", flat=True))

    def test_asks_which_is_meant_in_which_sentence(self, two):
        page = text_of(edda().get(AMBIGUOUS))
        assert "It was sold to <mark>Apple</mark>." in page
        assert "Apple (company)" in page and "Apple Records (company)" in page

    def test_links_the_one_place_to_the_one_that_is_meant(self, two):
        _, records = two
        edda().post(AMBIGUOUS, {"settle": f"link.{records.pk} {self.keys()[1]}"})
        assert Mention.objects.get().entity == records
        assert Mention.objects.get().start > 20
        assert Sighting.objects.of("shared").count() == 1

    def test_links_many_at_once(self, two):
        edda().post(AMBIGUOUS, {"settle": f"link.{two[0].pk}", "row": self.keys()})
        assert Mention.objects.filter(entity=two[0]).count() == 2

    def test_keeps_a_place_from_being_a_link(self, two):
        edda().post(AMBIGUOUS, {"settle": f"no {self.keys()[0]}"})
        assert LinkDecision.objects.get().entity is None
        assert Sighting.objects.of("shared").count() == 1

    def test_links_to_nobody_who_has_not_that_spelling(self, two):
        other = cast.entity("Other")
        edda().post(AMBIGUOUS, {"settle": f"link.{other.pk} {self.keys()[0]}"})
        assert not LinkDecision.objects.exists()

    def test_decisions_are_in_the_history(self, two):
        desk = edda()
        desk.post(AMBIGUOUS, {"settle": f"no {self.keys()[0]}"})
        history = desk.get(f"/admin/entities/linkdecision/{LinkDecision.objects.get().pk}/history/")
        assert "Decided in the queue" in text_of(history)


class TestNames:
    @pytest.fixture
    def nikon(self):
        cast.published("one", "It bought from Nikon. Then Nikon sold it.\n\nThe scanners of Nikon are here.")
        cast.published("two", "It bought from Zeiss.")

    def test_are_those_seen_three_times_or_more_with_their_sentences(self, nikon):
        page = text_of(edda().get(NAMES))
        assert "It bought from <mark>Nikon</mark>." in page
        assert "Seen 3 times." in page
        assert "Zeiss" not in page

    def test_lead_nobody_to_a_form_that_they_may_not_send(self, nikon):
        assert "/admin/entities/entity/add/" not in text_of(wen().get(NAMES))

    def test_lead_to_a_form_with_the_name_in_it(self, nikon):
        desk = edda()
        assert "/admin/entities/entity/add/?name=Nikon&amp;slug=nikon" in text_of(desk.get(NAMES))
        filled = form_on(desk.get("/admin/entities/entity/add/?name=Nikon&slug=nikon"))
        assert (filled["name"], filled["slug"]) == ("Nikon", "nikon")

    def test_become_further_spellings_of_an_entity(self, nikon):
        entity = cast.entity("Nikon Corporation")
        desk = edda()
        desk.post(NAMES, {"settle": "alias nikon", "given": "nikon-corporation"})
        assert Alias.objects.filter(entity=entity, text="Nikon").exists()
        assert Mention.objects.filter(entity=entity).count() == 3
        assert "Nothing waits here." in text_of(desk.get(NAMES))

    @pytest.mark.parametrize("given", ["", "Nobody", "x" * 2000, "\0", "\u202e"])
    def test_need_an_entity_that_is_there(self, nikon, given):
        page = text_of(edda().post(NAMES, {"settle": "alias nikon", "given": given}))
        assert "Say which entity" in page or "No public entity alone is called" in page
        assert not Alias.objects.exists()

    def test_that_are_rejected_stay_rejected_when_the_texts_are_read_again(self, nikon):
        desk = edda()
        desk.post(NAMES, {"settle": "leave nikon"})
        cast.published("three", "It bought from Nikon.")
        assert "Nothing waits here." in text_of(desk.get(NAMES))
        assert Dismissal.objects.get().words == "Nikon"

    def test_in_any_script_can_be_settled(self):
        cast.published("one", "It is 清华紫光 (清华紫光), or “清华紫光”.")
        desk = edda()
        assert quote("清华紫光") in text_of(desk.get(NAMES))
        desk.post(NAMES, {"settle": "leave 清华紫光"})
        assert Dismissal.objects.get().key == "清华紫光"


class TestVagueTimes:
    @pytest.fixture
    def vague(self):
        edition = cast.published("one", "It *currently* sells phones.\n\nMore.")
        then = datetime(2021, 3, 9, tzinfo=UTC)
        Edition.objects.update(live_from=then, first_published=then)
        return cast.republished(edition, "It *currently* sells phones.\n\nMore, and more.")

    def key(self) -> str:
        return Sighting.objects.get(kind="vague").key

    def test_are_shown_with_a_wording_by_the_day_on_which_they_were_first_read(self, vague):
        page = text_of(edda().get(VAGUE))
        assert "It <mark>currently</mark> sells phones." in page
        assert "<mark>, as of March 2021,</mark>" in page
        assert "First published on 9 March 2021." in page

    def test_are_taken_over_into_the_manuscript_as_a_save_with_history(self, vague):
        Article.objects.update(body="It currently sells phones.\n\nMore, and mine.")
        desk = edda()
        desk.post(VAGUE, {"settle": f"date {self.key()}"})
        article = Article.objects.get()
        assert article.body == "It, as of March 2021, sells phones.\n\nMore, and mine."
        assert article.version == 2
        assert Version.objects.get_for_object(article).first().field_dict["body"] == article.body
        assert "Dated “currently” in the manuscript." in text_of(
            desk.get(f"/admin/articles/article/{article.pk}/history/")
        )
        assert article.live_edition.body == vague.body
        assert "Nothing waits here." in text_of(desk.get(VAGUE))

    def test_are_left_where_the_manuscript_says_something_else(self, vague):
        Article.objects.update(body="Something else.")
        page = text_of(edda().post(VAGUE, {"settle": f"date {self.key()}"}))
        assert "change it there by hand" in page
        assert Article.objects.get().version == 1

    def test_may_be_settled_by_a_writer_for_it_is_a_draft(self, vague):
        Article.objects.update(body="It currently sells phones.")
        wen().post(VAGUE, {"settle": f"date {self.key()}"})
        assert "as of March 2021" in Article.objects.get().body
