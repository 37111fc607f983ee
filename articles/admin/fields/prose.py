"""Text of several lines: kept as it was written, with line breaks of one kind, whatever a browser sends."""

from typing import Any

from django import forms


class ProseField(forms.CharField):
    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{**kwargs, "strip": False})

    def to_python(self, value: Any) -> str:
        text = super().to_python(value).replace("\r\n", "\n").replace("\r", "\n")
        return text if text.strip() else ""

    def has_changed(self, initial: Any, data: Any) -> bool:
        return super().has_changed(initial, self.to_python(data))
