"""How near the mind an earlier mention is when a pronoun comes: features and their fitted weights.

A pronoun goes to the mention with the largest sum of weights, or to none when that sum is below
zero: the weights are those of a choice among all allowed mentions and "none of them", fitted by
`benchmarks.coreference.fit` on GUM's training documents and LitBank.
"""

import math
from collections.abc import Iterator, Sequence

from reportedly.annotate.coreference.candidate import Candidate
from reportedly.annotate.coreference.candidates import Candidates
from reportedly.annotate.coreference.chains import Chains
from reportedly.annotate.coreference.pronouns import THIRD_PERSON
from reportedly.annotate.coreference.salience_weights import WEIGHTS

_SUBJECT = frozenset(["nsubj", "nsubjpass", "csubj"])
_OBJECT = frozenset(["dobj", "dative", "obj", "iobj"])
#: Weights set by hand: the fit sees no attributions.  Best of 1, 1.5, 2.2 and 3 on GUM's news, and
#: no more wrong speakers on PolNeAR's development articles.
_SET = {
    "person": {"goes on speaking": 3.0},
    "it": {"goes on speaking": 1.5, "speaks, organisation": 1.5, "speaks, thing": -1.0},
    "they": {
        "goes on speaking": 1.5,
        "speaks, organisation": 2.0,
        "speaks, group": 1.0,
        "speaks, place": 2.0,
        "speaks, thing": -1.5,
    },
}
#: Mentions of a chain beyond this many make it no more salient.
_MANY = 20


def pronoun_class(pronoun: Candidate) -> str:
    """Which set of weights applies: `person` (he, she), `it` or `they`."""
    if pronoun.text in THIRD_PERSON:
        return "person"
    return "it" if pronoun.number == "sg" else "they"


def salience(chains: Chains, found: Candidates, n: int, options: Sequence[int]) -> list[float]:
    """The sum of weights of each of `options` as antecedent of pronoun `n`; below 0: rather none.

    `options` are nearest first.
    """
    group = pronoun_class(chains.candidates[n])
    weights = WEIGHTS[group] | _SET.get(group, {})
    return [
        sum(weights.get(name, 0.0) * value for name, value in described)
        for described in features(chains, found, n, options)
    ]


def features(
    chains: Chains, found: Candidates, n: int, options: Sequence[int]
) -> Iterator[list[tuple[str, float]]]:
    """For each option (name, value) of everything that speaks for or against it."""
    seen: set[int] = set()
    for m in options:
        described = list(_features(chains, found, n, m))
        if id(chains.chain(m)) in seen:
            described.append(("mentioned again since", 1.0))
        seen.add(id(chains.chain(m)))
        yield described


def _features(chains: Chains, found: Candidates, n: int, m: int) -> Iterator[tuple[str, float]]:
    pronoun, other = chains.candidates[n], chains.candidates[m]
    yield "any", 1.0
    yield from _distance(found, pronoun, other)
    yield from _syntax(found, pronoun, other)
    yield from _form(pronoun, other)
    yield from _chain(chains, n, m)
    yield from _quotation(pronoun, other)
    if n in found.speaking:
        yield f"speaks, {chains.chain(m).kind}", 1.0
    if _goes_on_speaking(found, n, m):
        yield "goes on speaking", 1.0


def _goes_on_speaking(found: Candidates, n: int, m: int) -> bool:
    """ "Doe said …. She added …": both are sources, and the pronoun opens the next sentence."""
    pronoun, other = found.found[n], found.found[m]
    sentences = found.parse.sentences
    here, there = sentences[pronoun.sentence], sentences[other.sentence]
    return (
        n in found.speaking
        and m in found.speaking
        and pronoun.sentence - other.sentence == 1
        and pronoun.head == here.first
        and here.paragraph == there.paragraph
        and pronoun.quotation < 0
    )


def _distance(
    found: Candidates, pronoun: Candidate, other: Candidate
) -> Iterator[tuple[str, float]]:
    sentences = found.parse.sentences
    apart = pronoun.sentence - other.sentence
    yield f"sentences {min(apart, 4)}", 1.0
    yield "log tokens", math.log1p(max(0, pronoun.head - other.head))
    here, there = sentences[pronoun.sentence], sentences[other.sentence]
    if here.paragraph != there.paragraph:
        yield "other paragraph", 1.0


def _syntax(found: Candidates, pronoun: Candidate, other: Candidate) -> Iterator[tuple[str, float]]:
    tokens = found.parse.tokens
    own, its = _role(tokens[pronoun.head].dep), _role(tokens[other.head].dep)
    yield f"role {its}", 1.0
    if own == its:
        yield f"both {own}", 1.0
    if own == "subject" and pronoun.sentence == other.sentence:
        yield "subject, same sentence", 1.0
    if other.head == found.parse.sentences[other.sentence].first:
        yield "opens its sentence", 1.0


def _role(dep: str) -> str:
    if dep in _SUBJECT:
        return "subject"
    if dep in _OBJECT:
        return "object"
    return dep if dep in ("poss", "pobj", "appos", "conj", "attr", "ROOT") else "other"


def _form(pronoun: Candidate, other: Candidate) -> Iterator[tuple[str, float]]:
    if other.form == "pronoun":
        yield "pronoun, same letter" if other.text[0] == pronoun.text[0] else "pronoun", 1.0
    elif other.form == "name":
        yield f"name of {other.kind}", 1.0
    else:
        yield f"noun for {other.kind}", 1.0
        if other.indefinite:
            yield "indefinite", 1.0
    if other.number == "pl":
        yield "plural", 1.0


def _chain(chains: Chains, n: int, m: int) -> Iterator[tuple[str, float]]:
    chain = chains.chain(m)
    yield "log mentions", math.log1p(min(len(chain.members), _MANY))
    if chain.names:
        yield "has a name", 1.0
    if chains.candidates[n].gender and chain.gender == chains.candidates[n].gender:
        yield "same gender", 1.0
    yield f"kind {chain.kind}", 1.0


def _quotation(pronoun: Candidate, other: Candidate) -> Iterator[tuple[str, float]]:
    if pronoun.quotation < 0 <= other.quotation:
        yield "only it is quoted", 1.0
    elif other.quotation < 0 <= pronoun.quotation:
        yield "only the pronoun is quoted", 1.0
    elif pronoun.quotation != other.quotation:
        yield "other quotation", 1.0
