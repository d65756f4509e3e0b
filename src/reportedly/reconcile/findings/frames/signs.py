"""Where a text says that something changes, lasts or fails: a text in, `Sign` passages out."""

import functools
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from reportedly.offsets import Span
from reportedly.reconcile.findings.frames.matter import Matter
from reportedly.reconcile.findings.frames.reading import (
    BE,
    Reading,
    Voice,
    auxiliary_in,
    read,
    words_of,
)
from reportedly.reconcile.findings.frames.table import BY_WORD, Entry, Side, Sort

#: "Won't" is no victory.
_WORD = re.compile(r"[^\W\d_]+(?!['’]t\b)")
#: "In May", "May 3": no word that says of something that it may be.
_MONTH = re.compile(r"(?<=[\w,;)’'][ \u00a0])May\b|\bMay(?=,?[ \u00a0]+\d)")
#: "Divorce rumours", "resignation threat": not the change, but a thought of it.
_THOUGHT_OF = re.compile(
    r"\s+(?:rumou?rs?|fears?|threats?|talks?|speculation|calls?|demands?|plans?|claims?|clause|bid"
    r"|gossip|whispers|reports)\b",
    re.IGNORECASE,
)
#: What stands before one of these has no part in a clause.
CLAUSE_END = re.compile(
    r"[.;:!?\n]|,\s+(?:but|and|who|which|while|though|although|because)\b|\bbut\b", re.IGNORECASE
)
_RELATIVE = re.compile(r"(?:who|which)$", re.IGNORECASE)
#: Characters before a word in which its clause is looked for.
REACH_CHARS = 90


@dataclass(frozen=True, slots=True)
class Sign:
    """One place in a text that says how a matter stands."""

    matter: Matter
    side: Side
    sort: Sort
    span: Span
    voice: Voice
    negated: bool
    passive: bool
    transitive: bool

    @property
    def rules_out(self) -> bool:
        """True for a change that is denied or is not to come."""
        return self.side == "changes" and self.negated


def signs_in(text: str, starts: Callable[[int], int] = lambda _: 0) -> Iterator[Sign]:
    """What `text` says of all matters, in order.

    Args:
        text: an article's text.
        starts: for an offset, where the speech that it lies in starts: what stands before does not
            negate it.
    """
    for word in _WORD.finditer(text):
        found: set[tuple[str, Side]] = set()
        for entry, form in BY_WORD.get(word.group().lower(), ()):
            rest = entry.rest.match(text, word.end())
            if rest is None or (entry.matter.name, entry.side) in found:
                continue
            if entry.sort == "n" and _THOUGHT_OF.match(text, rest.end()):
                continue
            clause = _clause(text, word.start())
            before = words_of(clause)
            reading = read(before, entry.sort, form)
            speech = starts(word.start())
            if reading.negated and speech > word.start() - len(clause):
                own = read(words_of(text[speech : word.start()]), entry.sort, form)
                reading = Reading(reading.voice, own.negated)
            if reading.voice != "unreal":
                found.add((entry.matter.name, entry.side))
                passive = entry.sort in "vp" and form != {"ing"} and auxiliary_in(before) in BE
                yield _sign(entry, reading, (word.start(), rest.end()), passive)


def _sign(entry: Entry, reading: Reading, span: Span, passive: bool) -> Sign:
    return Sign(
        matter=entry.matter,
        side=entry.side,
        sort=entry.sort,
        span=span,
        voice=reading.voice,
        negated=reading.negated,
        passive=passive,
        transitive=entry.transitive,
    )


@functools.lru_cache(maxsize=1 << 12)
def _without_months(text: str) -> str:
    return _MONTH.sub("***", text)


def _clause(text: str, at: int) -> str:
    """The clause that ends at an offset, up to there; of a relative clause with its "who"."""
    before = _without_months(text[max(0, at - REACH_CHARS) : at])
    ends = list(CLAUSE_END.finditer(before))
    if not ends:
        return before
    last = ends[-1]
    relative = _RELATIVE.search(last.group())
    return before[last.start() + relative.start() if relative else last.end() :]
