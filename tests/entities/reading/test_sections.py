"""Blocks and sections: what is put together from passages, and where a text is divided."""

import pytest

from articles import markdown
from articles.models import Passage
from entities.reading.sections import ReadPassage, in_blocks, in_sections

MIXED = """\
Before.

- One
    - Inside
- Two

> ## Quoted heading
>
> Quoted words.

---

## Heading

After.

### Lower heading

End.
"""


def read(text: str) -> list[ReadPassage]:
    return [
        ReadPassage(
            Passage(
                position=position,
                key=f"k{position}",
                former_keys=[f"was-{position}"],
                **{
                    name: getattr(block, name)
                    for name in ("kind", "level", "before", "html", "after", "text")
                },
            ),
            block.html,
        )
        for position, block in enumerate(markdown.render(text).blocks)
    ]


class TestBlocks:
    def test_hold_what_a_list_or_a_quotation_holds_together(self):
        blocks = in_blocks(read(MIXED))
        texts = [[one.passage.text for one in block.passages] for block in blocks]
        assert texts[:4] == [
            ["Before."],
            ["One", "Inside", "Two"],
            ["Quoted heading", "Quoted words."],
            ["Heading"],
        ]

    @pytest.mark.parametrize(
        "text", [MIXED, "- a\n- b\n\n1. c\n", "> > deep\n\n---\n\nend\n", "* * *\n\n- x\n"]
    )
    def test_joined_are_the_text(self, text):
        whole = "".join(block.before + block.html + block.after for block in markdown.render(text).blocks)
        assert "".join(block.html for block in in_blocks(read(text))) == whole

    def test_open_and_close_as_many_elements(self):
        for block in in_blocks(read(MIXED)):
            for tag in ("ul", "li", "blockquote", "p"):
                assert block.html.count(f"<{tag}>") == block.html.count(f"</{tag}>")

    def test_answer_to_the_former_keys_of_all_their_passages(self):
        assert in_blocks(read(MIXED))[1].former_keys == ["was-1", "was-2", "was-3"]

    def test_are_numbered_by_their_first_passage(self):
        assert [block.first.number for block in in_blocks(read(MIXED))][:3] == [1, 2, 5]


class TestSections:
    def test_begin_at_headings_of_the_second_level_outside_lists_and_quotations(self):
        found = [section.heading and section.heading.text for section in in_sections(read(MIXED))]
        assert found == [None, "Heading"]

    def test_of_a_text_that_begins_with_a_heading_leave_nothing_before_it(self):
        assert [section.heading.text for section in in_sections(read("## First\n\nWords.\n"))] == ["First"]

    def test_of_no_passages_are_none(self):
        assert in_sections([]) == []
