"""Every address of the site. Names have no prefix: templates and models ask for them by what they are."""

from django.contrib import admin
from django.contrib.sitemaps import views as sitemaps
from django.urls import include, path, re_path

from articles.feed_forms import JsonFeed
from chipduo.feeds import SiteFeed, TagFeed
from chipduo.middleware.security_headers import may_be_framed
from chipduo.sitemaps import SITEMAPS, index
from chipduo.views import (
    article,
    cards,
    changed,
    home,
    oembed,
    plumbing,
    search,
    sentence,
    shared_preview,
    sources,
    tags,
)
from entities.views.embed import timeline_embed

SLUGS = r"(?P<slugs>[-\w]+(?:\+[-\w]+)*)"

urlpatterns = [
    path("", home.home, name="home"),
    path("articles/<slug:slug>/", article.article, name="article"),
    path("articles/<slug:slug>.json", article.article_json, name="article_json"),
    path("articles/<slug:slug>/editions/<int:number>/<slug:key>/", sentence.passage, name="passage"),
    path(
        "articles/<slug:slug>/editions/<int:number>/<slug:key>/<int:sentence>/",
        sentence.sentence,
        name="sentence",
    ),
    path("", include("articles.urls")),
    path("", include("entities.urls")),
    path("tags/", tags.tag_list, name="tag_list"),
    re_path(rf"^tags/{SLUGS}/$", tags.tag, name="tag"),
    re_path(rf"^tags/{SLUGS}\.json$", tags.tag_json, name="tag_json"),
    re_path(rf"^tags/{SLUGS}/feed/$", TagFeed(), name="tag_feed"),
    re_path(rf"^tags/{SLUGS}/feed\.json$", TagFeed(JsonFeed), name="tag_feed_json"),
    path("sources/", sources.source_list, name="source_list"),
    path("sources/<slug:slug>/", sources.source, name="source"),
    path("cards/chipduo.png", cards.site_card, name="site_card"),
    path("cards/<kind>/<slug:slug>/<int:version>.png", cards.card, name="card"),
    path("changes/", changed.changed, name="changed"),
    path("changes.json", changed.changed_json, name="changed_json"),
    path("search/", search.search, name="search"),
    path("search.json", search.search_json, name="search_json"),
    path("search/suggest.json", search.suggest, name="suggest"),
    path("opensearch.xml", search.opensearch, name="opensearch"),
    path("embed/timeline/", may_be_framed(timeline_embed), name="timeline_embed"),
    path("oembed/", oembed.oembed, name="oembed"),
    path("feed/", SiteFeed(), name="feed"),
    path("feed.json", SiteFeed(JsonFeed), name="feed_json"),
    path("sitemap.xml", index, name="sitemap"),
    path("sitemap-<section>.xml", sitemaps.sitemap, {"sitemaps": SITEMAPS}, name="sitemap_section"),
    path("robots.txt", plumbing.robots, name="robots"),
    path("healthz", plumbing.healthz, name="healthz"),
    path("media/<path:name>", plumbing.media, name="media"),
    path("previews/<token>/", shared_preview.shared_preview, name="shared_preview"),
    path("admin/", admin.site.urls),
]

handler400 = "chipduo.views.errors.handler400"
handler404 = "chipduo.views.errors.handler404"
