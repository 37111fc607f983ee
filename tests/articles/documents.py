"""A document of five parts, and the command that imports it."""

from io import StringIO

from django.core.management import call_command

from articles.models import Article

SLUGS = [
    "why-chips-matter",
    "huaweis-orders-who-fills-them",
    "what-does-smic-make",
    "the-machines",
    "and-now",
]
HEADINGS = [
    "Why Chips Matter",
    "Huawei's Orders: Who Fills Them?",
    "What Does SMIC Make?",
    "The Machines",
    "And Now?",
]
LONG = (
    "Isn't it odd? A phone's processor is drawn in one city, cut in another and tested in a third, "
    "and yet it's sold under a single name. That's the trade: nobody makes a chip alone! "
)
OPENING = "Let's look at two firms, and at what they want from each other."
DOCUMENT = "\n".join(
    ["Two Firms & a Chip: The Story", OPENING, *(f"{heading}\n{heading} {LONG * 5}" for heading in HEADINGS)]
)


def run(*args: str, **options) -> str:
    out = StringIO()
    call_command("import_document", *args, stdout=out, stderr=StringIO(), **options)
    return out.getvalue()


def titles() -> list[str]:
    return list(Article.objects.order_by("pk").values_list("title", flat=True))
