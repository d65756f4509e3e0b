"""Copies, stories, utterances and variants of the sample, against its gold.

The statements are taken from the gold, so that only the reconciling is tested here.
"""

import json
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from reportedly.engine.joins import LaptopJoins
from reportedly.errors import DocumentRejected
from reportedly.identifiers import identifier
from reportedly.model import Article, ChainHop, Entity, Mention, Region, Reject, Statement
from reportedly.offsets import Spans, overlaps, words_of
from reportedly.reading.article import read_record
from reportedly.reading.inputs import find_inputs, open_records
from reportedly.reconcile import copies, stories, utterances
from reportedly.schema import rows_of, table_of

ROOT = Path(__file__).resolve().parents[2]
PILE = ROOT / "src" / "reportedly" / "sample" / "pile"
GOLD: dict[str, Any] = json.loads((ROOT / "tests/sample/gold.json").read_text(encoding="utf-8"))


class Sample:
    """The sample's articles as read, with the days of the gold, and the gold's statements."""

    def __init__(self) -> None:
        self.articles: dict[str, Article] = {}
        self.regions: list[Region] = []
        self.statements: dict[tuple[str, str], Statement] = {}
        for path in find_inputs([str(PILE)]):
            for record in open_records(path):
                if not isinstance(record, Reject):
                    self._read(path, record)
        for told in GOLD["articles"]:
            name = key(told)
            if name in self.articles:
                early, late = told["published_interval"]
                self.articles[name] = replace(
                    self.articles[name], published_earliest=early, published_latest=late,
                    outlet=told["outlet"],
                )  # fmt: skip
        for told in GOLD["statements"]:
            self.add(key(told), told["content"], told["mode"], told["speaker"])
        for utterance in GOLD["utterances"]:
            for told in utterance["variants"]:
                mode = "mixed" if any(mark in str(told["text"]) for mark in '“"') else "direct"
                mode = "indirect" if told["change"] == "paraphrased" and mode == "direct" else mode
                self.add(key(told), told["text"], mode, utterance["speaker"])

    def _read(self, path: str, record: Any) -> None:
        try:
            result = read_record(record)
        except DocumentRejected:
            return
        name = Path(path).relative_to(PILE).as_posix()
        name = name if record.record is None else f"{name}#{record.record}"
        self.articles[name] = result.article
        self.regions += result.regions

    def add(self, name: str, words: str | list[str], mode: str, speaker: str | None) -> None:
        """A statement, unless the same words of the article are in another already."""
        article = self.articles.get(name)
        parts = [words] if isinstance(words, str) else words
        if article is None or (name, parts[0]) in self.statements:
            return
        taken = [s.content for (n, _), s in self.statements.items() if n == name]
        starts = [_find(article.text, part, taken) for part in parts]
        if -1 in starts:
            return
        content = tuple((s, s + len(p)) for s, p in zip(starts, parts, strict=True))
        self.statements[name, parts[0]] = Statement(
            statement_id=identifier("s", article.article_id, content),
            article_id=article.article_id, content=content,
            content_text=words_of(article.text, content), mode=mode,  # type: ignore[arg-type]
            speaker=speaker, confidence=1.0, reason="gold",
        )  # fmt: skip

    def tables(self) -> dict[str, Any]:
        # The same bytes in two places are one article, as in a chronicle.
        once = {article.article_id: article for article in self.articles.values()}
        return {
            "articles": table_of(Article, once.values()),
            "regions": table_of(Region, dict.fromkeys(self.regions)),
            "statements": table_of(Statement, self.statements.values()),
            **{kind.table: table_of(kind, []) for kind in (ChainHop, Mention, Entity)},
        }


def _find(text: str, words: str, taken: list[Spans]) -> int:
    """Where `words` stand outside of what is another statement's; -1 when nowhere."""
    start = text.find(words)
    while start >= 0:
        end = start + len(words)
        if not any(overlaps((start, end), span) for spans in taken for span in spans):
            return start
        start = text.find(words, start + 1)
    return text.find(words)


def key(told: dict[str, Any]) -> str:
    return told["path"] if told.get("record") is None else f"{told['path']}#{told['record']}"


@pytest.fixture(scope="module")
def sample() -> Sample:
    return Sample()


def pairs(groups: Iterable[Iterable[str]]) -> set[tuple[str, str]]:
    return {(a, b) for group in map(sorted, groups) for a in group for b in group if a < b}


def by(values: dict[str, str | None]) -> list[list[str]]:
    groups: dict[str, list[str]] = {}
    for name, value in values.items():
        if value:
            groups.setdefault(value, []).append(name)
    return list(groups.values())


def test_sample_copies(sample: Sample) -> None:
    """The wire story with its copies, the two versions of a page, the saved page: nothing else."""
    done = rows_of(Article, copies.reconcile(sample.tables(), LaptopJoins())["articles"])
    groups = {a.article_id: a.copy_group for a in done}
    found = {name: groups[a.article_id] for name, a in sample.articles.items()}
    # The same bytes in two places are one article, and no copy of itself.
    ids = {name: a.article_id for name, a in sample.articles.items()}
    found_pairs, wanted = pairs(by(found)), pairs(GOLD["copies"])
    assert {p for p in found_pairs if ids[p[0]] != ids[p[1]]} == {
        p for p in wanted if ids[p[0]] != ids[p[1]]
    }


def test_sample_stories(sample: Sample) -> None:
    """Each side story apart; the affair of four years in few threads."""
    done = rows_of(Article, stories.reconcile(sample.tables(), LaptopJoins())["articles"])
    names = {a.article_id: a.story_id for a in done}
    gold = {key(told): told["story"] for told in GOLD["articles"]}
    found = {n: names[a.article_id] for n, a in sample.articles.items() if n in gold}
    for group in by(found):
        assert len({gold[name] for name in group}) == 1, group
    threads = {found[name] for name in found if gold[name] == "the Saltworks"}
    assert len(threads) <= 4


def test_sample_utterances(sample: Sample) -> None:
    """Of the pairs of quotations that belong together nearly all are found, none wrongly."""
    tables = sample.tables()
    in_stories = {**tables, **stories.reconcile(tables, LaptopJoins())}
    done = utterances.reconcile(in_stories, LaptopJoins())
    names = {s.statement_id: s.utterance_id for s in rows_of(Statement, done["statements"])}
    wanted: list[list[str]] = []
    for utterance in GOLD["utterances"]:
        rows = [sample.statements.get((key(v), first(v["text"]))) for v in utterance["variants"]]
        wanted.append([s.statement_id for s in rows if s])
    known = {name for group in wanted for name in group}
    found = pairs(by({n: u for n, u in names.items() if n in known}))
    right = pairs(wanted)
    assert not found - right
    assert len(found & right) >= 0.7 * len(right)


def first(words: str | list[str]) -> str:
    return words if isinstance(words, str) else words[0]
