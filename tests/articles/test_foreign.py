import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.foreign import with_languages
from tests.languages import without_language

TEXTS = st.text("a 0华為국サ、〔〕·&", max_size=12).map(lambda text: text.replace("&", "&amp;"))
PAGES = st.recursive(
    TEXTS,
    lambda inner: (
        st.lists(inner, max_size=4).map("".join)
        | st.builds("<p>{}</p>".format, inner)
        | st.builds('<b class="华" title=\'"> 华\'>{}</b>'.format, inner)
        | st.builds('<i lang="zh-Hans">{}</i>'.format, TEXTS)
        | st.builds("<title>{}</title>".format, TEXTS)
        | st.builds("<!-- {} -->".format, TEXTS)
    ),
)


class TestForeignWords:
    @pytest.mark.parametrize(
        ("html", "said"),
        [
            ("<p>Or 华为.</p>", '<p>Or <span lang="zh">华为</span>.</p>'),
            ("삼성", '<span lang="ko">삼성</span>'),
            ("サムスン電子", '<span lang="ja">サムスン電子</span>'),
            ("国发〔2015〕28号 of 2015", '<span lang="zh">国发〔2015〕28号</span> of 2015'),
            ("华为 2019", '<span lang="zh">华为</span> 2019'),
        ],
    )
    def test_get_the_language_of_their_script(self, html, said):
        assert with_languages(html) == said

    @pytest.mark.parametrize(
        "html",
        [
            "Huawei – “Čip”",
            '<p lang="zh-Hans" class="names">华为</p>',
            '<p class="names" lang="zh-Hans">华<b>为</b></p>',
            "<title>华为</title>",
            '<script type="application/ld+json">{"name":"华为"}</script>',
            '<img alt="> 华为">',
            "<a title='\"> 华为'>Huawei</a>",
            "<!-- 华为 -->",
        ],
    )
    def test_stay_as_they_are_where_they_have_one_or_can_have_none(self, html):
        assert with_languages(html) == html

    def test_of_an_english_part_get_one(self):
        assert without_language(with_languages('<html lang="en"><p lang="en-GB">华为</p></html>')) == []

    def test_in_a_picture_stay_in_the_picture(self):
        drawn = with_languages("<svg><title>华</title><text>华为</text></svg>")
        assert drawn == '<svg><title>华</title><text><tspan lang="zh">华为</tspan></text></svg>'

    @given(PAGES)
    def test_all_have_one_and_nothing_else_changes(self, html):
        said = with_languages(html)
        assert without_language(said) == []
        for language in ("zh", "ja", "ko"):
            said = said.replace(f'<span lang="{language}">', "")
        assert said.replace("</span>", "") == html

    @pytest.mark.parametrize("html", ["华" + "0" * 60_000, "华、" * 30_000, "华<b " + "a " * 30_000])
    def test_take_no_long_while(self, html):
        assert with_languages(html).startswith('<span lang="zh">')
