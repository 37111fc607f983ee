from articles.admin.article import ArticleAdmin
from articles.admin.edition import EditionAdmin
from articles.admin.series import SeriesAdmin
from articles.admin.source import SourceAdmin

__all__ = ["ArticleAdmin", "EditionAdmin", "SeriesAdmin", "SourceAdmin"]
