"""Pronouns: the most salient earlier mention that gender, number and syntax allow.

"I" and "we" inside a quotation mean its speaker and its speaker's side; "he" and "she" inside one
do not mean its speaker.  "You", and "they" for people in general, are left alone.
"""

import math
from collections.abc import Iterator

from reportedly.annotate.coreference.candidate import Candidate
from reportedly.annotate.coreference.candidates import Candidates
from reportedly.annotate.coreference.chains import Chains
from reportedly.annotate.coreference.expectations import Question, expected
from reportedly.annotate.coreference.pronoun_syntax import (
    SUBJECT,
    follows_head,
    governs,
    is_likened,
    syntax_allows,
    verb_above,
)
from reportedly.annotate.coreference.pronouns import (
    FIRST_PLURAL,
    FIRST_SINGULAR,
    SECOND,
    THIRD_PERSON,
)
from reportedly.annotate.coreference.salience import salience
from reportedly.annotate.coreference.speakers import Speakers
from reportedly.offsets import contains

#: Sentences back that an antecedent may stand, by pronoun.  "It" means something near.
_REACH = {"it": 1, "its": 2, "itself": 0, "they": 3, "them": 2, "their": 2, "theirs": 2}
_FAR = 4
#: Sentences of a longer quotation are a text of its own.
_LONGEST_TOLD = 8
#: Candidates looked at, in a "sentence" that is a list of hundreds; real ones have fewer in reach.
_MOST_OPTIONS = 200
#: The certainty of no pronoun is rounded to 1.
_SUREST = 0.99
#: A little below the salience of "none" (0): best CoNLL on GUM's training documents, and as many
#: right speakers.
_LEAST_SALIENCE = -0.7


def pronouns(chains: Chains, found: Candidates) -> None:
    """Resolve all pronouns in the order of the text, but who speaks before what "he" says there."""
    _take_reflexives(chains, found)
    speakers = Speakers(chains, found)
    done: set[int] = set()
    for n, candidate in enumerate(chains.candidates):
        if candidate.form != "pronoun" or n in done:
            continue
        if candidate.text in SECOND:
            speakers.resolve_second_person(n)
        elif candidate.text in FIRST_SINGULAR | FIRST_PLURAL:
            speakers.resolve_first_person(n)
        else:
            speaker = speakers.of(candidate.quotation)
            if (
                speaker is not None
                and speaker > n
                and speaker not in done
                and _is_third_person(chains, speaker)
            ):
                _resolve_third_person(chains, found, speaker, speakers)
                done.add(speaker)
            _resolve_third_person(chains, found, n, speakers)
        done.add(n)


def _take_reflexives(chains: Chains, found: Candidates) -> None:
    """ "Poe carried it himself" tells more than how an unknown name ends."""
    names = {c.head: n for n, c in enumerate(chains.candidates) if c.form == "name"}
    ends = {chains.candidates[n].core[1] + 1: n for n in names.values()}
    for at, candidate in enumerate(chains.candidates):
        if candidate.text not in _ONESELF:
            continue
        # "They met Poe himself": the name before, and not who met him.
        beside = ends.get(candidate.core[0])
        n = beside if beside is not None else names.get(_subject_above(found, candidate.head), -1)
        chain = chains.chain(n) if n >= 0 else None
        if chain is not None and chain.kind == "person" and not chain.genders:
            chain.genders.add(candidate.gender)
        if beside is not None and chains.merge(at, beside, "pronoun"):
            chains.certainty[at] = _SUREST


def _subject_above(found: Candidates, i: int) -> int:
    """The token of the subject of the clause that a token stands in; -1 where there is none."""
    tokens = found.parse.tokens
    verb = verb_above(found, tokens[i])
    return next((k for k in found.parse.children[verb.i] if tokens[k].dep in SUBJECT), -1)


_ONESELF = frozenset(("himself", "herself"))


def _is_third_person(chains: Chains, n: int) -> bool:
    candidate = chains.candidates[n]
    return candidate.form == "pronoun" and candidate.text in THIRD_PERSON


def _resolve_third_person(chains: Chains, found: Candidates, n: int, speakers: Speakers) -> None:
    """Join the pronoun to its most salient antecedent, unless none is salient enough."""
    options = list(antecedents(chains, found, n, speakers))
    scores = salience(chains, found, n, options)
    for somebody, bonus in expected(Question(chains, found, n, options)):
        scores = [
            score + bonus * chains.same(m, somebody)
            for score, m in zip(scores, options, strict=True)
        ]
    best = max(zip(scores, options, strict=True), default=(-math.inf, n))
    if best[0] <= _LEAST_SALIENCE:
        return
    weights = [math.exp(score) for score in scores]
    same = [w for w, m in zip(weights, options, strict=True) if chains.same(m, best[1])]
    certainty = sum(same) / (1 + sum(weights))
    if chains.merge(n, best[1], "pronoun"):
        chains.certainty[n] = min(certainty, _SUREST)


def antecedents(chains: Chains, found: Candidates, n: int, speakers: Speakers) -> Iterator[int]:
    """Earlier candidates that the pronoun `n` may mean, nearest first."""
    pronoun = chains.candidates[n]
    reach = _REACH.get(pronoun.text, _FAR)
    if pronoun.text not in THIRD_PERSON:
        reach += _told_just_before(found, pronoun)
    speaker = speakers.of(pronoun.quotation)
    spoken_of = speakers.named_by(pronoun.span)
    for m in range(n - 1, max(-1, n - 1 - _MOST_OPTIONS), -1):
        if pronoun.sentence - chains.candidates[m].sentence > reach:
            break
        if speaker is not None and chains.same(m, speaker):
            continue
        if (
            any(chains.same(m, named) for named in spoken_of)
            or speakers.of(chains.candidates[m].quotation) == n
        ):
            continue
        if found.press.wrote(chains.chain(m).names) or is_likened(found, chains.candidates[m]):
            continue
        if _allowed(chains, found, n, m):
            yield m


def _told_just_before(found: Candidates, pronoun: Candidate) -> int:
    """How many sentences of what others said stand right before: the text goes on where it was."""
    at = pronoun.sentence - 1
    while at >= 0 and at in found.told_sentences and pronoun.sentence - at <= _LONGEST_TOLD:
        at -= 1
    return pronoun.sentence - 1 - at


def _allowed(chains: Chains, found: Candidates, n: int, m: int) -> bool:
    pronoun, other = chains.candidates[n], chains.candidates[m]
    if other.form == "pronoun" and other.text in FIRST_SINGULAR | FIRST_PLURAL | SECOND:
        return False
    if other.form == "nominal" and (other.inner or pronoun.quotation < 0 <= other.quotation):
        return False
    if contains(other.span, pronoun.span) and not follows_head(found, pronoun, other):
        return False
    if not _kind_allows(chains, pronoun, m):
        return False
    if not syntax_allows(found, pronoun, other):
        return False
    members = (chains.candidates[k] for k in chains.chain(m).members)
    if any(governs(found, pronoun, member) for member in members):
        return False
    return chains.may_merge(n, m)


def _kind_allows(chains: Chains, pronoun: Candidate, m: int) -> bool:
    kind = chains.chain(m).kind
    numbers = chains.chain(m).numbers
    if pronoun.text in THIRD_PERSON:
        return kind == "person"
    if pronoun.number == "sg":
        return kind in ("thing", "organisation", "place", "work") and "pl" not in numbers
    return kind in ("group", "organisation", "unknown") or (
        kind in ("thing", "place") and "pl" in numbers
    )
