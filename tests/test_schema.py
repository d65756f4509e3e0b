"""What follows from the data model: Arrow, JSON and back."""

import dataclasses

import pyarrow as pa
import pytest

from reportedly import schema
from reportedly.model import CHRONICLE, TABLES, Edit, Evidence, Finding, Statement, Variant

STATEMENT = Statement(
    statement_id="s1",
    article_id="a1",
    content=((0, 4), (9, 12)),
    content_text="some words",
    mode="direct",
    confidence=0.5,
    reason="quotation marks",
)


@pytest.mark.parametrize("kind", TABLES.values(), ids=TABLES)
def test_every_table_has_an_arrow_schema(kind: type) -> None:
    """A table of no rows has all its columns, in the order of the class."""
    table = schema.table_of(kind, [])
    assert table.column_names == [
        schema.column_name(field.name) for field in dataclasses.fields(kind)
    ]


@pytest.mark.parametrize("kind", TABLES.values(), ids=TABLES)
def test_key_columns_exist(kind: type) -> None:
    """A key names columns of its own table."""
    assert set(kind.key) <= set(schema.hints(kind))


def test_every_column_of_a_chronicle_is_described() -> None:
    """The reference page has no empty cell."""
    assert [
        (kind.table, name)
        for kind in CHRONICLE
        for name, text in schema.descriptions(kind).items()
        if not text
    ] == []


@pytest.mark.parametrize(
    "row",
    [
        STATEMENT,
        Finding(
            finding_id="g1",
            kind="conflict",
            about=("e1",),
            explanation="two ages",
            evidence=(Evidence("a1", (1, 2), "s1"), Evidence("a2", (3, 4))),
            confidence=0.9,
        ),
        Variant(
            utterance_id="u1",
            statement_id="s1",
            change="altered",
            edits=(Edit("drop", "not", ""),),
        ),
    ],
)
def test_rows_survive_arrow_and_json(row) -> None:  # type: ignore[no-untyped-def]
    """Nothing of a row is lost on the way through Arrow or JSON, spans and nested rows included."""
    assert schema.rows_of(type(row), schema.table_of(type(row), [row])) == [row]
    assert schema.read_row(type(row), schema.plain(row)) == row


def test_edit_columns_have_their_contract_names() -> None:
    """`from` is a keyword of Python and still the name of the column."""
    assert schema.plain(Edit("replace", "may", "will")) == {
        "op": "replace",
        "from": "may",
        "to": "will",
    }


def test_a_type_without_arrow_is_refused() -> None:
    """A column of a new type fails when declared, not when stored."""
    with pytest.raises(TypeError, match="no Arrow type"):
        schema.arrow_type(set)


def test_sorting_puts_nulls_first_and_needs_no_order() -> None:
    """Rows sort the same whatever order they come in."""
    rows = [dataclasses.replace(STATEMENT, statement_id=name) for name in ("s3", "s1", "s2")]
    assert [row.statement_id for row in schema.sorted_rows(rows)] == ["s1", "s2", "s3"]


def test_parts_of_a_table_give_their_own_rows() -> None:
    """A slice, or a table in several chunks, gives the rows it shows, nulls and lists of each."""
    rows = [
        dataclasses.replace(
            STATEMENT,
            statement_id=f"s{n}",
            content=((n, n + 4),) * n,
            speaker=None if n % 2 else "Ida Moor",
            speaker_cluster=None if n % 3 else n,
        )
        for n in range(1, 8)
    ]
    table = schema.table_of(Statement, rows)
    assert schema.rows_of(Statement, table.slice(2, 3)) == rows[2:5]
    chunked = pa.concat_tables([table.slice(4), table.slice(0, 0), table.slice(0, 4)])
    assert schema.rows_of(Statement, chunked) == [*rows[4:], *rows[:4]]


def test_nested_rows_and_nulls_inside_them_survive_slices() -> None:
    """Evidence without a statement stays without one, in whatever part of a table it stands."""
    rows = [
        Finding(
            finding_id=f"g{n}",
            kind="agreement",
            explanation="two say so",
            evidence=(Evidence("a1", (n, n + 1), "s1" if n % 2 else None),) * n,
            confidence=0.5,
        )
        for n in range(4)
    ]
    table = schema.table_of(Finding, rows)
    assert schema.rows_of(Finding, table.slice(1, 2)) == rows[1:3]
