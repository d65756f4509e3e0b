"""An outlet of three spellings, one of them its address, is one wherever pages list or filter."""

import sqlite3

import pytest

from reportedly.model import Article, Evidence, Finding, Statement
from reportedly.store import (
    pages_articles,
    pages_findings,
    pages_overview,
    pages_sources,
    rows,
    searching,
)
from reportedly.store.pages import Count


@pytest.fixture()
def packet(fresh: sqlite3.Connection) -> sqlite3.Connection:
    """Three articles of one outlet, which writes its name in three ways; a statement in each."""
    articles = [
        Article(
            article_id=f"a{n}", path="p", text="the tide turned", sha256="0", outlet=outlet,
            published=f"2016-05-0{n + 1}", published_from="text", story_id="y1",
        )
        for n, outlet in enumerate(("The Packet", "Packet", "thepacket.co.uk"))
    ]  # fmt: skip
    statements = [
        Statement(
            statement_id=f"s{n}", article_id=f"a{n}", content=((0, 1),), cue=(), source=((0, 1),),
            content_text="the tide turned", source_text="a diver", mode="direct",
            source_kind="anonymous", confidence=0.9, reason="",
        )
        for n in range(3)
    ]  # fmt: skip
    evidence = tuple(Evidence(article_id=f"a{n}", span=(0, 1), statement_id=None) for n in (1, 2))
    finding = Finding(
        finding_id="g1", kind="conflict", explanation="x", evidence=evidence, confidence=0.8
    )
    rows.insert(fresh, Article, articles)
    rows.insert(fresh, Statement, statements)
    rows.insert(fresh, Finding, [finding])
    fresh.execute(
        "insert into article_words (rowid, title, text) select rowid, '', text from articles"
    )
    return fresh


def test_one_row_in_lists(packet: sqlite3.Connection) -> None:
    """Of sources, of articles, of what unnamed ones are called, of months, of facets."""
    assert [(o.outlet, o.n_statements) for o in pages_sources.sources(packet).outlets] == [
        ("The Packet", 3)
    ]
    assert pages_articles.outlets(packet) == [Count("The Packet", 3)]
    assert pages_sources.sources(packet).unnamed[0].outlets == {"The Packet": 3}
    assert [(m.outlet, m.n) for m in pages_overview.months(packet)] == [("The Packet", 3)]
    found = searching.search(packet, searching.Query(), limit=9, offset=0)
    assert {f.field: f.counts for f in found.facets}["outlet"] == [Count("The Packet", 3)]
    assert pages_overview.totals(packet).outlets == 1


@pytest.mark.parametrize("asked", ["The Packet", "Packet", "thepacket.co.uk"])
def test_either_spelling_finds_all(packet: sqlite3.Connection, asked: str) -> None:
    """So that a link of the page, or an address that somebody kept, leads to every article."""
    listed = pages_articles.article_list(packet, outlet=asked, undated=False, offset=0)
    assert listed.total == len(listed.entries) == 3
    query = searching.Query(outlet=asked)
    assert searching.search(packet, query, limit=9, offset=0).total == 3
    worded = searching.Query(words="tide", outlet=asked)
    assert searching.search_articles(packet, worded, limit=9)[0] == 3
    wanted = pages_findings.Wanted(outlet=asked)
    assert pages_findings.findings(packet, wanted)[0] == 1
    other = pages_findings.Wanted(outlet="The Beacon")
    assert pages_findings.findings(packet, other)[0] == 0
