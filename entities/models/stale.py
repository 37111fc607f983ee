"""Editions whose links are older than the names they use. A row, so that a killed process forgets none."""

from django.db import models

from articles.models import Edition


class StaleEdition(models.Model):
    edition = models.OneToOneField(Edition, models.CASCADE, primary_key=True, related_name="stale")
    since = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["since"]

    def __str__(self) -> str:
        return str(self.edition)
