"""The form of an entity: nothing that bears on other texts is saved before its editor has seen what it does."""

from articles.admin.desk import DeskForm
from entities.admin.names_foreseen import BACK
from entities.admin.similar_names import WarnsOfSimilarNames


class EntityForm(WarnsOfSimilarNames, DeskForm):
    class Meta:
        help_texts = {
            "kind": "What sort of thing it is: lists group by it.",
            "website": "Its own site, which its page leads to.",
            "origin": "Whether the document that the articles retell speaks of it, or it was added. Readers see which.",
        }

    def clean(self):
        cleaned = super().clean()
        if BACK in self.data:
            self.add_error(None, "Nothing is saved yet. Change what you like, and save again.")
        return cleaned
