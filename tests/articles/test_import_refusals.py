"""What manage.py import_document refuses, and says of it."""

import pytest
from django.core.exceptions import ValidationError
from django.core.management import CommandError

from articles.models import Article, Series
from tests.articles.documents import run, titles

pytestmark = pytest.mark.django_db


class TestErrors:
    def test_of_one_file_are_the_answer(self, tmp_path):
        with pytest.raises(CommandError, match=r"none\.txt: There is no such file\."):
            run(str(tmp_path / "none.txt"))

    @pytest.mark.parametrize(("name", "words"), [("", "folder"), ("none", "no such file")])
    def test_say_what_is_there_before_what_it_is_called(self, tmp_path, name, words):
        with pytest.raises(CommandError, match=words):
            run(str(tmp_path / name))

    def test_of_some_files_do_not_lose_the_others(self, file, tmp_path):
        bad = file("# T\n\n![x](http://a.example/b.png)", "bad.md")
        with pytest.raises(CommandError) as error:
            run(file("# A\n\na", "a.md"), bad, str(tmp_path / "none.txt"), file("# B\n\nb", "b.md"))
        first, *reasons = str(error.value).split("\n")
        assert first == "2 of 4 files were not imported."
        assert ["Images of other sites" in reasons[0], "no such file" in reasons[1]] == [True, True]
        assert titles() == ["A", "B"]

    def test_in_one_part_leave_nothing_of_the_series(self, file):
        with pytest.raises(CommandError, match="Part 2"):
            run(file("# T\n\n## A\n\na\n\n## B\n\n![x](http://a.example/b.png)", "a.md"), "--series")
        assert not Article.objects.exists()
        assert not Series.objects.exists()

    def test_of_the_record_leave_nothing_of_the_series(self, file, monkeypatch):
        def refuse(article):
            if article.part == 3:
                raise ValidationError("No third part.")

        monkeypatch.setattr(Article, "clean", refuse)
        with pytest.raises(CommandError, match="No third part"):
            run(file(), "--series")
        assert not Article.objects.exists()
        assert not Series.objects.exists()

    def test_in_replacing_leave_nothing_of_what_was_made_with_it(self, file, monkeypatch):
        def refuse(article):
            if article.pk:
                raise ValidationError("Not this one.")

        run(file("# T\n\n## A\n\nOne.", "a.md"), "--series")
        monkeypatch.setattr(Article, "clean", refuse)
        with pytest.raises(CommandError, match="Not this one"):
            run(file("# T\n\n## A\n\nTwo.\n\n## New\n\nThree.", "a.md"), "--series", "--replace")
        assert list(Article.objects.values_list("title", "body", "version")) == [("A", "One.\n", 1)]

    def test_of_an_unknown_format_name_the_formats(self, file):
        with pytest.raises(CommandError, match="'txt', 'md', 'html', 'docx'"):
            run(file(), "--format=pdf")
