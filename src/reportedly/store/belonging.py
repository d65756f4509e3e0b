"""Which findings belong together, since they rest on the same words or tell of the same matter.

In: findings.  Out: of each the others that a reader should see beside it: a conflict over an age
and an agreement on that person's other ages, say, or two contradictions of one wedding's year.
"""

from collections import defaultdict
from collections.abc import Iterable

from reportedly.model import Finding, Span

#: Attributes that one fact of a person's life is told by. Of posts somebody has many, and what is
#: sold or paid is one matter by its words alone; those belong together where they share words.
_MATTERS = {
    "age": "birth",
    "birth_date": "birth",
    "birth_place": "birth",
    "children": "children",
    "death_date": "death",
    "marriage_date": "wedding",
    "divorce_date": "union",
    "relationship": "union",
    "separation_date": "union",
    "union": "union",
}


def belonging(findings: Iterable[Finding]) -> dict[str, list[str]]:
    """finding → those that belong with it, in the order given; only of those that have any."""
    listed = list(findings)
    matters: dict[tuple[str, str], list[int]] = defaultdict(list)
    words: dict[str, list[tuple[Span, int]]] = defaultdict(list)
    for number, finding in enumerate(listed):
        matter = _MATTERS.get(finding.attribute or "")
        for entity in finding.about if matter else ():
            matters[entity, matter or ""].append(number)
        for piece in finding.evidence:
            words[piece.article_id].append((piece.span, number))
    together: dict[int, set[int]] = defaultdict(set)
    for alike in matters.values():
        for number in alike:
            together[number].update(alike)
    for pieces in words.values():
        _add_overlapping(sorted(pieces), together)
    return {
        listed[number].finding_id: [listed[other].finding_id for other in sorted(others - {number})]
        for number, others in sorted(together.items())
        if others - {number}
    }


def _add_overlapping(pieces: list[tuple[Span, int]], together: dict[int, set[int]]) -> None:
    """Adds the pairs that rest on words with a character in common; `pieces` by their start."""
    for at, ((_, end), number) in enumerate(pieces):
        for (start, _), other in pieces[at + 1 :]:
            if start >= end:
                break
            together[number].add(other)
            together[other].add(number)
