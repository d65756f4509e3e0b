"""What was said once, however often reported: statements in; utterances, their variants, and the
statements with the utterance that each reports, out.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

import pyarrow as pa

from reportedly.content_words import content_stems, rarity
from reportedly.model import Article, ChainHop, Statement, Utterance, Variant
from reportedly.reconcile.days import day_of, known_day
from reportedly.reconcile.groups import name_group
from reportedly.reconcile.independence import SourceIndex, count_sources
from reportedly.reconcile.utterances.comparison import Comparison
from reportedly.reconcile.utterances.grouping import utterance_groups
from reportedly.reconcile.utterances.lineage import Lineage
from reportedly.reconcile.utterances.wording import Said, said
from reportedly.schema import rows_of, sorted_rows, table_of
from reportedly.stage import Joins

__all__ = ["reconcile"]


def reconcile(tables: Mapping[str, pa.Table], joins: Joins) -> dict[str, pa.Table]:
    """Utterances and variants of all statements, and the statements with `utterance_id` set."""
    articles = {row.article_id: row for row in rows_of(Article, tables[Article.table])}
    statements = rows_of(Statement, tables[Statement.table])
    words = {s.statement_id: said(s, articles[s.article_id].text) for s in statements}
    days = {name: day_of(article) for name, article in articles.items()}
    stories = {name: article.story_id for name, article in articles.items()}
    # One more for each, or in a small pile the words that all share would weigh nothing.
    rarities = {
        stem: 1 + weight
        for stem, weight in rarity(content_stems(s.content_text) for s in statements).items()
    }
    groups = utterance_groups(words, Comparison(words, days, rarities, stories), joins)
    sources = SourceIndex.of(
        articles.values(),
        rows_of(ChainHop, tables[ChainHop.table]),
        {s.statement_id: s.article_id for s in statements},
    )
    lineage = Lineage(words, articles, sources)
    said_days = {s.statement_id: days[s.article_id] for s in statements}
    utterances: list[Utterance] = []
    variants: list[Variant] = []
    names: dict[str, str] = {}
    for group in groups:
        name = name_group("u", group, said_days)
        names.update(dict.fromkeys(group, name))
        ordered = [words[member] for member in lineage.in_order(group)]
        utterances.append(_utterance(name, ordered, articles, sources))
        variants += lineage.variants(name, group)
    named = [replace(s, utterance_id=names[s.statement_id]) for s in statements]
    return {
        Statement.table: table_of(Statement, sorted_rows(named)),
        Utterance.table: table_of(Utterance, sorted_rows(utterances)),
        Variant.table: table_of(Variant, sorted_rows(variants)),
    }


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
