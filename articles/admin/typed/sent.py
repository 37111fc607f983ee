"""A form as a browser sends it, and as it is kept: without files, which are not sent again, and without its buttons."""

from django.http import QueryDict

from articles.models.scratch import Fields

NOT_WORDS = {"csrfmiddlewaretoken", "typed_by"}


def fields_of(sent: QueryDict) -> Fields:
    """The names of buttons begin with a line."""
    words = {name: values for name, values in sent.lists() if name not in NOT_WORDS and name[:1] != "_"}
    return {
        name.replace("\0", ""): [value.replace("\0", "") for value in values]
        for name, values in words.items()
    }


def as_sent(fields: Fields) -> QueryDict:
    sent = QueryDict(mutable=True)
    for name, values in fields.items():
        sent.setlist(name, values)
    return sent
