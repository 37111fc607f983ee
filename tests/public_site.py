"""A small site with every kind of page, and what editors keep from its readers."""

from datetime import timedelta

from django.contrib.auth import get_user_model
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone
from taggit.models import Tag

from articles.models import Article, Comment, Presence, PreviewLink, Review, Scratch, TagSynonym
from chipduo.models import Dismissal
from entities.models import Entity, Evidence, Fact, Relation
from entities.recording import record_all
from tests import cast

PICTURE = f"lead/{'0123456789abcdef' * 2}.webp"
ORDERS = "Huawei orders its chips from SMIC"
ROLE = """\
SMIC makes chips for others.[^report]

## Tools

TSMC has better tools.[^note] Faster processors need them.

[^note]: By most accounts.
"""
STARTS = [  # what a crawler asks for without having seen a link
    "/",
    "/sitemap.xml",
    "/robots.txt",
    "/healthz",
    "/embed/timeline/",
    "/entities/huawei/preview/?in=needs",
    "/oembed/?url=http%3A%2F%2F127.0.0.1%3A8000%2Ftimeline%2F",
    "/articles/old-role/",
    "/articles/withdrawn/",
    "/articles/needs/changes/1..2/",
    "/changes/?since=2026-01-01",
    "/changes.json",
    "/search/?q=huawei+chips",
    "/search/?q=hauwei",
    "/search.json?q=huawei",
    "/search/suggest.json?q=h",
    f"/media/{PICTURE}",
    "/entities/smic+huawei/",
    "/entities/smic+tsmc/",
    "/connections/?from=Huawei",
]
KEPT = [  # where the things kept from readers would be
    "/previews/nothing/",
    "/tags/secretly/",
    "/search/?q=secretly",
    "/articles/draft/",
    "/articles/draft.json",
    "/articles/draft.md",
    "/articles/tomorrow/",
    "/articles/draft/chronology/",
    "/articles/tomorrow/chronology/",
    "/articles/tomorrow/editions/",
    "/articles/tomorrow/editions/1/",
    "/articles/draft/editions/feed/",
    "/articles/tomorrow/editions/feed.json",
    "/articles/needs/editions/3/",
    "/articles/needs/editions/3/orders/",
    "/articles/needs/editions/3/orders/1/",
    "/articles/needs/changes/2..3/",
    "/articles/role/editions/2/",
    "/series/secret/",
    "/series/secret/feed/",
    "/series/secret/feed.json",
    "/entities/processors/",
    "/entities/processors.json",
    "/entities/processors/feed/",
    "/entities/processors/feed.json",
    "/entities/processors/facts/feed/",
    "/entities/processors/facts/feed.json",
    "/entities/processors/relations/",
    "/entities/processors/preview/",
    "/entities/huawei/preview/?in=draft",
    "/entities/huawei/preview/?in=tomorrow",
    "/entities/huawei+processors/",
    "/entities/huawei+processors.json",
    "/connections/?from=huawei&to=processors",
    "/entities/?kind=technology",
    "/timeline/secret-plan/",
    "/timeline/not-yet/",
    "/timeline/unsupported/",
    "/timeline/tomorrows-event/",
    "/timeline/?entity=processors",
    "/timeline/?tag=secret",
    "/timeline/?phase=secret",
    "/timeline/?scale=year&at=2026",
    "/timeline.json?phase=secret",
    "/embed/timeline/?entity=processors",
    "/oembed/?url=http%3A%2F%2F127.0.0.1%3A8000%2Ftimeline%2F%3Ftag%3Dsecret",
    "/timeline.csv?entity=processors",
    "/timeline.ics?tag=secret",
    "/timeline.timelinejs.json?phase=secret",
    "/tags/secret/",
    "/tags/secret.json",
    "/tags/secret/feed/",
    "/tags/secret/feed.json",
    "/tags/chips+secret/",
    "/sources/whisper/",
    "/sources/rumour/",
    "/cards/articles/draft/1.png",
    "/cards/articles/tomorrow/1.png",
    "/cards/series/secret/1.png",
    "/cards/entities/processors/1.png",
    "/cards/timeline/secret-plan/1.png",
    "/cards/timeline/not-yet/1.png",
    "/search/?q=processors",
    "/search/?q=secret",
    "/search/?q=huawei&tag=secret",
    "/search/?q=huawei&entity=processors",
    "/search/?q=whisper",
    "/search/?q=secrot",
    "/search.json?q=secret",
    "/search.json?q=chips",
    "/search/suggest.json?q=sec",
    "/search/suggest.json?q=pro",
    "/entities/procesors/",
]


def open_to_readers() -> None:
    huawei, smic, tsmc = cast.duo()
    Entity.objects.filter(pk=huawei.pk).update(
        description="Maker of phones", website="https://www.huawei.com/"
    )
    huawei.tags.add("chips", "phones")
    cast.entity("Zhongxin", kind="concept")  # which nothing names
    duo = cast.series(standfirst="In two parts.")
    default_storage.save(PICTURE, ContentFile(b"RIFF"))
    first = cast.published(
        tags=("chips", "phones"),
        series=duo,
        part=1,
        byline="Wen",
        lead_image=PICTURE,
        lead_image_alt="A wafer",
    )
    claims = cast.event(entities=(huawei, smic), rests_on=None, tags=("chips", "phones", "orders"))
    cast.quoted(claims, first, ORDERS)
    second = cast.republished(
        first, cast.NEEDS.replace("Nobody knows when.", "Some say soon."), note="The outlook"
    )
    cast.quoted(
        cast.event("outlook", (smic,), rests_on=None, standing="forecast"), first, "Nobody knows when."
    )
    cast.quoted(cast.event("bought", (huawei, tsmc), rests_on=None), second, "It bought chips from TSMC.")
    cast.event(
        "founded",
        (huawei,),
        when="1987",
        significance=3,
        phase=cast.phase("rise", 2),
        tags=("founding", "chips"),
    )
    role = cast.published("old-role", ROLE, series=duo, part=2, tags=("chips",)).article
    cast.move(role, "role")
    alone = cast.published("alone", "Huawei, agian.\n", tags=("phones",))
    cast.republished(alone, "Huawei again.\n", note="A word was misspelt.", is_correction=True)
    cast.published("withdrawn").article.withdraw()
    hidden = cast.published("half", "SMIC as it was.\n")
    cast.republished(hidden, "SMIC as it is.\n")
    hidden.suppress()
    cast.relation(huawei, "customer-of", smic, note="since the rules changed")
    supported(Fact.objects.create(entity=huawei, label="Founded", value="1987"), "report")
    record_all()


def keep_from_readers() -> None:
    """Drafts, what is scheduled, and what is private or rests on nothing."""
    huawei, smic = Entity.objects.get(slug="huawei"), Entity.objects.get(slug="smic")
    for slug in ("rumour", "whisper"):
        cast.source(slug)
    secret = cast.series("secret")
    text = "The secret plan[^rumour] of Huawei needs [[Processors]].\n"
    cast.write("draft", text, tags=("secret", "chips"), series=secret, part=1)
    cast.write("tomorrow", text, tags=("secret",), series=cast.series(), part=3).publish(
        editor=cast.user("edda"), at=tomorrow(), note="A secret note"
    )
    schedule_other_words(secret)
    PreviewLink.objects.make(Article.objects.get(slug="draft"), cast.user("wen"), days=7)
    Article.objects.filter(slug="role").update(
        title="Another role", body="Unfinished.", series=secret, part=7, byline="Nora"
    )
    Article.objects.get(slug="role").tags.set(["secret"])
    private = cast.entity(
        "Processors", "technology", aliases=("processors", "SMIC"), tags=("secret", "chips"), public=False
    )
    supported(Relation.objects.create(subject=huawei, kind="needs", object=private), "whisper")
    supported(Fact.objects.create(entity=private, label="Speed", value="secret"), "whisper")
    Fact.objects.create(entity=huawei, label="Unsupported", value="secret")
    Relation.objects.create(subject=smic, kind="works-with", object=huawei)
    phase = cast.phase("secret", 9)
    plan = cast.event(
        "secret-plan", (huawei, private), rests_on="whisper", phase=phase, tags=("secret",), when="2026"
    )
    cast.quoted(plan, Article.objects.get(slug="needs").live_edition, ORDERS)
    cast.event("not-yet", (huawei,), rests_on="whisper", phase=phase, tags=("secret",), public=False)
    cast.event("unsupported", (huawei,), rests_on=None, phase=phase, tags=("secret",))
    record_all()
    leave_at_the_desk(Article.objects.get(slug="role"))


def leave_at_the_desk(article: Article) -> None:
    """What people there say, type and decide about an article that readers read."""
    wen = get_user_model().objects.get(username="wen")
    Comment.objects.say(article, wen, "A secret remark", quote="Unfinished.")
    Review.objects.ask(article, wen, "A secret wish")
    Scratch.objects.keep(wen, Article, str(article.pk), {"body": ["A secret word"]})
    Presence.objects.note(wen, article, timedelta(hours=1))
    TagSynonym.objects.create(tag=Tag.objects.get(name="chips"), name="secretly", folded="secretly")
    Dismissal.objects.leave("names", "secret", "A secret name", wen)


def schedule_other_words(series) -> None:
    """A next edition of an article that is live, in which the words that an event rests on are reworded."""
    needs = Article.objects.get(slug="needs")
    needs.title, needs.standfirst, needs.byline, needs.series, needs.part = (
        "Other needs",
        "Secret",
        "Nora",
        series,
        2,
    )
    needs.body = (
        cast.NEEDS.replace(ORDERS, "Huawei buys its newest chips at SMIC")
        + "\nA secret[^rumour] about processors.\n"
    )
    needs.save()
    needs.tags.set(["secret"])
    upcoming = needs.publish(editor=None, at=tomorrow(), note="A secret note", is_correction=True)
    event = cast.event("tomorrows-event", (), rests_on=None, tags=("secret",))
    cast.quoted(event, upcoming, "newest chips")


def supported(claim: Fact | Relation, source: str) -> None:
    Evidence.objects.create(**{claim._meta.model_name: claim}, source=cast.source(source))


def tomorrow():
    return timezone.now() + timedelta(days=1)
