"""From attributions to `Statement` and `ChainHop` rows: every question asked once, in order."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from reportedly.annotate.attribution.quotations import find_quotations
from reportedly.annotate.document import Document
from reportedly.annotate.labels import Part, find_exchange
from reportedly.annotate.statements.addressees import Addressee, find_addressee
from reportedly.annotate.statements.cast import Cast
from reportedly.annotate.statements.chains import chain_of
from reportedly.annotate.statements.channels import find_channel
from reportedly.annotate.statements.cited import Cited, as_paper, cited_by
from reportedly.annotate.statements.documents import PRIVATE, Makers
from reportedly.annotate.statements.hops import Hop
from reportedly.annotate.statements.occasions import Spoken, shared_days
from reportedly.annotate.statements.on_air import tells_more
from reportedly.annotate.statements.outlets import find_agency, same_outlet
from reportedly.annotate.statements.polarity import polarity_of
from reportedly.annotate.statements.releases import is_release
from reportedly.annotate.statements.said import (
    Days,
    days_told,
    find_dates,
    find_stated_days,
    limited,
)
from reportedly.annotate.statements.scenes import find_scenes
from reportedly.annotate.statements.settings import Setting, find_settings
from reportedly.annotate.statements.speakers import Speaker, speaker_of
from reportedly.annotate.statements.telling import Telling, telling_of
from reportedly.annotate.unnamed import wants_no_name
from reportedly.annotate.writer import find_writer
from reportedly.identifiers import identifier
from reportedly.model import (
    TOGETHER,
    Article,
    Attribution,
    ChainHop,
    Channel,
    Cluster,
    Mention,
    SourceKind,
    Statement,
    Timex,
)
from reportedly.offsets import hull, words_of
from reportedly.rows import Rows


@dataclass(frozen=True, slots=True)
class Answers:
    """What was found out about one telling."""

    telling: Telling
    speaker: Speaker
    addressee: Addressee | None
    channel: Channel | None
    hops: tuple[Hop, ...]
    relays: tuple[Hop, ...]
    """those hops that its own sentence names between the hops above and the origin"""


def statements_of(
    document: Document, rows: Rows
) -> tuple[tuple[Statement, ...], tuple[ChainHop, ...]]:
    """The rows of one article, statements in the order of its attributions."""
    attributions = rows.of(Attribution)
    if not attributions:
        return (), ()
    answers, scenes = _told(document, rows)
    days = _days(document.article, answers, scenes, rows.of(Timex))
    names = [_identifier(document.article, attribution) for attribution in attributions]
    statements = tuple(
        _statement(document.article, answer, names, said, at)
        for at, (answer, said) in enumerate(zip(answers, days, strict=True))
    )
    hops = tuple(
        row
        for name, answer in zip(names, answers, strict=True)
        for row in _chain(document.article, name, answer)
    )
    return statements, hops


def _told(document: Document, rows: Rows) -> tuple[list[Answers], list[Setting]]:
    """The answers, and the scenes that the article sets."""
    cast = Cast(rows.of(Mention), rows.of(Cluster), document.text)
    attributions = rows.of(Attribution)
    agency = find_agency(document.article)
    wire = (Hop("outlet", *agency, None),) if agency is not None else ()
    quoted = [q.span for q in find_quotations(document.text) if q.depth == 0]
    answers: dict[int, Answers] = {}
    outlet, writer = document.article.outlet, find_writer(document.article)
    makers = Makers(document.parse, cast)
    kept_back = _kept_back(document.text, rows.of(Mention))
    exchange = find_exchange(document.text, attributions)
    for at in sorted(range(len(attributions)), key=lambda i: (_depth(attributions, i), i)):
        parent = attributions[at].parent
        around = attributions[parent] if parent is not None else None
        near = attributions[max(0, at - _NEAR) : at + _NEAR + 1]
        telling = telling_of(
            attributions[at], document.text, document.parse, quoted, around, near, exchange.get(at)
        )
        speaker = _with_maker(telling, speaker_of(telling, cast, writer, outlet), makers)
        if speaker.cluster in kept_back or _keeps_name_back(telling):
            speaker = _without_name(speaker)
        speaker = as_paper(telling, speaker, cast)
        own = speaker.kind in ("organisation", "work") and same_outlet(speaker.name, outlet)
        if own or (telling.part == "question" and same_outlet(_label(telling), outlet)):
            speaker = replace(speaker, kind="outlet", name=speaker.name if own else outlet)
        addressee = find_addressee(telling, cast, outlet, writer)
        above = answers[parent].hops if parent is not None else wire
        hops = chain_of(telling, speaker, addressee, cast, above, outlet)
        for cited in cited_by(telling, speaker, cast):
            speaker, hops = cited.speaker, _with_cited(hops, cited)
        relays = hops[len(above) : -1] if speaker.kind != "unknown" else hops[len(above) :]
        channel = find_channel(telling, speaker.kind, addressee, relays)
        if speaker.kind == "person" and speaker.document in PRIVATE:
            channel = "message"
        if channel is None and makers.is_below_post(telling, speaker.cluster):
            channel = "post"
        answers[at] = Answers(telling, speaker, addressee, channel, hops, relays)
    if is_release(document.text):
        answers = {at: _released(answer) for at, answer in answers.items()}
    scenes = find_scenes(document.text, document.parse, cast, quoted)
    both = _with_each_other([answers[at] for at in range(len(attributions))])
    told = _with_settings(both, scenes)
    return _with_settings(told, _seen_from_the_other_side(told, cast)), scenes


def _released(answer: Answers) -> Answers:
    """What somebody says in a press release is said there, unless it is said where."""
    own = answer.channel is None and answer.telling.attribution.parent is None
    speaks = answer.speaker.kind in ("person", "organisation") and answer.telling.is_uttered
    return replace(answer, channel="press_release") if own and speaks else answer


def _with_cited(hops: tuple[Hop, ...], cited: Cited) -> tuple[Hop, ...]:
    """The hops, each outlet once, and behind them who is cited."""
    once = {hop.name: hop for hop in reversed(hops)}
    origin = Hop(cited.speaker.kind, cited.name, cited.span, cited.speaker.cluster)
    return (*reversed(once.values()), origin)


def _label(telling: Telling) -> str:
    return words_of(telling.text, (telling.source,)) if telling.source is not None else ""


def _with_each_other(answers: list[Answers]) -> list[Answers]:
    """Whoever asks speaks to whoever answers, where names tell who does."""
    first: dict[Part | None, Answers] = {}
    for answer in reversed(answers):
        first[answer.telling.part] = answer
    others: dict[Part | None, Answers | None] = {
        "question": first.get("answer"),
        "answer": first.get("question"),
    }
    return [_spoken_to(answer, others.get(answer.telling.part)) for answer in answers]


def _spoken_to(answer: Answers, other: Answers | None) -> Answers:
    head = other.telling.head if other is not None else None
    if other is None or head is None or other.speaker.name is None:
        return answer
    to = Addressee(other.speaker.name, other.speaker.cluster, head, head.span)
    return replace(answer, addressee=to)


def _keeps_name_back(telling: Telling) -> bool:
    source = telling.source
    return source is not None and wants_no_name(telling.text, source, len(telling.text))


def _without_name(speaker: Speaker) -> Speaker:
    """A person without a name as an anonymous source; anybody else as they are."""
    unnamed = speaker.kind == "person" and speaker.name is None
    return replace(speaker, kind="anonymous") if unnamed else speaker


def _kept_back(text: str, mentions: Iterable[Mention]) -> frozenset[int]:
    """The clusters of those of whom the article says that they want no name."""
    described = (m for m in mentions if m.form == "nominal")
    return frozenset(m.cluster for m in described if wants_no_name(text, m.span, len(text)))


#: Attributions before and after one that can share its sentences.
_NEAR = 6


def _with_maker(telling: Telling, speaker: Speaker, makers: Makers) -> Speaker:
    """A document without a maker is the one whose maker the article has named before."""
    it = telling.head is not None and telling.head.lower == "it"
    if it and speaker.kind == "unknown" and telling.attribution.mode == "direct":
        written = makers.find_before(telling.attribution.content[0][0])
        if written is not None and len(written.makers) == 1:
            maker = written.makers[0]
            private = written.noun in PRIVATE and maker.kind == "person"
            kind: SourceKind = "person" if private else "document"
            return Speaker(kind, maker.name, maker.cluster, written.noun)
    caption = telling.head is not None and telling.head.lower in ("caption", "hashtag")
    if caption and speaker.name is None and telling.attribution.mode == "direct":
        posted = makers.find_poster(telling.attribution.content[0][0])
        return Speaker("person", posted[0].name, posted[0].cluster) if posted else speaker
    if speaker.kind != "document" or speaker.name is not None or telling.head is None:
        return speaker
    known = makers.find_known(telling.head, speaker.document)
    if not known:
        return speaker
    number = known[0].cluster if len(known) == 1 else None
    return replace(speaker, name=TOGETHER.join(m.name or "" for m in known), cluster=number)


def _with_settings(answers: list[Answers], scenes: list[Setting]) -> list[Answers]:
    """Channel, relays and addressee taken over from a scene or telling of the same occasion."""
    shared = find_settings([_setting(answer) for answer in answers], scenes)
    return [
        answer
        if setting is None or (setting.channel in _SPOKEN and _is_written(answer.telling))
        else _with_setting(answer, setting)
        for answer, setting in zip(answers, shared, strict=True)
    ]


#: Channels by which nothing is written.
_SPOKEN = ("broadcast", "interview", "speech", "conversation")


def _is_written(telling: Telling) -> bool:
    """ "She wrote back": not what she said on the air before."""
    verb = telling.verb
    return verb is not None and verb.lemma.lower() in ("write", "post", "tweet", "email", "text")


def _seen_from_the_other_side(answers: list[Answers], cast: Cast) -> list[Setting]:
    """Scenes for those who are spoken to on the air: the host's questions are heard there too."""
    found: list[Setting] = []
    for answer in answers:
        to, speaker = answer.addressee, answer.speaker
        source = answer.telling.source
        verb = answer.telling.verb
        asked = answer.channel == "message" and verb is not None and verb.lemma == "ask"
        if not (asked or answer.channel in ("broadcast", "interview")) or to is None:
            continue
        if source is None:
            continue
        cluster = cast.find_cluster(to.head)
        if cluster is None or cluster.kind != "person" or speaker.name is None:
            continue
        back = Addressee(speaker.name, speaker.cluster, answer.telling.head or to.head, source)
        heard = replace(_setting(answer), cluster=cluster.cluster, addressee=back, quoted=True)
        found.append(replace(heard, relays=answer.hops[:-1]))
    return found


def _with_setting(answer: Answers, setting: Setting) -> Answers:
    to = setting.addressee
    itself = to is not None and to.cluster is not None and to.cluster == answer.speaker.cluster
    return replace(
        answer,
        channel=setting.channel,
        hops=_with_relays(answer.hops, setting.relays),
        addressee=answer.addressee or (None if itself else to),
    )


def _with_relays(hops: tuple[Hop, ...], relays: tuple[Hop, ...]) -> tuple[Hop, ...]:
    """The hops with the shared relays before the origin."""
    known = {hop.name for hop in hops}
    return (*hops[:-1], *(relay for relay in relays if relay.name not in known), *hops[-1:])


def _setting(answer: Answers) -> Setting:
    telling = answer.telling
    start, end = hull(telling.attribution.content)
    alone = telling.attribution.parent is not None or not telling.is_uttered
    return Setting(
        start=start,
        end=end,
        cluster=None if alone else _cluster_of(answer.speaker),
        quoted=telling.attribution.mode != "indirect",
        dated_anew=any(t.entity == "DATE" and not tells_more(telling, t) for t in telling.around),
        channel=answer.channel,
        relays=answer.relays if telling.attribution.parent is None else (),
        habitual=_MORE_THAN_ONCE.search(telling.around_text) is not None or _is_listed(telling),
    )


def _cluster_of(speaker: Speaker) -> int | None:
    return speaker.together if speaker.cluster is None else speaker.cluster


def _is_listed(telling: Telling) -> bool:
    """`Quill, to the Post: “…”` in a list of sayings, each of which has an occasion of its own."""
    source, quoted = telling.source, telling.attribution.mode == "direct"
    if source is None or not quoted or not telling.cue_text.endswith(":"):
        return False
    line = telling.text.rfind("\n", 0, source[0]) + 1
    return _SIGN.fullmatch(telling.text, line, source[0]) is not None


#: What may stand before an item of a list.
_SIGN = re.compile(r"[ \t]*(?:(?:[-*•·–+]|\d{1,2}[.)])[ \t]+)?")


#: "Insists, most recently in an interview": what is said on other occasions too.
_MORE_THAN_ONCE = re.compile(
    r"\b(?:most recently|repeatedly|time and again|over and over|continues? to|keeps? \w+ing"
    # long before what the article is about
    r"|last (?:month|year|spring|summer|autumn|winter)|(?:months?|years?) ago)\b",
    re.IGNORECASE,
)


def _days(
    article: Article, answers: list[Answers], scenes: list[Setting], timexes: tuple[Timex, ...]
) -> list[Days]:
    """When each telling was said: as it says, or as the one that it goes on from, or until now."""
    spoken = [_spoken(answer, timexes, at) for at, answer in enumerate(answers)]
    for scene in scenes:
        dates = find_dates(timexes, (scene.start, scene.end))
        days = days_told(article.text, dates[0]) if dates else None
        spoken.append(Spoken(scene.start, scene.end, scene.cluster, True, False, days, None))
    published = article.published_latest or (article.published or "")[:10] or None
    found = shared_days(article.text, spoken, len(answers))
    return [limited(days, published) for days in found]


def _spoken(answer: Answers, timexes: tuple[Timex, ...], at: int) -> Spoken:
    setting = _setting(answer)
    own = find_stated_days(answer.telling, timexes)
    anchors = (*answer.telling.attribution.content, *answer.telling.attribution.cue)
    start, end = hull((*anchors, *answer.telling.attribution.source))
    hearer = answer.addressee.name if answer.addressee is not None else None
    return Spoken(start, end, setting.cluster, setting.quoted, setting.dated_anew, own, at, hearer)


def _depth(attributions: tuple[Attribution, ...], at: int) -> int:
    """How many statements lie around this one; parents are answered before their children."""
    depth, parent = 0, attributions[at].parent
    while parent is not None and depth < len(attributions):
        depth, parent = depth + 1, attributions[parent].parent
    return depth


def _identifier(article: Article, row: Attribution) -> str:
    return identifier("s", article.article_id, row.content, row.cue, row.source)


def _statement(
    article: Article,
    answer: Answers,
    names: list[str],
    said: Days,
    at: int,
) -> Statement:
    row = answer.telling.attribution
    to = answer.addressee
    return Statement(
        statement_id=names[at],
        article_id=article.article_id,
        content=row.content,
        cue=row.cue,
        source=row.source,
        content_text=words_of(article.text, row.content),
        source_text=words_of(article.text, row.source) or None,
        mode=row.mode,
        speaker=answer.speaker.name,
        source_kind=answer.speaker.kind,
        channel=answer.channel,
        addressee=to.name if to is not None else None,
        said_earliest=said[0],
        said_latest=said[1],
        parent_id=names[row.parent] if row.parent is not None else None,
        polarity=polarity_of(answer.telling),
        confidence=row.confidence,
        reason=row.reason,
        speaker_cluster=answer.speaker.cluster,
        addressee_cluster=to.cluster if to is not None else None,
    )


def _chain(article: Article, name: str, answer: Answers) -> list[ChainHop]:
    """Hop 0 is the article's own outlet, whether or not its name is known."""
    to = answer.addressee
    told = to is not None and same_outlet(to.name, article.outlet)
    own = Hop("outlet", article.outlet, to.span if to is not None and told else None, None)
    return [
        ChainHop(
            statement_id=name,
            hop=number,
            kind=hop.kind,
            name=hop.name,
            span=hop.span,
            cluster=hop.cluster,
        )
        for number, hop in enumerate((own, *answer.hops))
    ]
