import re

import pytest

from articles.importing.slugs import LONGEST, slug_of


class TestSlug:
    @pytest.mark.parametrize(
        ("title", "slug"),
        [
            ("Huawei & SMIC: China's Chipmaking Duo", "huawei-smic-chinas-chipmaking-duo"),
            ("SMIC’s rôle – what next?", "smics-role-what-next"),
            ("snake_case  and   space", "snake-case-and-space"),
            ("华为 Huawei", "huawei"),
            ("- 7 nm -", "7-nm"),
        ],
    )
    def test_is_the_title_in_ascii(self, title, slug):
        assert slug_of(title) == slug

    @pytest.mark.parametrize("title", ["中芯国际", "第5章 概要", "Смик", "???", ""])
    def test_is_a_hash_where_little_of_the_title_is_ascii(self, title):
        assert re.fullmatch("document-[0-9a-f]{10}", slug_of(title))
        assert slug_of(title) == slug_of(title) != slug_of(title + "续")

    def test_leaves_room_for_a_number(self):
        slug = slug_of("word " * 60, "Introduction")
        assert len(slug) <= LONGEST
        assert slug.endswith("-word-introduction")
