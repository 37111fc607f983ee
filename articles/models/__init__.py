from articles.models.article import Article
from articles.models.citation import Citation
from articles.models.comment import Comment
from articles.models.edition import Edition
from articles.models.merger import Merger
from articles.models.passage import Passage
from articles.models.presence import Presence
from articles.models.preview_link import PreviewLink
from articles.models.review import Review
from articles.models.scratch import PutAside, Scratch
from articles.models.series import Series
from articles.models.slug_record import SlugRecord
from articles.models.source import Source
from articles.models.tag_synonym import TagSynonym

__all__ = [
    "Article",
    "Citation",
    "Comment",
    "Edition",
    "Merger",
    "Passage",
    "Presence",
    "PreviewLink",
    "PutAside",
    "Review",
    "Scratch",
    "Series",
    "SlugRecord",
    "Source",
    "TagSynonym",
]
