"""Who signs in: the one model of the site itself, custom from the first migration."""

from zoneinfo import available_timezones

from django.contrib.auth.models import AbstractUser
from django.core.exceptions import ValidationError
from django.db import models

from chipduo.desk.dismissal import Dismissal

__all__ = ["Dismissal", "User"]


def validate_time_zone(value: str) -> None:
    if value not in available_timezones():
        raise ValidationError(
            "There is no time zone named %(value)s. Examples: Europe/Berlin, Asia/Shanghai.",
            params={"value": value},
        )


class User(AbstractUser):
    time_zone = models.CharField(
        max_length=64,
        blank=True,
        validators=[validate_time_zone],
        help_text="In which dates and times are shown and scheduled, such as Europe/Berlin. Empty: the site’s.",
    )

    class Meta(AbstractUser.Meta):
        permissions = [  # of what has no model here that could be given one
            ("merge_tag", "Can merge tags"),
            ("export_site", "Can export everything"),
        ]
