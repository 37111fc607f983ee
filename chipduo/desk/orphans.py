"""What stands alone: entities that nothing speaks of, articles that nothing leads to, tags that nothing carries."""

from django.contrib.admin.models import DELETION, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import CharField, Exists, OuterRef
from django.db.models.functions import Cast
from django.urls import reverse
from taggit.models import Tag, TaggedItem

from articles.admin.history.kept import keep_first_version
from articles.models import Edition
from chipduo.desk.keeping import kept
from chipduo.desk.queue import Answer, Queue, Reply, Row, plain
from entities.linking.names_changing import names_changing
from entities.models import Entity, Event, Mention, Relation, Sighting
from entities.search.rows import tags_changing


class LoneEntities(Queue):
    slug = "lone-entities"
    title = "Entities that nothing speaks of"
    why = "Readers find a page without a mention, an event or a relation, and nothing on it leads on."
    sees = "entities.view_entity"
    settles = "entities.change_entity"

    def things(self):
        spoken_of = [
            Mention.objects.filter(entity=OuterRef("pk")),
            Event.entities.through.objects.filter(entity=OuterRef("pk")),
            Relation.objects.filter(subject=OuterRef("pk")),
            Relation.objects.filter(object=OuterRef("pk")),
        ]
        alone = Entity.objects.public().filter(*(~Exists(rows) for rows in spoken_of))
        return alone.for_lists().annotate(key=Cast("pk", CharField())).order_by("-pk")

    def row(self, entity: Entity) -> Row:
        edit = "Edit the entity", reverse("admin:entities_entity_change", args=[entity.pk])
        words = plain(f"{entity}, {entity.description}" if entity.description else str(entity))
        return Row(
            entity.key,
            [(entity.get_kind_display(), words)],
            [edit],
            "",
            [Answer("hide", "Hide it from readers")],
        )

    def settle(self, entity: Entity, reply: Reply) -> None:
        with (
            names_changing(entity.pk),
            kept(reply.editor, entity, "Hidden from readers: nothing speaks of it."),
        ):
            Entity.objects.filter(pk=entity.pk).update(public=False)


class LoneArticles(Queue):
    slug = "lone-articles"
    title = "Articles that nothing leads to"
    why = "It has no series and no tag, and no other article links to it: readers come upon it in the list alone."
    sees = "articles.view_edition"
    settles = "articles.change_article"

    def things(self):
        kind = ContentType.objects.get_for_model(Edition)
        tagged = TaggedItem.objects.filter(content_type=kind, object_id=OuterRef("pk"))
        linked = Sighting.objects.filter(kind=Sighting.Kind.ARTICLE, target=OuterRef("article__slug"))
        alone = Edition.objects.live().filter(~Exists(tagged), ~Exists(linked), series__isnull=True)
        return alone.for_lists().annotate(key=Cast("article_id", CharField())).order_by("-live_from", "pk")

    def row(self, edition: Edition) -> Row:
        edit = "Edit the article", reverse("admin:articles_article_change", args=[edition.article_id])
        return Row(edition.key, [("", plain(edition.title))], [edit])


class LoneTags(Queue):
    slug = "lone-tags"
    title = "Tags that nothing carries"
    why = "They are offered to whoever tags, and lead readers to an empty page."
    sees = "taggit.view_tag"
    settles = "taggit.delete_tag"

    def things(self):
        carried = TaggedItem.objects.filter(tag=OuterRef("pk"))
        return Tag.objects.filter(~Exists(carried)).annotate(key=Cast("pk", CharField())).order_by("name")

    def row(self, tag: Tag) -> Row:
        edit = "Edit the tag", reverse("admin:taggit_tag_change", args=[tag.pk])
        return Row(tag.key, [("", plain(tag.name))], [edit], "", [Answer("delete", "Delete it")])

    @transaction.atomic
    def settle(self, tag: Tag, reply: Reply) -> None:
        keep_first_version(tag)  # so that it can be taken back from history
        LogEntry.objects.log_actions(reply.editor.pk, [tag], DELETION, "Nothing carried it.")
        with tags_changing([tag.pk]):
            tag.delete()
