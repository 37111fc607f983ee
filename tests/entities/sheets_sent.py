"""A sheet sent to be looked at, and made."""

from django.core.files.uploadedfile import SimpleUploadedFile

from tests.desk import form_on

ENTITIES, EVENTS = "/admin/entities/entity/sheet/", "/admin/entities/event/sheet/"


def looked_at(desk, text: str | bytes, page: str = ENTITIES):
    data = text if isinstance(text, bytes) else text.encode()
    return desk.post(page, {"file": SimpleUploadedFile("some.csv", data)})


def made(desk, text: str, page: str = ENTITIES):
    shown = form_on(looked_at(desk, text, page))
    return desk.post(page, {**shown, "_apply": "1"}, follow=True)
