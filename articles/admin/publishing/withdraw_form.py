"""What readers are told when an article is taken from them."""

from django import forms
from django.contrib.admin.widgets import AdminTextareaWidget

from articles.admin.fields.prose import ProseField


class WithdrawForm(forms.Form):
    note = ProseField(
        label="Why", required=False, widget=AdminTextareaWidget({"rows": 3}),
        help_text="For readers who come to its address. Empty: they are told only that it was withdrawn.",
    )  # fmt: skip
