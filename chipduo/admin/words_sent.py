"""What somebody had typed into a form that cannot be taken as it was sent, to be shown to them again."""

from django.http import HttpRequest

OURS = "csrfmiddlewaretoken"
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
    """And not a key, a mark, a secret or the name of a button. Chinese has no spaces."""
    is_words = " " in value.strip() or not value.isascii()
    return is_words and name[:1] != "_" and "password" not in name and "opened" not in name
