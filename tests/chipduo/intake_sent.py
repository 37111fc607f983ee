"""A document sent to be looked at, and what is ticked of it made."""

import re

from django.core.files.uploadedfile import SimpleUploadedFile

from tests.desk import form_on

PAGE = "/admin/import/"
TEXT = """\
# A history

Huawei was founded in 1987. Later it met Acme Fabrication Works by chance.

## Chips

In May 2020 SMIC makes chips for Huawei. It is Acme Fabrication Works that sold tools.
"""


def looked_at(desk, text: str | bytes = TEXT, name: str = "history.md", **more):
    data = text if isinstance(text, bytes) else text.encode()
    return desk.post(PAGE, {"file": SimpleUploadedFile(name, data), **more})


def keys(response, about: str) -> list[str]:
    """Of the proposals whose words these are."""
    found = re.findall(r'name="tick" value="(\w+)"[^>]*> <strong>(.*?)</strong>', response.content.decode())
    return [key for key, words in found if about in words]


def made(desk, response, *about: str, **more):
    shown = form_on(response)
    ticked = [key for words in about for key in keys(response, words)]
    return desk.post(PAGE, {**shown, "tick": ticked, "_make": "1", **more}, follow=True)
