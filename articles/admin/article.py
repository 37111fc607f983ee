"""The manuscript at the desk, with the buttons that decide what readers see of it."""

from django.contrib import admin
from django.db.models import Exists, OuterRef, Subquery
from django.template.loader import render_to_string

from articles.admin.article_form import ArticleForm
from articles.admin.desk import DeskAdmin
from articles.admin.fields.text_images import TextImagesAdmin
from articles.admin.history.kept import keep_history
from articles.admin.publishing.buttons import PublishingAdmin
from articles.admin.reviewing.pages import ReviewingAdmin
from articles.admin.reviewing.state import (
    ReviewFilter,
    current_review,
    in_a_word,
    in_place,
    said_of,
    with_review,
)
from articles.admin.standing import StandingFilter, standing, what_readers_see
from articles.models import Article, Edition

keep_history(Article, "tagged_items", exclude=("tags",))

WORDS = ["title", "slug", "standfirst", "body", "byline", ("series", "part"), "tags"]


@admin.register(Article)
class ArticleAdmin(PublishingAdmin, ReviewingAdmin, TextImagesAdmin, DeskAdmin):
    form = ArticleForm
    fieldsets = [
        ("The manuscript", {"fields": WORDS}),
        ("Lead image", {"fields": ["lead_image", "lead_image_alt"], "classes": ["collapse"]}),
        ("For readers", {"fields": ["what_readers_see", "review"]}),
    ]
    readonly_fields = ["what_readers_see", "review"]
    prepopulated_fields = {"slug": ["title"]}
    change_list_template = "admin/articles/article/change_list.html"
    autocomplete_fields = ["series"]
    list_display = ["title", "standing", "review_word", "series", "part", "updated"]
    list_filter = [StandingFilter, ReviewFilter, ("series", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["series"]
    search_fields = ["title", "slug", "standfirst", "body"]

    def get_queryset(self, request):
        live = Edition.objects.live().filter(article=OuterRef("pk"))
        upcoming = Edition.objects.upcoming().filter(article=OuterRef("pk")).order_by("live_from")
        begun = Edition.objects.begun().filter(article=OuterRef("pk"))
        return with_review(super().get_queryset(request)).annotate(
            live_since=Subquery(live.values("live_from")[:1]),
            scheduled_for=Subquery(upcoming.values("live_from")[:1]),
            was_read=Exists(begun),
        )

    @admin.display(description="State")
    def standing(self, article):
        return standing(article)

    @admin.display(description="Readers see")
    def what_readers_see(self, article):
        return what_readers_see(article)

    @admin.display(description="Review")
    def review_word(self, article):
        return in_a_word(article)

    @admin.display(description="Review")
    def review(self, article):
        if article.pk is None:
            return "Not asked for yet."
        has_comments = article.comments.unresolved().exists()
        place = in_place(article) if has_comments else None  # which reads the whole text
        context = {"article": article, "said": said_of(current_review(article)), "place": place}
        return render_to_string("admin/articles/article/review_beside.html", context)

    def view_on_site(self, article):
        return article.get_absolute_url() if article.live_edition else None

    def get_prepopulated_fields(self, request, obj=None):
        return {} if obj else self.prepopulated_fields

    def get_deleted_objects(self, objs, request):
        deleted, counts, missing, protected = super().get_deleted_objects(objs, request)
        if published := Article.objects.filter(
            pk__in=[obj.pk for obj in objs], editions__isnull=False
        ).distinct():
            return (
                deleted,
                counts,
                set(),
                [f"“{article}” has been published: withdraw it instead." for article in published],
            )
        return deleted, counts, missing, protected
