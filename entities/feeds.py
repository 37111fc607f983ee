"""What is new about an entity: the articles that name it, and what was added or changed of what is known of it."""

from django.conf import settings

from articles.addresses import at, permanent
from articles.feeds import NEWEST, FollowedFeed, plain
from entities.models import Change, Entity
from entities.telling import place, said


class EntityFeed(FollowedFeed):
    kind = Entity

    def description(self, followed: Entity) -> str:
        return plain(f"Articles that name {followed.spoken()}.")

    def editions(self, followed: Entity):
        return super().editions(followed).filter(passages__mentions__entity=followed).distinct()


class FactsFeed(FollowedFeed):
    """One entry for each time that something was added or changed."""

    kind = Entity

    def title(self, followed: Entity) -> str:
        return plain(f"{followed}: facts - {settings.SITE_NAME}")

    def description(self, followed: Entity) -> str:
        return plain(f"Facts, relations and events of {followed.spoken()} that were added or changed.")

    def feed_guid(self, followed: Entity) -> str:
        return f"{permanent(followed)}/facts"

    def items(self, followed: Entity):
        return Change.objects.public().about(followed).for_lists().newest_first()[:NEWEST]

    def item_title(self, item: Change) -> str:
        return plain(said(item.claim))

    def item_description(self, item: Change) -> str:
        return f"{item.kind} {item.what}".capitalize()

    def item_link(self, item: Change) -> str:
        return at(place(item.claim))

    def item_guid(self, item: Change) -> str:
        return permanent(item)

    def item_pubdate(self, item: Change):
        return item.at

    def item_updateddate(self, item: Change):
        return item.at

    def item_author_name(self, item: Change) -> str:
        return settings.SITE_NAME
