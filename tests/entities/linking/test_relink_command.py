from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from entities import token_index
from entities.models import Entity, LexiconVersion, Mention, StaleEdition, Woven
from tests import cast

pytestmark = pytest.mark.django_db


class CtrlC(StringIO):
    """Somebody presses it as soon as this is said."""

    def __init__(self, said: str) -> None:
        super().__init__()
        self.said = said

    def write(self, text: str) -> int:
        if self.said in text:
            raise KeyboardInterrupt
        return super().write(text)


def relink(*arguments: str) -> list[str]:
    out = StringIO()
    call_command("relink", *arguments, stdout=out)
    return out.getvalue().splitlines()


def surfaces() -> list[str]:
    return [mention.surface for mention in Mention.objects.order_by("passage")]


@pytest.fixture
def waiting(settings):
    """Three editions that a new name touches and that nobody has relinked yet."""
    settings.RELINK_AT_ONCE = 0
    for slug in ("one", "two", "three"):
        cast.published(slug, body="TSMC.")
    cast.entity("TSMC", about="A foundry.")


class TestRelink:
    def test_relinks_what_waits_and_says_so(self, waiting):
        assert relink() == [
            "editions: 1 of 3",
            "editions: 2 of 3",
            "editions: 3 of 3",
            "Relinked 3 editions.",
        ]
        assert surfaces() == ["TSMC"] * 3
        assert not StaleEdition.objects.exists()

    def test_with_nothing_to_do_says_so(self):
        cast.published()
        assert relink() == ["Relinked 0 editions."]

    def test_leaves_what_does_not_wait_alone(self):
        cast.entity("TSMC")
        cast.published()
        Mention.objects.all().delete()
        relink()
        assert surfaces() == []

    def test_that_is_stopped_says_what_is_left_and_goes_on_from_there(self, waiting):
        with pytest.raises(CommandError, match="Stopped; 2 editions to relink") as stopped:
            call_command("relink", stdout=CtrlC("editions: 1 of 3"))
        assert stopped.value.returncode == 130
        assert surfaces() == ["TSMC"]
        assert relink()[-1] == "Relinked 2 editions."
        assert surfaces() == ["TSMC"] * 3

    def test_says_every_tenth_and_no_more(self):
        for number in range(20):
            StaleEdition.objects.create(edition=cast.published(f"a-{number}", body="TSMC."))
        assert relink() == [*(f"editions: {done} of 20" for done in range(2, 21, 2)), "Relinked 20 editions."]


class TestRelinkAll:
    def test_makes_good_whatever_was_lost(self):
        cast.entity("TSMC", about="A foundry.")
        cast.published(body="TSMC.")
        before = LexiconVersion.current()
        Mention.objects.all().delete()
        Woven.objects.all().delete()
        Entity.objects.update(about_html="")
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM entities_token_index")
        assert relink("--all") == [
            "thousands of passages: 1 of 1",
            "descriptions: 1 of 1",
            "50 entities at a time: 1 of 1",
            "editions: 1 of 1",
            "manuscripts: 1 of 1",
            "Relinked 1 edition.",
        ]
        assert surfaces() == ["TSMC"]
        assert Entity.objects.get().about_html == "<p>A foundry.</p>"
        assert token_index.passages_that_may_contain("TSMC").exists()
        assert LexiconVersion.current() != before

    @pytest.mark.parametrize("moment", ["thousands of passages: 1", "descriptions: 1", "editions: 1"])
    def test_that_is_stopped_loses_nothing(self, waiting, moment):
        with pytest.raises(CommandError, match=r"Stopped; \d editions to relink"):
            call_command("relink", "--all", stdout=CtrlC(moment))
        assert token_index.passages_that_may_contain("TSMC").count() == 3
        relink()
        assert surfaces() == ["TSMC"] * 3
