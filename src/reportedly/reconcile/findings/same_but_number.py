"""Two numbers in what are otherwise the same words: "the closure will cost 140 jobs", "… 210 jobs".

In: articles with whom they mention and who says what.  Out: findings `conflict`.  Of a sentence the
part counts that somebody says in it, if anybody does: of whom the two have a number matters here as
little as their words around it.
"""

import functools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from reportedly.content_words import MODALS, NEGATIONS, content_stems, names, stem, words
from reportedly.model import Evidence, Finding
from reportedly.offsets import Span, overlaps
from reportedly.reconcile.findings.facts.bounds import gap_days
from reportedly.reconcile.findings.figures import SCALES, SIGNS, differ, is_rough
from reportedly.reconcile.findings.making import make_finding
from reportedly.reconcile.findings.pile import Pile
from reportedly.reconcile.findings.sentences import sentence_at
from reportedly.reconcile.findings.wording import listed, quoted, sentence
from reportedly.reconcile.hashing import state_of

#: A count or a sum; no year, share, age, hour or place in a row.
_NUMBER = re.compile(
    r"(?<![\w.,£$€:/-])(?:(?P<sign>[£$€])\s?)?(?P<number>\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)"
    r"(?:\s?(?P<scale>(?:hundred\s)?thousand|million|billion|mn?|bn|k))?(?![\w%:/])"
    r"(?!-year|\s?per\s?cent|,\d)"
    r"(?:\s(?:[a-z]+\s)?(?P<noun>[a-z]{3,}))?"
)
_DIGIT = re.compile(r"\d")
#: What is counted for a while, so that a later and greater number says nothing against an earlier.
_GROWS = frozenset(
    "dead kill die injur arrest miss wound case vote delegate signatur name rais donat pledg"
    " collect copi follower view comment subscriber download stream sale sold seat test result"
    " goal point run".split()
)
#: No counts of things: times, lengths, shares.
_NO_COUNT = frozenset(
    "minute hour day night week month year time mile kilometre metre feet inche percent point"
    " degree second th st nd rd pm am age old mph".split()
)
#: So many stems must be shared, and so large a part of those that either says.
FEWEST_STEMS, LEAST_ALIKE = 3, 0.6
#: … or two, where neither says anything else.
FEWEST_ALIKE = 2
#: Each number has so many keys; of two sentences as alike as they must be nearly all share one.
KEYS = 4
#: Reports further apart may tell of another time.
MOST_DAYS = 14
PRIOR = 0.65


@dataclass(frozen=True, slots=True)
class Numbered:
    """A sentence, or what somebody says in it, with the one number that it gives."""

    article_id: str
    span: Span
    unit: str
    """"£", "$", "€", or the stem of what is counted"""
    value: float
    rough: bool
    stems: frozenset[str]
    """of the other words"""
    turns: frozenset[str]
    """negations and modals"""
    names: frozenset[str]
    """its words with a capital"""
    words: str
    """the number as printed"""
    by: bool
    """true for "by 213 votes", which are counted when they are told"""


def numbered(article_id: str, pile: Pile) -> list[Numbered]:
    """The sentences of an article that give one number, in order."""
    text = pile.articles[article_id].text
    found = []
    for matched in _NUMBER.finditer(text):
        span = sentence_at(text, matched.start())
        if pile.in_menu(article_id, span):
            continue
        said = pile.statement_over(article_id, span)
        inside = [s for s in said.content if overlaps(s, span)] if said else []
        if inside:
            span = max(span[0], inside[0][0]), min(span[1], inside[-1][1])
        own = _read(article_id, text, span, matched)
        if own is not None:
            found.append(own)
    return found


def _read(article_id: str, text: str, span: Span, matched: re.Match[str]) -> Numbered | None:
    start, end = matched.start(), matched.end("scale" if matched["scale"] else "number")
    rest = text[span[0] : start] + " " + text[end : span[1]]
    if not (span[0] <= start and end <= span[1]) or _DIGIT.search(rest):
        return None
    unit = SIGNS.get(matched["noun"] or "") or matched["sign"] or stem(matched["noun"] or "")
    number = float(matched["number"].replace(",", ""))
    is_year = 1500 < number < 2100 and "," not in matched["number"] and unit not in ("£", "$", "€")
    if not unit or unit in _NO_COUNT or is_year or number < 2:
        return None
    rough = is_rough(text, start)
    stems = content_stems(rest)
    if len(stems) < FEWEST_ALIKE:
        return None
    value = number * SCALES.get(" ".join((matched["scale"] or "").split()), 1.0)
    return Numbered(
        article_id=article_id,
        span=span,
        unit=unit,
        value=value,
        rough=rough,
        stems=stems,
        turns=frozenset(words(rest)) & (MODALS | NEGATIONS),
        names=names(rest),
        words=matched["number"],
        by=text[max(0, start - 3) : start] == "by ",
    )


def number_keys(pile: Pile) -> Iterator[tuple[str, str]]:
    """(article, key) for each sentence with a number: its unit, and of its stems the first in an
    order that differs from key to key."""
    for article_id in sorted(pile.articles):
        for own in numbered(article_id, pile):
            for order in range(KEYS):
                first = min(own.stems, key=functools.partial(_rank, order))
                yield article_id, f"{own.unit}|{first}"


@functools.lru_cache(maxsize=1 << 16)
def _rank(order: int, stem: str) -> tuple[int, str]:
    return state_of((order, stem)), stem


def find_same_but_number(read: Iterable[Numbered], pile: Pile) -> Iterator[Finding]:
    """Pairs of such sentences of two articles among those in `read`; each sentence once."""
    by_unit: dict[str, list[Numbered]] = {}
    for own in sorted(read, key=lambda n: (pile.day(n.article_id), n.article_id, n.span)):
        by_unit.setdefault(own.unit, []).append(own)
    for listed_ in by_unit.values():
        told: set[tuple[str, Span]] = set()
        for one, other in combinations(listed_, 2):
            ends = {(one.article_id, one.span), (other.article_id, other.span)}
            if not told & ends and _conflict(one, other, pile):
                told |= ends
                yield _finding(one, other, pile)


def _conflict(one: Numbered, other: Numbered, pile: Pile) -> bool:
    if one.article_id == other.article_id or one.turns != other.turns or not differ(one, other):
        return False
    both = one.stems & other.stems
    if len(both) < FEWEST_STEMS and one.stems != other.stems:
        return False
    if len(both) < LEAST_ALIKE * len(one.stems | other.stems):
        return False
    if other.value > one.value and not (one.by and other.by) and (both | {one.unit}) & _GROWS:
        return False
    if _gives(one.article_id, other, pile) or _gives(other.article_id, one, pile):
        return False
    return _are_near(one, other, pile) and _are_of_the_same(one, other, pile)


def _gives(article_id: str, number: Numbered, pile: Pile) -> bool:
    """True where an article has the other number, too: it tells the two apart."""
    return re.search(
        rf"(?<![\d.,]){re.escape(number.words)}(?![\d]|[.,]\d)", pile.articles[article_id].text
    ) is not None  # fmt: skip


def _are_near(one: Numbered, other: Numbered, pile: Pile) -> bool:
    """True where the two were published within days, as far as is known, in different copies, and
    name the same days, if both name any."""
    copies = [pile.articles[n.article_id].copy_group for n in (one, other)]
    if copies[0] and copies[0] == copies[1]:
        return False
    first, then = (pile.published(n.article_id) for n in (one, other))
    if first.width_days is None and then.width_days is None:
        return False
    if gap_days(first, then) > MOST_DAYS:
        return False
    times = [
        {t.value for t in pile.timexes.get(n.article_id, ()) if overlaps(t.span, n.span)}
        for n in (one, other)
    ]
    return not all(times) or times[0] == times[1]


def _are_of_the_same(one: Numbered, other: Numbered, pile: Pile) -> bool:
    """True where neither names whom the other does not, and the articles have a story, or anybody
    who is not in all of them, in common."""
    named = [set(pile.mentions.within(n.article_id, [n.span])) for n in (one, other)]
    for first, then in (named, [one.names, other.names]):
        if not (first <= then or then <= first):
            return False
    stories = [pile.articles[n.article_id].story_id for n in (one, other)]
    if stories[0] and stories[0] == stories[1]:
        return True
    told = [set(pile.mentions.counts(n.article_id)) for n in (one, other)]
    return bool(told[0] & told[1])


def _finding(one: Numbered, other: Numbered, pile: Pile) -> Finding:
    told = [
        f"{quoted(pile.articles[n.article_id].text[slice(*n.span)])} ({pile.place(n.article_id)})"
        for n in (one, other)
    ]
    named = [set(pile.mentions.within(n.article_id, [n.span])) for n in (one, other)]
    about = sorted(named[0] & named[1])
    called = listed(sorted(name for entity in about if (name := pile.name(entity))))
    return make_finding(
        "conflict",
        sentence(f"Two numbers in what are otherwise the same words: {told[0]}; {told[1]}"),
        (Evidence(n.article_id, n.span) for n in (one, other)),
        PRIOR,
        about=about,
        naming=(called or None, "amount" if one.unit in "£$€" else one.unit),
    )
