"""Neighbouring hops that are one entity are one hop; others keep their places."""

from pathlib import Path

import pyarrow as pa

from reportedly.chronicle import Chronicle
from reportedly.engine.build import build
from reportedly.engine.editing import Wish, decide
from reportedly.model import ChainHop, SourceKind
from reportedly.reconcile.entities.same_hops import once_each
from reportedly.schema import rows_of, table_of

Told = tuple[str | None, str | None]


def _names(*statements: tuple[Told, ...]) -> list[list[tuple[int, str | None]]]:
    """Numbers and names of the hops that are kept of each statement, given names and entities."""
    rows = [
        ChainHop(statement_id=f"s{n}", hop=hop, kind=_kind(hop), name=name, entity_id=entity)
        for n, hops in enumerate(statements)
        for hop, (name, entity) in enumerate(hops)
    ]
    kept = rows_of(ChainHop, once_each(table_of(ChainHop, rows)))
    found: dict[str, list[tuple[int, str | None]]] = {}
    for row in kept:
        found.setdefault(row.statement_id, []).append((row.hop, row.name))
    return [found[name] for name in sorted(found)]


def _kind(hop: int) -> SourceKind:
    return "person" if hop else "outlet"


def test_one_hop_for_each_entity() -> None:
    """The name is kept, wherever it stands, and hops are counted anew."""
    arkwell = ("Thessaly Arkwell", "e1")
    assert _names(
        (("Daily Klaxon", None), ("the singer", "e1"), arkwell, ("her mother", "e2")),
        (("Daily Klaxon", None), arkwell, arkwell, ("she", "e1")),
    ) == [
        [(0, "Daily Klaxon"), (1, "Thessaly Arkwell"), (2, "her mother")],
        [(0, "Daily Klaxon"), (1, "Thessaly Arkwell")],
    ]


def test_the_articles_own_outlet_stays_first() -> None:
    """An outlet that speaks in its own pages is the first hop, and the only one."""
    assert _names(((("Daily Klaxon"), "e3"), ("the Klaxon", "e3"))) == [[(0, "Daily Klaxon")]]


def test_unknown_and_distant_ones_stay() -> None:
    """Two without an entity may be two; whoever comes again behind another is told of twice."""
    chain = (("A", None), ("a friend", None), ("a friend", None), ("B", "e1"), ("C", "e2"))
    assert [len(hops) for hops in _names((*chain, ("B", "e1")), chain[:2])] == [6, 2]
    described = (("A", None), ("The bride", None), ("the bride", None), ("Bo", None), ("Bo", "e1"))
    assert _names(described) == [[(0, "A"), (1, "The bride"), (2, "Bo")]]
    assert once_each(pa.table(table_of(ChainHop, []))).num_rows == 0


def test_whom_people_put_together_passes_on_once(tmp_path: Path) -> None:
    """At once, as in the next build."""
    (tmp_path / "a.txt").write_text(
        "Odile Arkwell said that Thessaly Tarn had said that the shop was sold. Bo Reeve left."
    )
    build([tmp_path / "a.txt"], tmp_path / "of.chronicle", workers=0)

    def chains() -> set[tuple[int, str | None]]:
        with Chronicle.open(tmp_path / "of.chronicle") as chronicle:
            return {(row.hop, row.name) for row in chronicle.rows(ChainHop)}

    assert (2, "Thessaly Tarn") in chains()
    wish = Wish(action="merge", identifier="Odile Arkwell", other="Thessaly Tarn")
    decide(tmp_path / "of.chronicle", wish)
    at_once = chains()
    assert {hop for hop, _ in at_once} == {0, 1}
    (tmp_path / "b.txt").write_text("Aldo Reeve wrote to the board on Monday.")
    build([tmp_path / "b.txt"], tmp_path / "of.chronicle", workers=0)
    assert chains() == at_once
