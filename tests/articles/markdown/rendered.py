"""Markdown as it is rendered."""

from articles.markdown import render


def blocks(source):
    return [(block.kind, block.text) for block in render(source).blocks]


def html_of(source):
    [block] = render(source).blocks
    return block.html
