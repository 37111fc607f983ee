import asyncio
from datetime import datetime, timedelta
from threading import Thread

import pytest
from django.utils import timezone

from articles.clock import clock_at, now
from articles.models import Edition
from tests import cast

LATER = datetime(2040, 5, 1, 10, tzinfo=timezone.get_default_timezone())


def is_now(moment: datetime) -> bool:
    return abs(timezone.now() - moment) < timedelta(minutes=1)


class TestTheClock:
    def test_says_what_time_it_is(self):
        assert is_now(now())

    def test_says_the_moment_that_was_set_and_then_the_time_again(self):
        with clock_at(LATER):
            assert now() == LATER
        assert is_now(now())

    def test_is_set_back_whatever_happens(self):
        with pytest.raises(ZeroDivisionError), clock_at(LATER):
            1 / 0  # noqa: B018
        assert is_now(now())

    def test_goes_back_to_the_moment_around(self):
        with clock_at(LATER):
            with clock_at(LATER + timedelta(days=1)):
                pass
            assert now() == LATER

    def test_is_set_for_no_other_thread(self):
        read = []
        with clock_at(LATER):
            other = Thread(target=lambda: read.append(now()))
            other.start()
            other.join()
        assert is_now(read[0])

    def test_is_set_for_no_other_task(self):
        async def looking(set_it: asyncio.Event, done: asyncio.Event):
            with clock_at(LATER):
                set_it.set()
                await done.wait()
                return now()

        async def reading(set_it: asyncio.Event, done: asyncio.Event):
            await set_it.wait()
            read = now()
            done.set()
            return read

        async def both():
            events = asyncio.Event(), asyncio.Event()
            return await asyncio.gather(looking(*events), reading(*events))

        looked, read = asyncio.run(both())
        assert looked == LATER
        assert is_now(read)


@pytest.mark.django_db
class TestWhatReadersSee:
    def test_is_asked_of_the_clock(self):
        edition = cast.published()
        later = cast.republished(edition, "Later.", at=LATER)
        assert edition.article.live_edition == edition
        with clock_at(LATER):
            assert edition.article.live_edition == later
            assert not Edition.objects.upcoming().exists()
            edition.refresh_from_db()
            assert edition.ended == LATER
        assert edition.ended is None
