"""An article is written: with what readers would see beside it."""

import pytest

from tests.articles.pictures import picture
from tests.browser.at_the_desk import ADD, sign_in, signed_in
from tests.browser.ways import NARROW, WIDE, WITHOUT_JAVASCRIPT

pytestmark = pytest.mark.needs("chromium")

LONG = "\n\n".join(f"Paragraph {number} of Huawei.\n\n" + "Words. " * 60 for number in range(30))
TOP = "one => one.getBoundingClientRect().top"


def shown(page):
    return page.frame_locator(".preview-frame")


def write(page, **fields: str) -> None:
    for name, text in fields.items():
        page.fill(f"[name={name}]", text)


class TestTheLivePreview:
    def test_follows_what_is_typed_and_keeps_its_place(self, read, said):
        page = signed_in(read, "edda", ADD, WIDE)
        write(page, title="Unsaved", body=LONG)
        shown(page).get_by_text("Paragraph 29 of Huawei.").wait_for()
        assert shown(page).locator(".prose p a.entity").count() == 1
        read_here = shown(page).get_by_text("Paragraph 20 of")
        read_here.evaluate('one => one.scrollIntoView({ behavior: "instant" })')
        place = read_here.evaluate(TOP)
        write(page, body="A new beginning.\n\n" * 9 + LONG)
        shown(page).get_by_text("A new beginning.").first.wait_for(state="attached")
        assert abs(read_here.evaluate(TOP) - place) < 3
        assert said == []

    def test_stays_while_what_is_typed_cannot_be_published_and_says_why(self, read):
        page = signed_in(read, "edda", ADD, WIDE)
        write(page, title="Unsaved", body="Good words.")
        shown(page).get_by_text("Good words.").wait_for()
        write(page, body="Good words.[^nobody]")
        page.get_by_text("No words and no source for the footnote").wait_for()
        assert shown(page).get_by_text("Good words.").is_visible()

    @pytest.mark.parametrize(("way", "is_beside"), [(WIDE, True), (NARROW, False)], ids=["wide", "narrow"])
    def test_stands_beside_the_form_or_below_it(self, read, way, is_beside):
        page = signed_in(read, "edda", ADD, way)
        page.locator(".preview-frame").wait_for()
        form, preview = (page.locator(one).bounding_box() for one in ("#id_title", ".live-preview"))
        assert (preview["x"] > form["x"] + form["width"] - 1) == is_beside
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")

    def test_is_a_button_without_javascript(self, read):
        page = signed_in(read, "edda", ADD, WIDE, WITHOUT_JAVASCRIPT)
        write(page, title="Unsaved", slug="unsaved", body="Huawei needs chips.")
        with page.expect_popup() as opened:
            page.click("text=Preview >> nth=-1")
        assert opened.value.get_by_text("1 link would be made").is_visible()
        assert not page.locator(".live-preview").is_visible()


class TestWordsThatAreTyped:
    def test_are_there_again_after_a_crash(self, read, said):
        page = signed_in(read, "wen", ADD, WIDE)
        write(page, title="Half a thought", body="Words that nobody saved.")
        page.get_by_text("What you typed is kept").wait_for()
        page.context.close()
        page = signed_in(read, "wen", ADD, WIDE)
        page.click("text=Take it back")
        page.get_by_text("This is what you had typed").wait_for()
        assert page.input_value("#id_body") == "Words that nobody saved."
        assert said == []

    def test_are_not_left_unasked_while_the_server_does_not_have_them(self, read):
        page, asked = signed_in(read, "wen", ADD, WIDE), []
        page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
        page.route("**/scratch/", lambda route: route.abort())
        write(page, title="Unheard", slug="unheard", body="Words.")
        page.get_by_text("cannot be kept just now").wait_for()
        page.goto("/admin/")
        assert asked == ["beforeunload"]
        page.goto(ADD)
        write(page, title="Unheard", slug="unheard", body="Words.")
        page.click("text=Save draft")
        page.get_by_text("The draft of “Unheard” is saved.").wait_for()
        assert asked == ["beforeunload"]

    def test_tell_two_people_of_each_other(self, read):
        first = signed_in(read, "wen", ADD, WIDE)
        write(first, title="Shared", slug="shared", body="Words.")
        first.click("text=Save draft")
        second = signed_in(read, "edda", first.url, WIDE)
        assert second.get_by_text("Also here: wen").is_visible()
        write(first, body="More words.")
        first.get_by_text("Also here: edda").wait_for()

    @pytest.mark.parametrize("ways", [(WIDE,), (NARROW, WITHOUT_JAVASCRIPT)], ids=["", "without JavaScript"])
    def test_are_saved_after_a_sign_in_when_the_session_has_ended(self, read, ways):
        page = signed_in(read, "wen", ADD, *ways)
        write(page, title="Interrupted", slug=f"interrupted-{len(ways)}", body="Words of an ended session.")
        page.context.clear_cookies(name="sessionid")
        page.click("text=Save draft")
        assert page.get_by_text("Sign in as wen").is_visible()
        sign_in(page, "wen")
        assert page.get_by_text("The draft of “Interrupted” is saved.").is_visible()
        assert page.input_value("#id_body") == "Words of an ended session."


class TestAnImageWithinTheText:
    def chosen(self, page, alt: str) -> None:
        write(page, title="Illustrated", body="Before.")
        page.click("text=Image within the text")
        file = {"name": "red.png", "mimeType": "image/png", "buffer": picture().read()}
        page.set_input_files("#id_text-image", file)
        page.fill("#id_text-alt", alt)

    def test_is_put_in_at_the_cursor_and_shown_beside(self, read, said):
        page = signed_in(read, "wen", ADD, WIDE)
        self.chosen(page, "")
        page.click("text=Upload")
        page.get_by_text("Either describe the image").wait_for()
        page.fill("#id_text-alt", "A red [thing]")
        page.click("text=Upload")
        page.get_by_text("The image is in the text").wait_for()
        assert page.input_value("#id_body").startswith("Before.\n\n![A red \\[thing\\]](/media/lead/")
        image = shown(page).get_by_alt_text("A red [thing]")
        image.wait_for()
        assert image.evaluate("image => image.decode().then(() => image.naturalWidth)") == 20
        assert said == []

    def test_is_told_as_markdown_in_a_new_tab_without_javascript(self, read):
        page = signed_in(read, "wen", ADD, WIDE, WITHOUT_JAVASCRIPT)
        self.chosen(page, "A red thing")
        with page.expect_popup() as opened:
            page.click("text=Upload")
        told = opened.value.input_value("[data-markdown]")
        assert told.startswith("![A red thing](/media/lead/")
        assert page.input_value("#id_body") == "Before."


class TestTwoEditorsAtOnce:
    def test_both_keep_their_words(self, read, said):
        first = signed_in(read, "wen", ADD, WIDE)
        write(first, title="Together", slug="together", body="One stands.\n\nTwo stands.\n\nThree stands.")
        first.click("text=Save draft")
        second = signed_in(read, "edda", first.url, WIDE)
        write(first, body="One falls.\n\nTwo stands.\n\nThree stands.")
        first.click("text=Save draft")
        write(second, body="One stands.\n\nTwo stands.\n\nThree falls.")
        second.click("text=Save draft")
        assert second.locator("textarea[aria-label='As stored now']").input_value().startswith("One falls.")
        second.click("button:has-text('Save both together')")
        assert second.input_value("#id_body") == "One falls.\n\nTwo stands.\n\nThree falls."
        assert said == []

    def test_keep_the_rows_that_each_added_and_choose_between_what_both_changed(self, read, said):
        first = signed_in(read, "edda", "/admin/entities/entity/add/", WIDE)
        write(first, name="Loongson", slug="loongson")
        first.select_option("#id_kind", "company")
        first.click("text=Save and continue editing")
        second = signed_in(read, "edda", first.url, WIDE)
        for page, mark in (first, "first"), (second, "second"):
            write(page, description=mark, **{"aliases-1-text": f"Loongson the {mark}"})
            page.click("#aliases-group .add-row a")
            write(page, **{"aliases-2-text": f"Dragon the {mark}"})
            page.click("text=Save and continue editing")
        assert "Dragon the first" in second.inner_text(".both-rows")
        second.check("[name=_keep-description][value=theirs]")
        second.click("button:has-text('Save both together')")
        second.wait_for_selector(".messagelist .success")
        second.goto(first.url)
        fields = second.locator("#aliases-group [name$=-text]").all()
        added = {f"{name} the {mark}" for name in ("Loongson", "Dragon") for mark in ("first", "second")}
        assert added <= {one.input_value() for one in fields}
        assert second.input_value("#id_description") == "first"
        assert said == []
