"""Files as people choose them for pictures."""

from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


def picture(
    width: int = 20, height: int = 10, kind: str = "PNG", mode: str = "RGB", colour="red", **saved
) -> SimpleUploadedFile:
    written = BytesIO()
    Image.new(mode, (width, height), colour).save(written, kind, **saved)
    return SimpleUploadedFile(f"photo.{kind.lower()}", written.getvalue())
