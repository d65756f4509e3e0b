"""The rows of utterances: those that several statements report one by one, the others by columns.

In: groups of statements, and the tables of all.  Out: utterances and variants.
"""

from collections import Counter
from collections.abc import Iterable, Mapping

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from reportedly.arrays import Numbers
from reportedly.model import Article, ChainHop, Statement, Utterance
from reportedly.reconcile.days import day_of, known_day
from reportedly.reconcile.groups import name_group
from reportedly.reconcile.independence import SourceIndex, count_sources
from reportedly.reconcile.utterances.lineage import Lineage
from reportedly.reconcile.utterances.reports import Pile, Reports
from reportedly.reconcile.utterances.wording import Said
from reportedly.schema import Plain, arrow_schema, plain

#: What an utterance that is told once has of its statement.
_OF_ONE = ["utterance_id", "speaker_id", "speaker"]


class Writing:
    """Writes the rows of groups of two and more statements.

    Args:
        reports: the statements of all groups, and others.
        chain: the hops of the statements.
    """

    def __init__(self, reports: Reports, chain: Iterable[ChainHop]) -> None:
        self._said, self._articles = reports.said, reports.articles
        self._sources = reports.sources(chain)
        self._lineage = Lineage(self._said, self._articles, self._sources)
        self._days = {
            name: day_of(self._articles[one.statement.article_id])
            for name, one in self._said.items()
        }

    def of(self, group: tuple[str, ...]) -> dict[str, Plain]:
        """The `utterance` of a group and its `variants`, as records."""
        name = name_group("u", group, self._days)
        ordered = [self._said[member] for member in self._lineage.in_order(group)]
        utterance = _utterance(name, ordered, self._articles, self._sources)
        variants = self._lineage.variants(name, group)
        return {"utterance": plain(utterance), "variants": [plain(row) for row in variants]}


def _utterance(
    name: str, ordered: list[Said], articles: Mapping[str, Article], sources: SourceIndex
) -> Utterance:
    """The row of one group; `ordered` has the earliest report first."""
    statements = [one.statement for one in ordered]
    fullest = min(ordered, key=lambda one: (not one.quoted, -len(one.keys)))
    first = articles[statements[0].article_id]
    counts = count_sources(
        (s.article_id for s in statements), sources, (s.statement_id for s in statements)
    )
    speaker_id, speaker = _speaker(statements)
    return Utterance(
        utterance_id=name,
        speaker_id=speaker_id,
        speaker=speaker,
        text=fullest.statement.content_text,
        first_article_id=first.article_id,
        first_seen=known_day(first),
        n_statements=len(statements),
        n_outlets=counts.n_outlets,
        n_independent=counts.n_independent,
    )


def _speaker(statements: list[Statement]) -> tuple[str | None, str | None]:
    """The speaker whom most reports name; nobody when two are named equally often."""
    votes = Counter((s.speaker_id, s.speaker) for s in statements if s.speaker_id or s.speaker)
    ranked = votes.most_common(2)
    if not ranked or (len(ranked) == 2 and ranked[0][1] == ranked[1][1]):
        return None, None
    return ranked[0][0]


def told_once(statements: pa.Table, days: pa.ChunkedArray, pile: Pile, others: Numbers) -> pa.Table:
    """The utterances of the statements that nothing else reports.

    Args:
        statements: all, already with their utterances.
        days: for each when its article came out.
        pile: the same statements with their articles.
        others: rows of those that something else reports.
    """
    is_alone = np.ones(statements.num_rows, dtype=np.bool_)
    is_alone[others] = False
    alone = np.flatnonzero(is_alone)
    rows = statements.select([*_OF_ONE, "content_text", "article_id"]).take(alone)
    outlets = pile.articles["outlet"].take(pile.article_rows[alone])
    one = pa.repeat(pa.scalar(1), len(alone))
    columns = {
        **{name: rows[name] for name in _OF_ONE},
        "text": rows["content_text"],
        "first_article_id": rows["article_id"],
        "first_seen": days.take(alone),
        "n_statements": one,
        "n_outlets": pc.fill_null(pc.not_equal(outlets, ""), False).cast(pa.int64()),
        "n_independent": one,
    }
    return pa.table(columns).select(arrow_schema(Utterance).names).cast(arrow_schema(Utterance))
