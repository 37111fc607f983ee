"""Addresses that the record answers alone. Names have no prefix: who answers an address is the site's business."""

from django.urls import path

from articles.feed_forms import JsonFeed
from articles.feeds import ArticleFeed, CorrectionsFeed, SeriesFeed
from articles.views import article, series

urlpatterns = [
    path("articles/", article.article_list, name="article_list"),
    path("articles/<slug:slug>.md", article.article_markdown, name="article_markdown"),
    path("articles/<slug:slug>/editions/", article.editions, name="editions"),
    path("articles/<slug:slug>/editions/<int:number>/", article.edition, name="edition"),
    path("articles/<slug:slug>/editions/feed/", ArticleFeed(), name="article_feed"),
    path("articles/<slug:slug>/editions/feed.json", ArticleFeed(JsonFeed), name="article_feed_json"),
    path("articles/<slug:slug>/changes/<int:first>..<int:second>/", article.changes, name="changes"),
    path("corrections/", article.corrections, name="corrections"),
    path("corrections/feed/", CorrectionsFeed(), name="corrections_feed"),
    path("corrections/feed.json", CorrectionsFeed(JsonFeed), name="corrections_feed_json"),
    path("series/<slug:slug>/", series.series, name="series"),
    path("series/<slug:slug>/feed/", SeriesFeed(), name="series_feed"),
    path("series/<slug:slug>/feed.json", SeriesFeed(JsonFeed), name="series_feed_json"),
]
