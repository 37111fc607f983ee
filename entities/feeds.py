"""What is new about an entity: the articles that name it."""

from articles.feeds import FollowedFeed, plain
from entities.models import Entity


class EntityFeed(FollowedFeed):
    kind = Entity

    def description(self, followed: Entity) -> str:
        return plain(f"Articles that name {followed.name}.")

    def editions(self, followed: Entity):
        return super().editions(followed).filter(passages__mentions__entity=followed).distinct()
