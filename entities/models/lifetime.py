"""From when to when something was there: derived from its facts and relations, and rebuilt at will."""

from django.db import models

from entities.models.entity import Entity


class Lifetime(models.Model):
    """No row: nothing says so."""

    entity = models.OneToOneField(Entity, models.CASCADE, primary_key=True, related_name="lifetime")
    begins = models.DateField(null=True)
    ends = models.DateField(null=True)

    def __str__(self) -> str:
        return f"{self.entity}, {self.begins or '…'} to {self.ends or '…'}"
