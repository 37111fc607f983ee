"""HTML to Markdown: what a reader of the page reads, under its title."""

from articles.importing.html_blocks import blocks
from articles.importing.html_tree import tree
from articles.importing.reading import Reading


def read(html: str) -> Reading:
    page = tree(html)
    title = next((" ".join(title.words().split()) for title in page.every("title")), "")
    images = sum(1 for _ in page.every("img"))
    remarks = (f"Images left out: {images}. Upload them in the admin.",) if images else ()
    return Reading("\n\n".join(blocks(page.children)) + "\n", title, remarks)
