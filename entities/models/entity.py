"""Who and what the record speaks of."""

from typing import Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Case, F, Q, When
from django.db.models.functions import Lower
from django.urls import reverse
from taggit.managers import TaggableManager

from articles import markdown
from articles.models.slug_record import Addressed, SlugRecord
from articles.models.versioned import Versioned
from entities.linking.lexicon import default_rules
from entities.models.claim import Origin


class EntityQuerySet(models.QuerySet):
    def public(self) -> Self:
        return self.filter(public=True)

    def known_as(self, slug: str) -> "Entity | None":
        """By its slug, or by one that it once had."""
        found = self.filter(slug=slug).first()
        if found:
            return found
        holder = SlugRecord.objects.holder(self.model, slug)
        return self.filter(pk=holder.pk).first() if holder else None

    def by_name(self) -> Self:
        return self.order_by(Lower("name"))

    def by_kind(self) -> Self:
        """In the order in which the kinds are declared, then by name."""
        order = [When(kind=kind, then=place) for place, kind in enumerate(Entity.Kind)]
        return self.order_by(Case(*order), Lower("name"))

    def for_lists(self) -> Self:
        return self.defer("about", "about_html")

    def names_changed(self) -> None:
        """See that the name each goes by is one of its aliases; inside `entities.linking.relinking.names_changing`."""
        for entity in self.exclude(aliases__text=F("name")).order_by("pk"):
            entity.add_alias(entity.name)


class Entity(Addressed, Versioned):
    class Kind(models.TextChoices):
        COMPANY = "company", "company"
        GOVERNMENT = "government", "state"
        INSTITUTION = "institution", "institution"
        PERSON = "person", "person"
        PLACE = "place", "place"
        TECHNOLOGY = "technology", "technology"
        PRODUCT = "product", "product"
        CONCEPT = "concept", "concept"

        @property
        def plural(self) -> str:
            irregular = {"company": "companies", "person": "people", "technology": "technologies"}
            return irregular.get(self.value, f"{self.label}s")

    class Thread(models.TextChoices):
        CINNABAR = "cinnabar", "cinnabar, the first of the duo"
        INDIGO = "indigo", "indigo, the second of the duo"

    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=12, choices=Kind)
    native_name = models.CharField(max_length=200, blank=True, help_text="In its own language and script.")
    native_language = models.CharField(max_length=12, blank=True, help_text="Such as zh-Hans, zh-Hant, ko.")
    definite = models.BooleanField(
        "with “the”", default=False, help_text="Within a sentence, as in “restricted by the United States”."
    )
    description = models.CharField(max_length=300, blank=True, help_text="One line, as after a comma.")
    about = models.TextField(
        blank=True, help_text="Markdown. Names in it become links; [[Entity]] links by hand."
    )
    about_html = models.TextField(blank=True, editable=False)  # derived by relinking, as Woven is
    website = models.URLField(blank=True)
    thread = models.CharField(
        max_length=10, choices=Thread, blank=True, help_text="Only for the two companies of the duo."
    )
    origin = models.CharField(max_length=10, choices=Origin, default=Origin.RECORD)
    public = models.BooleanField(default=True, help_text="Readers see it, and its names become links.")
    tags = TaggableManager(blank=True)

    objects = EntityQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        verbose_name_plural = "entities"
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="entity_has_a_name"),
            models.UniqueConstraint(
                fields=["thread"],
                condition=~Q(thread=""),
                name="one_entity_per_thread",
                violation_error_message="Another entity has that thread already.",
            ),
            models.CheckConstraint(
                condition=Q(native_name="") | ~Q(native_language=""),
                name="native_name_has_a_language",
                violation_error_message="Say which language the native name is in.",
            ),
        ]
        permissions = [("merge_entity", "Can merge entities")]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("entity", args=[self.slug])

    def clean(self) -> None:
        try:
            markdown.render(self.about)
        except markdown.MarkdownError as error:
            raise ValidationError({"about": str(error)}) from error

    def spoken(self, name: str = "", the: str = "the") -> str:
        """Its name, or this form of it, as it stands within a sentence."""
        return f"{the} {name or self.name}" if self.definite else name or self.name

    @property
    def spoken_first(self) -> str:
        """As a sentence begins with it."""
        return self.spoken(the="The")

    def add_alias(self, text: str, **fields):
        """Add a spelling, by the rules that its own look suggests where none are given."""
        case_sensitive, whole_word = default_rules(text)
        return self.aliases.create(
            **{"text": text, "case_sensitive": case_sensitive, "whole_word": whole_word, **fields}
        )
