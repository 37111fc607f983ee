"""Markdown to a document of safe blocks, and changes made where the words were written."""

from articles.markdown.blocks import Block
from articles.markdown.guards import MarkdownError
from articles.markdown.rendering import Document, render

__all__ = ["Block", "Document", "MarkdownError", "render"]
