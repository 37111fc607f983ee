"""Where a claim is edited: an event and a relation on pages of their own, a fact on that of its entity."""

from django.urls import reverse

from entities.models import Claimed, Entity, Event, Fact, Relation

ENDS = ("relation__subject", "relation__object", "fact__entity")  # what saying a claim takes


def page_of(claim: Claimed) -> Event | Relation | Entity:
    return claim.entity if isinstance(claim, Fact) else claim


def edit_link(claim: Claimed) -> tuple[str, str]:
    page = page_of(claim)
    name = page._meta.model_name
    return f"Edit the {name}", reverse(f"admin:entities_{name}_change", args=[page.pk])
