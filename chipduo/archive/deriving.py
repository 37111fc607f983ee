"""What is made anew from the rows that were loaded: texts are indexed and linked, and everything can be found."""

from django.db.models import Exists, OuterRef

from articles.markdown import MarkdownError
from chipduo.archive import contents
from chipduo.archive.checking import refuse_quotes_that_do_not_stand
from chipduo.archive.database import count_on
from chipduo.archive.refusal import ArchiveError
from entities import token_index
from entities.linking.abouts import weave_all
from entities.linking.relinking import kept_up_to_date, relink
from entities.models import Entity, LexiconVersion, StaleEdition
from entities.noticing import dates
from entities.search import rows
from entities.watching import Watch


def derive(watch: Watch) -> None:
    refuse_quotes_that_do_not_stand()
    count_on(contents.carried())
    LexiconVersion.change()
    token_index.rebuild(watch)
    try:
        weave_all(watch(list(Entity.objects.only("about", "about_html")), "descriptions"))
    except MarkdownError as error:
        raise ArchiveError(f"The description of an entity cannot be read: {error}") from error
    rows.rebuild_but_editions(watch)
    stale = Exists(StaleEdition.objects.filter(edition=OuterRef("pk")))
    kept = list(kept_up_to_date().defer("body").annotate(is_stale=stale))
    for edition in watch(kept, "editions"):
        rows.renew_edition(edition) if edition.is_stale else relink(edition)
    dates.renew_all()
