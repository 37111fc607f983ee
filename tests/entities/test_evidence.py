from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db.models import ProtectedError
from django.utils import timezone

from entities.models import Evidence
from tests import cast

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)
QUOTE = "Huawei orders its chips from SMIC"


@pytest.fixture
def edition():
    return cast.published()


def on_words(edition, claim=None) -> Evidence:
    return cast.quoted(claim or cast.event(rests_on=None), edition, QUOTE)


class TestTheQuote:
    @pytest.mark.parametrize("words", [QUOTE, "Huawei", "."])
    def test_may_be_any_words_of_the_passage(self, edition, words):
        Evidence(event=cast.event(), passage=cast.passage(edition, QUOTE), quote=words).full_clean()

    @pytest.mark.parametrize("words", ["huawei orders", "Huawei  orders", "Huawei… SMIC", "TSMC"])
    def test_must_stand_there_exactly(self, edition, words):
        evidence = Evidence(event=cast.event(), passage=cast.passage(edition, QUOTE), quote=words)
        with pytest.raises(ValidationError, match="copy them exactly") as refused:
            evidence.full_clean()
        assert list(refused.value.message_dict) == ["quote"]

    def test_keeps_its_passage_from_being_deleted(self, edition):
        on_words(edition)
        with pytest.raises(ProtectedError):
            edition.passages.all().delete()

    def test_goes_with_the_claim_that_it_supports(self, edition):
        on_words(edition).event.delete()
        assert not Evidence.objects.exists()


class TestTheClaim:
    def test_is_whatever_the_evidence_supports(self):
        huawei, smic, _ = cast.duo()
        source = cast.source()
        claims = {
            "event": cast.event(rests_on=None),
            "relation": huawei.relations_from.create(kind="customer-of", object=smic),
            "fact": huawei.facts.create(label="Founded", value="1987"),
        }
        for name, claim in claims.items():
            evidence = Evidence.objects.create(**{name: claim}, source=source)
            assert (evidence.supports, evidence.claim) == (name, claim)


class TestVisibility:
    def visible(self, at=None) -> bool:
        return Evidence.objects.visible(at).exists()

    def test_of_a_source_is_given(self):
        cast.event()
        assert self.visible()

    def test_of_words_that_are_live_is_given(self, edition):
        on_words(edition)
        assert self.visible()

    def test_of_words_that_readers_once_read_is_given_while_the_article_is_live(self, edition):
        on_words(edition)
        cast.republished(edition, "Nothing of the kind.")
        assert self.visible()

    def test_of_words_that_nobody_has_read_yet_waits_for_their_time(self):
        begins = timezone.now() + HOUR
        on_words(cast.write().publish(editor=None, at=begins))
        assert not self.visible()
        assert self.visible(begins)

    def test_of_words_that_are_scheduled_for_a_live_article_waits_too(self, edition):
        begins = timezone.now() + HOUR
        second = cast.republished(edition, f"{QUOTE} for good.", at=begins)
        on_words(second)
        assert not self.visible()
        assert self.visible(begins)

    def test_of_a_suppressed_edition_is_not_given_until_it_is_shown_again(self, edition):
        on_words(edition)
        cast.republished(edition, "Nothing of the kind.")
        edition.refresh_from_db()
        edition.suppress()
        assert not self.visible()
        edition.unsuppress()
        assert self.visible()

    def test_of_a_withdrawn_article_is_not_given_until_it_is_back(self, edition):
        on_words(edition)
        edition.article.withdraw()
        assert not self.visible()
        cast.republished(edition, "Nothing of the kind.")
        assert self.visible()

    def test_ends_with_the_article(self):
        ends = timezone.now() + HOUR
        on_words(cast.write().publish(editor=None, until=ends))
        assert self.visible(ends - timedelta(seconds=1))
        assert not self.visible(ends)
