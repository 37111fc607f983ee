from articles.models.article import Article
from articles.models.citation import Citation
from articles.models.edition import Edition
from articles.models.merger import Merger
from articles.models.passage import Passage
from articles.models.preview_link import PreviewLink
from articles.models.series import Series
from articles.models.slug_record import SlugRecord
from articles.models.source import Source
from articles.models.tag_synonym import TagSynonym

__all__ = [
    "Article",
    "Citation",
    "Edition",
    "Merger",
    "Passage",
    "PreviewLink",
    "Series",
    "SlugRecord",
    "Source",
    "TagSynonym",
]
