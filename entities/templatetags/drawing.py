"""Numbers in drawings."""

from django import template

from entities.strokes import n

register = template.Library()

register.filter("n", n)
