"""Findings with the words they rest on, side by side, and the way each piece came."""

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportedly.model import FINDING_ORDER, Finding, Span
from reportedly.store import pages, rows
from reportedly.store.belonging import belonging
from reportedly.store.columns import remembered, spellings
from reportedly.store.looking_up import LIKELY
from reportedly.store.pages import ArticleLine, Count, Named, StatementLine

_RANK = (
    "case kind "
    + " ".join(f"when '{kind}' then {rank}" for rank, kind in enumerate(FINDING_ORDER))
    + " end"
)
#: Those that are more likely wrong than right come last.
_ORDER = f"confidence < {LIKELY}, {_RANK}, confidence desc, finding_id"

_NOT_IN = "finding_id not in (select value from json_each(?))"

#: Characters of the article shown on each side of the words that a finding rests on.
AROUND_CHARS = 110

#: The same on the first page.
BRIEF_CHARS = 40

#: Findings listed beside one that they belong with.
BESIDE_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Words of an article between the words around them."""

    before: str
    words: str
    after: str


@dataclass(frozen=True, slots=True)
class Side:
    """One piece of evidence with what a reader needs to weigh it."""

    article: ArticleLine
    span: Span
    excerpt: Excerpt
    statement: StatementLine | None
    is_copy: bool
    """True when a near copy of this article says the same words before it"""


@dataclass(frozen=True, slots=True)
class FindingCard:
    """A finding, those it is about, and its evidence."""

    finding: Finding
    about: list[Named]
    sides: list[Side]


def excerpt(text: str, span: Span, around: int = AROUND_CHARS) -> Excerpt:
    """The words under `span` and up to `around` characters on each side, cut between words."""
    start, end = span
    before = text[max(0, start - around) : start].rsplit("\n", 1)[-1]
    after = text[end : end + around].split("\n", 1)[0]
    if len(before) == around and " " in before:
        before = "… " + before.split(" ", 1)[1]
    if len(after) == around and " " in after:
        after = after.rsplit(" ", 1)[0] + " …"
    return Excerpt(before, text[start:end], after)


def _cards(
    connection: sqlite3.Connection, found: list[Finding], around: int = AROUND_CHARS
) -> list[FindingCard]:
    evidence = [piece for finding in found for piece in finding.evidence]
    lines = pages.articles_named(connection, (e.article_id for e in evidence))
    texts = pages.texts(connection, (e.article_id for e in evidence))
    said = pages.statements_named(connection, (e.statement_id for e in evidence if e.statement_id))
    people = pages.named(connection, (name for finding in found for name in finding.about))
    cards = []
    for finding in found:
        sides: list[Side] = []
        for e in finding.evidence:
            if (line := lines.get(e.article_id)) is not None:
                shown = excerpt(texts[e.article_id], e.span, around)
                is_copy = any(_is_copy(side, line, shown) for side in sides)
                sides.append(Side(line, e.span, shown, said.get(e.statement_id or ""), is_copy))
        # Copies add nothing to what they copy, so what differs stands first.
        sides.sort(key=lambda side: side.is_copy)
        about = [people[name] for name in finding.about if name in people]
        cards.append(FindingCard(finding, about, sides))
    return cards


def _is_copy(side: Side, line: ArticleLine, shown: Excerpt) -> bool:
    group = line.copy_group
    return (
        group is not None and side.article.copy_group == group and side.excerpt.words == shown.words
    )


def _select(
    connection: sqlite3.Connection, where: str, values: tuple[str, ...], limit: int, offset: int
) -> list[Finding]:
    query = f"select * from findings where {where} order by {_ORDER} limit ? offset ?"
    found = connection.execute(query, (*values, limit, offset))
    return [rows.read(Finding, row) for row in found]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which findings are asked for; what is empty asks for nothing.

    Args:
        kind: of this kind.
        about: about the entity of this identifier.
        words: all of them in what it says or whom it is about.
        outlet: that rest on at least one article of this outlet.
        without: identifiers of those that are left out, as dismissed ones are.
    """

    kind: str = ""
    about: str = ""
    words: str = ""
    outlet: str = ""
    without: Sequence[str] = ()

    def values(self, connection: sqlite3.Connection) -> tuple[str, ...]:
        """What stands for the question marks of `_WANTED`."""
        return (
            *(self.kind, self.kind),
            pages.holding(self.about) if self.about else "%",
            json.dumps(list(self.without)),
            json.dumps([pages.like(word) for word in self.words.split()]),
            *(self.outlet, spellings(connection, self.outlet)),
        )


_WANTED = f"""(? = '' or kind = ?) and about like ? escape '\\' and {_NOT_IN}
    and not exists (
        select 1 from json_each(?) word
        where coalesce(subject, '') || ' ' || explanation not like word.value escape '\\')
    and (? = '' or exists (
        select 1 from json_each(evidence) e
        join articles a on a.article_id = json_extract(e.value, '$.article_id')
        where a.outlet in (select value from json_each(?))))"""


def findings(
    connection: sqlite3.Connection, wanted: Wanted, *, limit: int = 20, offset: int = 0
) -> tuple[int, list[FindingCard]]:
    """(how many in all, one page) of the findings that are asked for."""
    where, values = _WANTED, wanted.values(connection)
    total = pages.count(connection, f"select count(*) from findings where {where}", values)
    return total, _cards(connection, _select(connection, where, values, limit, offset))


def strongest(
    connection: sqlite3.Connection, limit: int, without: Sequence[str] = ()
) -> list[FindingCard]:
    """The first of each kind, then the next of each: a mixture of what matters most.

    Those that are more likely wrong than right come last, those in `without` not at all.
    """
    query = f"""select finding_id from (
                   select finding_id, kind, confidence, row_number() over (
                       partition by kind order by subject is null, confidence desc, finding_id
                   ) as nth from findings)
               where kind <> 'agreement' and {_NOT_IN}
               order by confidence < {LIKELY}, nth, {_RANK}, finding_id limit ?"""
    names = [row[0] for row in connection.execute(query, (json.dumps(list(without)), limit))]
    where = "finding_id in (select value from json_each(?))"
    return _cards(
        connection, _select(connection, where, (json.dumps(names),), limit, 0), BRIEF_CHARS
    )


@dataclass(frozen=True, slots=True)
class NewFinding:
    """A finding and the day of the latest article that it rests on."""

    finding_id: str
    kind: str
    subject: str | None
    attribute: str | None
    explanation: str
    day: str


def newest(
    connection: sqlite3.Connection, limit: int, without: Sequence[str] = ()
) -> list[NewFinding]:
    """Those that rest on the latest news, agreements and those in `without` left out."""
    gone = set(without)
    listed = remembered(connection, "findings by day", _by_day)
    return [each for each in listed if each.finding_id not in gone][:limit]


def _by_day(connection: sqlite3.Connection) -> list[NewFinding]:
    query = f"""select f.finding_id, f.kind, f.subject, f.attribute, f.explanation,
                       max({pages.DAY}) as day
                from findings f, json_each(f.evidence) e
                join articles a on a.article_id = json_extract(e.value, '$.article_id')
                where f.kind <> 'agreement' and f.confidence >= {LIKELY} and a.published is not null
                group by f.finding_id order by day desc, {_RANK}, f.finding_id"""
    return [NewFinding(*row) for row in connection.execute(query)]


def find_finding(connection: sqlite3.Connection, finding_id: str) -> FindingCard | None:
    """One finding."""
    found = _select(connection, "finding_id = ?", (finding_id,), 1, 0)
    return next(iter(_cards(connection, found)), None)


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Where a finding stands among those of its kind, and which stand beside it."""

    number: int
    total: int
    before: str | None
    after: str | None


def neighbours(
    connection: sqlite3.Connection, finding: Finding, without: Sequence[str] = ()
) -> Neighbours:
    """The place of a finding in the list of its kind, from 1; those in `without` left out."""
    gone = set(without) - {finding.finding_id}
    query = f"select finding_id from findings where kind = ? order by {_ORDER}"
    listed = [row[0] for row in connection.execute(query, (finding.kind,)) if row[0] not in gone]
    at = listed.index(finding.finding_id)
    return Neighbours(
        number=at + 1,
        total=len(listed),
        before=listed[at - 1] if at else None,
        after=listed[at + 1] if at + 1 < len(listed) else None,
    )


def beside(
    connection: sqlite3.Connection, finding: Finding, without: Sequence[str] = ()
) -> list[Finding]:
    """Findings on the same words or the same matter; those in `without` are left out."""
    together = remembered(connection, "findings together", _together)
    names = [name for name in together.get(finding.finding_id, []) if name not in set(without)]
    where = "finding_id in (select value from json_each(?))"
    return _select(connection, where, (json.dumps(names),), BESIDE_SHOWN, 0)


def _together(connection: sqlite3.Connection) -> dict[str, list[str]]:
    return belonging(rows.select(connection, Finding, "1", ()))


def kinds(connection: sqlite3.Connection, wanted: Wanted) -> list[Count]:
    """How many of the findings asked for are of each kind, in the order in which they are shown.

    Of the other kinds, too, where one is asked for: a reader can go on to them.
    """
    query = f"select kind, count(*) from findings where {_WANTED} group by kind"
    every = replace(wanted, kind="").values(connection)
    found = {row[0]: row[1] for row in connection.execute(query, every)}
    return [Count(kind, found[kind]) for kind in FINDING_ORDER if kind in found]


def with_statement(
    connection: sqlite3.Connection, statement_id: str, without: Sequence[str] = ()
) -> list[FindingCard]:
    """Findings that rest on a statement; those in `without` are left out."""
    where = f"evidence like ? escape '\\' and {_NOT_IN}"
    values = (pages.holding(statement_id), json.dumps(list(without)))
    found = _select(connection, where, values, 20, 0)
    return _cards(connection, found)
