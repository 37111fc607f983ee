from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from articles.models import Article, Edition
from chipduo.rehearsal.consequences import of_publishing, of_withdrawing
from entities.models import EvidenceReview, Mention
from tests import cast

pytestmark = pytest.mark.django_db

OUTLOOK = "SMIC may catch up."


@pytest.fixture
def duo():
    return cast.duo()


def rewritten(edition: Edition, body: str, **fields) -> Article:
    Article.objects.filter(pk=edition.article_id).update(body=body, **fields)
    return Article.objects.get(pk=edition.article_id)


def names(things) -> list[str]:
    return [str(thing) for thing in things]


class TestPublishing:
    def test_leaves_no_trace(self, duo):
        edition = cast.published()
        before = list(Edition.objects.values()), list(Mention.objects.order_by("pk").values())
        of_publishing(rewritten(edition, "Huawei only."), None)
        assert (list(Edition.objects.values()), list(Mention.objects.order_by("pk").values())) == before

    def test_leaves_what_is_scheduled_as_it_is(self, duo):
        edition = cast.published()
        later = cast.republished(edition, "Later.", at=timezone.now() + timedelta(days=3))
        of_publishing(edition.article, None)
        assert list(Edition.objects.upcoming()) == [later]
        edition.refresh_from_db()
        assert edition.live_until == later.live_from

    def test_says_what_publishing_would_refuse(self):
        with pytest.raises(ValidationError, match="footnote"):
            of_publishing(cast.write(body="Words.[^nobody]"), None)

    def test_tells_the_same_words_from_others(self, duo):
        edition = cast.published()
        assert of_publishing(edition.article, None).words.are_the_same
        assert not of_publishing(rewritten(edition, cast.NEEDS + "\nMore.\n"), None).words.are_the_same

    def test_tells_of_a_byline_that_changes(self):
        edition = cast.published()
        told = of_publishing(rewritten(edition, cast.NEEDS, byline="Wen"), None).words
        assert told.about == [("Byline", "", "Wen")]
        assert not told.are_the_same

    def test_counts_the_links_to_each_entity(self, duo):
        edition = cast.published()
        told = of_publishing(rewritten(edition, "Huawei designs phones. TSMC and SMIC make chips."), None)
        links = [(str(link.entity), link.before, link.after) for link in told.words.links]
        assert links == [("Huawei", 2, 1), ("SMIC", 2, 1)]

    def test_tells_the_sentence_of_a_link_that_comes(self, duo):
        edition = cast.published("alone", "Nothing is named here.")
        told = of_publishing(rewritten(edition, "A word. Then SMIC came. The end."), None)
        assert [link.sentence for link in told.words.links] == ["Then SMIC came."]

    def test_tells_which_entities_no_article_would_name(self, duo):
        cast.published("other", "SMIC is named here too.")
        told = of_publishing(rewritten(cast.published(), "Huawei alone."), None)
        assert names(told.lost.entities) == ["TSMC"]

    def test_tells_which_entities_are_named_for_the_first_time(self, duo):
        cast.published("other", "SMIC is named here.")
        told = of_publishing(cast.write(body="SMIC and TSMC."), None)
        assert names(told.gained.entities) == ["TSMC"]

    def test_tells_which_evidence_loses_its_words(self, duo):
        edition = cast.published()
        cast.quoted(cast.event("outlook"), edition, OUTLOOK)
        cast.quoted(cast.event("nobody"), edition, "Nobody knows when.")
        body = cast.NEEDS.replace(OUTLOOK, "SMIC may one day catch up.").replace(" Nobody knows when.", "")
        told = of_publishing(rewritten(edition, body), None).words
        states = {str(one.evidence.claim): one.state for one in told.lost_evidence}
        assert states == {"Outlook": "reworded", "Nobody": "removed"}
        assert not EvidenceReview.objects.exists()

    def test_tells_evidence_that_lost_its_words_before_only_by_number(self, duo):
        edition = cast.published()
        cast.quoted(cast.event("outlook"), edition, OUTLOOK)
        again = cast.republished(edition, "Huawei designs phones.\n")
        told = of_publishing(rewritten(again, "Huawei designs many phones.\n"), None).words
        assert (told.lost_evidence, told.lost_before) == ([], 1)

    def test_tells_where_the_address_of_a_heading_leads(self, duo):
        edition = cast.published()
        told = of_publishing(rewritten(edition, cast.NEEDS.replace("## Outlook", "## Whether it can")), None)
        moved = [(one.text, one.key, one.to.key) for one in told.words.headings]
        assert moved == [("Outlook", "outlook", "whether-it-can")]

    def test_of_a_heading_that_is_lightly_edited_keeps_the_address(self, duo):
        told = of_publishing(rewritten(cast.published(), cast.NEEDS.replace("## Orders", "## Order")), None)
        assert told.words.headings == []

    def test_tells_of_tags_and_of_their_pages(self):
        cast.published("other", "Words.", tags=("shared",))
        edition = cast.published(tags=("shared", "old"))
        edition.article.tags.set(["new", "shared"])
        told = of_publishing(edition.article, None)
        assert (told.tags_added, told.tags_removed) == (("new",), ("old",))
        assert (names(told.gained.tags), names(told.lost.tags)) == (["new"], ["old"])

    def test_tells_which_claims_sources_and_series_come_with_it(self, duo):
        article = cast.write(series=cast.series(), part=1)
        waiting = article.publish(editor=None, at=timezone.now() + timedelta(days=3))
        cast.quoted(cast.event("outlook", rests_on=None), waiting, OUTLOOK)
        told = of_publishing(article, None).gained
        assert [names(told.claims), names(told.sources), names(told.series)] == [
            ["Outlook"],
            ["Report (The Press)"],
            ["Duo"],
        ]

    def test_compares_with_what_readers_would_see_at_that_moment(self, duo):
        at = timezone.now() + timedelta(days=3)
        article = cast.write(body="SMIC.")
        cast.write("earlier", "SMIC.").publish(editor=None, at=at - timedelta(days=1))
        assert names(of_publishing(article, None).gained.entities) == ["SMIC"]
        assert not of_publishing(article, None, at=at).gained

    def test_tells_what_goes_when_it_ends(self, duo):
        until = timezone.now() + timedelta(days=3)
        told = of_publishing(cast.write(body="SMIC."), None, until=until)
        assert names(told.gone_at_end.entities) == ["SMIC"]


class TestWithdrawing:
    def test_leaves_no_trace(self, duo):
        edition = cast.published()
        of_withdrawing(edition.article)
        assert edition.article.live_edition == edition

    def test_tells_all_that_rests_on_it_alone(self, duo):
        edition = cast.published(tags=("chips",))
        cast.quoted(cast.event("outlook", rests_on=None), edition, OUTLOOK)
        cast.quoted(cast.event("supported", rests_on="other"), edition, "Nobody knows when.")
        told = of_withdrawing(edition.article)
        assert names(told.lost.claims) == ["Outlook"]
        assert names(told.lost.entities) == ["Huawei", "SMIC", "TSMC"]
        assert names(told.lost.tags) == ["chips"]
        assert names(told.lost.sources) == ["Report (The Press)"]
        assert [(link.before, link.after) for link in told.words.links] == [(2, 0), (2, 0), (1, 0)]
