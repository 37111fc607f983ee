from articles.inside_links import WrittenLink, written_links


class TestWrittenLinks:
    def test_are_told_with_their_place_in_the_visible_text(self):
        html = '<p>See <a href="/articles/one/">the <em>one</em></a><sup class="ref">1</sup> and <a href="#x">x</a>.</p>'
        assert list(written_links(html)) == [WrittenLink(4, 11, "/articles/one/"), WrittenLink(16, 17, "#x")]

    def test_without_words_are_left_out(self):
        assert (
            list(written_links('<p><a href="/x/"></a> <a href="/y/"><img src="/media/z.png" alt=""></a></p>'))
            == []
        )
