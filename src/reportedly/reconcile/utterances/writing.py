"""The rows of utterances: those that several statements report one by one, the others by columns.

In: groups of statements, and the tables of all.  Out: utterances, variants, and the name of the
utterance of each statement.
"""

from collections import Counter
from collections.abc import Iterable, Mapping

import pyarrow as pa
import pyarrow.compute as pc

from reportedly.identifiers import identifier
from reportedly.model import Article, ChainHop, Statement, Utterance, Variant
from reportedly.reconcile.days import day_of, known_day
from reportedly.reconcile.groups import name_group
from reportedly.reconcile.independence import SourceIndex, count_sources
from reportedly.reconcile.utterances.lineage import Lineage
from reportedly.reconcile.utterances.reports import Reports
from reportedly.reconcile.utterances.wording import Said
from reportedly.schema import arrow_schema, rows_of


class Written:
    """Utterances of several statements, as they are found."""

    def __init__(self) -> None:
        self.utterances: list[Utterance] = []
        self.variants: list[Variant] = []
        #: statement → its utterance, where others report it too
        self.names: dict[str, str] = {}

    def add(
        self, groups: list[tuple[str, ...]], reports: Reports, chain: Iterable[ChainHop]
    ) -> None:
        """Takes up the groups of two or more."""
        sources = reports.sources(chain)
        lineage = Lineage(reports.said, reports.articles, sources)
        days = {
            name: day_of(reports.articles[one.statement.article_id])
            for name, one in reports.said.items()
        }
        for group in groups:
            if len(group) > 1:
                name = name_group("u", group, days)
                self.names.update(dict.fromkeys(group, name))
                ordered = [reports.said[member] for member in lineage.in_order(group)]
                self.utterances.append(_utterance(name, ordered, reports.articles, sources))
                self.variants += lineage.variants(name, group)


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
    """The utterances of the statements that nothing else reports; `names` has the others."""
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
        "utterance_id": [identifier("u", name) for name in rows["statement_id"].to_pylist()],
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
