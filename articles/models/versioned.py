"""The optimistic lock: who saves a row must have seen its latest version."""

from django.db import models
from django.db.models import F


class Versioned(models.Model):
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        abstract = True

    def claim(self, seen: int) -> bool:
        """Take the next version for the caller, who saw version `seen`; False when somebody saved since.

        One conditional UPDATE, so that of two savers exactly one is told that it may go on.
        """
        taken = type(self)._default_manager.filter(pk=self.pk, version=seen).update(version=F("version") + 1)
        if taken:
            self.version = seen + 1
        return bool(taken)
