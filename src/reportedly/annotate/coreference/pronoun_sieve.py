"""Pronouns: the most salient earlier mention that gender, number and syntax allow.

"I" and "we" inside a quotation mean its speaker and its speaker's side; "he" and "she" inside one
do not mean its speaker.  "You", and "they" for people in general, are left alone.
"""

import bisect
import math
from collections.abc import Iterator

from reportedly.annotate.coreference.candidate import Candidate
from reportedly.annotate.coreference.candidates import Candidates
from reportedly.annotate.coreference.chains import Chains
from reportedly.annotate.coreference.interviews import Interview
from reportedly.annotate.coreference.pronouns import (
    FIRST_PLURAL,
    FIRST_SINGULAR,
    REFLEXIVE,
    SECOND,
    THIRD_PERSON,
)
from reportedly.annotate.coreference.salience import salience
from reportedly.offsets import Span, contains

#: Sentences back that an antecedent may stand, by pronoun.  "It" means something near.
_REACH = {"it": 1, "its": 2, "itself": 0, "they": 3, "them": 2, "their": 2, "theirs": 2}
_FAR = 4
#: Candidates looked at, in a "sentence" that is a list of hundreds; real ones have fewer in reach.
_MOST_OPTIONS = 200
#: A little below the salience of "none" (0): best CoNLL on GUM's training documents, and as many
#: right speakers.
_LEAST_SALIENCE = -0.7
_ASKING = frozenset(["ask", "inquire", "enquire"])
_SUBJECT = frozenset(["nsubj", "nsubjpass", "csubj"])
_OBJECT = frozenset(["dobj", "dative", "pobj", "obj", "iobj"])


def pronouns(chains: Chains, found: Candidates) -> None:
    """Resolve all pronouns in the order of the text."""
    speakers = Speakers(chains, found)
    for n, candidate in enumerate(chains.candidates):
        if candidate.form != "pronoun":
            continue
        if candidate.text in SECOND:
            speakers.resolve_second_person(n)
        elif candidate.text in FIRST_SINGULAR | FIRST_PLURAL:
            speakers.resolve_first_person(n)
        else:
            _resolve_third_person(chains, found, n, speakers)


class Speakers:
    """Who speaks in each quotation, as far as it is known while pronouns are resolved."""

    def __init__(self, chains: Chains, found: Candidates) -> None:
        self._chains = chains
        self._found = found
        self._by_core = sorted((c.core[0], n) for n, c in enumerate(chains.candidates))
        self._by_source: dict[Span, int | None] = {}
        self._author = _find_author(found)
        self._interview = Interview(chains, found)
        self._first_of: dict[tuple[object, str], int] = {}

    def of(self, quotation: int) -> int | None:
        """The candidate that names the speaker; None when unknown."""
        if quotation < 0:
            return None
        source = self._found.quotations[quotation].source
        if source is None:
            return None
        if source not in self._by_source:
            self._by_source[source] = self._find_named_by(source)
        return self._by_source[source]

    def _find_named_by(self, source: Span) -> int | None:
        """The candidate that the words of a source name: the first that starts there, widest."""
        candidates = self._chains.candidates
        low = bisect.bisect_left(self._by_core, (source[0], 0))
        high = bisect.bisect_left(self._by_core, (source[1], 0))
        inside = [n for _, n in self._by_core[low:high]]
        if not inside:
            return None
        return min(
            inside, key=lambda n: (candidates[n].inner, _first_reach(candidates[n], source), n)
        )

    def resolve_first_person(self, n: int) -> None:
        """ "I" is the speaker; "we" joins the other "we" of the same speaker."""
        candidate = self._chains.candidates[n]
        number = "sg" if candidate.text in FIRST_SINGULAR else "pl"
        speaker = self.of(candidate.quotation)
        if candidate.quotation < 0 and number == "sg":
            speaker = self._narrator(candidate)
        if speaker is not None and number == "sg":
            self._chains.merge(n, speaker, "first person in a quotation")
            return
        who: object = candidate.quotation
        if speaker is not None:
            who = self._chains.chain(speaker).first, "speaker"
        earlier = self._first_of.setdefault((who, number), n)
        if earlier != n:
            self._chains.merge(n, earlier, "first person, same speaker")

    def resolve_second_person(self, n: int) -> None:
        """ "You" in the questions of an interview is the one who answers."""
        candidate = self._chains.candidates[n]
        answerer = self._interview.answerer
        asked = candidate.quotation < 0 and self._interview.is_question(candidate.span[0])
        if asked and answerer is not None:
            self._chains.merge(n, answerer, "first person, same speaker")

    def _narrator(self, candidate: Candidate) -> int | None:
        """Who says "I" outside of quotations: the author, in an interview the one who answers."""
        if not self._interview.found:
            return self._author
        asked = self._interview.is_question(candidate.span[0])
        return None if asked else self._interview.answerer


def _find_author(found: Candidates) -> int | None:
    """The first mention of the one whose byline the text bears, when the text itself names them."""
    if not found.press.author:
        return None
    for n, candidate in enumerate(found.found):
        if candidate.form == "name" and candidate.text == found.press.author:
            return n
    return None


def _first_reach(candidate: Candidate, source: Span) -> tuple[int, int]:
    start = max(candidate.span[0], source[0])
    return start, -min(candidate.span[1], source[1])


def _resolve_third_person(chains: Chains, found: Candidates, n: int, speakers: Speakers) -> None:
    """Join the pronoun to its most salient antecedent, unless none is salient enough."""
    options = list(antecedents(chains, found, n, speakers))
    scores = salience(chains, found, n, options)
    best = max(zip(scores, options, strict=True), default=(-math.inf, n))
    if best[0] <= _LEAST_SALIENCE:
        return
    weights = [math.exp(score) for score in scores]
    same = [w for w, m in zip(weights, options, strict=True) if chains.same(m, best[1])]
    certainty = sum(same) / (1 + sum(weights))
    if chains.merge(n, best[1], "pronoun"):
        chains.certainty[n] = certainty


def antecedents(chains: Chains, found: Candidates, n: int, speakers: Speakers) -> Iterator[int]:
    """Earlier candidates that the pronoun `n` may mean, nearest first."""
    pronoun = chains.candidates[n]
    reach = _REACH.get(pronoun.text, _FAR)
    speaker = speakers.of(pronoun.quotation)
    for m in range(n - 1, max(-1, n - 1 - _MOST_OPTIONS), -1):
        if pronoun.sentence - chains.candidates[m].sentence > reach:
            break
        if speaker is not None and chains.same(m, speaker):
            continue
        if _allowed(chains, found, n, m):
            yield m


def _allowed(chains: Chains, found: Candidates, n: int, m: int) -> bool:
    pronoun, other = chains.candidates[n], chains.candidates[m]
    if other.form == "pronoun" and other.text in FIRST_SINGULAR | FIRST_PLURAL | SECOND:
        return False
    if other.form == "nominal" and (other.inner or pronoun.quotation < 0 <= other.quotation):
        return False
    if contains(other.span, pronoun.span) and not _follows_head(found, pronoun, other):
        return False
    if not _kind_allows(chains, pronoun, m):
        return False
    if not _syntax_allows(found, pronoun, other):
        return False
    return chains.may_merge(n, m)


def _follows_head(found: Candidates, pronoun: Candidate, other: Candidate) -> bool:
    """ "A man with his dog": a possessive after the head may mean the phrase it stands in."""
    return other.head < pronoun.head and found.parse.tokens[pronoun.head].dep == "poss"


def _kind_allows(chains: Chains, pronoun: Candidate, m: int) -> bool:
    kind = chains.chain(m).kind
    numbers = chains.chain(m).numbers
    if pronoun.text in THIRD_PERSON:
        return kind == "person"
    if pronoun.number == "sg":
        return kind in ("thing", "organisation", "place", "work") and "pl" not in numbers
    return kind in ("group", "organisation", "unknown") or (kind == "thing" and "pl" in numbers)


def _syntax_allows(found: Candidates, pronoun: Candidate, other: Candidate) -> bool:
    """A reflexive means its clause's subject; another object pronoun does not mean it."""
    tokens = found.parse.tokens
    own, its = tokens[pronoun.head], tokens[other.head]
    if pronoun.sentence != other.sentence:
        return pronoun.text not in REFLEXIVE
    clause = own.head if own.dep != "pobj" else tokens[own.head].head
    if _asked(found, own.i, its.i):
        return False
    shares_clause = its.dep in _SUBJECT | _OBJECT and its.head in (clause, own.head)
    if pronoun.text in REFLEXIVE:
        return its.dep in _SUBJECT
    return own.dep == "poss" or own.dep in _SUBJECT or not shares_clause


def _asked(found: Candidates, pronoun: int, other: int) -> bool:
    """ "Doe asked whether she would": those who ask seldom ask about themselves."""
    tokens = found.parse.tokens
    verb = tokens[tokens[pronoun].head]
    above = tokens[verb.head]
    asker = tokens[other]
    return (
        tokens[pronoun].dep in _SUBJECT
        and verb.dep == "ccomp"
        and above.lemma in _ASKING
        and asker.dep in _SUBJECT
        and asker.head == above.i
        and asker.pos != "PRON"
    )
