"""Keys of rows as they come from outside: in an address, a form, a file."""

LONGEST = 18  # digits: a database counts to 9,223,372,036,854,775,807


def key_in(text: str) -> int | None:
    """None for what no row can have as its key, whatever a database would make of it."""
    return int(text) if len(text) <= LONGEST and text.isascii() and text.isdigit() else None
