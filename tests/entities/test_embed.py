import pytest

from tests import cast

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def events():
    huawei, smic, _ = cast.duo()
    cast.event("founded", (huawei,), when="1987", phase=cast.phase("rise", 2))
    cast.event("grew", (smic,), phase=None, title="<script>grew</script>")


def shown(client, query: str = "", status: int = 200) -> str:
    answer = client.get(f"/embed/timeline/{query}")
    assert answer.status_code == status
    return answer.content.decode()


class TestTheEmbeddedTimeline:
    def test_shows_events_under_their_phases(self, client):
        page = shown(client)
        assert page.index("Outside the phases") < page.index("Rise") < page.index("Founded") or (
            page.index("Rise") < page.index("Founded") < page.index("Outside the phases")
        )

    def test_shows_what_was_chosen_and_leads_to_it(self, client):
        page = shown(client, "?entity=huawei&odd=1")
        assert "Founded" in page
        assert "grew" not in page
        assert '<a href="/timeline/?entity=huawei">' in page

    def test_escapes_what_an_editor_wrote(self, client):
        assert "&lt;script&gt;grew" in shown(client)

    def test_leaves_being_found_to_the_timeline(self, client):
        page = shown(client, "?entity=huawei")
        assert '<meta name="robots" content="noindex">' in page
        assert '<link rel="canonical" href="http://127.0.0.1:8000/timeline/">' in page

    def test_opens_what_it_leads_to_outside_of_the_frame(self, client):
        assert '<base target="_blank">' in shown(client)

    def test_has_no_masthead_and_no_script(self, client):
        page = shown(client)
        assert "<nav" not in page
        assert "<script" not in page

    def test_tells_what_cannot_be_meant(self, client):
        assert "A year is a number from 1000 to 2999." in shown(client, "?from=never", 400)

    def test_with_nothing_to_show_says_so(self, client):
        assert "There are no such events." in shown(client, "?from=2900")

    def test_says_how_many_more_there_are(self, client, monkeypatch):
        monkeypatch.setattr("entities.views.embed.MOST_EVENTS", 1)
        assert "The first 1 of 2 events." in shown(client)
