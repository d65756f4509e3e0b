"""Outlets of the pile that an article only calls by their names."""

from dataclasses import replace

import pyarrow as pa

from reportedly.model import (
    Article,
    ChainHop,
    Cluster,
    Entity,
    Fact,
    Happening,
    Mention,
    Row,
    Statement,
)
from reportedly.reconcile.entities.cluster_entities import Linked
from reportedly.reconcile.entities.linking import linked
from reportedly.reconcile.entities.relays import with_relays
from reportedly.schema import arrow_schema, rows_of, table_of

TEXT = "“I was wrong,” Ada Quill told Satin."
SATIN = Entity(entity_id="esatin", name="Satin", kind="organisation", n_articles=2)
QUILL = Entity(entity_id="equill", name="Ada Quill", kind="person", n_articles=1)


def _tables(outlet: str) -> dict[str, pa.Table]:
    said = Statement(
        statement_id="s1", article_id="a1", content=((0, 14),), cue=((25, 29),), source=((15, 24),),
        content_text=TEXT[:14], mode="direct", speaker="Ada Quill", speaker_cluster=0,
        source_kind="person", addressee="Satin", addressee_cluster=1, confidence=0.9, reason="test",
    )  # fmt: skip
    hops = [
        ChainHop(statement_id="s1", hop=0, kind="outlet", name=outlet),
        ChainHop(statement_id="s1", hop=1, kind="person", name="Ada Quill", cluster=0),
    ]
    named = Mention(
        article_id="a1", span=(30, 35), text="Satin", form="name", confidence=0.9, cluster=1
    )
    articles = [
        Article(article_id="a1", path="x", text=TEXT, outlet=outlet, sha256=""),
        Article(article_id="a2", path="y", text="A", outlet="Satin", sha256=""),
    ]
    tables: dict[type[Row], list[Row]] = {
        Statement: [said], ChainHop: [*hops], Mention: [named], Article: [*articles],
    }  # fmt: skip
    return {kind.table: table_of(kind, rows) for kind, rows in tables.items()}


def _chain(outlet: str) -> list[tuple[int, str, str | None, tuple[int, int] | None]]:
    tables = _tables(outlet)
    entities = Linked.of({("a1", 0): QUILL, ("a1", 1): SATIN})
    asked = (Statement.table, ChainHop.table, Mention.table)
    tables |= {kind.table: arrow_schema(kind).empty_table() for kind in (Cluster, Fact, Happening)}
    written = {name: table for name, table in linked(tables, entities).items() if name in asked}
    articles = tables[Article.table].select(["article_id", "outlet"])
    written |= with_relays(written, articles, entities)
    rows = rows_of(ChainHop, written[ChainHop.table])
    return [(hop.hop, hop.kind, hop.name, hop.span) for hop in rows]


def test_who_is_told_and_publishes_articles_passes_it_on() -> None:
    """Satin stands between the Echo and the speaker, where the article names it."""
    assert _chain("Echo") == [
        (0, "outlet", "Echo", None),
        (1, "outlet", "Satin", (30, 35)),
        (2, "person", "Ada Quill", None),
    ]


def test_an_outlet_relays_nothing_to_itself() -> None:
    """In Satin's own article there is one hop for it."""
    assert [name for _, _, name, _ in _chain("Satin")] == ["Satin", "Ada Quill"]


def test_what_the_own_outlet_was_told_was_told_to_its_entity() -> None:
    """ "She told us" leads to the same body as "she told Satin" elsewhere."""
    tables = _tables("Satin")
    entities = Linked.of({("a1", 0): QUILL, ("a2", 0): SATIN})
    tables |= {kind.table: arrow_schema(kind).empty_table() for kind in (Cluster, Fact, Happening)}
    written = linked(tables, entities)
    articles = tables[Article.table].select(["article_id", "outlet"])
    (row,) = rows_of(Statement, with_relays(written, articles, entities)[Statement.table])
    assert row.addressee_id == "esatin"


def test_what_reads_like_a_person_in_one_article_is_the_outlet() -> None:
    """ "This week's Satin says …": where the pile knows Satin for a body."""
    said = Statement(
        statement_id="s1", article_id="a1", content=((0, 14),), content_text=TEXT[:14],
        mode="direct", speaker="Satin", speaker_cluster=0, source_kind="person", confidence=0.9,
        reason="test",
    )  # fmt: skip
    tables = _tables("Echo")
    tables[Statement.table] = table_of(Statement, [said])
    entities = Linked.of({("a1", 0): SATIN, ("a1", 1): SATIN})
    tables |= {kind.table: arrow_schema(kind).empty_table() for kind in (Cluster, Fact, Happening)}
    written = linked(tables, entities)
    articles = tables[Article.table].select(["article_id", "outlet"])
    (row,) = rows_of(Statement, with_relays(written, articles, entities)[Statement.table])
    assert row.source_kind == "outlet"


def test_who_is_told_what_others_are_heard_on_is_a_programme() -> None:
    """Elsewhere something is said on Late Light; a station may print what it is told."""
    for title, channel, names in (
        ("Late Light", "broadcast", ["The Echo", "Late Light", "Ada Quill"]),
        ("Radio Marl", None, ["The Echo", "Ada Quill"]),
    ):
        told = Statement(
            statement_id="s1", article_id="a1", content=((0, 14),), cue=((25, 29),),
            source=((15, 24),), content_text=TEXT[:14], mode="direct", speaker="Ada Quill",
            source_kind="person", addressee=title, confidence=0.9, reason="test",
        )  # fmt: skip
        heard = replace(
            told, statement_id="s2", article_id="a2", addressee=None, channel="broadcast"
        )
        hops = [
            ChainHop(statement_id="s1", hop=0, kind="outlet", name="The Echo"),
            ChainHop(statement_id="s1", hop=1, kind="person", name="Ada Quill"),
            ChainHop(statement_id="s2", hop=0, kind="outlet", name=None),
            ChainHop(statement_id="s2", hop=1, kind="outlet", name=title),
            ChainHop(statement_id="s2", hop=2, kind="person", name="Ada Quill"),
        ]
        written = {
            Statement.table: table_of(Statement, [told, heard]),
            ChainHop.table: table_of(ChainHop, hops),
            Mention.table: table_of(Mention, []),
        }
        articles = table_of(Article, []).select(["article_id", "outlet"])
        linked_up = with_relays(written, articles, Linked.of({}))
        said = next(
            s for s in rows_of(Statement, linked_up[Statement.table]) if s.statement_id == "s1"
        )
        assert said.channel == channel
        mine = [h for h in rows_of(ChainHop, linked_up[ChainHop.table]) if h.statement_id == "s1"]
        assert [hop.name for hop in mine] == names
