"""The words of the clause around a verb: long enough to be read alone, no longer."""

from reportedly.annotate.happenings.verbs import dependents, find_split_auxiliary
from reportedly.annotate.parse.model import Parse, Token
from reportedly.offsets import Span

#: Clauses beside the verb's own: coordinated and inserted ones, and speech.
_OTHER_CLAUSES = frozenset("conj parataxis ccomp dep".split())
_MARKS = {"“": "”", "‘": "’", '"': '"', "«": "»", "„": "“"}
_EDGES = frozenset("punct cc mark".split())


def find_clause(parse: Parse, verb: Token) -> Span | None:
    """The span of the clause of `verb`, from its subject (or that of the verb it is joined to).

    Coordinated clauses after it and punctuation and conjunctions at its edges are left out.  None
    without a subject: a participle that the parser took for a verb in the past has none.
    """
    own = _own_tokens(parse, verb)
    subject_of = _verb_with_subject(parse, verb)
    if subject_of is None:
        return None
    start = min(own)
    if subject_of.i != verb.i:
        start = min(start, min(_own_tokens(parse, subject_of)))
    indices = list(range(start, max(own) + 1))
    while indices and _is_edge(parse.tokens[indices[0]]):
        indices.pop(0)
    while indices and parse.tokens[indices[-1]].pos in ("PUNCT", "CCONJ"):
        indices.pop()
    if not indices:
        return None
    indices = _with_opening_mark(parse, indices)
    return parse.tokens[indices[0]].start, parse.tokens[indices[-1]].end


def _with_opening_mark(parse: Parse, indices: list[int]) -> list[int]:
    """With the mark before it that opens a quotation which is closed inside."""
    mark = parse.tokens[max(indices[0] - 1, 0)].text
    close = _MARKS.get(mark)
    words = [parse.tokens[at].text for at in indices]
    opened = words.count(mark) if mark != close else 0
    cut = close is not None and (words.count(close) - opened) % 2 == 1
    return [indices[0] - 1, *indices] if cut and indices[0] else indices


def _is_edge(token: Token) -> bool:
    return token.dep in _EDGES or token.pos in ("PUNCT", "CCONJ")


def _own_tokens(parse: Parse, verb: Token) -> list[int]:
    found, waiting = [], [verb.i]
    while waiting:
        at = waiting.pop()
        found.append(at)
        for child in dependents(parse, at):
            other_clause = child.dep in _OTHER_CLAUSES and child.pos in ("VERB", "AUX")
            if not (other_clause and at == verb.i):
                waiting.append(child.i)
    return found


def _verb_with_subject(parse: Parse, verb: Token) -> Token | None:
    """`verb` when it has a subject; else the nearest verb that it is joined to and that has one;
    for a relative clause or an infinitive the verb or noun above it."""
    seen = verb
    while True:
        if _has_subject(parse, seen):
            relative = seen.dep == "relcl"
            return _noun_above(parse, seen) if relative else seen
        auxiliary = find_split_auxiliary(parse, seen)
        if auxiliary:
            return auxiliary if _has_subject(parse, auxiliary) else None
        if seen.dep not in ("conj", "xcomp", "acl", "advcl") or seen.head == seen.i:
            return None
        seen = parse.tokens[seen.head]


def _has_subject(parse: Parse, verb: Token) -> bool:
    return any(t.dep in ("nsubj", "nsubjpass", "expl") for t in dependents(parse, verb.i))


def _noun_above(parse: Parse, verb: Token) -> Token | None:
    """The noun that a relative clause speaks of."""
    noun = parse.tokens[verb.head]
    return noun if noun.pos in ("NOUN", "PROPN", "PRON") else None
