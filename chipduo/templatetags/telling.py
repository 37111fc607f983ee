"""Things of the knowledge as the desk speaks of them: what they say, what they are, and where they are edited."""

from django import template
from django.db.models import Model
from django.urls import reverse

from entities.models import Claimed, Fact
from entities.telling import said

register = template.Library()


@register.filter
def told(claim: Claimed) -> str:
    return said(claim)


@register.filter
def kind_of(thing: Model) -> str:
    return thing._meta.verbose_name


@register.filter
def desk_page(thing: Model) -> str:
    """A fact is edited on the page of its entity."""
    shown = thing.entity if isinstance(thing, Fact) else thing
    return reverse(f"admin:{shown._meta.app_label}_{shown._meta.model_name}_change", args=[shown.pk])
