"""The form of a tag: a name that is another’s leads to merging the two."""

from typing import Any

from django import forms
from django.urls import reverse
from django.utils.html import format_html
from django.utils.text import slugify
from taggit.models import Tag

from articles.admin.desk import DeskForm
from articles.admin.fields.tag_names import refuse_odd_name
from articles.models import TagSynonym


class TagForm(DeskForm):
    class Meta:
        help_texts = {"slug": "Made from the name if it is empty. Old addresses go on working."}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "slug" in self.fields:
            self.fields["slug"].required = False

    def clean_name(self) -> str:
        name = self.cleaned_data["name"]
        refuse_odd_name(name)
        if other := Tag.objects.filter(name__iexact=name).exclude(pk=self.instance.pk).first():
            raise forms.ValidationError(self.offer_to_merge_with(other))
        if (
            other := TagSynonym.objects.named(name)
            .exclude(tag=self.instance.pk)
            .select_related("tag")
            .first()
        ):
            raise forms.ValidationError(f"“{other}” is a synonym of “{other.tag}”.")
        return name

    def offer_to_merge_with(self, other: Tag) -> str:
        if not self.instance.pk:
            return f"“{other}” is a tag already."
        address = f"{reverse('admin:taggit_tag_merge')}?these={self.instance.pk}.{other.pk}"
        return format_html('“{}” is another tag already. <a href="{}">Merge the two?</a>', other, address)

    def clean_slug(self) -> str:
        """A new name makes a new address, unless one was written by hand or the new one is taken."""
        name, given = self.cleaned_data.get("name", ""), self.cleaned_data["slug"]
        by_hand = given != self.instance.slug
        if given and (by_hand or name == self.instance.name):
            return super().clean_slug()
        made = slugify(name, allow_unicode=True)[:100]
        is_free = made and not Tag.objects.filter(slug=made).exclude(pk=self.instance.pk).exists()
        return made if is_free else self.instance.slug
