"""Times every page over HTTP while a build adds articles to the chronicle, beside Datasette.

    python -m benchmarks.web [--statements 100000] [--datasette PROGRAM] [--scratch DIR]

Datasette is no dependency of this program: name its executable to have it measured on the same
file, in the same run.
"""

import argparse
import os
import socket
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.web.large import enlarge
from benchmarks.web.writing import building

#: Requests of each page, after one that is not counted.
_TIMES = 15
#: From none to two thirds of all statements have them.
_WORDS = ("hall", "sold", "“highest bidder”", "never separate", "sing*", "the")


@dataclass(frozen=True)
class Cost:
    """Milliseconds that a request took, and those that the server was at work for it."""

    wall: float
    processor: float


def main() -> None:
    """Builds, measures, prints."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--statements", type=int, default=100_000)
    parser.add_argument("--datasette", help="its executable")
    parser.add_argument("--scratch", type=Path)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        folder = given.scratch or Path(made)
        chronicle = folder / "large.chronicle"
        if not chronicle.exists():
            if not (folder / "small.chronicle").exists():
                _build(folder / "small.chronicle")
            enlarge(folder / "small.chronicle", chronicle, given.statements)
        with building(chronicle, folder / "pile"):
            _measure(chronicle, given.datasette)


def _build(path: Path) -> None:
    from reportedly.engine.build import build
    from reportedly.sample import pile

    build([pile()], path, workers=1)


def pages(chronicle: Path) -> dict[str, str]:
    """Page → address; of each kind the one with the most to show."""
    with sqlite3.connect(chronicle) as opened:

        def first(query: str) -> str:
            return str(opened.execute(query).fetchone()[0])

        most = "select {0} from statements where {0} is not null group by 1 order by count(*) desc"
        speaker, utterance = first(most.format("speaker_id")), first(most.format("utterance_id"))
        article, claim = first(most.format("article_id")), first(most.format("claim_id"))
        statement = first(f"select statement_id from statements where utterance_id = '{utterance}'")
        story = first("select story_id from stories order by n_articles desc")
        finding = first("select finding_id from findings")
        captured = first("select article_id from captures order by length(payload) desc")
    return {
        "overview": "/",
        "article": f"/article/{article}",
        "captured page": f"/article/{captured}/captured",
        "statement": f"/statement/{statement}",
        "quotation": f"/utterance/{utterance}",
        "person": f"/person/{speaker}",
        "people": "/people",
        "claim": f"/claim/{claim}",
        "story": f"/story/{story}",
        "timeline": "/timeline",
        "timeline, a month": "/timeline?from=2018-06&to=2018-06",
        "findings": "/findings",
        "finding": f"/finding/{finding}",
        "sources": "/sources",
        "articles": "/articles",
        "about": "/about",
        "search, empty": "/search",
    }


def _port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _served(command: list[str], port: int) -> subprocess.Popen[bytes]:
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    for _ in range(600):
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return process
        except OSError:
            time.sleep(0.1)
    raise SystemExit(f"{command[0]} did not begin to serve")


def timed(address: str, server: int) -> list[Cost]:
    """What each request took; one before them is not counted."""
    found = []
    for _ in range(_TIMES + 1):
        began, used = time.perf_counter(), _processor_ms(server)
        with urllib.request.urlopen(address) as answer:
            answer.read()
        wall = (time.perf_counter() - began) * 1000
        found.append(Cost(wall, _processor_ms(server) - used))
    return found[1:]


def _processor_ms(process: int) -> float:
    """Processor time that a process has used."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) * 1000 / os.sysconf("SC_CLK_TCK")


def _line(name: str, found: list[Cost]) -> str:
    wall = sorted(cost.wall for cost in found)
    processor = statistics.mean(cost.processor for cost in found)
    late = wall[int(len(wall) * 0.95)]
    return f"{name:24}{statistics.median(wall):8.0f}{late:8.0f}{processor:12.0f}"


def _searches(ask: Callable[[str], str], server: int) -> list[Cost]:
    return [each for words in _WORDS for each in timed(ask(urllib.parse.quote(words)), server)]


def _measure(chronicle: Path, datasette: str | None) -> None:
    with sqlite3.connect(chronicle) as opened:
        n = opened.execute("select count(*) from statements").fetchone()[0]
        articles = opened.execute("select count(*) from articles").fetchone()[0]
    print(f"{n:,} statements of {articles:,} articles, while a build adds more; milliseconds")
    print(f"{'page':24}{'median':>8}{'p95':>8}{'processor':>12}")
    port = _port()
    program = str(Path(sys.executable).with_name("reportedly"))
    server = _served([program, "serve", str(chronicle), "--port", str(port)], port)
    base = f"http://127.0.0.1:{port}"
    try:
        everything: list[Cost] = []
        for name, path in pages(chronicle).items():
            found = timed(base + path, server.pid)
            everything += found
            print(_line(name, found), flush=True)
        searched = _searches(lambda words: f"{base}/search?q={words}", server.pid)
        print(_line("search for words", searched), flush=True)
        print(_line("all pages", everything), flush=True)
    finally:
        server.terminate()
    if datasette:
        _beside(chronicle, datasette, searched)


def _beside(chronicle: Path, datasette: str, searched: list[Cost]) -> None:
    """The same words in Datasette: a table of the statements that have them, by day."""
    port = _port()
    # Its own limit of a second would end queries on a busy machine.
    patience = ["--setting", "sql_time_limit_ms", "20000"]
    server = _served([datasette, "serve", str(chronicle), "--port", str(port), *patience], port)
    name = urllib.parse.quote(chronicle.stem)
    query = (
        "select s.*, a.title, a.outlet, a.published from statements s join articles a using "
        "(article_id) where s.rowid in (select rowid from statement_words where statement_words "
        "match {}) order by a.published limit 50"
    )
    try:
        found = _searches(
            lambda words: f"http://127.0.0.1:{port}/{name}?sql={_quoted(query, words)}", server.pid
        )
    finally:
        server.terminate()
    print(_line("the same in Datasette", found))
    ratio = statistics.mean(c.processor for c in found) / statistics.mean(
        c.processor for c in searched
    )
    print(f"Datasette takes {ratio:.1f} times our processor time, without facets, chains and marks")


def _quoted(query: str, words: str) -> str:
    return urllib.parse.quote(query.format(f"'{_fts(urllib.parse.unquote(words))}'"))


def _fts(words: str) -> str:
    return words.replace("“", '"').replace("”", '"').replace("'", "''")


if __name__ == "__main__":
    main()
