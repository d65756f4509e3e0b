"""The year in which a body was founded: articles in, findings `conflict` and `agreement` out.

A body is founded once, so that two years cannot both be right; what two outlets that are no copies
of each other give alike is a reassurance.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.model import Finding
from reportedly.offsets import Span
from reportedly.outlets import is_same_outlet
from reportedly.reconcile.findings.making import make_finding
from reportedly.reconcile.findings.pile import Pile
from reportedly.reconcile.findings.sentences import sentence_at
from reportedly.reconcile.findings.wording import listed, sentence

_YEAR = (
    r"in\s+(?:the\s+(?:spring|summer|autumn|winter)\s+of\s+)?(?:[A-Z][a-z]+\s+)?"
    r"(?P<year>(?:1[5-9]|20)\d\d)\b"
)
#: "X, founded by Ann Doe in 2003", "the firm that Ann Doe founded in 2003".
_OF_IT = re.compile(
    rf"\b(?:co-)?(?:founded|established|set\s+up)\s+(?:by\s+[^.;\n]{{2,60}}?\s+)?{_YEAR}"
)
#: "Ann Doe founded X in 2003".
_OF_OBJECT = re.compile(
    rf"\b(?:co-)?(?:founded|established|set\s+up|started)\s+(?P<what>(?!by\b)[^.;:\n]{{2,70}}?),?\s+{_YEAR}"
)
_FIRM = r"(?:firm|company|business|agency|studio|practice|fund|label|consultancy|brewery|bakery)"
#: "Ann Doe, who set up her firm in 2003", "the firm that she founded in 2003": of the one body that
#: she founded, whatever its name.
_OWN = re.compile(
    rf"\b(?:founded|established|set\s+up|started)\s+(?:his|her)\s+(?:own\s+)?(?:[a-z-]+\s+){{0,2}}{_FIRM},?\s+{_YEAR}"
    rf"|\b[Tt]he\s+(?:[a-z-]+\s+){{0,2}}{_FIRM}\s+(?:that\s+|which\s+)?(?P<who>s?he|[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)?)"
    rf"\s+(?:had\s+)?(?:founded|established|set\s+up|started)\s+{_YEAR.replace('year', 'then')}"
)
#: What is thought or planned has no year of its own.
_UNREAL = re.compile(r"\b(?:would|could|might|if|plans?|hopes?|to\s+be)\b", re.IGNORECASE)
PRIOR_CONFLICT, PRIOR_AGREEMENT = 0.6, 0.55
#: Of "her firm", which may be another one.
UNNAMED = 0.85
#: Reports shown of each year.
MOST_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Founding:
    """One telling of a year."""

    entity: str
    """the body, or who founded it"""
    year: int
    article_id: str
    span: Span
    """the sentence"""
    body: str | None = None
    """of what is told by who founded it: the body, if it is named"""


def foundings(article_id: str, pile: Pile) -> list[Founding]:
    """All that an article tells of when bodies were founded, in order."""
    text = pile.articles[article_id].text
    found = []
    for pattern in (_OF_OBJECT, _OF_IT):
        for match in pattern.finditer(text):
            span = sentence_at(text, match.start())
            if _UNREAL.search(text, span[0], match.end()) or pile.in_menu(article_id, span):
                continue
            entity = _body(article_id, match, span, pile)
            if entity is not None:
                found.append(Founding(entity, int(match["year"]), article_id, span))
                if founder := _founder(article_id, (span[0], match.end()), pile):
                    found.append(Founding(founder, int(match["year"]), article_id, span, entity))
    for match in _OWN.finditer(text):
        span = sentence_at(text, match.start())
        before = match.span("who") if match["who"] else (span[0], match.start())
        founder = _founder(article_id, before, pile)
        if founder and not _UNREAL.search(text, span[0], match.end()):
            found.append(Founding(founder, int(match["year"] or match["then"]), article_id, span))
    return sorted(set(found), key=lambda f: (f.span, f.entity, f.year))


def _founder(article_id: str, span: Span, pile: Pile) -> str | None:
    """The one person whom some words mean; None where they name several, or nobody."""
    # A mention may go on with a clause: "Moll, who set up her firm".
    met = (e for (a, _), e in pile.mentions.listed(article_id) if span[0] <= a < span[1])
    persons = {entity for entity in met if pile.is_of(entity, ("person",))}
    return persons.pop() if len(persons) == 1 else None


def _body(article_id: str, match: re.Match[str], span: Span, pile: Pile) -> str | None:
    """The body among the words behind the verb, else the one named last before it."""
    met = pile.mentions.listed(article_id)
    if "what" in match.re.groupindex:
        start, end = match.span("what")
        # "His Clip channel" is not Clip: the words end with the body.
        inside = [e for (a, b), e in met if start <= a and b == end]
        bodies = [e for e in inside if pile.is_of(e, ("organisation",))]
        return bodies[0] if len(set(bodies)) == 1 else None
    before = [e for (a, _), e in met if span[0] <= a < match.start()]
    bodies = [e for e in before if pile.is_of(e, ("organisation",))]
    return bodies[-1] if bodies else None


def find_foundings(pile: Pile, articles: list[str], entity: str) -> Iterator[Finding]:
    """At most one finding about one body.

    Args:
        pile: some articles.
        articles: those of them that tell when the body was founded.
        entity: the body, or a person who founded one.
    """
    told = [f for name in sorted(articles) for f in foundings(name, pile) if f.entity == entity]
    body = entity
    if pile.is_of(entity, ("person",)):
        named = {(f.body, f.year) for f in told if f.body}
        # Of the one body that somebody founded, where another does not name it.
        if len(named) != 1 or len({f.year for f in told}) < 2:
            return
        body = next(f.body for f in told if f.body)
    by_year: dict[int, list[Founding]] = {}
    for founding in sorted(told, key=lambda f: (pile.day(f.article_id), f.article_id, f.span)):
        own = by_year.setdefault(founding.year, [])
        if all(_is_apart(founding, other, pile) for other in own):
            own.append(founding)
    shown = [each for year in sorted(by_year) for each in by_year[year][:MOST_SHOWN]]
    if len({f.article_id for f in shown}) < 2:
        return
    disputed = len(by_year) > 1
    years = (
        f"founded in {year} ({listed(pile.place(f.article_id) for f in own[:MOST_SHOWN])})"
        for year, own in sorted(by_year.items())
    )
    name = pile.name(body) or "A body"
    prior = PRIOR_CONFLICT if disputed else PRIOR_AGREEMENT
    yield make_finding(
        "conflict" if disputed else "agreement",
        sentence(f"{name}: {'; '.join(years)}"),
        (pile.evidence_at(each.article_id, each.span) for each in shown),
        prior if body == entity else UNNAMED * prior,
        about=sorted({entity, body}),
        naming=(pile.name(body), "founded"),
    )


def _is_apart(one: Founding, other: Founding, pile: Pile) -> bool:
    """Neither of one outlet nor copies of each other."""
    articles = [pile.articles[f.article_id] for f in (one, other)]
    if one.article_id == other.article_id or is_same_outlet(
        *(article.outlet for article in articles)
    ):
        return False
    groups = {article.copy_group for article in articles}
    return len(groups) > 1 or groups == {None}
