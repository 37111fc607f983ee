from datetime import timedelta

import pytest
from django.utils import timezone

from tests import cast
from tests.chipduo.pages import page, words

pytestmark = pytest.mark.django_db


class TestWordsThatAnAddressPointsAt:
    """Behind a claim, or a sentence: marked where they stand, and told of where they do not."""

    CHANGED = cast.NEEDS.replace("Nobody knows when.", "Nobody knows the year.")

    def evidence(self, words: str = "SMIC may catch up", **fields):
        edition = cast.published()
        return cast.quoted(cast.event(rests_on=None, **fields), edition, words)

    def address(self, evidence) -> str:
        return f"/articles/needs/?evidence={evidence.pk}"

    def test_are_marked_within_their_links(self):
        cast.duo()
        shown = page(self.address(self.evidence("SMIC may catch up")))
        assert ">SMIC</mark></a><mark> may catch up</mark>. Nobody" in shown.replace("<mark>SMIC", "SMIC")
        assert shown.count("<mark>") == 2

    def test_are_marked_where_they_stand_now(self):
        evidence = self.evidence()
        moved = cast.republished(
            evidence.passage.edition, "Another beginning.\n\n> SMIC may catch up soon.\n"
        )
        shown = page(self.address(evidence))
        assert f'href="#{cast.passage(moved, "catch up").key}">To the words' in shown
        assert "<mark>SMIC may catch up</mark> soon." in shown

    def test_say_which_claim_they_are_behind(self):
        assert "Marked below: the words behind “Orders-Move”." in words(self.address(self.evidence()))

    def test_leave_the_article_its_one_address(self):
        assert 'canonical" href="http://127.0.0.1:8000/articles/needs/">' in page(
            self.address(self.evidence())
        )

    def test_that_were_changed_say_so_at_the_top_and_in_their_place(self):
        evidence = self.evidence("Nobody knows when.")
        cast.republished(evidence.passage.edition, self.CHANGED)
        cast.republished(evidence.passage.edition, self.CHANGED + "\nMore.\n")
        shown = words(self.address(evidence))
        assert (
            "“Nobody knows when.” The words behind “Orders-Move” were changed in edition 2: see the difference. "
            "They stood in edition 1. To what stands there now" in shown
        )
        assert "Words that stood here were changed in edition 2" in shown.split("Named here")[0]
        assert "<mark>" not in page(self.address(evidence))

    def test_that_were_taken_out_say_so(self):
        evidence = self.evidence("Nobody knows when.")
        cast.republished(evidence.passage.edition, "Huawei designs phones.\n")
        assert "were taken out in edition 2" in words(self.address(evidence))

    def test_that_changed_lead_to_the_difference_and_to_the_edition_that_had_them(self, client):
        evidence = self.evidence("Nobody knows when.")
        cast.republished(evidence.passage.edition, self.CHANGED)
        key = evidence.passage.key
        shown = page(self.address(evidence))
        assert f'href="/articles/needs/changes/1..2/#{key}"' in shown
        assert f'href="/articles/needs/editions/1/{key}/2/"' in shown
        assert "<mark>Nobody knows when.</mark>" in page(f"/articles/needs/editions/1/{key}/2/")

    @pytest.mark.parametrize(
        "asked",
        [
            *(
                "evidence=1000000",
                "evidence=",
                "evidence=one",
                "evidence=-1",
                "evidence=²",
                f"evidence={'9' * 30}",
            ),
            *(
                "sentence=",
                "sentence=1",
                "sentence=1.2",
                "sentence=1.nothing.1",
                "sentence=9.p.1",
                "sentence=..",
            ),
            "sentence=1.%22<b>.1",
        ],
    )
    def test_that_nobody_knows_of_are_not_found_in_words(self, asked):
        cast.published()
        assert "There is no page at this address" in (said := words(f"/articles/needs/?{asked}", 404))
        assert any(reason in said for reason in ("No claim that", "A sentence is asked", "has no passage"))

    @pytest.mark.parametrize("kept", ["private", "of another article", "of a private entity", "tomorrow's"])
    def test_behind_what_readers_cannot_see_are_not_found(self, kept):
        evidence = self.evidence(public=kept != "private")
        if kept == "of another article":
            other = cast.published("other")
            evidence = cast.quoted(evidence.event, other, "SMIC may")
        if kept == "of a private entity":
            evidence.event.entities.add(cast.entity("Secret", public=False))
        if kept == "tomorrow's":
            later = cast.republished(
                evidence.passage.edition, "Tomorrow.\n", at=timezone.now() + timedelta(1)
            )
            evidence = cast.quoted(evidence.event, later, "Tomorrow.")
        assert "No claim that readers can see" in words(self.address(evidence), 404)
