import pytest
from django.db import transaction

from entities.linking.names import current_names
from entities.linking.names_changing import names_changing
from entities.models import Alias, Entity, LexiconVersion
from tests import cast

pytestmark = pytest.mark.django_db


def found(text: str) -> list[str]:
    return [
        Entity.objects.get(pk=match.entity).slug
        for match in current_names().lexicon.find(text)
        if match.entity
    ]


class TestCurrentNames:
    def test_are_kept_in_memory(self, django_assert_num_queries):
        cast.duo()
        kept = current_names()
        with django_assert_num_queries(1):
            assert current_names() is kept

    def test_follow_every_change(self):
        huawei, *_ = cast.duo()
        assert found("Huawei and SMIC") == ["huawei", "smic"]
        with names_changing(huawei.pk):
            huawei.aliases.all().delete()
        assert found("Huawei and SMIC") == ["smic"]

    def test_follow_what_another_process_changed(self):
        cast.duo()
        assert found("ASML") == []
        Entity.objects.create(slug="asml", name="ASML", kind="company").add_alias("ASML")
        assert found("ASML") == []
        LexiconVersion.change()
        assert found("ASML") == ["asml"]

    def test_are_the_old_ones_again_after_a_change_that_failed(self):
        huawei, *_ = cast.duo()
        kept = current_names()
        with pytest.raises(RuntimeError), transaction.atomic(), names_changing(huawei.pk):
            huawei.aliases.all().delete()
            LexiconVersion.change()
            assert found("Huawei") == []
            raise RuntimeError
        assert found("Huawei") == ["huawei"]
        assert current_names().by_text == kept.by_text

    def test_are_there_before_the_first_name_is(self):
        assert found("Huawei") == []
        assert LexiconVersion.objects.count() == 1

    def test_leave_out_what_is_private_or_not_looked_for(self):
        cast.entity("Huawei", public=False)
        Alias.objects.filter(entity=cast.entity("SMIC"), text="SMIC").update(linkable=False)
        LexiconVersion.change()
        assert found("Huawei and SMIC") == []


class TestWhatIsMeantByHand:
    def meant(self, name: str) -> str | None:
        pk = current_names().meant_by(name)
        return pk and Entity.objects.get(pk=pk).slug

    @pytest.mark.parametrize(
        ("name", "slug"),
        [
            *((name, "huawei") for name in ("Huawei", "huawei", " HUAWEI ", "华为")),
            *((name, "law-of-moore") for name in ("moore’s law", "Moore's  Law", "law-of-moore")),
            ("Cafe\u0301", "cafe"),
        ],
    )
    def test_is_found_by_spelling_name_or_address_however_written(self, name, slug):
        cast.duo()
        cast.entity("Moore's law", slug="law-of-moore")
        cast.entity("Café")
        assert self.meant(name) == slug

    def test_may_be_a_spelling_that_is_not_looked_for(self):
        cast.entity("SMIC").add_alias("the foundry", linkable=False)
        LexiconVersion.change()
        assert self.meant("the foundry") == "smic"

    @pytest.mark.parametrize("name", ["Nobody", "", "Hidden", "hidden"])
    def test_is_nobody_that_readers_do_not_know(self, name):
        cast.entity("Hidden", public=False)
        assert self.meant(name) is None

    def test_is_nobody_where_two_share_the_spelling(self):
        cast.entity("Chang One", kind="person", aliases=("Chang",))
        cast.entity("Chang Two", kind="person", aliases=("Chang",))
        assert self.meant("Chang") is None
        assert self.meant("Chang One") == "chang-one"

    def test_is_nobody_where_two_share_the_name_and_one_by_its_address(self):
        cast.entity("Chang", slug="chang-one")
        cast.entity("Chang", slug="chang-two")
        assert self.meant("Chang") is None
        assert self.meant("chang-two") == "chang-two"

    def test_is_whose_name_it_is_before_whose_spelling(self):
        cast.entity("Apple")
        cast.entity("Apple Daily", aliases=("Apple",))
        assert self.meant("Apple") == "apple"
