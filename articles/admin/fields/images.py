"""Uploaded images: opened, checked and written anew as WebP, so that nothing of the uploaded file itself is ever served."""

import warnings
from io import BytesIO
from typing import Any

from django import forms
from django.contrib.admin.widgets import AdminFileWidget
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import UploadedFile
from django.utils.crypto import salted_hmac
from PIL import Image, ImageOps

LARGEST_UPLOAD = 10 * 1024 * 1024
MOST_PIXELS = 50_000_000
WIDEST = 1600
READ = ("JPEG", "PNG", "WEBP", "GIF", "TIFF", "AVIF")  # none that runs another program, and no SVG
IMAGE_HELP = (
    "At most 10 MB. It is made at most 1600 pixels wide. Whoever has its address can open it, also before its article is"
    " published and after that is withdrawn; nobody can guess the address."
)
CANNOT = "This cannot be read as an image. Use JPEG, PNG, WebP, GIF, TIFF or AVIF."


class LeadImageField(forms.FileField):
    """Cleans an upload to the name of the stored image."""

    widget = AdminFileWidget

    def to_python(self, data: Any) -> str | None:
        upload = super().to_python(data)
        return keep(as_webp(upload)) if upload else None


def as_webp(upload: UploadedFile) -> bytes:
    if (upload.size or 0) > LARGEST_UPLOAD:
        raise forms.ValidationError("The image is larger than 10 MB.")
    upload.seek(0)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # our own limit is lower
            with Image.open(upload, formats=READ) as image:
                return rewritten(image)
    except forms.ValidationError:
        raise
    except Exception as error:  # a decoder that is fed nonsense can fail in any way
        raise forms.ValidationError(CANNOT) from error


def rewritten(image: Image.Image) -> bytes:
    if image.width * image.height > MOST_PIXELS:
        raise forms.ValidationError(
            f"The image has {image.width} by {image.height} pixels: that is too many."
        )
    upright = ImageOps.exif_transpose(image)
    upright = upright.convert("RGBA" if upright.has_transparency_data else "RGB")
    if upright.width > WIDEST:
        upright = upright.resize(
            (WIDEST, max(1, round(upright.height * WIDEST / upright.width))), Image.Resampling.LANCZOS
        )
    upright.info.clear()  # where and with what it was taken is nobody's business
    written = BytesIO()
    upright.save(written, "WEBP", quality=82, method=4)
    return written.getvalue()


def keep(image: bytes) -> str:
    """Stored under a name that only this site could give it, even to somebody who has the image; the same one is stored once."""
    name = f"lead/{salted_hmac('articles.image', image, algorithm='sha256').hexdigest()[:32]}.webp"
    if not default_storage.exists(name):
        stored = default_storage.save(name, ContentFile(image))
        if stored != name:  # somebody stored the same image at the same moment
            default_storage.delete(stored)
    return name
