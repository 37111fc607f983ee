"""What a claim rests on, for templates; and numbers as chapters have them."""

from django import template

from entities import telling
from entities.evidence import grounds as basis
from entities.models import Claimed

register = template.Library()

NUMERALS = {50: "L", 40: "XL", 10: "X", 9: "IX", 5: "V", 4: "IV", 1: "I"}


@register.filter
def grounds(claim: Claimed) -> list[basis.Ground]:
    return basis.grounds(claim)


register.filter(telling.said)
register.filter(telling.place)


@register.filter
def roman(number: int) -> str:
    """A small number; a large one stays as it is, and so does 0."""
    if not 0 < number < 90:
        return str(number)
    written = ""
    for value, numeral in NUMERALS.items():
        count, number = divmod(number, value)
        written += numeral * count
    return written
