"""Who may open and answer what at the desk: for each address the first, in the order below, who may.

The desk's roles contain each other. An address that is not here fails tests/chipduo/admin/test_permissions.py:
whoever adds one says here whose it is, and asks for that in the view.
"""

from typing import NamedTuple

ANYBODY, STAFF, WRITER, EDITOR, SUPERUSER, NOBODY = range(6)


class May(NamedTuple):
    """NOBODY also stands for what answers no such method."""

    look: int
    send: int


class Thing(NamedTuple):
    view: int
    add: int
    change: int
    delete: int

    @property
    def recover(self) -> int:
        return max(self.add, self.change)


KNOWLEDGE = Thing(view=WRITER, add=EDITOR, change=EDITOR, delete=EDITOR)
PEOPLE = Thing(*4 * [SUPERUSER])

THINGS = {
    "articles/article": Thing(view=WRITER, add=WRITER, change=WRITER, delete=EDITOR),
    "articles/edition": Thing(view=WRITER, add=NOBODY, change=NOBODY, delete=NOBODY),
    "articles/series": KNOWLEDGE,
    "articles/source": Thing(view=WRITER, add=WRITER, change=WRITER, delete=EDITOR),
    "auth/group": PEOPLE,
    "chipduo/user": PEOPLE,
    "entities/entity": KNOWLEDGE,
    "entities/event": KNOWLEDGE,
    "entities/evidencereview": Thing(view=WRITER, add=NOBODY, change=NOBODY, delete=EDITOR),
    "entities/linkdecision": KNOWLEDGE,
    "entities/phase": KNOWLEDGE,
    "entities/relation": KNOWLEDGE,
    "taggit/tag": Thing(view=WRITER, add=WRITER, change=EDITOR, delete=EDITOR),
}

OF_THINGS = {
    "": lambda thing: May(thing.view, thing.view),
    "add/": lambda thing: May(thing.add, thing.add),
    "<path:object_id>/": lambda _: May(STAFF, STAFF),  # leads to the next
    "<path:object_id>/change/": lambda thing: May(thing.view, thing.change),
    "<path:object_id>/delete/": lambda thing: May(thing.delete, thing.delete),
    "<path:object_id>/history/": lambda thing: May(thing.view, thing.view),
    "^([^/]+)/history/(\\d+)/$": lambda thing: May(thing.view, thing.change),
    "^recover/$": lambda thing: May(thing.recover, thing.recover),
    "^recover/(\\d+)/$": lambda thing: May(thing.add, thing.recover),
    "scratch/": lambda thing: May(thing.add, thing.add),
    "<path:object_id>/scratch/": lambda thing: May(thing.change, thing.change),
    "sheet/": lambda thing: May(thing.change, thing.change),
    "merge/": lambda _: May(EDITOR, EDITOR),
    "mergers/": lambda _: May(EDITOR, EDITOR),
    "mergers/<int:pk>/": lambda _: May(EDITOR, EDITOR),
}

PAGES = {
    "": May(STAFF, STAFF),
    "login/": May(ANYBODY, ANYBODY),
    "logout/": May(NOBODY, STAFF),
    "me/": May(STAFF, STAFF),
    "password_change/": May(STAFF, STAFF),
    "password_change/done/": May(STAFF, NOBODY),
    "jsi18n/": May(STAFF, NOBODY),
    "autocomplete/": May(WRITER, NOBODY),
    "r/<path:content_type_id>/<path:object_id>/": May(WRITER, WRITER),
    "^(?P<app_label>articles|entities|taggit|chipduo|auth)/$": May(WRITER, WRITER),
    "(?P<url>.*)$": May(NOBODY, NOBODY),
    "at/": May(WRITER, NOBODY),
    "at/<moment:moment>/": May(WRITER, NOBODY),
    "at/<moment:moment>/<path:path>": May(WRITER, NOBODY),
    "export/": May(EDITOR, EDITOR),
    "import/": May(WRITER, WRITER),  # makes drafts; the rest of what is proposed is each thing's own right
    "articles/article/image/": May(WRITER, WRITER),
    "articles/article/preview/": May(NOBODY, WRITER),
    "articles/article/<int:pk>/preview/": May(NOBODY, WRITER),
    "articles/article/<int:pk>/names/": May(WRITER, EDITOR),
    "articles/article/<int:pk>/publish/": May(EDITOR, EDITOR),
    "articles/article/<path:object_id>/review/": May(WRITER, WRITER),  # to judge in it is an Editor’s
    "articles/article/<int:pk>/share/": May(WRITER, WRITER),
    "articles/article/<int:pk>/withdraw/": May(EDITOR, EDITOR),
    "articles/edition/<path:object_id>/restore/": May(NOBODY, WRITER),
    "entities/entity/similar/": May(EDITOR, EDITOR),
    "entities/event/live-articles/": May(WRITER, NOBODY),
    "entities/event/passages/": May(EDITOR, EDITOR),
    "entities/relation/live-articles/": May(WRITER, NOBODY),
    "entities/relation/passages/": May(EDITOR, EDITOR),
    "taggit/tag/names/": May(WRITER, NOBODY),
    "chipduo/user/<id>/password/": May(SUPERUSER, SUPERUSER),
}

QUEUES = {
    "ambiguous": May(WRITER, EDITOR),
    "broken-links": May(WRITER, WRITER),
    "evidence": May(WRITER, EDITOR),
    "lone-articles": May(WRITER, WRITER),
    "lone-entities": May(WRITER, EDITOR),
    "lone-tags": May(WRITER, EDITOR),
    "names": May(WRITER, EDITOR),
    "outside-a-life": May(WRITER, EDITOR),
    "quoted-dates": May(WRITER, EDITOR),
    "relinking": May(WRITER, EDITOR),
    "unsourced-events": May(WRITER, EDITOR),
    "unsourced-facts": May(WRITER, EDITOR),
    "unsourced-relations": May(WRITER, EDITOR),
    "vague-times": May(WRITER, WRITER),
}

ACTIONS = {  # in lists; deletion is each thing's own right
    ("articles/edition", "suppress"): EDITOR,
    ("articles/edition", "unsuppress"): EDITOR,
    ("entities/entity", "merge_selected"): EDITOR,
    ("entities/entity", "take_away"): WRITER,
    ("entities/event", "take_away"): WRITER,
    ("taggit/tag", "merge_selected"): EDITOR,
}

BUTTONS = {  # under the form of an article, beside those that only save
    "_publish": EDITOR,
    "_review": WRITER,
    "_schedule": EDITOR,
    "_share": WRITER,
}

ROWS = {  # below a form: who may add, change and delete them
    ("entities/entity", "alias"): EDITOR,
    ("entities/entity", "fact"): EDITOR,
    ("entities/entity", "relation"): EDITOR,
    ("entities/event", "evidence"): EDITOR,
    ("entities/relation", "evidence"): EDITOR,
    ("taggit/tag", "tagsynonym"): EDITOR,
}
