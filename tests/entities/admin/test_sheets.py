"""Many changed by CSV: taken away, looked at, and made exactly as shown."""

import csv
import io

import pytest
from django.contrib.auth.models import Group, Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext

from entities.models import Entity, Event
from entities.sheets import planning
from tests import cast
from tests.desk import edda, nora, text_of, wen
from tests.entities.sheets_sent import ENTITIES, EVENTS, looked_at, made

pytestmark = pytest.mark.django_db


def taken_away(desk, kind: str = "entity", **wanted) -> list[dict[str, str]]:
    model = {"entity": Entity, "event": Event}[kind]
    chosen = [str(pk) for pk in model.objects.filter(**wanted).values_list("pk", flat=True)]
    response = desk.post(f"/admin/entities/{kind}/", {"action": "take_away", "_selected_action": chosen})
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    return list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"))))


def as_csv(rows: list[dict[str, str]]) -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows[0]), delimiter=";")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


class TestATable:
    def test_holds_what_was_chosen(self):
        cast.entity("Huawei", tags=("phones", "chips"), description="=HYPERLINK(1)")
        cast.entity("SMIC")
        [row] = taken_away(wen(), slug="huawei")
        assert (row["name"], row["tags"], row["public"]) == ("Huawei", "chips; phones", "yes")
        assert row["description"] == "'=HYPERLINK(1)"

    def test_names_others_by_their_addresses(self):
        cast.event(entities=cast.duo()[:2], when="2020-05", tags=("chips",))
        [row] = taken_away(edda(), "event")
        assert (row["entities"], row["phase"], row["when"]) == ("huawei; smic", "response", "May 2020")

    @pytest.mark.parametrize("kind", ["entity", "event"])
    def test_that_comes_back_as_it_went_changes_nothing(self, kind):
        cast.event(entities=cast.duo(), when="2020-05", tags=("chips",), summary="Two\nlines; and +more.")
        desk = edda()
        page = {"entity": ENTITIES, "event": EVENTS}[kind]
        rows = taken_away(desk, kind)
        response = looked_at(desk, as_csv(rows), page)
        assert f"0 would change, 0 would be new, {len(rows)} stay as they are." in text_of(response)
        assert "_apply" not in text_of(response)


class TestLooking:
    def test_shows_each_cell_that_would_change_and_changes_nothing(self):
        cast.entity("Huawei", description="Old")
        response = looked_at(edda(), "slug,description,name\nhuawei,New,Huawei\n,,Newcomer\n")
        text = text_of(response)
        assert "<td>description</td> <td> <div>Old</div> </td> <td> <div>New</div> </td>" in text.replace(
            "><", "> <"
        )
        assert "Newcomer <em>(new)</em>" in text
        assert Entity.objects.get().description == "Old"

    @pytest.mark.parametrize(
        ("text", "told"),
        [
            ("slug,colour\nhuawei,red\n", "There is no column “colour” here"),
            ("name\nHuawei\n", "It needs a column “id” or “slug”"),
            ("id,name\n999999999999999999999999,X\n", "There is none with the number"),
            ("id,name\nx,X\n", "There is none with the number"),
            ("slug,kind\nhuawei,planet\n", "“planet” is none of these"),
            ("slug,public\nhuawei,maybe\n", "neither yes nor no"),
            ("slug,website\nhuawei,nowhere\n", "Enter a valid URL."),
            ("slug,name\nhuawei,\n", "This field is required."),
            ("slug,name\nhuawei,A\nhuawei,B\n", "It is in row 2 too."),
            ("slug,name,kind\n,New,\n", "This field is required."),
            ("slug,thread\nhuawei,cinnabar\n", "Another entity has that thread already."),
            (b"slug,name\nhuawei,\xc4rger\n", "The file is not UTF-8: the first bad byte is 0xC4, on line 2"),
            (b"PK\x03\x04", "save it as CSV first"),
            (b"", "The file is empty."),
        ],
    )
    def test_says_what_cannot_be_taken(self, text, told):
        cast.entity("Huawei")
        cast.entity("Other", thread="cinnabar")
        response = looked_at(edda(), text)
        assert told in text_of(response).replace("&#x27;", "'")
        assert 'name="_apply"' not in text_of(response)
        assert Entity.objects.count() == 2

    def test_counts_each_row_once(self):
        cast.entity("Huawei")
        text = "slug,name,kind\nhuawei,,company\nx,,company\ny,New,company\n"
        page = text_of(looked_at(edda(), text))
        assert "0 would change, 1 would be new, 0 stay as they are. <strong>2 cannot be taken" in page

    def test_reads_what_a_spreadsheet_writes(self):
        cast.entity("Huawei")
        response = looked_at(edda(), "slug;description\r\nhuawei;Größer\r\n".encode("utf-16"))
        assert "Größer" in text_of(response)

    def test_escapes_what_it_shows(self):
        response = looked_at(edda(), "slug,name,kind\nx,<script>1</script>,company\n")
        assert "<script>1" not in text_of(response)

    def test_refuses_more_changes_than_a_form_can_judge(self, monkeypatch):
        monkeypatch.setattr(planning, "MOST_CHANGES", 1)
        response = looked_at(edda(), "slug,name,kind\na,A,company\nb,B,company\n")
        assert "It would change 2 rows" in text_of(response)

    def test_refuses_a_row_that_was_saved_since_it_was_taken(self):
        cast.entity("Huawei")
        desk = edda()
        rows = taken_away(desk)
        Entity.objects.update(version=7)
        response = looked_at(desk, as_csv([{**rows[0], "description": "Mine"}]))
        assert "Somebody saved it since this file was taken" in text_of(response)


class TestWhoMay:
    @pytest.mark.parametrize("page", [ENTITIES, EVENTS])
    @pytest.mark.parametrize("someone", [wen, nora])
    def test_change_nothing(self, someone, page):
        cast.entity("Huawei")
        desk = someone()
        assert desk.get(page).status_code == 403
        text = "slug,name,kind\nhuawei,Other,company\n"
        assert looked_at(desk, text, page).status_code == 403
        assert desk.post(page, {"text": text, "_apply": "1"}).status_code == 403
        assert Entity.objects.get().name == "Huawei"

    def test_take_nothing_away_who_may_not_look(self):
        huawei = cast.entity("Huawei")
        response = nora().post(
            "/admin/entities/entity/", {"action": "take_away", "_selected_action": [huawei.pk]}
        )
        assert response.status_code == 403

    def test_sign_in_first(self, client):
        assert client.get(ENTITIES)["Location"].startswith("/admin/login/")

    def test_are_led_to_it_from_the_list(self):
        assert ENTITIES in text_of(edda().get("/admin/entities/entity/"))
        assert ENTITIES not in text_of(wen().get("/admin/entities/entity/"))

    def test_are_told_of_the_action_in_the_words_that_the_list_has(self):
        cast.duo()
        desk = edda()
        for page in (ENTITIES, "/admin/entities/entity/"):
            assert "Take the selected entities away as CSV" in text_of(desk.get(page))

    def test_make_nothing_new_who_may_only_change(self):
        cast.entity("Huawei")
        desk = edda()
        editors = Group.objects.get(name="Editor")
        editors.permissions.remove(Permission.objects.get(codename="add_entity"))
        assert "You may not make new ones." in text_of(looked_at(desk, "slug,name,kind\nx,X,company\n"))


def test_a_look_asks_as_often_for_many_rows_as_for_few(django_assert_max_num_queries):
    for number in range(30):
        cast.entity(f"Firm {number}", tags=("a", "b"))
    desk = edda()
    text = as_csv(taken_away(desk))
    with django_assert_max_num_queries(20):
        looked_at(desk, text)


@pytest.mark.parametrize(("kind", "page"), [("entity", ENTITIES), ("event", EVENTS)])
def test_many_rows_ask_little_more_than_few(kind, page):
    names = {"entity": "name,kind", "event": "title,entities"}[kind]
    second = {"entity": "company", "event": "huawei; smic"}[kind]
    cast.duo()
    desk = edda()

    def asked(rows: range, summary: str) -> int:
        lines = [f"a-{row},A {row} of {summary},{second},chips; {summary}" for row in rows]
        text = f"slug,{names},tags\n" + "\n".join(lines)
        with CaptureQueriesContext(connection) as queries:
            made(desk, text, page)
        return len(queries)

    asked(range(50), "first")
    few, many = asked(range(10), "second"), asked(range(10, 50), "third")
    assert many - few <= 30 * 14  # to look, and to make: 6 a row are for a name or title that is another one
    assert (
        len(
            {
                one.version
                for one in {"entity": Entity, "event": Event}[kind].objects.filter(slug__startswith="a-")
            }
        )
        == 1
    )
