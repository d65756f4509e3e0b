""" "Ann Doe and Bob Poe": several named together, whom "they" takes up."""

from collections.abc import Sequence

from reportedly.annotate.coreference.candidate import Candidate
from reportedly.annotate.parse.model import Parse

_KINDS = frozenset(["person", "group", "organisation", "place"])
#: A longer list is seldom taken up as a whole, and the parser mostly has it wrong.
_MOST_PARTS = 4


def find_coordinations(parse: Parse, candidates: Sequence[Candidate]) -> list[Candidate]:
    """One candidate for each coordination of people, bodies or places; it is plural and a group."""
    by_head = {candidate.head: candidate for candidate in candidates}
    found = []
    for candidate in candidates:
        if parse.tokens[candidate.head].dep == "conj":
            continue
        heads = _conjuncts(parse, candidate.head)
        parts = [by_head[head] for head in heads if head in by_head]
        if 1 < len(heads) == len(parts) <= _MOST_PARTS and _go_together(parts):
            found.append(_together(candidate, parts, parse))
    return found


def _conjuncts(parse: Parse, head: int) -> list[int]:
    found = [head]
    for at in found:
        found += [i for i in parse.children[at] if parse.tokens[i].dep == "conj"]
        if len(found) > _MOST_PARTS:
            break
    return sorted(found)


def _go_together(parts: Sequence[Candidate]) -> bool:
    people = {part.kind in ("person", "group") for part in parts}
    return (
        len(people) == 1
        and all(part.kind in _KINDS and _may_be_part(part) for part in parts)
        and any(part.form == "name" for part in parts)
    )


def _may_be_part(candidate: Candidate) -> bool:
    """ "He and Ann Doe" are two; "they and Ann Doe", "you and I" are nobody knows how many."""
    return candidate.form != "pronoun" or candidate.text in ("he", "she")


def _together(first: Candidate, parts: Sequence[Candidate], parse: Parse) -> Candidate:
    span = (min(part.span[0] for part in parts), max(part.span[1] for part in parts))
    words = [token.text for token in parse.tokens_in(span)]
    return Candidate(
        span=span,
        core=span,
        head=first.head,
        sentence=first.sentence,
        form="nominal",
        kind="group",
        text="",
        phrase=" ".join(words),
        number="pl",
        quotation=first.quotation,
        parts=tuple(part.head for part in parts),
    )
