from datetime import timedelta

import pytest
from django.utils import timezone

from entities.evidence.grounds import Ground, for_timeline, grounds, with_grounds
from entities.models import Event, Evidence, Relation
from tests import cast

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)
BODY = "Today Huawei orders its chips from SMIC.\n\nNobody knows when."
QUOTE = "Huawei orders its chips from SMIC"


@pytest.fixture
def edition():
    return cast.published(body=BODY)


@pytest.fixture
def evidence(edition):
    return cast.quoted(cast.event(rests_on=None), edition, QUOTE)


def only_ground() -> Ground:
    (event,) = with_grounds(Event.objects.all())
    (ground,) = grounds(event)
    return ground


class TestAQuote:
    def test_leads_to_its_words_in_the_article(self, edition, evidence):
        ground, key = only_ground(), evidence.passage.key
        assert (ground.quote, ground.article, ground.article_slug) == (QUOTE, "Needs", "needs")
        assert (ground.state, ground.url, ground.changes_url) == (
            "intact",
            f"/articles/needs/?evidence={evidence.pk}#{key}",
            "",
        )

    def test_that_moved_leads_to_where_its_words_stand_now(self, edition, evidence):
        second = cast.republished(edition, f"Quite another beginning.\n\n> {QUOTE}!\n\nNobody knows when.")
        ground = only_ground()
        assert ground.state == "intact"
        assert ground.url == f"/articles/needs/?evidence={evidence.pk}#{cast.passage(second, QUOTE).key}"

    @pytest.mark.parametrize(
        ("body", "state"), [(BODY.replace("its", "all its"), "reworded"), ("Nobody knows when.", "removed")]
    )
    def test_that_changed_leads_to_the_edition_that_had_it_and_to_what_changed(
        self, edition, evidence, client, body, state
    ):
        cast.republished(edition, "Between.")
        cast.republished(edition, body)
        ground, key = only_ground(), evidence.passage.key
        assert (ground.state, ground.edition, ground.changed_in) == (state, 1, 3)
        assert ground.url == f"/articles/needs/?evidence={evidence.pk}#{key}"
        assert ground.edition_url == f"/articles/needs/editions/1/#{key}"
        assert ground.changes_url == f"/articles/needs/changes/1..3/#{key}"
        for address in (ground.url, ground.edition_url, ground.changes_url):
            assert client.get(address).status_code == 200

    def test_is_as_it_is_until_a_scheduled_edition_is_live(self, edition, evidence):
        cast.republished(edition, "Nobody knows when.", at=timezone.now() + HOUR)
        assert only_ground().state == "intact"
        assert only_ground().url.startswith("/articles/needs/?evidence=")

    def test_that_nobody_has_reviewed_leads_to_the_article_which_looks_for_it(self, edition):
        cast.republished(edition, "Nobody knows when.")
        late = cast.quoted(cast.event(rests_on=None), edition, QUOTE)
        assert only_ground().url == f"/articles/needs/?evidence={late.pk}#{late.passage.key}"


class TestASource:
    def test_leads_to_its_page(self):
        cast.event()
        Evidence.objects.update(note="Table 3.")
        ground = only_ground()
        assert (ground.url, ground.state, ground.note) == ("/sources/report/", "", "Table 3.")
        assert ground.source.title == "Report"


class TestGrounds:
    def test_are_those_that_readers_can_see(self, edition, evidence):
        Evidence.objects.create(event=evidence.event, source=cast.source())
        scheduled = cast.write("tomorrow", body=BODY).publish(editor=None, at=timezone.now() + HOUR)
        cast.quoted(evidence.event, scheduled, QUOTE)
        edition.article.withdraw()
        assert only_ground().source == cast.source()

    @pytest.mark.parametrize("count", [1, 5])
    def test_take_as_many_queries_for_many_as_for_one(self, edition, django_assert_num_queries, count):
        for number in range(count):
            event = cast.event(f"e-{number}")
            for words in (QUOTE, "Nobody knows"):
                cast.quoted(event, edition, words)
        cast.republished(edition, "Nobody knows when.")
        with django_assert_num_queries(5):
            for event in for_timeline(Event.objects.public()):
                assert len([ground.as_json() for ground in grounds(event)]) == 3

    def test_take_as_many_for_relations(self, edition, django_assert_num_queries):
        huawei, smic, tsmc = cast.duo()
        for other in (smic, tsmc):
            cast.quoted(cast.relation(huawei, "customer-of", other), edition, QUOTE)
        with django_assert_num_queries(3):
            assert [len(grounds(relation)) for relation in with_grounds(Relation.objects.public())] == [2, 2]


class TestTheTimeline:
    def test_names_only_what_is_public(self):
        huawei, smic, _ = cast.duo()
        cast.event(entities=(huawei, smic))
        (event,) = for_timeline(Event.objects.all())
        assert [entity.slug for entity in event.entities.all()] == ["huawei", "smic"]

    def test_goes_by_phase_then_by_day_with_the_undated_first_as_told(self):
        first, second = cast.phase("first", order=2), cast.phase("second", order=3)
        rows = [
            ("told-second", {"phase": first, "order": 2}),
            ("told-first", {"phase": first, "order": 1}),
            ("later", {"phase": first, "when": "2019-05"}),
            ("sooner", {"phase": first, "when": "1987"}),
            ("next-phase", {"phase": second, "when": "1900"}),
        ]
        for slug, fields in rows:
            cast.event(slug, **fields)
        slugs = [event.slug for event in for_timeline(Event.objects.all())]
        assert slugs == ["told-first", "told-second", "sooner", "later", "next-phase"]
