"""Who published an edition, or did something else at the desk: known here by that name, or a name alone, with which nobody can sign in."""

from typing import Any

from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError

from chipduo.archive.refusal import ArchiveError


def known_person(name: Any, where: str) -> Any:
    people = get_user_model()
    if found := people.objects.filter(username=str(name)).first():
        return found
    person = people(username=name, is_active=False)
    person.set_unusable_password()
    try:
        person.full_clean()
    except (ValidationError, TypeError) as error:
        raise ArchiveError(f"{where}: “{str(name)[:120]}” is no name of a person here.") from error
    person.save()
    return person
