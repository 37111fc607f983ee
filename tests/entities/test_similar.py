import pytest

from entities.similar import likeness, similar_to
from tests import cast

pytestmark = pytest.mark.django_db


class TestLikeness:
    @pytest.mark.parametrize(
        ("one", "other", "alike"),
        [
            ("huawei", "huawei", True),
            ("huawei", "hauwei", True),
            ("huawei", "huawei technologies", True),
            ("华为技术", "华为", True),
            ("huawei", "smic", False),
            ("smic", "tsmc international", False),
            ("art", "smart", False),
        ],
    )
    def test_is_of_letters_and_of_whole_words(self, one, other, alike):
        assert (likeness(one, other) >= 80) is alike


class TestSimilarNames:
    @pytest.fixture(autouse=True)
    def entities(self):
        cast.duo()
        cast.entity("Ростех", slug="rostec")
        cast.entity("Hidden Works", public=False)

    @pytest.mark.parametrize(
        ("name", "found"),
        [
            ("huawei", "Huawei"),
            ("HUAWEI", "Huawei"),
            ("Ｈｕａｗｅｉ", "Huawei"),
            ("Hauwei", "Huawei"),
            ("Huawei Technologies", "Huawei"),
            ("华为", "Huawei"),
            ("中芯国际集团", "SMIC"),
            ("РОСТЕХ", "Ростех"),
            ("ростех", "Ростех"),
            ("hidden  works", "Hidden Works"),
        ],
    )
    def test_are_found_in_every_script_and_case(self, name, found):
        assert [one.entity.name for one in similar_to([name])] == [found]

    @pytest.mark.parametrize(
        "name", ["Intel", "", " ", "H", "%", "_", "x" * 300, "the", "a " * 100, "\u202e"]
    )
    def test_are_not_found_for_other_names(self, name):
        assert similar_to([name]) == []

    def test_tell_by_which_spelling(self):
        (found,) = similar_to(["华为"])
        assert (found.entity.name, found.spelling) == ("Huawei", "华为")

    def test_of_several_names_are_found_together_and_once(self):
        assert [one.entity.name for one in similar_to(["Huawei", "华为", "smic"])] == ["Huawei", "SMIC"]
