"""Addresses of the knowledge."""

from django.urls import path

from entities.feeds import EntityFeed
from entities.views import entity, timeline

urlpatterns = [
    path("entities/", entity.entity_list, name="entity_list"),
    path("entities/<slug:slug>.json", entity.entity_json, name="entity_json"),
    path("entities/<slug:slug>/", entity.entity, name="entity"),
    path("entities/<slug:slug>/feed/", EntityFeed(), name="entity_feed"),
    path("timeline/", timeline.timeline, name="timeline"),
    path("timeline.json", timeline.timeline_json, name="timeline_json"),
    path("timeline/<slug:slug>/", timeline.event, name="event"),
]
