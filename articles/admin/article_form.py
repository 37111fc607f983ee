"""The form of a manuscript: its words and its image."""

from articles.admin.desk import DeskForm
from articles.admin.fields.images import IMAGE_HELP, LeadImageField


class ArticleForm(DeskForm):
    opened = None  # its text is long, and its history knows each version
    lead_image = LeadImageField(label="Lead image", required=False, help_text=IMAGE_HELP)

    class Meta:
        help_texts = {
            "byline": "Who wrote it, as readers see it. Empty: nobody is named.",
            "series": "The series that it is a part of, if any; the part says its place there.",
            "lead_image_alt": "What the image shows, for readers who cannot see it. Every image needs one.",
            "body": "Markdown. [[Entity]] links by hand; [^source-slug] cites a source."
            " Formatted text that you paste becomes Markdown; pasted with Shift, it is plain.",
        }

    class Media:
        css = {"all": ["articles/admin/manuscript.css"]}
