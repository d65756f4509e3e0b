"""Sources that an article does not name: nobody gets their name, and no two become one.

In: `unnamed.txt`, a hundred small piles written by hand, one a line, its articles parted by `||`.
`<a>…</a>` is something said by an unnamed source, `<b>…</b>` by somebody else; in a pile of two
articles both are unnamed, elsewhere b may have a name.  Out: what became of them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.entities.piles import annotated, with_entities
from reportedly.model import Article, Statement
from reportedly.offsets import Span, overlaps
from reportedly.schema import rows_of

CASES = Path(__file__).with_name("unnamed.txt")
_SAID = re.compile(r"<(?P<who>[ab])>(?P<words>.*?)</(?P=who)>")


@dataclass(frozen=True, slots=True)
class Said:
    """Something that somebody says in a case: article, span, and the letter of the speaker."""

    article: str
    span: Span
    who: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """One case: its line, what was wrong, and whether one source was seen as one throughout."""

    case: str
    named: tuple[str, ...]
    """names that unnamed sources were given"""
    merged: int
    """pairs of different speakers that were taken for one"""
    parted: int
    """pairs of sayings of one source that were taken for two people's"""
    missed: int
    """sayings that were not found at all"""


def cases() -> list[str]:
    """The lines of the file."""
    return CASES.read_text("utf-8").splitlines()


def outcome_of(case: str) -> Outcome:
    """What the stages up to entities make of one case."""
    articles, said = _articles_of(case)
    statements = _statements(articles)
    found = [(one, match) for one in said if (match := _find(one, statements)) is not None]
    unnamed = [row for one, row in found if one.who == "a" or len(articles) > 1]
    named = tuple(row.speaker for row in unnamed if row.speaker is not None)
    merged = parted = 0
    for at, (one, row) in enumerate(found):
        for other, later in found[at + 1 :]:
            same = _speaks_as(row) is not None and _speaks_as(row) == _speaks_as(later)
            one_source = one.article == other.article and one.who == other.who
            merged += same and not one_source
            parted += one_source and one.who == "a" and not same
    return Outcome(case, named, merged, parted, len(said) - len(found))


def _speaks_as(row: Statement) -> tuple[str, ...] | None:
    """Who the row says speaks: an entity of the pile, else a cluster of the article."""
    if row.speaker_id is not None:
        return (row.speaker_id,)
    if row.speaker_cluster is None:
        return None
    return row.article_id, str(row.speaker_cluster)


def _articles_of(case: str) -> tuple[list[Article], list[Said]]:
    articles, said = [], []
    for number, marked in enumerate(case.split(" || ")):
        name, text, end = f"a{number}", "", 0
        for match in _SAID.finditer(marked):
            text += marked[end : match.start()]
            start = len(text)
            text += match["words"]
            said.append(Said(name, (start, len(text)), match["who"]))
            end = match.end()
        text += marked[end:]
        articles.append(Article(article_id=name, path=name, text=text, sha256=""))
    return articles, said


def _statements(articles: Sequence[Article]) -> list[Statement]:
    """The statements of a pile with their entities, and their clusters in their articles."""
    found = annotated(articles)
    clusters = {r.statement_id: r.speaker_cluster for rows in found for r in rows.of(Statement)}
    whole = rows_of(Statement, with_entities(articles, found)[Statement.table])
    return [replace(row, speaker_cluster=clusters[row.statement_id]) for row in whole]


def _find(said: Said, statements: Sequence[Statement]) -> Statement | None:
    """The innermost statement that holds the words and has a source."""
    fitting = [
        row
        for row in statements
        if row.article_id == said.article
        and row.source
        and any(overlaps(span, said.span) for span in row.content)
    ]
    return min(fitting, key=_width, default=None)


def _width(row: Statement) -> int:
    return sum(end - start for start, end in row.content)


def outcomes() -> Iterator[Outcome]:
    """One for each case, in the order of the file."""
    return map(outcome_of, cases())


def summary(found: Sequence[Outcome]) -> str:
    """The counts as a sentence."""
    return (
        f"Unnamed sources, {len(found)} hand-written cases: {sum(bool(o.named) for o in found)} "
        f"named, {sum(o.merged > 0 for o in found)} merged wrongly, "
        f"{sum(o.parted > 0 for o in found)} in which one source became two; "
        f"{sum(o.missed for o in found)} sayings not found."
    )
