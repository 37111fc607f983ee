from datetime import UTC, datetime

import pytest

from articles.dates.fuzzydate import parse
from articles.templatetags.record import day, host, known, language_name


class TestADate:
    @pytest.mark.parametrize(
        ("date", "shown"),
        [
            ("2019-05-16", '<time datetime="2019-05-16">16 May 2019</time>'),
            ("2004-03", '<time datetime="2004-03">March 2004</time>'),
            ("1987", '<time datetime="1987">1987</time>'),
            ("1987~", "<span>about 1987</span>"),
            ("2014/2019", "<span>from 2014 to 2019</span>"),
            ("2023-35", "<span>Q3 2023</span>"),
        ],
    )
    def test_has_a_machine_readable_form_only_where_html_has_one(self, date, shown):
        assert known(parse(date)) == shown

    def test_of_a_moment_is_its_day(self):
        assert (
            day(datetime(2026, 2, 3, 12, tzinfo=UTC)) == '<time datetime="2026-02-03">3 February 2026</time>'
        )


class TestALanguage:
    @pytest.mark.parametrize(
        ("code", "name"), [("zh-Hans", "Simplified Chinese"), ("ko", "Korean"), ("tlh", "tlh")]
    )
    def test_is_named_where_it_has_a_name(self, code, name):
        assert language_name(code) == name


class TestAnAddress:
    @pytest.mark.parametrize(
        ("url", "shown"),
        [
            ("https://www.example.com/a?b", "example.com"),
            ("http://docs.example.org:8080/", "docs.example.org"),
            ("odd", "odd"),
        ],
    )
    def test_is_shown_by_its_host(self, url, shown):
        assert host(url) == shown
