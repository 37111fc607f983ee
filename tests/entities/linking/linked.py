"""What was linked."""

from entities.models import Mention, Woven


def index() -> tuple[list, list]:
    """All that relinking makes, without primary keys."""
    mentions = Mention.objects.order_by("passage", "start").values_list(
        "passage", "entity", "alias", "start", "end", "linked"
    )
    return list(mentions), list(Woven.objects.order_by("passage").values_list("passage", "html"))


def surfaces(linked: bool | None = None) -> list[str]:
    mentions = Mention.objects.order_by("passage__position", "start")
    return [m.surface for m in mentions if linked is None or m.linked == linked]
