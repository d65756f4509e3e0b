"""The data model: every table of a chronicle, declared once, as a frozen class with typed columns.

Storage, export, the Python objects and the reference page in `docs/` follow from this file.
Offsets are code points into `articles.text`, half-open.  Dates are ISO 8601 strings, no more
precise than the evidence.  `None` means *not stated*.  The first group of tables is the
chronicle; the second ("working tables") is what the stages hand to one another.
"""

from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal, TypeVar, get_args

Span = tuple[int, int]
Spans = tuple[Span, ...]

RegionKind = Literal[
    "title", "byline", "dateline", "body", "caption", "embedded_post", "list", "boilerplate"
]
Mode = Literal["direct", "indirect", "mixed"]
SourceKind = Literal[
    "person",
    "organisation",
    "outlet",
    "anonymous",
    "collective",
    "document",
    "work",
    "unknown",
]
Channel = Literal[
    "interview",
    "broadcast",
    "post",
    "speech",
    "press_release",
    "document",
    "song",
    "message",
    "conversation",
]
Polarity = Literal["asserts", "denies", "hedges", "asks"]
Form = Literal["name", "nominal", "pronoun"]
EntityKind = Literal["person", "organisation", "place", "work", "group"]
Change = Literal["identical", "trimmed", "altered", "paraphrased"]
FindingKind = Literal[
    "conflict", "changed_quote", "misattribution", "overtaken", "correction", "agreement"
]
#: In the order in which a careful reader would want them: what cannot all be true, then what
#: changed on its way; `agreement` is reassurance.
FINDING_ORDER: tuple[FindingKind, ...] = get_args(FindingKind)
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]

#: Between the names of several who speak as one, in the order of the text: "Sev Quill & Bo Tarn".
TOGETHER = " & "


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words of an article that something rests on."""

    article_id: Annotated[str, "the article"]
    span: Annotated[Span, "where"]
    statement_id: Annotated[str | None, "the statement that they belong to, if any"] = None


@dataclass(frozen=True, slots=True)
class Edit:
    """One change on words between two versions of a quotation."""

    op: Annotated[str, "`drop`, `add`, `replace`, `move`, `bracket` or `elide`"]
    from_: Annotated[str, "the words in the earlier version, empty when added"]
    to: Annotated[str, "the words in the later version, empty when dropped"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Base of all tables; `table` names it and `key` the columns that identify and sort a row."""

    table: ClassVar[str] = ""
    key: ClassVar[tuple[str, ...]] = ()


RowT = TypeVar("RowT", bound=Row)


@dataclass(frozen=True, slots=True, kw_only=True)
class Article(Row):
    """One article as published once."""

    table: ClassVar[str] = "articles"
    key: ClassVar[tuple[str, ...]] = ("article_id",)
    article_id: Annotated[str, "named after its bytes, so the same on every machine"]
    path: Annotated[str, "where it was read, as given (the first of several; see `inputs`)"]
    url: Annotated[str | None, "canonical address"] = None
    outlet: Annotated[str | None, "who published it"] = None
    byline: Annotated[str | None, "the author as printed"] = None
    title: Annotated[str | None, "the headline"] = None
    lang: Annotated[str | None, "ISO 639-1 code of the language"] = None
    text: Annotated[str, "the words as read; all spans point into it"]
    published: Annotated[str | None, "when it was published, as precise as the evidence"] = None
    updated: Annotated[str | None, "when it was last changed"] = None
    published_from: Annotated[str | None, "`metadata`, `text`, `inferred` or `likely`"] = None
    published_earliest: Annotated[str | None, "first day that all evidence allows"] = None
    published_latest: Annotated[str | None, "last day that all evidence allows"] = None
    published_reason: Annotated[str | None, "what the interval rests on"] = None
    copy_group: Annotated[str | None, "the same for near copies"] = None
    story_id: Annotated[str | None, "the story it belongs to"] = None
    given_id: Annotated[str | None, "the identifier that the input itself gave"] = None
    sha256: Annotated[str, "of the bytes of the record, in hex"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Region(Row):
    """One part of an article's text and what it is."""

    table: ClassVar[str] = "regions"
    key: ClassVar[tuple[str, ...]] = ("article_id", "span", "kind")
    article_id: Annotated[str, "the article"]
    span: Annotated[Span, "where"]
    kind: Annotated[RegionKind, "what it is; annotation leaves `boilerplate` alone"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Row):
    """One attribution in one article: somebody is reported to have said or written something."""

    table: ClassVar[str] = "statements"
    key: ClassVar[tuple[str, ...]] = ("statement_id",)
    statement_id: Annotated[str, "from the article and the spans"]
    article_id: Annotated[str, "the article"]
    content: Annotated[Spans, "what was said"]
    cue: Annotated[Spans, "the words that report it; may be empty"] = ()
    source: Annotated[Spans, "the words that name who said it; may be empty"] = ()
    content_text: Annotated[str, "the words of `content`"]
    source_text: Annotated[str | None, "the words of `source`"] = None
    mode: Annotated[Mode, "quoted, retold, or both"]
    speaker_id: Annotated[str | None, "the entity"] = None
    speaker: Annotated[str | None, "canonical name; null when anonymous or unknown"] = None
    source_kind: Annotated[SourceKind, "what kind of source it is"] = "unknown"
    channel: Annotated[Channel | None, "how it was uttered, where the article says so"] = None
    addressee_id: Annotated[str | None, "the entity it was said to"] = None
    addressee: Annotated[str | None, "whom it was said to, where stated"] = None
    said_earliest: Annotated[str | None, "first day on which it can have been said"] = None
    said_latest: Annotated[str | None, "last day on which it can have been said"] = None
    parent_id: Annotated[str | None, "the statement whose content this one lies in"] = None
    utterance_id: Annotated[str | None, "the utterance it reports"] = None
    claim_id: Annotated[str | None, "the claim it makes"] = None
    polarity: Annotated[Polarity, "`asserts`, `denies`, `hedges` or `asks`"] = "asserts"
    confidence: Annotated[float, "calibrated probability that the row is right"]
    reason: Annotated[str, "why the row exists, in a few words"]
    speaker_cluster: Annotated[int | None, "working: the article's own number of the speaker"] = (
        None
    )
    addressee_cluster: Annotated[int | None, "working: likewise of the addressee"] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainHop(Row):
    """One hop of how a statement reached the reader."""

    table: ClassVar[str] = "chain"
    key: ClassVar[tuple[str, ...]] = ("statement_id", "hop")
    statement_id: Annotated[str, "the statement"]
    hop: Annotated[int, "0 is the article's own outlet, the last one is the origin"]
    kind: Annotated[SourceKind, "what kind of source"]
    name: Annotated[str | None, "its name or the words used for it"] = None
    entity_id: Annotated[str | None, "the entity, when it has a name"] = None
    span: Annotated[Span | None, "where the article says so; null when nothing says it"] = None
    cluster: Annotated[int | None, "working: the article's own number of the entity"] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention(Row):
    """One mention of an entity."""

    table: ClassVar[str] = "mentions"
    key: ClassVar[tuple[str, ...]] = ("article_id", "span")
    article_id: Annotated[str, "the article"]
    span: Annotated[Span, "where"]
    text: Annotated[str, "the words"]
    form: Annotated[Form, "`name`, `nominal` or `pronoun`"]
    entity_id: Annotated[str | None, "the entity across articles"] = None
    confidence: Annotated[float, "that it means this entity"]
    cluster: Annotated[int, "working: the article's own number of the entity"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity(Row):
    """One person, organisation, place or work, across all articles."""

    table: ClassVar[str] = "entities"
    key: ClassVar[tuple[str, ...]] = ("entity_id",)
    entity_id: Annotated[str, "named after its first mention; old names stay resolvable"]
    name: Annotated[str, "the canonical name"]
    kind: Annotated[EntityKind, "what it is"]
    aliases: Annotated[tuple[str, ...], "other names used for it"] = ()
    n_articles: Annotated[int, "articles that mention it"]
    reason: Annotated[str | None, "the evidence on which names were put together"] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Identifier(Row):
    """One entry of the user's gazetteer for an entity: linked, or only a candidate."""

    table: ClassVar[str] = "identifiers"
    key: ClassVar[tuple[str, ...]] = ("entity_id", "identifier")
    entity_id: Annotated[str, "the entity"]
    identifier: Annotated[str, "the entry's own identifier"]
    label: Annotated[str, "its name there"]
    description: Annotated[str | None, "what it says of it"] = None
    birth_date: Annotated[str | None, "as it has it"] = None
    status: Annotated[
        Literal["linked", "candidate"], "`linked` where name and context leave one entry"
    ]
    reason: Annotated[str, "on which evidence, or what is missing"]


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedName(Row):
    """One name that the user gave an entity for a time: before a marriage, on the stage."""

    table: ClassVar[str] = "dated_names"
    key: ClassVar[tuple[str, ...]] = ("entity_id", "name", "earliest")
    entity_id: Annotated[str, "the entity"]
    name: Annotated[str, "the name"]
    earliest: Annotated[str | None, "first day of its use"] = None
    latest: Annotated[str | None, "last day of its use"] = None
    given: Annotated[str, "who says so"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance(Row):
    """One thing said once, however often reported."""

    table: ClassVar[str] = "utterances"
    key: ClassVar[tuple[str, ...]] = ("utterance_id",)
    utterance_id: Annotated[str, "named after its earliest statement"]
    speaker_id: Annotated[str | None, "the entity"] = None
    speaker: Annotated[str | None, "canonical name, null when none is known"] = None
    text: Annotated[str, "the fullest form reported"]
    first_article_id: Annotated[str, "the earliest article seen here that reports it"]
    first_seen: Annotated[str | None, "its day"] = None
    n_statements: Annotated[int, "reports of it"]
    n_outlets: Annotated[int, "outlets that report it"]
    n_independent: Annotated[int, "near copies and relays of one report count once"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant(Row):
    """How one report of an utterance differs from the form it most likely comes from."""

    table: ClassVar[str] = "variants"
    key: ClassVar[tuple[str, ...]] = ("utterance_id", "statement_id")
    utterance_id: Annotated[str, "the utterance"]
    statement_id: Annotated[str, "the report"]
    from_statement_id: Annotated[str | None, "the form it comes from; null for the earliest"] = None
    change: Annotated[Change, "`identical`, `trimmed`, `altered` or `paraphrased`"]
    edits: Annotated[tuple[Edit, ...], "the changes, on words"] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Story(Row):
    """Articles about the same event or thread."""

    table: ClassVar[str] = "stories"
    key: ClassVar[tuple[str, ...]] = ("story_id",)
    story_id: Annotated[str, "named after its earliest article"]
    label: Annotated[str, "in the articles' own words"]
    first: Annotated[str | None, "day of the first article"] = None
    last: Annotated[str | None, "day of the last article"] = None
    n_articles: Annotated[int, "articles in it"]
    n_outlets: Annotated[int, "outlets in it"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Row):
    """Something that happened, dated."""

    table: ClassVar[str] = "events"
    key: ClassVar[tuple[str, ...]] = ("event_id",)
    event_id: Annotated[str, "named after its first report"]
    earliest: Annotated[str | None, "first day on which it can have happened"] = None
    latest: Annotated[str | None, "last day on which it can have happened"] = None
    what: Annotated[str, "words of an article"]
    who: Annotated[tuple[str, ...], "entity ids of those who took part"] = ()
    story_id: Annotated[str | None, "the story"] = None
    n_articles: Annotated[int, "articles that report it"]
    n_independent: Annotated[int, "near copies and relays count once"]
    evidence: Annotated[tuple[Evidence, ...], "where it is reported"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact(Row):
    """One value of one attribute of one entity, as one article gives it."""

    table: ClassVar[str] = "facts"
    key: ClassVar[tuple[str, ...]] = ("fact_id",)
    fact_id: Annotated[str, "from the article, the span and the attribute"]
    subject_id: Annotated[str | None, "the entity"] = None
    subject: Annotated[str, "its name"]
    attribute: Annotated[
        str,
        "`age`, `birth_date`, `death_date`, `children`, `child`, `spouse`, `former_spouse`, "
        "`relationship`, `meeting_date`, `engagement_date`, `marriage_date`, `separation_date`, "
        "`divorce_date`, `role`, `birth_place` or `residence`",
    ]
    value: Annotated[str, "the value: a number, a date, a name or a state"]
    as_of_earliest: Annotated[str | None, "first day for which it is said"] = None
    as_of_latest: Annotated[str | None, "last day for which it is said"] = None
    article_id: Annotated[str, "the article"]
    span: Annotated[Span, "the words that say it"]
    statement_id: Annotated[
        str | None, "set when the article only reports that somebody says so"
    ] = None
    confidence: Annotated[float, "that the article says this of this entity"]
    subject_cluster: Annotated[int | None, "working: the article's own number of the subject"] = (
        None
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim(Row):
    """One proposition, whoever makes it."""

    table: ClassVar[str] = "claims"
    key: ClassVar[tuple[str, ...]] = ("claim_id",)
    claim_id: Annotated[str, "named after its earliest statement"]
    text: Annotated[str, "in the words of its clearest statement"]
    about: Annotated[tuple[str, ...], "entity ids"] = ()
    n_statements: Annotated[int, "statements that make it"]
    n_outlets: Annotated[int, "outlets that report it"]
    n_independent: Annotated[int, "near copies and relays count once"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding(Row):
    """What a careful reader would point out; never a verdict."""

    table: ClassVar[str] = "findings"
    key: ClassVar[tuple[str, ...]] = ("finding_id",)
    finding_id: Annotated[str, "from its kind and evidence"]
    kind: Annotated[FindingKind, "what sort of observation"]
    about: Annotated[tuple[str, ...], "entity ids"] = ()
    subject: Annotated[str | None, "the name of whom or what it is about"] = None
    attribute: Annotated[str | None, "for facts"] = None
    explanation: Annotated[str, "in plain words; claims no more than the evidence"]
    evidence: Annotated[tuple[Evidence, ...], "at least two pieces, side by side"]
    confidence: Annotated[float, "that a careful reader would agree"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reject(Row):
    """One input that could not be used."""

    table: ClassVar[str] = "rejects"
    key: ClassVar[tuple[str, ...]] = ("path", "record", "reason")
    path: Annotated[str, "the input"]
    record: Annotated[int | None, "index in an archive, null otherwise"] = None
    reason: Annotated[str, "a short fixed code"]
    detail: Annotated[str, "a sentence: what is wrong, and what would help"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Input(Row):
    """One place where an article was read: the same bytes in two places are one article."""

    table: ClassVar[str] = "inputs"
    key: ClassVar[tuple[str, ...]] = ("path", "record")
    path: Annotated[str, "the input, as given"]
    record: Annotated[int | None, "index in an archive, null otherwise"] = None
    article_id: Annotated[str, "the article"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Timex(Row):
    """One expression of time and what it means."""

    table: ClassVar[str] = "timexes"
    key: ClassVar[tuple[str, ...]] = ("article_id", "span")
    article_id: Annotated[str, "the article"]
    span: Annotated[Span, "where"]
    text: Annotated[str, "the words"]
    type: Annotated[TimexType, "TIMEX3 type"]
    value: Annotated[str, "TIMEX3 value"]
    earliest: Annotated[str | None, "first day it can mean"] = None
    latest: Annotated[str | None, "last day it can mean"] = None


# Working tables: what the stages hand to one another.


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution(Row):
    """The spans of one attribution, before it is known who the source is."""

    table: ClassVar[str] = "attributions"
    key: ClassVar[tuple[str, ...]] = ("article_id", "content", "cue", "source")
    article_id: Annotated[str, "the article"]
    content: Annotated[Spans, "what was said"]
    cue: Annotated[Spans, "the words that report it"] = ()
    source: Annotated[Spans, "the words that name who said it"] = ()
    mode: Annotated[Mode, "quoted, retold, or both"]
    parent: Annotated[int | None, "index, among the article's rows, of the one it lies in"] = None
    confidence: Annotated[float, "that the spans are right"]
    reason: Annotated[str, "which words carried the decision"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster(Row):
    """One entity as one article speaks of it: all mentions of the article that mean the same."""

    table: ClassVar[str] = "clusters"
    key: ClassVar[tuple[str, ...]] = ("article_id", "cluster")
    article_id: Annotated[str, "the article"]
    cluster: Annotated[int, "number within the article, in order of first mention"]
    name: Annotated[str | None, "fullest name the article gives; null when it gives none"] = None
    names: Annotated[tuple[str, ...], "all names it gives, most frequent first"] = ()
    kind: Annotated[EntityKind, "what it is"]
    nominals: Annotated[tuple[str, ...], "descriptions: 'the 52-year-old investor'"] = ()
    pronouns: Annotated[
        tuple[str, ...], "pronouns used, lower case: evidence of gender at most"
    ] = ()
    titles: Annotated[tuple[str, ...], "titles before the name: 'Mrs.', 'Senator'"] = ()
    n_mentions: Annotated[int, "mentions in the article"]


@dataclass(frozen=True, slots=True, kw_only=True)
class DayEvidence(Row):
    """One piece of evidence for the day on which an article was published."""

    table: ClassVar[str] = "day_evidence"
    key: ClassVar[tuple[str, ...]] = ("article_id", "kind", "span")
    article_id: Annotated[str, "the article"]
    kind: Annotated[str, "`metadata`, `dateline`, `after_event`, `weekday`, …"]
    earliest: Annotated[str | None, "not published before this day"] = None
    latest: Annotated[str | None, "not published after this day"] = None
    span: Annotated[Span | None, "the words it rests on"] = None
    reason: Annotated[str, "in plain words"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening(Row):
    """One article's report that something happened on a day."""

    table: ClassVar[str] = "happenings"
    key: ClassVar[tuple[str, ...]] = ("article_id", "span", "trigger")
    article_id: Annotated[str, "the article"]
    span: Annotated[Span, "the words that report it"]
    trigger: Annotated[Span, "the verb or noun that names what happened"]
    lemma: Annotated[str, "its dictionary form"]
    earliest: Annotated[str | None, "first day on which it can have happened"] = None
    latest: Annotated[str | None, "last day on which it can have happened"] = None
    clusters: Annotated[tuple[int, ...], "the article's own numbers of those who took part"] = ()
    entity_ids: Annotated[tuple[str, ...], "the same across articles"] = ()
    statement_id: Annotated[str | None, "set when somebody says so"] = None


@dataclass(frozen=True, slots=True)
class Place:
    """What a person's decision points at, by evidence that outlives every rebuild."""

    article_id: Annotated[str | None, "the article; null for a name wherever it stands"] = None
    span: Annotated[Span | None, "the words; null for the article as a whole"] = None
    statement_id: Annotated[str | None, "the statement, if it is one"] = None
    name: Annotated[str | None, "the name: as mentioned there, or wherever it stands"] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Constraint(Row):
    """One decision of a person's on who is who, as the stage of entities takes it in."""

    table: ClassVar[str] = "constraints"
    key: ClassVar[tuple[str, ...]] = ("number",)
    number: Annotated[int, "they are applied in this order, each on what the one before left"]
    decision_id: Annotated[str, "the decision, or the entry of the user's file"]
    action: Annotated[
        Literal["merge", "split", "block", "rename", "alias", "speaker"],
        "they are one; other leaves one; never one; one's name; its name for a time; who said it",
    ]
    one: Annotated[tuple[Place, ...], "whom, or which statement"]
    other: Annotated[
        tuple[Place, ...], "the other; what leaves; who said it, empty for nobody"
    ] = ()
    name: Annotated[str | None, "the name to give"] = None
    earliest: Annotated[str | None, "alias: first day of its use"] = None
    latest: Annotated[str | None, "alias: last day of its use"] = None
    given: Annotated[str, "who decided, in words that follow “by”"]
    problem: Annotated[str | None, "why it could not be applied; null when it was"] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearer(Row):
    """One named cluster of one article in the group that the machine alone put it into."""

    table: ClassVar[str] = "bearers"
    key: ClassVar[tuple[str, ...]] = ("day", "article_id", "first", "cluster")
    article_id: Annotated[str, "the article"]
    cluster: Annotated[int, "the article's own number"]
    name: Annotated[str, "fullest name the article gives"]
    names: Annotated[tuple[str, ...], "all names it gives"]
    kind: Annotated[EntityKind, "what it is, as most articles say"]
    day: Annotated[str, "day of publication, 9999 when not known"]
    first: Annotated[Span, "its first mention"]
    outlet: Annotated[str | None, "the outlet of the pile that it names"] = None
    group: Annotated[int, "number of its group"]
    reasons: Annotated[tuple[str, ...], "on the first of a group: why it is one"] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Known(Row):
    """One entry of the user's gazetteer."""

    table: ClassVar[str] = "known"
    key: ClassVar[tuple[str, ...]] = ("identifier",)
    identifier: Annotated[str, "as the gazetteer has it"]
    label: Annotated[str, "the name"]
    aliases: Annotated[tuple[str, ...], "other names"] = ()
    description: Annotated[str | None, "a few words"] = None
    birth_date: Annotated[str | None, "a day, month or year"] = None


#: The tables of a chronicle, in the order in which they are exported.
CHRONICLE: tuple[type[Row], ...] = (
    Article,
    Region,
    Statement,
    ChainHop,
    Mention,
    Entity,
    Utterance,
    Variant,
    Story,
    Event,
    Fact,
    Claim,
    Finding,
    Reject,
    Input,
    Timex,
    Identifier,
    DatedName,
)
#: What the stages hand to one another; kept per article, not exported.
WORKING: tuple[type[Row], ...] = (
    Attribution,
    Cluster,
    DayEvidence,
    Happening,
    Constraint,
    Bearer,
    Known,
)

TABLES: dict[str, type[Row]] = {row.table: row for row in (*CHRONICLE, *WORKING)}
