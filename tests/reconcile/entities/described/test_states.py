"""Described people in a pile that grows: the same as from nothing, and few of them weighed anew."""

from typing import Any

import pytest

from reportedly.model import (
    Article,
    ChainHop,
    Cluster,
    Constraint,
    Fact,
    Happening,
    Mention,
    Region,
    Row,
    Statement,
)
from reportedly.reconcile.entities import described, reconcile
from tests.adding import Tables, added, article, tables_of

KINDS = Article, Region, Cluster, Mention, Statement, ChainHop, Fact, Happening, Constraint
GIVEN = "Orla Jonas Iris Tobin Delia Wendell Una Lew Cora Bram".split()
POSTS = "weaver senator publisher baker mayor judge".split()
#: So many articles make a story.
STORY = 6


def pile(articles: int) -> Tables:
    """In each article somebody with an age, a post or a wife, and two whom it only describes: who
    is told of in another article of its story, and the wife of the one with the name."""
    rows: list[Row] = []
    for number in range(articles):
        story = number // STORY
        name = f"{GIVEN[number % STORY]} Fen{story}"
        post = f"the {POSTS[number % len(POSTS)]}"
        aged = f"the {30 + (number + 1) % STORY}-year-old {POSTS[(number + 1) % len(POSTS)]}"
        other = f"the {POSTS[(number + 2) % len(POSTS)]}"
        phrases = [name, post, aged, other, "his wife"]
        made = article(number, ". ".join(phrases), story_id=f"t{story}", published="2031-05-02")
        rows.append(made)
        for cluster, words in enumerate([name, aged, other, "his wife"]):
            rows += _cluster(made, cluster, words, named=not cluster)
        values = {"role": f"harbour {POSTS[number % len(POSTS)]}", "age": f"{30 + number % STORY}"}
        if number % 3 == 0:
            values["spouse"] = f"{GIVEN[number % STORY + 3]} Fen{story}"
            rows += _cluster(made, 4, values["spouse"], named=True)
        for at, (attribute, value) in enumerate(values.items()):
            rows.append(
                Fact(
                    fact_id=f"f{number}-{at}", article_id=made.article_id, subject=name,
                    subject_cluster=0, attribute=attribute, value=value, span=(0, len(name)),
                    as_of_earliest="2031-05-02", as_of_latest="2031-05-02",
                    confidence=0.9,
                )
            )  # fmt: skip
    return tables_of(*KINDS, rows=rows)


def _cluster(made: Article, cluster: int, words: str, *, named: bool) -> list[Row]:
    at: dict[str, Any] = {"article_id": made.article_id, "cluster": cluster}
    start = max(0, made.text.find(words))
    names = (words,) if named else ()
    return [
        Cluster(
            **at, name=words if named else None, names=names, kind="person", n_mentions=1,
            nominals=() if named else (words,),
        ),
        Mention(
            **at, span=(start, start + len(words)), text=words,
            form="name" if named else "nominal", confidence=0.95,
        ),
    ]  # fmt: skip


def test_adding_equals_from_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every table is the same, people are found, and those of other stories are not weighed."""
    work: list[object] = []
    weigh = described.find_fit

    def weighed(*given: Any) -> object:
        fit = weigh(*given)
        work.append(fit)
        return fit

    monkeypatch.setattr(described, "find_fit", weighed)
    found = added(reconcile, pile, work)
    assert len(found.everything) == 3 * 303
    assert sum(fit is not None for fit in found.everything) > 100
    assert 0 < len(found.little) <= 3 * STORY + 3
