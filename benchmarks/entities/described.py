"""Persons whom their article only describes: who they are by other articles, or nobody.

In: `described.txt`, small piles written by hand, one a line: the name that is right, or `-` where
nobody may be named, ` = `, then the articles of one story, parted by `||`.  `<d>…</d>` is the
description; an article after `~` tells another story, one after `[2009-03-02]` is of that day.
Out: what became of them.

The last 24 were written when the rules stood and measured once: 10 of 11 links right, 1 of 12 named
who have no name; one rule was loosened afterwards.  On 840 articles of two years of American
politics 124 descriptions are linked; they were read, and 119 are right.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.entities.piles import annotated, with_entities
from reportedly.model import Article, Entity, Mention, Region
from reportedly.offsets import Span
from reportedly.rows import Rows
from reportedly.schema import rows_of

CASES = Path(__file__).with_name("described.txt")
_DAY = "2019-03-05"
_MARK = re.compile(r"</?d>")
_START = re.compile(r"(?P<other>~)?(?:\[(?P<day>[\d-]+)\] )?")


@dataclass(frozen=True, slots=True)
class Outcome:
    """One case: its line, who is right, and who was found."""

    case: str
    right: str | None
    found: str | None


def outcomes() -> Iterator[Outcome]:
    """One for each case, in the order of the file."""
    return map(outcome_of, cases())


def cases() -> list[str]:
    """The lines of the file."""
    return CASES.read_text("utf-8").splitlines()


def outcome_of(case: str) -> Outcome:
    """What the stages up to entities make of one case."""
    right, _, pile = case.partition(" = ")
    marked = pile.replace("\\n", "\n").split(" || ")
    articles = [_article(n, text) for n, text in enumerate(marked)]
    rows = [
        found.merged(Rows({Region: _headline(article)}))
        for article, found in zip(articles, annotated(articles), strict=True)
    ]
    tables = with_entities(articles, rows)
    names = {row.entity_id: row.name for row in rows_of(Entity, tables[Entity.table])}
    at, span = next((n, _span(text)) for n, text in enumerate(marked) if "<d>" in text)
    found = {
        mention.entity_id
        for mention in rows_of(Mention, tables[Mention.table])
        if mention.article_id == f"a{at}" and mention.span[0] == span[0]
        if mention.form == "nominal" and mention.entity_id is not None
    }
    return Outcome(case, None if right == "-" else right, names[min(found)] if found else None)


def _article(number: int, marked: str) -> Article:
    start = _START.match(marked)
    assert start is not None
    return Article(
        article_id=f"a{number}",
        path=f"a{number}",
        text=_MARK.sub("", marked[start.end() :]),
        published=start["day"] or _DAY,
        story_id=f"y{number}" if start["other"] else "y",
        sha256="",
    )


def _span(marked: str) -> Span:
    start = _START.match(marked)
    assert start is not None
    before, described, _ = _MARK.split(marked[start.end() :])
    return len(before), len(before) + len(described)


def _headline(article: Article) -> list[Region]:
    end = article.text.find("\n\n")
    span = (0, end)
    return [Region(article_id=article.article_id, span=span, kind="title")] if end > 0 else []


def summary(found: Sequence[Outcome]) -> str:
    """The counts as a sentence."""
    named = [one for one in found if one.found is not None]
    right = sum(one.found == one.right for one in named)
    nobody = [one for one in found if one.right is None]
    return (
        f"Described, not named, {len(found)} hand-written cases: {right} of {len(named)} links "
        f"right; {right} of the {len(found) - len(nobody)} who have a name were found, "
        f"{sum(one.found is not None for one in nobody)} of the {len(nobody)} who have none "
        "were named."
    )
