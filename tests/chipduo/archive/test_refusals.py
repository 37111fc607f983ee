"""What is no archive of this site, is damaged, or means harm: told in plain words, and nothing is changed."""

import re
from zipfile import ZipFile

import pytest
from django.core.files.storage import default_storage
from django.core.management import CommandError
from django.test import override_settings

from articles.models import Article, Edition, Source
from chipduo.archive import unpacking
from chipduo.archive.packing import SUMS
from chipduo.models import User
from entities.models import Entity, Evidence
from tests import cast, public_site
from tests.archives import empty_the_site, exported, files_of, imported, repacked

pytestmark = pytest.mark.django_db

NEEDS = "articles/needs/manuscript.md"
FIRST, FIRST_TEXT = "articles/needs/editions/1.md", "articles/needs/editions/1.toml"


@pytest.fixture(scope="module")
def archive(module_db, tmp_path_factory):
    with override_settings(MEDIA_ROOT=str(tmp_path_factory.mktemp("media"))):
        public_site.open_to_readers()
        Edition.objects.update(editor=cast.user("edda"))
        path = exported(tmp_path_factory.mktemp("archive"))
        empty_the_site()
        User.objects.all().delete()
        yield path


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = str(tmp_path / "media")


@pytest.fixture
def path(archive, tmp_path):
    """A copy of its own."""
    copy = tmp_path / "site.zip"
    copy.write_bytes(archive.read_bytes())
    return copy


def refusal(path) -> str:
    with pytest.raises(CommandError) as refused:
        imported(path)
    assert not any(model.objects.exists() for model in (Article, Edition, Entity, Source, Evidence, User))
    assert not default_storage.exists(public_site.PICTURE)
    said = str(refused.value)
    assert said.startswith("Nothing was loaded. ")
    return said


def with_other_words(name: str, old: bytes, new: bytes):
    def change(files: dict[str, bytes]) -> None:
        assert old in files[name]
        files[name] = files[name].replace(old, new)

    return change


class TestAFileThatIsNoArchive:
    def test_is_not_there(self, tmp_path):
        assert "There is no such file." in refusal(tmp_path / "none.zip")

    @pytest.mark.parametrize("data", [b"", b"hello", b"PK\x03\x04" + b"\0" * 40])
    def test_is_no_zip_file(self, tmp_path, data):
        (tmp_path / "odd.zip").write_bytes(data)
        assert "This is not an archive" in refusal(tmp_path / "odd.zip")

    def test_is_a_folder(self, tmp_path):
        assert "cannot be read" in refusal(tmp_path)

    def test_is_the_zip_file_of_something_else(self, tmp_path):
        with ZipFile(tmp_path / "photos.zip", "w") as archive:
            archive.writestr("photo.jpg", b"x")
        assert "not an archive of this site" in refusal(tmp_path / "photos.zip")


class TestADamagedArchive:
    def test_is_cut_short(self, path):
        path.write_bytes(path.read_bytes()[:-30])
        assert "not an archive" in refusal(path)

    def test_has_a_byte_that_turned(self, path):
        data = bytearray(path.read_bytes())
        data[len(data) // 2] ^= 0xFF
        path.write_bytes(bytes(data))
        assert "is damaged" in refusal(path) or "was changed or damaged" in refusal(path)

    def test_misses_a_file(self, path):
        other = repacked(path, lambda files: files.pop(NEEDS), with_sums=False)
        assert f"{NEEDS} is missing from the archive" in refusal(other)

    def test_misses_the_passages_of_an_edition(self, path):
        other = repacked(path, lambda files: files.pop(FIRST_TEXT))
        assert f"{FIRST_TEXT} is missing from the archive" in refusal(other)

    def test_misses_a_picture(self, path):
        name = f"media/{public_site.PICTURE}"
        assert f"{name} is missing" in refusal(repacked(path, lambda files: files.pop(name)))

    def test_misses_a_picture_within_a_text(self, path):
        name = f"media/lead/{'0' * 32}.webp"
        change = with_other_words(NEEDS, b"designs phones", f"![designs](/{name})".encode())
        assert f"{name} is missing" in refusal(repacked(path, change))

    def test_was_changed_by_hand(self, path):
        change = with_other_words(NEEDS, b"phones", b"planes")
        assert "was changed or damaged" in refusal(repacked(path, change, with_sums=False))


class TestAnArchiveThatMeansHarm:
    @pytest.mark.parametrize(
        "name",
        ["../evil.toml", "/etc/passwd", "articles/../../x.md", "media/lead/x.html", "events/a\\..\\b.toml"],
    )
    def test_leads_out_of_itself(self, path, name):
        other = repacked(path, lambda files: files.update({name: b"x"}))
        assert "is no file of an archive of this site" in refusal(other)

    def test_has_a_file_that_its_sums_do_not_know(self, path):
        other = repacked(path, lambda files: files.update({"entities/evil.toml": b""}), with_sums=False)
        assert f"{SUMS} does not know of it" in refusal(other)

    def test_has_a_file_twice(self, path, recwarn):
        with ZipFile(path, "a") as archive:
            archive.writestr(NEEDS, b"x")
        assert "is in the archive twice" in refusal(path)

    def test_unpacks_to_more_than_texts_would(self, path):
        other = repacked(path, lambda files: files.update({"tags.toml": b" " * 30_000_000}))
        assert "more than 100 times its size" in refusal(other)

    def test_has_a_file_larger_than_any(self, path, monkeypatch):
        monkeypatch.setattr(unpacking, "LARGEST_FILE", 100)
        assert "is larger than 64 MB" in refusal(path)

    @pytest.mark.parametrize(
        "html", [b"<script>1</script>", b"<img src=x onerror=1>", b"<p>", b"<iframe></iframe>"]
    )
    def test_brings_html_that_this_site_would_not_write(self, path, html):
        change = with_other_words(FIRST_TEXT, b"designs phones.", b"designs phones." + html)
        assert "HTML that this site would not write" in refusal(repacked(path, change))

    def test_brings_a_script_as_links(self, path):
        change = with_other_words(FIRST_TEXT, b'class=\\"entity\\"', b'onclick=\\"x\\"')
        assert "HTML that this site would not write" in refusal(repacked(path, change))

    def test_brings_an_address_that_is_a_script(self, path):
        change = with_other_words("entities/huawei.toml", b"https://www.huawei.com/", b"javascript:alert(1)")
        assert "website: Enter a valid URL" in refusal(repacked(path, change))

    def test_names_a_picture_elsewhere(self, path):
        change = with_other_words(NEEDS, public_site.PICTURE.encode(), b"../../secret.webp")
        assert "no picture that this site has written" in refusal(repacked(path, change))


class TestRowsThatDoNotFit:
    @pytest.mark.parametrize(
        ("name", "old", "new", "told"),
        [
            ("about.toml", b"format = 1", b"format = 99", "format 99, and this version of the site reads 1"),
            ("tags.toml", b"tag = [", b"tag = [[[", "tags.toml: it is not TOML"),
            ("tags.toml", b"chips", b"ch\xffps", "tags.toml: it is not UTF-8"),
            ("tags.toml", b"tag =", b"tog =", "“tog” does not belong there"),
            ("tags.toml", b"name =", b"nome =", "“nome” is nothing that a tag has"),
            ("tags.toml", b'id = ', b'id = -', "a number from 1 on"),
            ("events/founded.toml", b'"1987"', b'"sometime"', "events/founded.toml, event 1, when: "),
            ("events/founded.toml", b"significance = 3", b"significance = 7", "not a valid choice"),
            ("events/founded.toml", b'"huawei"', b'"nobody"', "there is no entity “nobody” in the archive"),
            ("events/founded.toml", b'"report"', b'"none"', "there is no source “none” in the archive"),
            ("events/founded.toml", b'title = "Founded"', b"title = [1]", "it should be one value"),
            ("events/founded.toml", b'title = "Founded"', b'title = "a\\u0000b"', "zero byte"),
            ("events/founded.toml", b"+00:00", b"", "it should say its time zone"),
            ("events/founded.toml", b"\nat = 20", b"\nat = 99", "it is too far off for a calendar"),
            ("entities/smic.toml", b'slug = "smic"', b'slug = "huawei"', "“huawei” is there twice"),
            ("entities/smic.toml", b'kind = "company"', b'kind = "planet"', "not a valid choice"),
            (FIRST, b"number = 1", b"number = 2", "“needs/2” is there twice"),
            (FIRST, b"live_until", b"live_from", "Cannot overwrite a value"),
            (FIRST, b'editor = "edda"', b'editor = "<b>"', "is no name of a person here"),
            (FIRST_TEXT, b'key = "', b'key = "x', "is not marked with its key"),
            (FIRST_TEXT, b'surface = "Huawei"', b'surface = "Somebody"', "does not stand where it is said"),
            ("events/orders-move.toml", b'quote = "Huawei', b'quote = "Nobody', "does not stand in the passage"),
            ("old-addresses.toml", b'kind = "article"', b'kind = "user"', "nothing that has an address"),
            (NEEDS, b"+++\n", b"---\n", "between two lines of +++"),
        ],
    )  # fmt: skip
    def test_are_told_with_their_file(self, path, name, old, new, told):
        assert told in refusal(repacked(path, with_other_words(name, old, new)))

    def test_are_told_when_they_have_no_number(self, path):
        def change(files):
            files["tags.toml"] = re.sub(rb"id = \d+, ", b"", files["tags.toml"])

        assert "tags.toml, tag 1, id: it is missing." in refusal(repacked(path, change))

    def test_are_told_when_editions_would_be_live_at_once(self, path):
        def change(files):
            lines = files[FIRST].decode().splitlines(keepends=True)
            files[FIRST] = "".join(line for line in lines if not line.startswith("live_until")).encode()

        assert "Another edition of this article is live at that time." in refusal(repacked(path, change))


class TestASiteWithContent:
    def test_is_left_as_it_is(self, path):
        cast.source()
        with pytest.raises(CommandError, match=r"This site is not empty: it has 1 source\."):
            imported(path)
        assert not Article.objects.exists()


class TestAnArchiveThatIsWritten:
    def test_does_not_overwrite_another(self, path):
        data = path.read_bytes()
        with pytest.raises(CommandError, match="is there already"):
            exported(path.parent, path.name)
        assert path.read_bytes() == data

    def test_says_where_it_cannot_be_written(self, tmp_path):
        with pytest.raises(CommandError, match="cannot be written: No such file or directory"):
            exported(tmp_path / "nowhere")

    def test_can_be_read_by_its_owner_alone(self, tmp_path):
        assert exported(tmp_path).stat().st_mode & 0o077 == 0

    def test_goes_without_a_picture_that_was_lost(self, archive, tmp_path):
        imported(archive)
        default_storage.delete(public_site.PICTURE)
        again = exported(tmp_path)
        empty_the_site()
        imported(again)
        assert Article.objects.get(slug="needs").lead_image.name == public_site.PICTURE
        assert b"lost_pictures" in files_of(again)["about.toml"]
