"""That things were merged: who did it, when, and which rows it changed, so that it can be undone as one step."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Self

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone

from articles.footprints import Trace, difference, rows_in
from articles.ways_back import go_back


class MergerQuerySet(models.QuerySet):
    def of(self, model: type[models.Model]) -> Self:
        return self.filter(content_type=ContentType.objects.get_for_model(model))

    def newest_first(self) -> Self:
        return self.order_by("-at", "-pk")

    @contextmanager
    def recorded(
        self, gone: Sequence[models.Model], heir: models.Model, traces: Sequence[Trace], editor: Any
    ) -> "Iterator[Merger]":
        """Around what hands the rows over."""
        merger = Merger(
            content_type=ContentType.objects.get_for_model(heir),
            heir_id=heir.pk,
            heir=str(heir),
            gone=[{"pk": one.pk, "name": str(one)} for one in gone],
            editor=editor,
        )
        before = rows_in(traces)
        yield merger
        merger.rows = difference(before, rows_in(traces))
        merger.save()


class Merger(models.Model):
    content_type = models.ForeignKey(ContentType, models.CASCADE)
    heir_id = models.PositiveBigIntegerField()
    heir = models.CharField(max_length=200)
    gone = models.JSONField(help_text="Each with the key and the name that it had.")
    editor = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    at = models.DateTimeField(default=timezone.now)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    undone_at = models.DateTimeField(null=True, blank=True)
    rows = models.JSONField(default=list, help_text="As articles.footprints tells them.")

    objects = MergerQuerySet.as_manager()

    class Meta:
        default_permissions = ()  # who may merge may see and undo it
        indexes = [models.Index(fields=["content_type", "-at"], name="mergers_by_kind_and_time")]

    def __str__(self) -> str:
        return f"{self.names} into “{self.heir}”"

    @transaction.atomic
    def take_back(self, editor: Any) -> None:
        """The rows only, and it is no longer done: what follows from it is for the room that knows them."""
        now = type(self).objects.select_for_update(no_key=True).get(pk=self.pk)
        if now.undone_at:
            raise ValidationError("It was undone already.")
        if not self.content_type.model_class()._base_manager.filter(pk=self.heir_id).exists():
            raise ValidationError(
                f"“{self.heir}” is not there any more: it was deleted, or merged into another. Undo that first."
            )
        go_back(self.rows)
        self.undone_by, self.undone_at = editor, timezone.now()
        self.save(update_fields=["undone_by", "undone_at"])

    @property
    def names(self) -> str:
        return " and ".join(f"“{one['name']}”" for one in self.gone)

    @property
    def gone_pks(self) -> list[int]:
        return [one["pk"] for one in self.gone]
