"""Editions whose links are older than the names they use."""

from django.db.models import CharField
from django.db.models.functions import Cast
from django.urls import reverse

from chipduo.desk.queue import Answer, Queue, Reply, Row, plain
from entities.linking.relinking import relink
from entities.models import StaleEdition


class AwaitingRelinking(Queue):
    slug = "relinking"
    title = "Articles awaiting relinking"
    why = "Names have changed since: until it is relinked, an article shows the links that it had. A timer does it too."
    sees = "articles.view_edition"
    settles = "entities.change_entity"
    leave = ""

    def things(self):
        marks = StaleEdition.objects.annotate(key=Cast("pk", CharField()))
        return marks.select_related("edition__article").defer("edition__body").order_by("since", "pk")

    def row(self, mark: StaleEdition) -> Row:
        article = mark.edition.article_id
        return Row(
            mark.key,
            [("", plain(str(mark.edition)))],
            [("Edit the article", reverse("admin:articles_article_change", args=[article]))],
            answers=[Answer("relink", "Relink it now")],
        )

    def settle(self, mark: StaleEdition, reply: Reply) -> None:
        relink(mark.edition)
