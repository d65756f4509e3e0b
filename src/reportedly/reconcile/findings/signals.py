"""Which articles can have a part in what was foretold, overtaken, corrected or denied.

In: tables.  Out: keys.

Each article is searched by itself; what nothing else answers is not looked at again.
"""

from collections.abc import Iterator, Mapping

import pyarrow as pa
import pyarrow.compute as pc

from reportedly.model import Article, Entity, EntityKind, Mention, Region, Statement, Timex
from reportedly.reconcile.claims.candidates import OF_OTHERS
from reportedly.reconcile.claims.propositions import MentionIndex
from reportedly.reconcile.findings.corrections import notices
from reportedly.reconcile.findings.deeds import deeds_ahead, deeds_done
from reportedly.reconcile.findings.denied_reports import denies_a_report
from reportedly.reconcile.findings.figure_conflicts import figure_keys
from reportedly.reconcile.findings.foundings import foundings
from reportedly.reconcile.findings.passages import passages_of
from reportedly.reconcile.findings.pile import Pile
from reportedly.reconcile.findings.predications import predications_in
from reportedly.reconcile.findings.rebuttals import answers, rebuttals
from reportedly.reconcile.findings.same_but_number import number_keys
from reportedly.reconcile.findings.told_and_denied import is_denial
from reportedly.reconcile.findings.whole import Whole
from reportedly.schema import rows_of, with_column
from reportedly.stage import Joins

#: What a signal is of, which comes before its key.
STATE, DEED, NOTICE, REBUTTAL, FIGURE = "state", "deed", "notice", "rebuttal", "figure"
NUMBER, FOUNDED, TOLD = "number", "founded", "told"

SIGNALS = pa.schema(
    [
        pa.field("article_id", pa.string()),
        #: what an early and a late passage must have in common
        pa.field("key", pa.string()),
        pa.field("early", pa.bool_()),
        pa.field("late", pa.bool_()),
    ]
)
_OF_MENTIONS = ("article_id", "span", "entity_id")


def signals(whole: Whole, joins: Joins) -> pa.Table:
    """All signals of which there is an early and a late one, and all notices."""
    mentions, entities = whole.table(Mention), whole.table(Entity)
    places = pc.index_in(mentions["entity_id"], entities["entity_id"].combine_chunks())
    read = {
        kind.table: whole.table(kind).drop_columns(OF_OTHERS.get(kind.table, ()))
        for kind in (Article, Region, Statement, Timex)
    }
    read[Mention.table] = mentions.select(_OF_MENTIONS).append_column(
        "kind", entities["kind"].take(places)
    )
    found = joins.by_article(read, signals_in)
    early, late = (pc.unique(found["key"].filter(found[side])) for side in ("early", "late"))
    answered = early.filter(pc.is_in(early, late))
    return found.filter(pc.is_in(found["key"], answered))


def of(found: pa.Table, what: str) -> pa.Table:
    """The signals of one sort, their keys without it."""
    start = f"{what} "
    own = found.filter(pc.starts_with(found["key"], start))
    return with_column(own, "key", pc.utf8_slice_codeunits(own["key"], len(start)))


def signals_in(tables: Mapping[str, pa.Table]) -> pa.Table:
    """The signals of some articles."""
    rows = sorted(set(_signals(_pile(tables))))
    columns = list(zip(*rows, strict=True)) or [()] * len(SIGNALS)
    return pa.table(dict(zip(SIGNALS.names, map(list, columns), strict=True)), schema=SIGNALS)


def _pile(tables: Mapping[str, pa.Table]) -> Pile:
    mentions = tables[Mention.table]
    kinds = zip(mentions["entity_id"].to_pylist(), mentions["kind"].to_pylist(), strict=True)
    return Pile(
        {
            kind: list(rows_of(kind, tables[kind.table]))
            for kind in (Article, Region, Statement, Timex)
        },
        MentionIndex.of_table(mentions),
        {name: _nameless(name, kind) for name, kind in kinds if name and kind},
    )


def _nameless(entity_id: str, kind: EntityKind) -> Entity:
    return Entity(entity_id=entity_id, name="", kind=kind, n_articles=0)


def _signals(pile: Pile) -> Iterator[tuple[str, str, bool, bool]]:
    for passage in passages_of(pile):
        for key in passage.shared_keys():
            early = passage.is_outlook
            yield passage.article_id, f"{STATE} {key}", early, not early
    for deeds, early in ((deeds_ahead(pile), True), (deeds_done(pile), False)):
        for deed in deeds:
            yield deed.article_id, f"{DEED} {deed.key}", early, not early
    for told in predications_in(pile):
        if told.negated and not is_denial(told, pile):
            continue
        for key in told.shared_keys():
            yield told.article_id, f"{TOLD} {key}", not told.negated, told.negated
    for article_id, key in figure_keys(pile):
        yield article_id, f"{FIGURE} {key}", True, True
    for article_id, key in number_keys(pile):
        yield article_id, f"{NUMBER} {key}", True, True
    for article_id in sorted(pile.articles):
        for founding in foundings(article_id, pile):
            yield article_id, f"{FOUNDED} {founding.entity}", True, True
    for article in pile.rows(Article):
        if notices(article.text):
            yield article.article_id, f"{NOTICE} ", True, True
        text = article.text
        if rebuttals(text) or answers(text) or denies_a_report(text):
            yield article.article_id, f"{REBUTTAL} ", True, True
