"""What somebody had typed into a form that cannot be taken as it was sent, to be shown to them again."""

from django.http import HttpRequest

OURS = "csrfmiddlewaretoken"
MARKS = {"action", "digest", "kept_words", "opened", "post", "seen", "seen_as", "shown", "typed_by"}
TICKED = "on"
LONGEST_LABEL = 60


def sent(request: HttpRequest) -> list[tuple[str, str]]:
    return [(name, value) for name, values in request.POST.lists() if name != OURS for value in values]


def words_sent(request: HttpRequest) -> list[tuple[str, str]]:
    """By what their fields are called."""
    return [
        (name[:LONGEST_LABEL].replace("_", " ").capitalize(), value)
        for name, value in sent(request)
        if is_readable(name, value)
    ]


def is_readable(name: str, value: str) -> bool:
    """And not a number, a mark, a secret or the name of a button."""
    is_words = value != TICKED and any(letter.isalpha() for letter in value)
    is_mark = name[:1] == "_" or name.rpartition("-")[2] in MARKS
    return is_words and not is_mark and "password" not in name
