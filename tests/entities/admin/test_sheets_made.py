import pytest
from django.contrib.admin.models import LogEntry
from django.core.signals import request_finished
from django.urls import reverse
from reversion.models import Version
from taggit.models import Tag

from articles.models import Scratch
from entities.models import Change, Entity, Event
from tests import cast
from tests.desk import edda, form_on, sent, text_of
from tests.entities.sheets_sent import ENTITIES, EVENTS, looked_at, made

pytestmark = pytest.mark.django_db


class TestMaking:
    def test_makes_what_was_shown_and_no_more_when_it_is_sent_again(self):
        cast.entity("Huawei")
        desk = edda()
        text = "slug,name,kind,description,tags\nhuawei,Huawei,company,Maker; of phones,phones\n,New Firm,company,,a;b\n"
        assert "Changed 1 entity, and made 1." in text_of(made(desk, text))
        huawei, firm = Entity.objects.get(slug="huawei"), Entity.objects.get(slug="new-firm")
        assert (huawei.description, huawei.version, list(huawei.tags.names())) == (
            "Maker; of phones",
            2,
            ["phones"],
        )
        assert sorted(firm.tags.names()) == ["a", "b"]
        assert [alias.text for alias in firm.aliases.all()] == ["New Firm"]
        assert "0 would change, 0 would be new, 2 stay" in text_of(looked_at(desk, text))

    def test_writes_history_and_log_as_the_forms_do(self):
        huawei = cast.entity("Huawei")
        made(edda(), "slug,name,kind,description\nhuawei,Huawei,company,New\nfirm,Firm,company,\n")
        assert Version.objects.get_for_object(huawei).count() == 2
        assert Version.objects.get_for_object(Entity.objects.get(slug="firm")).count() == 1
        entry = LogEntry.objects.get(object_id=str(huawei.pk))
        assert "description" in entry.change_message.lower()

    def test_tells_readers_of_events_and_renames_links(self):
        edition = cast.published()
        cast.entity("Huawei")
        event = cast.event(entities=(Entity.objects.get(),), when="2020")
        desk = edda()
        made(desk, "slug,when\norders-move,2021\n", EVENTS)
        assert str(Event.objects.get().when) == "2021"
        assert Change.objects.filter(event=event).exists()
        made(
            desk,
            "id,slug,name,kind\n"
            + f"{Entity.objects.get().pk},huawei,Somebody,company\n,tsmc,TSMC,company\n",
        )
        named = edition.passages.first().mentions.values_list("entity__slug", flat=True)
        assert "tsmc" in set(named)

    def test_moves_an_address_and_keeps_the_old_one(self):
        huawei = cast.entity("Huawei")
        made(edda(), f"id,slug\n{huawei.pk},huawei-technologies\n")
        assert Entity.objects.known_as("huawei") == huawei
        assert Entity.objects.get().slug == "huawei-technologies"

    def test_makes_nothing_when_somebody_saved_after_the_look(self):
        cast.entity("Huawei", description="Old")
        desk = edda()
        shown = form_on(looked_at(desk, "slug,description\nhuawei,Mine\n"))
        sent(
            desk,
            reverse("admin:entities_entity_change", args=[Entity.objects.get().pk]),
            description="Theirs",
        )
        response = desk.post(ENTITIES, {**shown, "_apply": "1"})
        assert response.status_code == 409
        assert "Nothing was changed" in text_of(response)
        assert Entity.objects.get().description == "Theirs"

    def test_makes_nothing_that_was_not_shown(self):
        cast.entity("Huawei", description="Old")
        desk = edda()
        shown = form_on(looked_at(desk, "slug,description\nhuawei,Mine\n"))
        response = desk.post(ENTITIES, {**shown, "text": "slug,description\nhuawei,Other\n", "_apply": "1"})
        assert response.status_code == 409
        assert Entity.objects.get().description == "Old"

    def test_makes_all_or_nothing(self):
        cast.entity("Huawei", description="Old")
        desk = edda()
        text = "slug,name,kind\nhuawei,Other,company\nx,,company\n"
        response = desk.post(ENTITIES, {"text": text, "digest": "", "_apply": "1"})
        assert response.status_code == 409
        assert Entity.objects.get().name == "Huawei"

    def test_makes_events_with_whom_they_name(self):
        cast.duo()
        text = "slug,title,when,entities,phase,significance\n,It began,about 1987,huawei; smic,,major\n"
        made(edda(), text, EVENTS)
        event = Event.objects.get()
        assert (event.slug, str(event.when), event.significance) == ("it-began", "1987~", 3)
        assert set(event.entities.values_list("slug", flat=True)) == {"huawei", "smic"}


class TestWhatIsKept:
    """Is what the form keeps."""

    def traces(self, thing) -> tuple:
        versions = Version.objects.get_for_object(thing).select_related("revision").order_by("pk")
        entries = LogEntry.objects.filter(object_id=str(thing.pk), content_type__model=thing._meta.model_name)
        told = Change.objects.filter(event=thing) if isinstance(thing, Event) else Change.objects.none()
        return (
            [
                (
                    version.revision.comment,
                    getattr(version.revision.user, "username", None),
                    sorted(row.content_type.model for row in version.revision.version_set.all()),
                    {**version.field_dict, "id": 0, "slug": "", "name": "", "title": ""},
                )
                for version in versions
            ],
            [(entry.action_flag, entry.get_change_message(), entry.user.username) for entry in entries],
            [(change.parts, change.stands["summary"]) for change in told],
            thing.findable.body,
        )

    def test_of_an_entity(self):
        huawei, smic = cast.entity("Huawei", tags=("old",)), cast.entity("SMIC", tags=("old",))
        desk = edda()
        sent(desk, change_page(huawei), description="Maker", tags="old\nnew", _names_seen="1")
        made(desk, "slug,description,tags\nsmic,Maker,old; new\n")
        assert self.traces(fresh(smic)) == self.traces(fresh(huawei))
        assert list(smic.tags.names()) == ["old", "new"]

    def test_of_an_event(self):
        huawei, smic, tsmc = cast.duo()
        one, other = cast.event("one", (huawei,)), cast.event("other", (huawei,))
        desk = edda()
        changes = {"summary": "Told", "entities": [str(smic.pk), str(tsmc.pk)], "significance": "3"}
        sent(desk, change_page(one), **changes)
        made(desk, "slug,summary,entities,significance\nother,Told,smic; tsmc,major\n", EVENTS)
        assert self.traces(fresh(other)) == self.traces(fresh(one))
        assert set(other.entities.all()) == {smic, tsmc}

    def test_of_a_tag_that_is_made_on_the_way(self):
        cast.entity("Huawei")
        made(edda(), "slug,tags\nhuawei,brand new\n")
        [version] = Version.objects.get_for_model(Tag)
        assert version.revision.user.username == "edda"
        assert list(version.revision.version_set.all()) == [version]

    def test_and_what_somebody_is_typing_is_not_thrown_away(self):
        huawei = cast.entity("Huawei")
        desk = edda()
        desk.post(reverse("admin:entities_entity_scratch", args=[huawei.pk]), {"about": "half a sentence"})
        made(desk, "slug,description\nhuawei,Maker\n")
        assert Scratch.objects.get().fields["about"] == ["half a sentence"]


class TestLongWork:
    @pytest.fixture(autouse=True)
    def impatience(self, settings):
        settings.LONG_WORK = 0

    def test_tells_how_far_it_is_and_ends_with_what_was_done(self):
        cast.entity("Huawei")
        desk = edda()
        shown = form_on(looked_at(desk, "slug,description\nhuawei,New\n"))
        told = text_of(desk.post(ENTITIES, {**shown, "_apply": "1"}))
        assert "1 of 1 rows looked at" in told
        assert "Changed 1 entity, and made 0." in told
        assert 'href="/admin/entities/entity/"' in told
        assert Entity.objects.get().description == "New"

    def test_makes_nothing_when_nobody_waits_for_its_end(self, monkeypatch):
        cast.entity("Huawei", description="Old")
        desk = edda()
        shown = form_on(looked_at(desk, "slug,description\nhuawei,New\n"))
        response = desk.post(ENTITIES, {**shown, "_apply": "1"})
        next(response.streaming_content)
        monkeypatch.setattr(
            request_finished, "send", lambda **kwargs: None
        )  # would close the connection of the test
        response.close()
        assert Entity.objects.get().description == "Old"

    def test_says_what_cannot_be_taken(self):
        desk = edda()
        assert "“planet” is none of these" in text_of(looked_at(desk, "slug,name,kind\na,A,planet\n"))
        assert "There is no column “colour”" in text_of(looked_at(desk, "slug,colour\na,A\n"))


def change_page(thing) -> str:
    return reverse(f"admin:entities_{thing._meta.model_name}_change", args=[thing.pk])


def fresh(thing):
    return type(thing).objects.get(pk=thing.pk)
