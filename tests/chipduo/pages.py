"""What a page says to its reader."""

from html import unescape

from django.test import Client
from django.utils.html import strip_tags

HOSTILE = '<script>alert(1)</script>"&'
ESCAPED = "&lt;script&gt;alert(1)&lt;/script&gt;&quot;&amp;"


def page(address: str, status: int = 200) -> str:
    response = Client().get(address)
    assert response.status_code == status, (address, response.status_code)
    return response.content.decode()


def words(address: str, status: int = 200) -> str:
    """What a reader sees, with every stretch of white space as one space."""
    return " ".join(unescape(strip_tags(page(address, status))).split())
