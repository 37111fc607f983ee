"""A claim in one line, as readers are told of it, and the place of the site where it stands."""

from entities.models import Claimed, Event, Fact


def said(claim: Claimed) -> str:
    return f"{claim.entity}, {claim}" if isinstance(claim, Fact) else str(claim)


def place(claim: Claimed) -> str:
    """An event has a page; a relation stands on the page of its subject, a fact on that of its entity."""
    if isinstance(claim, Event):
        return claim.get_absolute_url()
    holder = claim.entity if isinstance(claim, Fact) else claim.subject
    return f"{holder.get_absolute_url()}#{claim._meta.model_name}_{claim.pk}"
