"""What every claim carries: how it stands, and whether it is the document's or was added from the public record."""

from django.db import models


class Standing(models.TextChoices):
    RECORDED = "recorded", "recorded"
    JUDGEMENT = "judgement", "the article’s judgement"
    FORECAST = "forecast", "forecast"


class Origin(models.TextChoices):
    DOCUMENT = "document", "from the document"
    RECORD = "record", "public record, added"


class Claim(models.Model):
    standing = models.CharField(max_length=10, choices=Standing, default=Standing.RECORDED)
    origin = models.CharField(max_length=10, choices=Origin, default=Origin.RECORD)

    class Meta:
        abstract = True
