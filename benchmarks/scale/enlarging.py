"""A large chronicle out of a small one: annotated, but not reconciled yet."""

import itertools
import json
import shutil
import sqlite3
import zlib
from collections.abc import Iterator
from pathlib import Path

from benchmarks.scale.perturbing import Copy, Rows, Vocabulary
from reportedly.payload import unpack_plain
from reportedly.store import connection as store

#: Longer articles are left out: large piles are measured with short texts, to be done in an hour.
MOST_CHARS = 1_500
Article = dict[str, tuple[str, Rows]]
"""stage → (fingerprint, rows)"""


def enlarge(small: Path, large: Path, articles: int) -> None:
    """Writes `large`, with so many articles made of those of `small`."""
    shutil.copyfile(small, large)
    with store.open_existing(large, writing=True) as opened:
        made = _copies(_short(opened))
        with store.transaction(opened):
            for table in ("kept", "inputs", "read_inputs", "captures"):
                opened.execute(f'delete from "{table}"')
            opened.execute("delete from meta where key = 'reconciled'")
            add(opened, made, articles)


def add_more(small: Path, large: Path, articles: int, more: int) -> None:
    """Puts `more` articles into `large`, which has so many made of those of `small`."""
    with store.open_existing(small) as opened:
        made = _copies(_short(opened))
    for _ in itertools.islice(made, articles):
        pass
    with store.open_existing(large, writing=True) as opened, store.transaction(opened):
        add(opened, made, more)


def add(opened: sqlite3.Connection, made: Iterator[Article], articles: int) -> None:
    """Keeps the next articles of `made`, in the transaction of the caller."""
    for article in itertools.islice(made, articles):
        read = article["read"][1]["articles"][0]
        opened.execute(
            "insert into inputs values (?, ?, ?)", (read["path"], None, read["article_id"])
        )
        opened.executemany(
            "insert into kept values (?, ?, ?, ?)",
            [
                (read["article_id"], stage, fingerprint, _packed(rows))
                for stage, (fingerprint, rows) in article.items()
            ],
        )


def _packed(rows: Rows) -> bytes:
    text = json.dumps(rows, ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(text.encode("utf-8", "surrogatepass"), 1)


def _short(opened: sqlite3.Connection) -> list[Article]:
    found: dict[str, Article] = {}
    query = "select article_id, stage, fingerprint, payload from kept order by article_id, stage"
    for row in opened.execute(query):
        found.setdefault(row[0], {})[row[1]] = row[2], unpack_plain(row[3])
    return [
        article
        for article in found.values()
        if len(article["read"][1]["articles"][0]["text"]) <= MOST_CHARS
    ]


def _copies(articles: list[Article]) -> Iterator[Article]:
    """One copy of all after the other, without end."""
    vocabulary = Vocabulary(a["read"][1]["articles"][0]["text"] for a in articles)
    for number in itertools.count(1):
        copy = Copy(vocabulary, number)
        for article in articles:
            text = article["read"][1]["articles"][0]["text"]
            yield {stage: (mark, copy.rows(rows, text)) for stage, (mark, rows) in article.items()}
