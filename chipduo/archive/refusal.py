"""Why an archive cannot be loaded, in words for the person who has it."""


class ArchiveError(Exception):
    pass
