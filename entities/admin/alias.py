"""Spellings as rows of their entity."""

from articles.admin.history.kept import keep_rows
from entities.admin.rows import RowForm, RowsInline
from entities.linking.lexicon import default_rules
from entities.models import Alias

keep_rows(Alias)


class AliasForm(RowForm):
    class Meta:
        help_texts = {"text": "A name as texts write it; where it stands, it becomes a link."}

    def clean(self):
        """A new spelling goes by the rules that its own look suggests, where its editor has left them alone."""
        cleaned = super().clean()
        if self.instance.pk is None and "text" in cleaned:
            rules = dict(zip(("case_sensitive", "whole_word"), default_rules(cleaned["text"]), strict=True))
            cleaned.update({name: value for name, value in rules.items() if name not in self.changed_data})
        return cleaned


class AliasInline(RowsInline):
    model = Alias
    form = AliasForm
    fields = ["text", "language", "case_sensitive", "whole_word", "linkable"]
