"""Addresses of the knowledge."""

from django.urls import path, re_path

from articles.feed_forms import JsonFeed
from entities.feeds import EntityFeed, FactsFeed
from entities.views import chronology, entity, exports, pair, preview, relations, timeline

PAIR = r"(?P<slugs>[-\w]+\+[-\w]+)"

urlpatterns = [
    path("articles/<slug:slug>/chronology/", chronology.chronology, name="chronology"),
    path("entities/", entity.entity_list, name="entity_list"),
    path("entities/<slug:slug>.json", entity.entity_json, name="entity_json"),
    path("entities/<slug:slug>/", entity.entity, name="entity"),
    path("entities/<slug:slug>/preview/", preview.preview, name="entity_preview"),
    path("entities/<slug:slug>/relations/", relations.entity_relations, name="entity_relations"),
    path("entities/<slug:slug>/feed/", EntityFeed(), name="entity_feed"),
    path("entities/<slug:slug>/feed.json", EntityFeed(JsonFeed), name="entity_feed_json"),
    path("entities/<slug:slug>/facts/feed/", FactsFeed(), name="facts_feed"),
    path("entities/<slug:slug>/facts/feed.json", FactsFeed(JsonFeed), name="facts_feed_json"),
    path("relations/", relations.all_relations, name="relations"),
    path("relations.json", relations.relations_json, name="relations_json"),
    re_path(rf"^entities/{PAIR}/$", pair.pair, name="pair"),
    re_path(rf"^entities/{PAIR}\.json$", pair.pair_json, name="pair_json"),
    path("connections/", pair.connections, name="connections"),
    path("timeline/", timeline.timeline, name="timeline"),
    path("timeline.json", exports.timeline_json, name="timeline_json"),
    path("timeline.csv", exports.timeline_csv, name="timeline_csv"),
    path("timeline.ics", exports.timeline_ics, name="timeline_ics"),
    path("timeline.timelinejs.json", exports.timeline_slides, name="timeline_slides"),
    path("timeline/<slug:slug>/", timeline.event, name="event"),
]
