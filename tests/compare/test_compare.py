"""Two chronicles of one pile: rows and groups that differ are told by their words."""

import sqlite3
from pathlib import Path

from reportedly.chronicle import Chronicle
from reportedly.compare import Comparison, GroupDifferences, TableDifferences, compare
from reportedly.store import connection as store


def compared(before: Path, after: Path) -> Comparison:
    with Chronicle.open(before) as first, Chronicle.open(after) as second:
        return compare(first, second)


def change(chronicle: Path, *queries: str) -> None:
    with sqlite3.connect(chronicle) as opened:
        for query in queries:
            opened.execute(query)
    opened.close()


def table(found: Comparison, name: str) -> TableDifferences:
    return next(each for each in found.tables if each.table == name)


def groups(found: Comparison, kind: str) -> GroupDifferences:
    return next(each for each in found.groups if each.kind == kind)


def test_a_chronicle_and_its_copy_are_the_same(sample_chronicle: Path, own_chronicle: Path) -> None:
    """Nothing differs, and every row was looked at."""
    found = compared(sample_chronicle, own_chronicle)
    assert found.empty
    with Chronicle.open(sample_chronicle) as opened:
        assert table(found, "statements").same == opened.arrow("statements").num_rows


def test_other_names_of_the_same_groups_are_no_difference(
    sample_chronicle: Path, own_chronicle: Path
) -> None:
    """Groups are told apart by their members, not by identifier."""
    renamed = "set {0} = 'x' || {0} where {0} is not null"
    columns = {
        "entity_id": ("entities", "mentions", "chain"),
        "speaker_id": ("statements", "utterances"),
        "addressee_id": ("statements",),
        "subject_id": ("facts",),
        "utterance_id": ("utterances", "statements", "variants"),
        "claim_id": ("claims", "statements"),
        "story_id": ("stories", "articles", "events"),
        "copy_group": ("articles",),
    }
    queries = [f"update {t} {renamed.format(c)}" for c, tables in columns.items() for t in tables]
    change(own_chronicle, *queries)
    found = compared(sample_chronicle, own_chronicle)
    assert [each.kind for each in found.groups if each.count] == []
    assert [each.table for each in found.tables if each.table in columns and each.count] == []
    assert table(found, "statements").count == 0


def test_what_changed_is_told_with_both_values(sample_chronicle: Path, own_chronicle: Path) -> None:
    """A row gone, one changed, a person split in two."""
    with sqlite3.connect(own_chronicle) as opened:
        gone, changed = (
            row[0]
            for row in opened.execute(
                "select statement_id from statements where parent_id is null and statement_id not "
                "in (select parent_id from statements where parent_id is not null) limit 2"
            )
        )
        words = dict(opened.execute("select statement_id, content_text from statements").fetchall())
    opened.close()
    change(
        own_chronicle,
        f"delete from statements where statement_id = '{gone}'",
        f"update statements set channel = 'email' where statement_id = '{changed}'",
        "update mentions set entity_id = 'new' where rowid = (select min(rowid) from mentions "
        "where entity_id = (select entity_id from entities order by n_articles desc limit 1))",
    )
    found = compared(sample_chronicle, own_chronicle)
    statements = table(found, "statements")
    assert statements.gone == (" ".join(words[gone].split()),)
    assert [(row.words, row.columns["channel"][1]) for row in statements.changed] == [
        (" ".join(words[changed].split()), "email")
    ]
    people = groups(found, "entities")
    assert [(group.lost, group.gained) for group in people.changed] == [(1, 0)]
    assert people.new == ("new",)


def test_order_of_the_two_turns_new_into_gone(
    sample_chronicle: Path, own_chronicle: Path, tmp_path: Path
) -> None:
    """What is gone one way is new the other way."""
    change(own_chronicle, "delete from facts where rowid = (select min(rowid) from facts)")
    there = table(compared(sample_chronicle, own_chronicle), "facts")
    back = table(compared(own_chronicle, sample_chronicle), "facts")
    assert (there.gone, there.new) == (back.new, back.gone)
    assert len(there.gone) == 1


def test_an_empty_chronicle_has_lost_everything(sample_chronicle: Path, tmp_path: Path) -> None:
    """Every row is gone, and every group."""
    store.create(tmp_path / "empty.chronicle").close()
    found = compared(sample_chronicle, tmp_path / "empty.chronicle")
    assert table(found, "statements").same == 0
    assert not table(found, "statements").new
    assert groups(found, "entities").gone
