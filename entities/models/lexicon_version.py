"""Which lexicon the database holds: one row, whose token changes with every name, so that processes know when to reload."""

from uuid import UUID, uuid4

from django.db import models


class LexiconVersion(models.Model):
    only = models.BooleanField(primary_key=True, default=True)
    token = models.UUIDField(default=uuid4)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(only=True),
                name="one_lexicon_version",
                violation_error_message="There is only one lexicon.",
            )
        ]

    def __str__(self) -> str:
        return str(self.token)

    @classmethod
    def current(cls) -> UUID:
        return cls.objects.get_or_create(only=True)[0].token

    @classmethod
    def hold(cls) -> None:
        """Until the transaction ends nobody else changes names or links: a name that comes and an edition that is
        published at the same moment must not miss each other.
        """
        cls.objects.select_for_update().get_or_create(only=True)

    @classmethod
    def change(cls) -> None:
        """A random token rather than a count: after a rolled-back change the old one still names the old names."""
        cls.objects.update_or_create(only=True, defaults={"token": uuid4()})
