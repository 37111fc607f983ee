"""Images within the text: uploaded beside the article's form, checked as its lead image is, and answered as Markdown to put in."""

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.core.files.storage import default_storage
from django.urls import path

from articles.admin.desk_page import desk_page
from articles.admin.fields.images import IMAGE_HELP, as_webp, keep
from articles.importing.escaping import inline
from articles.markdown.html import DECORATIVE

OF_ITS_OWN = {
    "form": "image-in-text"
}  # its fields stand among those of the article, and are not sent with them


class TextImageForm(forms.Form):
    image = forms.FileField(
        widget=forms.FileInput(attrs={**OF_ITS_OWN, "accept": "image/*"}),
        help_text=IMAGE_HELP,
    )
    alt = forms.CharField(
        label="Description",
        required=False,
        max_length=300,
        widget=forms.TextInput(attrs={**OF_ITS_OWN, "class": "vTextField"}),
        help_text="What it shows, for readers who do not see it.",
    )
    is_decorative = forms.BooleanField(
        label="Decorative",
        required=False,
        widget=forms.CheckboxInput(attrs=OF_ITS_OWN),
        help_text="It tells nothing: readers who do not see it miss nothing.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, prefix="text", **kwargs)

    def clean(self) -> dict[str, Any]:
        """Stores the image, once nothing else is wrong."""
        cleaned = super().clean()
        if not self.errors and bool(cleaned["alt"]) == cleaned["is_decorative"]:
            self.add_error("alt", "Either describe the image, or say that it is decorative.")
        if not self.errors:
            try:
                cleaned["image"] = keep(as_webp(cleaned["image"]))
            except forms.ValidationError as error:
                self.add_error("image", error)
        return cleaned

    @property
    def markdown(self) -> str:
        address = default_storage.url(self.cleaned_data["image"])
        alt = " ".join(self.cleaned_data["alt"].split())
        return f"![{inline(alt)}]({address})" if alt else f'![]({address} "{DECORATIVE}")'


class TextImagesAdmin(admin.ModelAdmin):
    def get_urls(self):
        view = self.admin_site.admin_view(self.image_view)
        return [path("image/", view, name="articles_article_image"), *super().get_urls()]

    def image_view(self, request):
        if not (self.has_add_permission(request) or self.has_change_permission(request)):
            raise PermissionDenied
        form = TextImageForm(request.POST, request.FILES) if request.method == "POST" else TextImageForm()
        markdown = form.markdown if form.is_valid() else ""
        context = {"opts": self.opts, "image_form": form, "markdown": markdown}
        return desk_page(request, "admin/articles/article/image.html", "Image within the text", **context)

    def render_change_form(self, request, context, *args, **kwargs):
        context["image_form"] = TextImageForm()
        return super().render_change_form(request, context, *args, **kwargs)
