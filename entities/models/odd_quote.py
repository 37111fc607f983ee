"""A quote behind an event that names another date than the event's: derived, and rebuilt at will."""

from django.db import models

from entities.models.evidence import Evidence


class OddQuote(models.Model):
    """Code points `start` to `end` of the passage's text name that other date."""

    evidence = models.OneToOneField(Evidence, models.CASCADE, primary_key=True, related_name="odd_quote")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()

    def __str__(self) -> str:
        return str(self.evidence)
