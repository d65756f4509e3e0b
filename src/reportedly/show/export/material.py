"""What the exports for others' tools are made of: a chronicle's rows in memory, of all or of one
person or story, with the snippets, links and chains in words that all of them need.
"""

from collections import defaultdict
from dataclasses import dataclass, replace

from reportedly.chronicle import Chronicle
from reportedly.errors import ReportedlyError
from reportedly.model import (
    Article,
    ChainHop,
    Entity,
    Event,
    Mention,
    Span,
    Statement,
    Story,
    Utterance,
)
from reportedly.show.web import urls, wording
from reportedly.store import close_names, counting, looking_up, naming

#: Characters before and after quoted words by which a tool finds them again in the page itself.
AROUND_CHARS = 32


@dataclass(frozen=True, slots=True)
class Material:
    """The rows that an export carries; `full_text` allows whole articles in it."""

    name: str
    articles: dict[str, Article]
    statements: list[Statement]
    chain: dict[str, tuple[ChainHop, ...]]
    entities: dict[str, Entity]
    mentions: list[Mention]
    utterances: dict[str, Utterance]
    events: list[Event]
    full_text: bool = False


@dataclass(frozen=True, slots=True)
class Subject:
    """Whom or what an export is about."""

    identifier: str
    name: str
    kind: str
    """`story`, or what kind of entity"""


def find_subject(chronicle: Chronicle, name: str) -> Subject:
    """The entity or story with this identifier, name, alias or label.

    Raises:
        ReportedlyError: nothing has this name, or several things have.
    """
    story = chronicle.row(Story, name)
    if story is not None:
        return Subject(story.story_id, story.label, "story")
    wanted = name.casefold()
    entities = naming.find_entities(chronicle.connection, name) if name.strip() else []
    # Whose own name it is comes before whoever is also called so.
    own = [e for e in entities if wanted in (e.name.casefold(), e.entity_id)]
    exact = own or [e for e in entities if wanted in _called(e)] or entities
    labelled = [s for s in chronicle.rows(Story) if s.label.casefold() == wanted]
    found = [Subject(e.entity_id, e.name, e.kind) for e in exact]
    found += [Subject(s.story_id, s.label, "story") for s in labelled]
    if len(found) != 1:
        known = ", ".join(f"{e.name} ({e.kind}, {e.identifier})" for e in found[:8])
        otherwise = "try a part of the name, or take the identifier from the address of its page"
        step = close_names.did_you_mean(chronicle.connection, name, otherwise)
        raise ReportedlyError(
            f"several are called {name}: {known}; name one by its identifier"
            if found
            else f"no person or story here is called {name!r}; {step}"
        )
    return found[0]


def _called(entity: Entity) -> set[str]:
    return {n.casefold() for n in (entity.entity_id, entity.name, *entity.aliases)}


def gather(
    chronicle: Chronicle, subject: Subject | None = None, *, full_text: bool = False
) -> Material:
    """The rows of a chronicle, or those of one person or story.

    An outlet that signs as "The Packet" and as "Packet" has one name in them.
    """
    chain: dict[str, list[ChainHop]] = defaultdict(list)
    shown = counting.outlet_names(chronicle.connection)
    for hop in chronicle.rows(ChainHop):
        own = hop.kind == "outlet" and hop.name in shown
        chain[hop.statement_id].append(replace(hop, name=shown[hop.name or ""]) if own else hop)
    articles = {
        article.article_id: replace(article, outlet=shown.get(article.outlet or ""))
        for article in chronicle.rows(Article)
    }
    statements, events = list(chronicle.rows(Statement)), looking_up.events(chronicle.connection)
    if subject is not None:
        statements = _statements_of(chronicle, subject, statements, articles)
        events = [e for e in events if subject.identifier in (e.story_id, *e.who)]
    passed_on = {e.statement_id for event in events for e in event.evidence if e.statement_id}
    passed_on.update(s.statement_id for s in statements)
    used = {s.article_id for s in statements}
    used |= {piece.article_id for event in events for piece in event.evidence}
    return Material(
        name=chronicle.path.stem if subject is None else subject.name,
        articles=articles if subject is None else {k: a for k, a in articles.items() if k in used},
        statements=statements,
        chain={name: tuple(chain[name]) for name in sorted(passed_on)},
        entities={entity.entity_id: entity for entity in chronicle.rows(Entity)},
        mentions=[m for m in chronicle.rows(Mention) if subject is None or m.article_id in used],
        utterances={u.utterance_id: u for u in chronicle.rows(Utterance)},
        events=events,
        full_text=full_text,
    )


def _statements_of(
    chronicle: Chronicle,
    subject: Subject,
    statements: list[Statement],
    articles: dict[str, Article],
) -> list[Statement]:
    if subject.kind == "story":
        return [s for s in statements if articles[s.article_id].story_id == subject.identifier]
    person = looking_up.person(chronicle.connection, subject.identifier)
    wanted = {s.statement_id for s in (*person.statements, *person.heard, *person.about)}
    return [s for s in statements if s.statement_id in wanted]


def reports(material: Material, event: Event) -> list[tuple[Article, str]]:
    """The articles that report an event, each with who says so where it only passes that on."""
    told: dict[tuple[str, str], None] = {}
    for piece in event.evidence:
        passed_on = piece.statement_id is not None
        says = wording.says(material.chain.get(piece.statement_id or "", ())) if passed_on else ""
        told[piece.article_id, says] = None
    return [(material.articles[n], says) for n, says in told if n in material.articles]


def link(article: Article) -> str:
    """Where the article is on the web, or a name for it that is no address."""
    return urls.outside(article.url) or urn("article", article.article_id)


def urn(kind: str, identifier: str) -> str:
    """A name for a row that works as an identifier in linked data."""
    return f"urn:reportedly:{kind}:{identifier}"


def around(text: str, span: Span) -> tuple[str, str]:
    """The characters just before and after a span."""
    start, end = span
    return text[max(0, start - AROUND_CHARS) : start], text[end : end + AROUND_CHARS]


def day(article: Article) -> str | None:
    """The day on which an article was published, where that is stated; else None."""
    return article.published if article.published_from != "inferred" else None
