"""What the record tells whoever reads it. Each sent in one place, received in one place, inside the transaction."""

from django.dispatch import Signal

# sent by Article.publish with `edition`; its passages, citations and tags are in place
edition_published = Signal()

# sent by the desk with `source`, which was saved
source_changed = Signal()
