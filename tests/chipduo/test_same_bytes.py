import pytest
from django.utils import timezone
from django.utils.http import http_date

from tests import cast


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/feed/", "/sitemap-articles.xml"])
class TestWhoAsksWhetherAListIsNewer:
    def test_is_told_of_what_was_withdrawn(self, client, address):
        cast.published("stays")
        article = cast.published("goes").article
        assert b"goes" in client.get(address).content
        article.withdraw()
        later = client.get(address, headers={"if-modified-since": http_date(timezone.now().timestamp())})
        assert later.status_code == 200 and b"goes" not in later.content

    def test_is_told_that_nothing_changed(self, client, address):
        cast.published()
        etag = client.get(address).headers["ETag"]
        assert client.get(address, headers={"if-none-match": etag}).status_code == 304
