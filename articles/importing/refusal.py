"""Why a document cannot be imported, in words for the person who has the file."""


class DocumentError(Exception):
    pass
