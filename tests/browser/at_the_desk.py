"""Who works at the desk in a browser."""

from collections.abc import Callable
from urllib.parse import quote

from playwright.sync_api import Page

ADD = "/admin/articles/article/add/"


def signed_in(read: Callable[..., Page], name: str, path: str, *ways: dict) -> Page:
    """The page at the desk, as `edda`, an Editor, or `wen`, a Writer, sees it."""
    page = read(f"/admin/login/?next={quote(path)}", *ways)
    sign_in(page, name)
    return page


def sign_in(page: Page, name: str) -> None:
    page.fill("#id_username", name)
    page.fill("#id_password", "a long pass phrase")
    page.click("[type=submit]")
    page.wait_for_load_state()
