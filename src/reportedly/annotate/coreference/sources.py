"""What attributions tell of candidates: who speaks, and where the text is somebody else's.

In: a parse, candidates and attributions.  Out: indices of candidates, tokens and sentences.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from reportedly.annotate.coreference.candidate import Candidate
from reportedly.annotate.parse.model import Parse
from reportedly.model import Attribution


def speaking_candidates(
    parse: Parse, found: Sequence[Candidate], attributions: Sequence[Attribution]
) -> frozenset[int]:
    """The candidates that sources consist of: in "Doe aide Ann Poe" Poe, and not Doe."""
    sources = {span[0]: span[1] for row in attributions for span in row.source}
    tops: set[int] = set()
    for span in sources.items():
        tokens = parse.tokens_in(span)
        inside = {token.i for token in tokens}
        tops |= {t.i for t in tokens if t.head not in inside or t.head == t.i}
    return frozenset(
        n
        for n, c in enumerate(found)
        if c.head in tops
        or (sources.get(c.span[0], -1) >= c.core[1] and parse.tokens[c.head].dep not in _MODIFYING)
    )


#: What stands before a noun and is not whom the phrase means.
_MODIFYING = frozenset(("compound", "poss", "nmod", "amod", "npadvmod"))


def told_sentences(parse: Parse, attributions: Sequence[Attribution]) -> frozenset[int]:
    """The sentences that somebody in the text says from beginning to end."""
    spans = [span for row in attributions for span in row.content]
    return frozenset(
        sentence.index
        for span in spans
        for sentence in parse.sentences_in(span)
        if span[0] <= sentence.start and sentence.end <= span[1]
    )


def source_heads(parse: Parse, attributions: Sequence[Attribution]) -> frozenset[int]:
    """Panel in the headline "House panel rules on piers", where "rules" was read as a noun."""
    found: set[int] = set()
    for span in (span for row in attributions for span in row.source[:1]):
        last = parse.tokens_in(span)[-1:]
        if last and last[0].pos == "NOUN" and parse.tokens[last[0].head].start >= span[1]:
            found.add(last[0].i)
    return frozenset(found)


def as_speaker(candidate: Candidate) -> Candidate:
    """ "Hecklers say": a noun that no list has, made like those for people.

    In the plural only: "the heckler" would be looked for among those just named.
    """
    if candidate.form != "nominal" or candidate.kind != "thing" or candidate.number != "pl":
        return candidate
    if not _AGENT_NOUN.search(candidate.text) or _READ.search(candidate.text):
        return candidate
    return replace(candidate, kind="group")


#: Endings of nouns for people, and what has them and is only read, seen or measured.
_AGENT_NOUN = re.compile(r"...(?:er|or|ist|ian|ee)$")
_READ = re.compile(
    r"(?:letter|paper|poster|number|chapter|order|register|banner|center|power|computer|tower|"
    r"matter|factor|error|monitor|server|user|weather|committee|offer|corner|border|river|summer|"
    r"winter|disaster|water|fee|degree|guarantee|referee)$"
)
