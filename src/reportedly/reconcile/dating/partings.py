"""Couples told as parted: who is called somebody's ex was not published while they were married.

In: dated articles' facts of ties.  Out: evidence for undated articles that tell the same two as
parted: not before the last day on which they are told as together, or as about to be divorced.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from reportedly.annotate.facts.couples import THE_COUPLE
from reportedly.calendar import Interval
from reportedly.model import Article, DayEvidence, Fact
from reportedly.reconcile.dating.making import evidence
from reportedly.reconcile.dating.pile import Dated

_PARTED = re.compile(r"(?:formerly\s+married\s+to|divorced\s+from|separated\s+from)\s+(.+)")
_PARTING = re.compile(r"divorcing\s+(.+)")


@dataclass(slots=True)
class Tie:
    """When two people are told as together, as about to part, and as parted."""

    together: set[date] = field(default_factory=set)
    parting: set[date] = field(default_factory=set)
    parted: set[date] = field(default_factory=set)

    def last_together(self) -> date | None:
        """The last day of marriage that anybody tells; None where they are told otherwise before:
        then it may be a second marriage, or somebody's courtesy."""
        known = self.together | self.parting
        last = max(known, default=None)
        return None if last and any(day <= last for day in self.parted) else last


class Ties:
    """Ties of married people, by both names."""

    def __init__(self, dated: Dated) -> None:
        self._of: dict[str, dict[str, Tie]] = {}
        exact = dated.is_exact()
        for fact in dated.facts_about("spouse", "former_spouse", "relationship"):
            number = dated.number(fact.article_id)
            partner, days = _partner(fact)
            if not exact[number] or partner is None or days is None or not _is_of_now(fact):
                continue
            # That they are to part, others mostly announce for them.
            if fact.statement_id and days != "parting":
                continue
            day = date.fromordinal(int(dated.first[number]))
            for one, other in ((fact.subject, partner), (partner, fact.subject)):
                known = self._of.setdefault(one.casefold(), {}).setdefault(other, Tie())
                getattr(known, days).add(day)

    def find(self, fact: Fact, article: Article) -> tuple[str, Tie] | None:
        """With whom a fact of an undated article tells its subject as parted, and their tie."""
        partner, days = _partner(fact)
        known = self._of.get(fact.subject.casefold(), {})
        if fact.attribute == "former_spouse" and fact.value == THE_COUPLE:
            # Others than the one to whom somebody is known to be married can be meant; an article
            # that names both mostly does not mean a third.
            named = [name for name in known if _is_named(name, article.text)]
            return (named[0], known[named[0]]) if len(known) == 1 == len(named) else None
        same = [name for name in known if partner and name.casefold() == partner.casefold()]
        return (same[0], known[same[0]]) if days == "parted" and same else None


def _partner(fact: Fact) -> tuple[str | None, str | None]:
    """With whom the fact tells a tie, and as what."""
    if fact.attribute in ("spouse", "former_spouse"):
        return fact.value, "together" if fact.attribute == "spouse" else "parted"
    for pattern, state in ((_PARTED, "parted"), (_PARTING, "parting")):
        if matched := pattern.fullmatch(fact.value):
            return matched[1], state
    return None, None


def _is_of_now(fact: Fact) -> bool:
    """False for a wedding of long ago: that they married says nothing of today."""
    return fact.as_of_earliest is not None and fact.as_of_earliest == fact.as_of_latest


def _is_named(name: str, text: str) -> bool:
    return re.search(rf"\b{re.escape(name.split()[-1])}\b", text) is not None


def parting_evidence(dated: Dated) -> Iterator[DayEvidence]:
    """First days of undated articles that tell couples as parted."""
    ties: Ties | None = None
    for article in dated.undated():
        for fact in dated.facts_of(article.article_id):
            if fact.statement_id or _partner(fact)[1] != "parted":
                continue
            ties = ties or Ties(dated)
            found = ties.find(fact, article)
            last = found[1].last_together() if found else None
            if found and last:
                yield _row(article, fact, found[0], last)


def _row(article: Article, fact: Fact, partner: str, last: date) -> DayEvidence:
    why = (
        f"it tells {fact.subject} and {partner} as parted, and dated articles tell them as "
        f"together until {last.isoformat()}"
    )
    return evidence("parting", article.article_id, Interval(last, None), fact.span, why)
