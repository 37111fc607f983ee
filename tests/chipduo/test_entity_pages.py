import pytest

from entities.models import Evidence, Fact
from tests import cast
from tests.chipduo.pages import ESCAPED, HOSTILE, page, words

pytestmark = pytest.mark.django_db


class TestAnEntity:
    def test_counts_one_sentence_in_one_article(self):
        cast.entity("TSMC")
        cast.published()
        assert "1 sentence in 1 article " in words("/entities/tsmc/")

    def test_counts_several_sentences_in_several_articles(self):
        cast.duo()
        cast.published()
        cast.published("alone", "SMIC again.\n")
        assert "3 sentences in 2 articles " in words("/entities/smic/")

    def test_that_nothing_names_says_so(self):
        cast.entity("Intel")
        assert "No article names Intel today." in words("/entities/intel/")

    def test_is_marked_in_what_the_record_says_of_it(self):
        cast.duo()
        cast.published()
        quoted = page("/entities/tsmc/").split("<blockquote>")[1].split("</blockquote>")[0]
        assert "<p>“It bought chips from <b>TSMC</b>.”</p>" in quoted

    def test_says_which_of_the_duo_a_sentence_names(self):
        cast.duo()
        cast.published(body="TSMC trails nobody. TSMC supplied Huawei.\n")
        shown = page("/entities/tsmc/")
        assert '<figure class="quote">' in shown
        assert '<figure class="quote thread-cinnabar">' in shown

    def test_gives_foreign_names_in_their_language(self):
        entity = cast.entity("Huawei", native_name="华为技术有限公司", native_language="zh-Hans")
        entity.add_alias("華為", language="zh-Hant")
        shown = page("/entities/huawei/")
        assert 'lang="zh-Hans">华为技术有限公司<' in shown
        assert '<span lang="zh-Hant">華為</span>' in shown

    def test_escapes_its_names(self):
        cast.entity(HOSTILE, slug="odd", description=HOSTILE)
        shown = page("/entities/odd/")
        assert ESCAPED in shown
        assert "<script>" not in shown

    def test_says_since_when_and_until_when(self):
        huawei, smic, _ = cast.duo()
        cast.relation(huawei, "customer-of", smic, since="2020-05", until="2024~", note="for phones")
        shown = words("/entities/huawei/")
        assert "Was a major customer of SMIC, for phones, since May 2020, until about 2024." in shown

    def test_says_only_when_what_happened_once(self):
        ren = cast.entity("Ren Zhengfei", "person")
        cast.relation(ren, "founded", cast.entity("Huawei"), since="1987")
        assert "Was founded by Ren Zhengfei, 1987." in words("/entities/huawei/")

    def test_says_which_relations_are_judged_and_which_were_added(self):
        huawei, smic, _ = cast.duo()
        cast.relation(huawei, "sustains", smic, standing="judgement", origin="record")
        shown = words("/entities/huawei/").split("Relations")[-1]
        assert "public record, added: Sustains SMIC." in shown
        assert "the article’s judgement" in shown

    def test_shows_the_source_and_the_date_of_a_fact(self):
        fact = Fact.objects.create(entity=cast.entity("Huawei"), label="Staff", value="207,000", as_of="2023")
        Evidence.objects.create(fact=fact, source=cast.source(), note="page 4")
        shown = page("/entities/huawei/")
        assert 'as of <time datetime="2023">2023</time>' in shown
        assert f'popovertarget="words_fact_{fact.pk}"' in shown
        assert "Report, The Press. Page 4" in words("/entities/huawei/")

    def test_that_does_not_exist_is_not_found(self):
        assert "/entities/nobody/ is not in the book." in words("/entities/nobody/", 404)

    def test_is_not_said_to_be_missing_where_only_a_part_of_it_is(self):
        cast.entity("Huawei")
        shown = words("/entities/?page=99", 404)
        assert "There is no such page." in shown
        assert "is not in the book" not in shown


class TestTheListOfEntities:
    def test_groups_them_by_kind_in_the_order_of_the_kinds(self):
        cast.entity("Innovation", "concept")
        cast.entity("China", "government")
        shown = words("/entities/")
        assert shown.index("China") < shown.index("Innovation")

    def test_offers_only_kinds_that_there_are(self):
        cast.entity("Innovation", "concept")
        shown = page("/entities/")
        assert 'href="/entities/?kind=concept"' in shown
        assert "?kind=place" not in shown

    def test_counts_the_articles_that_name_them(self):
        cast.duo()
        cast.published()
        assert "1 article" in words("/entities/")
