"""Payloads of articles become tables, and blocks that did not change are not read again."""

import hashlib
from collections.abc import Callable, Iterator, Sequence

import pytest

from reportedly.engine import loading
from reportedly.identifiers import identifier
from reportedly.model import Article, Region
from reportedly.payload import pack, unpack_plain
from reportedly.rows import Rows
from tests.keeping import Kept


def payloads(articles: int) -> list[tuple[str, str, bytes]]:
    """The readings of so many articles."""
    found = []
    for name in sorted(identifier("a", number) for number in range(articles)):
        article = Article(article_id=name, path="old", text=f"Text of {name}.", sha256="")
        region = Region(article_id=name, kind="boilerplate", span=(0, 4))
        found.append((name, "read", pack(Rows({Article: [article], Region: [region]}))))
    return found


def kept_of(
    listed: list[tuple[str, str, bytes]],
) -> tuple[dict[str, str], Callable[[Sequence[str]], Iterator[tuple[str, str, bytes]]]]:
    """The state of each article, and what gives what is kept of some."""
    states = {name: hashlib.sha256(payload).hexdigest() for name, _, payload in listed}
    return states, lambda names: (row for row in listed if row[0] in names)


def test_tables_hold_all_rows_in_order_with_the_paths_in_use() -> None:
    """With and without what is left from an earlier time; tables without rows have columns."""
    listed, kept = payloads(200), Kept()
    paths = {name: f"new/{name}" for name, _, _ in listed}
    for _ in range(2):
        tables = loading.tables_of(*kept_of(listed), paths, kept)
        assert tables["articles"]["article_id"].to_pylist() == sorted(paths)
        assert tables["articles"]["path"].to_pylist() == [paths[n] for n in sorted(paths)]
        assert tables["regions"].num_rows == 200
        assert (tables["statements"].num_rows, "mode" in tables["statements"].schema.names) == (
            0,
            True,
        )


def test_only_what_changed_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """An article more is read alone, and so is one that changed; the rows are those of a first
    reading, and of an article that is gone there are none."""
    kept, read = Kept(), list[bytes]()

    def counted(payload: bytes) -> object:
        read.append(payload)
        return unpack_plain(payload)

    monkeypatch.setattr(loading, "unpack_plain", counted)
    listed = payloads(200)
    paths = {name: "x" for name, _, _ in listed}
    loading.tables_of(*kept_of(listed[1:]), paths, kept)
    assert len(read) == 199
    read.clear()
    loading.tables_of(*kept_of(listed), paths, kept)
    assert read == [listed[0][2]]
    read.clear()
    other = pack(
        Rows({Article: [Article(article_id=listed[7][0], path="old", text="", sha256="")]})
    )
    changed = [*listed[:7], (*listed[7][:2], other), *listed[8:-1]]
    found = loading.tables_of(*kept_of(changed), paths, kept)
    assert read == [other]
    anew = loading.tables_of(*kept_of(changed), paths)
    assert list(found) == list(anew)
    assert all(found[name].equals(anew[name]) for name in found)
    assert found["regions"].num_rows == 198
