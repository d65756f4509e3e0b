"""Who took part in what "they" did: happenings and facts in, happenings with those people out.

"They married in 2011" names nobody; the fact that was read there knows who they are.
"""

import dataclasses
from collections.abc import Iterator

import pyarrow as pa
import pyarrow.compute as pc

from reportedly.model import Fact, Happening
from reportedly.offsets import overlaps
from reportedly.schema import rows_of, rows_with, table_of

#: What is told of somebody as having happened on a day, and the verbs that tell it.
_HAPPENED = {
    "marriage_date": frozenset({"marry", "wed"}),
    "divorce_date": frozenset({"divorce", "dissolve"}),
    "separation_date": frozenset({"separate", "split", "part"}),
    "death_date": frozenset({"die"}),
}


def with_actors(happenings: pa.Table, facts: pa.Table) -> pa.Table:
    """The happenings, with the subjects of the facts told in their words among who took part."""
    lemmas = sorted({lemma for some in _HAPPENED.values() for lemma in some})
    meant = pc.is_in(happenings["lemma"], pa.array(lemmas, pa.string()))
    told = facts.filter(pc.is_in(facts["attribute"], pa.array(list(_HAPPENED), pa.string())))
    told = told.filter(pc.is_valid(told["subject_id"]))
    if not told.num_rows or not pc.any(meant).as_py():
        return happenings
    some = rows_of(Happening, happenings.filter(meant))
    articles = sorted({happening.article_id for happening in some})
    by_article: dict[str, list[Fact]] = {}
    for fact in rows_of(Fact, rows_with(told, "article_id", articles)):
        by_article.setdefault(fact.article_id, []).append(fact)
    rows = (_with_subjects(h, by_article.get(h.article_id, [])) for h in some)
    return pa.concat_tables([happenings.filter(pc.invert(meant)), table_of(Happening, rows)])


def _with_subjects(happening: Happening, facts: list[Fact]) -> Happening:
    found = {*happening.entity_ids, *_subjects(happening, facts)}
    return dataclasses.replace(happening, entity_ids=tuple(sorted(found)))


def _subjects(happening: Happening, facts: list[Fact]) -> Iterator[str]:
    for fact in facts:
        verbs = _HAPPENED[fact.attribute]
        if fact.subject_id and happening.lemma in verbs and overlaps(fact.span, happening.trigger):
            yield fact.subject_id
