"""What somebody is to do, and what somebody has done: verbs with their subjects in plain text.

In: a pile. Out: `Deed` passages, ahead ("will release") or past ("released", "did not release"),
each with the entity that stands right before the verb and the words that follow it.
"""

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.calendar.names import MONTHS, WEEKDAYS
from reportedly.content_words import content_stems, numbers, stem
from reportedly.offsets import Span
from reportedly.reconcile.findings.phrases import NAME
from reportedly.reconcile.findings.pile import Pile
from reportedly.reconcile.findings.sentences import sentence_at

_BETWEEN = r"(?P<{0}>(?:\s+(?:also|now|soon|still|then|formally|officially|personally|yet|even))*)"
_PLANNED = (
    r"(?:(?:is|are)(?:\s+(?:now|also|still))?\s+(?:expected|scheduled|set|due|slated|poised|going)\s+to"
    r"|(?:has|have)?\s*(?:vowed|promised|pledged|agreed)\s+to"
    r"|(?:vows?|plans|intends|promises|pledges)\s+to|will|won[’']t"
    r"|would(?=\s+(?:not|never)\b)|(?:has|have|had)\s+no\s+(?:plans?\s+to|intention\s+(?:of|to)))"
)
_AHEAD = re.compile(
    rf"\b(?P<marker>{_PLANNED})(?P<no>\s+(?:not|never))?"
    + _BETWEEN.format("adverb")
    + r"\s+(?P<verb>[a-z]+)\b"
)
_RULING_OUT = re.compile(r"won[’']t|\w+\s+no\b")
#: Verbs whose past is not made with -ed, among those that news tells of.
IRREGULAR = {
    past: base
    for base, *pasts in (
        line.split()
        for line in """
win won
lose lost
leave left
meet met
hold held
speak spoke spoken
give gave given
run ran
make made
take took taken
pay paid
sell sold
buy bought
choose chose chosen
send sent
build built
quit quit
cut cut
withdraw withdrew withdrawn
write wrote written
break broke broken
bring brought
seek sought
fight fought
teach taught
drop dropped
""".strip().splitlines()
    )
    for past in pasts
}
_PAST = re.compile(
    r"(?P<not>\b(?:did\s+not|didn[’']t|has\s+not|have\s+not|hasn[’']t|never|declined\s+to"
    r"|refused\s+to|decided\s+not\s+to|opted\s+not\s+to|decided\s+against)\s+)?"
    r"\b(?P<verb>[a-z]+ed|"
    + "|".join(sorted(IRREGULAR))
    + r"|(?<=\bnot )[a-z]+|(?<=\bto )[a-z]+)\b"
)
#: Before a past form these make it a thought, a condition or a state that was brought about.
_UNREAL = re.compile(
    r"\b(?:if|whether|would|could|should|might|may|must|to|will|unless|until|had|be|been|being|is|are"
    r"|was|were|not|get|got)\s+(?:have\s+|has\s+)?(?:\w+ly\s+)?$|\b(?:if|whether|unless)\b",
    re.IGNORECASE,
)
#: Verbs that say nothing by themselves, or are said of everything at all times.
_EMPTY = frozenset(
    "be have do get go come say tell see look need want seem mean keep let know think like feel use"
    " continue help try happen remain turn put become show talk".split()
)
#: Characters between a subject's name and its verb.
NEAR_CHARS = 24
#: Characters after a verb that belong to what is done.
OBJECT_CHARS = 110
#: In capitals, and no names.
_DAYS = frozenset(
    (
        *MONTHS,
        *WEEKDAYS,
        *"Christmas Easter I".split(),
    )
)
_CLAUSE_END = re.compile(r"[.;:!?\n]|,\s+(?:and|but|while|which|who|after|as)\b")


@dataclass(frozen=True, slots=True)
class Deed:
    """A verb with its subject."""

    article_id: str
    span: Span
    """the sentence"""
    subject: str
    verb: str
    """stem of the base form"""
    done: frozenset[str]
    """stems and numbers of the words behind the verb"""
    names: frozenset[str]
    """the names among these words"""
    negated: bool
    ahead: bool
    at: int
    """where the verb begins, with what goes before it"""

    @property
    def key(self) -> str:
        """What two tellings of one deed share."""
        return f"{self.subject}|{self.verb}"


@functools.lru_cache(maxsize=1 << 12)
def base_stem(past: str) -> str:
    """The stem of a verb's base form, by its past form."""
    return stem(IRREGULAR.get(past, past))


def deeds_ahead(pile: Pile) -> Iterator[Deed]:
    """What is foretold, in all articles."""
    for article_id in sorted(pile.articles):
        text = pile.articles[article_id].text
        for match in _AHEAD.finditer(text):
            if match["verb"] in _EMPTY:
                continue
            negated = bool(match["no"]) or _RULING_OUT.match(match["marker"]) is not None
            deed = _deed(pile, article_id, match.start(), match.end("verb"), match["verb"])
            if deed:
                yield Deed(article_id, *deed, negated=negated, ahead=True, at=match.start())


def deeds_done(pile: Pile, wanted: frozenset[str] | None = None) -> Iterator[Deed]:
    """What is told as past, of the subjects and verbs in `wanted` (keys of deeds), else of all."""
    verbs = {key.partition("|")[2] for key in wanted or ()}
    for article_id in sorted(pile.articles):
        text = pile.articles[article_id].text
        for match in _PAST.finditer(text):
            if wanted is not None and base_stem(match["verb"]) not in verbs:
                continue
            start = match.start("not") if match["not"] else match.start("verb")
            if _UNREAL.search(text[max(0, start - NEAR_CHARS) : start].rpartition(".")[2]):
                continue
            deed = _deed(
                pile,
                article_id,
                start,
                match.end("verb"),
                IRREGULAR.get(match["verb"], match["verb"]),
            )
            if deed:
                found = Deed(article_id, *deed, negated=bool(match["not"]), ahead=False, at=start)
                if wanted is None or found.key in wanted:
                    yield found


def _deed(
    pile: Pile, article_id: str, start: int, end: int, verb: str
) -> tuple[Span, str, str, frozenset[str], frozenset[str]] | None:
    """Sentence, subject, verb and object of the verb that ends at `end`."""
    text = pile.articles[article_id].text
    subject = _subject(pile, article_id, start)
    if subject is None:
        return None
    span = sentence_at(text, start)
    if pile.in_menu(article_id, span):
        return None
    rest = text[end : min(span[1], end + OBJECT_CHARS)]
    stop = _CLAUSE_END.search(rest)
    rest = rest[: stop.start()] if stop else rest
    named = frozenset(m.group() for m in NAME.finditer(rest) if m.group() not in _DAYS)
    return span, subject, stem(verb), content_stems(rest) | numbers(rest), named


def _subject(pile: Pile, article_id: str, at: int) -> str | None:
    """The one entity whose mention ends right before `at`."""
    before = pile.articles[article_id].text[max(0, at - NEAR_CHARS) : at]
    cut = max(before.rfind(mark) for mark in '.;:!?\n,“"')
    low = max(0, at - NEAR_CHARS) + cut + 1
    return pile.mentions.ending(article_id, (low, at))
