"""The rows of utterances: those that several statements report one by one, the others by columns.

In: groups of statements, and the tables of all.  Out: utterances and variants.
"""

from collections import Counter
from collections.abc import Iterable, Mapping

import pyarrow as pa
import pyarrow.compute as pc

from reportedly.model import Article, ChainHop, Statement, Utterance
from reportedly.reconcile.days import day_of, known_day
from reportedly.reconcile.groups import name_group
from reportedly.reconcile.independence import SourceIndex, count_sources
from reportedly.reconcile.utterances.lineage import Lineage
from reportedly.reconcile.utterances.reports import Reports
from reportedly.reconcile.utterances.wording import Said
from reportedly.schema import Plain, arrow_schema, plain, rows_of


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


def told_once(statements: pa.Table, articles: pa.Table, names: Mapping[str, str]) -> pa.Table:
    """The utterances, already named, of the statements that nothing else reports; `names` has the
    others."""
    others = pa.array(sorted(names), pa.string())
    rows = statements.filter(pc.invert(pc.is_in(statements["statement_id"], others)))
    light = articles.drop_columns(["text", "title"]).append_column("text", _empty(articles))
    days = [known_day(article) for article in rows_of(Article, light)]
    of_articles = pa.table(
        {
            "day": pa.array(days, pa.string()),
            "outlets": pc.fill_null(pc.not_equal(articles["outlet"], ""), False).cast(pa.int64()),
        }
    ).take(pc.index_in(rows["article_id"], articles["article_id"].combine_chunks()))
    one = pa.repeat(pa.scalar(1), rows.num_rows)
    columns = {
        "utterance_id": rows["utterance_id"],
        "speaker_id": rows["speaker_id"],
        "speaker": rows["speaker"],
        "text": rows["content_text"],
        "first_article_id": rows["article_id"],
        "first_seen": of_articles["day"],
        "n_statements": one,
        "n_outlets": of_articles["outlets"],
        "n_independent": one,
    }
    return pa.table(columns).select(arrow_schema(Utterance).names).cast(arrow_schema(Utterance))


def _empty(articles: pa.Table) -> pa.Array:
    return pa.repeat(pa.scalar(""), articles.num_rows)
