"""Who took part in what "they" did: happenings and facts in, happenings with those people out.

"They married in 2011" names nobody; the fact that was read there knows who they are.
"""

import dataclasses
from collections.abc import Iterable, Iterator

import pyarrow as pa
import pyarrow.compute as pc

from reportedly.model import Fact, Happening
from reportedly.offsets import overlaps
from reportedly.schema import rows_of

#: What is told of somebody as having happened on a day, and the verbs that tell it.
_HAPPENED = {
    "marriage_date": frozenset({"marry", "wed"}),
    "divorce_date": frozenset({"divorce", "dissolve"}),
    "separation_date": frozenset({"separate", "split", "part"}),
    "death_date": frozenset({"die"}),
}


def that_happened(facts: pa.Table) -> pa.Table:
    """The facts of known people that tell what happened on a day."""
    told = pc.is_in(facts["attribute"], pa.array(list(_HAPPENED), pa.string()))
    return facts.filter(pc.and_(told, pc.is_valid(facts["subject_id"])))


def with_actors(happenings: Iterable[Happening], told: pa.Table) -> list[Happening]:
    """The happenings, with the subjects of the facts told in their words among who took part.

    Args:
        happenings: of some articles.
        told: facts of these articles, as `that_happened` gives them.
    """
    facts: dict[str, list[Fact]] = {}
    for fact in rows_of(Fact, told):
        facts.setdefault(fact.article_id, []).append(fact)
    return [_with_subjects(h, facts.get(h.article_id, [])) for h in happenings]


def _with_subjects(happening: Happening, facts: list[Fact]) -> Happening:
    found = {*happening.entity_ids, *_subjects(happening, facts)}
    return dataclasses.replace(happening, entity_ids=tuple(sorted(found)))


def _subjects(happening: Happening, facts: list[Fact]) -> Iterator[str]:
    for fact in facts:
        verbs = _HAPPENED[fact.attribute]
        if fact.subject_id and happening.lemma in verbs and overlaps(fact.span, happening.trigger):
            yield fact.subject_id
