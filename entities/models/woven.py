"""A passage's HTML with its links in it: derived, thrown away and rebuilt at will. No row: nothing to link."""

from django.db import models

from articles.models import Passage


class Woven(models.Model):
    passage = models.OneToOneField(Passage, models.CASCADE, primary_key=True, related_name="woven")
    html = models.TextField()

    class Meta:
        verbose_name_plural = "woven"

    def __str__(self) -> str:
        return self.html[:80]
