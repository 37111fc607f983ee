"""Numbers in drawings."""

from django import template

from entities.band.strokes import n

register = template.Library()

register.filter("n", n)
