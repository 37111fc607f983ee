"""What a page says of itself once, and its head several times: to readers, to searchers and to whoever shows a link to it."""

from django import template

register = template.Library()


@register.simple_block_tag(end_name="endsaid")
def said(content: str) -> str:
    """With `as name`: what a block says, to be said again, which Django's blocks themselves cannot be."""
    return content
