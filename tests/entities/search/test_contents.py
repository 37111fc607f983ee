import pytest

from entities.search.contents import about_text
from tests import cast

pytestmark = pytest.mark.django_db


class TestTheDescriptionOfAnEntity:
    def test_keeps_its_paragraphs_apart(self):
        entity = cast.entity("SMIC", about_html="<p>It makes chips</p><ul><li>for phones</li></ul>")
        assert about_text(entity).split() == ["It", "makes", "chips", "for", "phones"]
