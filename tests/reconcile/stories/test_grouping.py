"""Large stories: as many comparisons for an article as in small ones, and the same groups."""

import numpy as np
import pytest

from reportedly.engine.joins import LaptopJoins
from reportedly.reconcile.stories import grouping, merging, rounds
from reportedly.reconcile.stories.vectors import Vectors

TOPICS, OF_TOPIC, OWN, FEATURES = 2, 30, 15, 30


def alike(articles: int) -> tuple[Vectors, np.ndarray]:
    """So many articles of two topics, half of whose features are their topic's, and marks."""
    numbers = np.random.default_rng(5)
    rows = []
    for at in range(articles):
        topic = at % TOPICS * OF_TOPIC + numbers.permutation(OF_TOPIC)[:OWN]
        others = TOPICS * OF_TOPIC + at * OWN + np.arange(FEATURES - OWN)
        rows.append(np.concatenate([topic, others]))
    features = np.array(rows, dtype=np.int64)
    names = np.arange(int(features.max()) + 2).astype(np.uint64)
    weights = np.ones(features.shape)
    # Each is a little less of its topic than the one before: they join it one by one.
    weights[:, :OWN] += np.linspace(1.0, 0.0, articles)[:, None]
    weights /= np.sqrt((weights * weights).sum(axis=1, keepdims=True))
    return Vectors(features, weights, names), numbers.integers(0, 1 << 62, articles).view(np.uint64)


def groups_and_work(
    articles: int, always: int, monkeypatch: pytest.MonkeyPatch, worth: int = 1
) -> tuple[list[tuple[int, ...]], int]:
    """The stories, and how many groups were compared with another; `worth` 1: hardly in rounds."""
    work: list[int] = []
    averages = merging.Merging.averages

    def counted(self: merging.Merging, one: np.ndarray, other: np.ndarray) -> np.ndarray:
        work.append(len(other))
        return averages(self, one, other)

    monkeypatch.setattr(rounds, "ALWAYS_LOOKING", always)
    monkeypatch.setattr(rounds, "WORTH_A_ROUND", worth)
    # As in a large pile, an article is compared with few of those that are like it.
    monkeypatch.setattr(grouping, "BUCKET", 4)
    monkeypatch.setattr(merging.Merging, "averages", counted)
    vectors, marks = alike(articles)
    found = grouping.story_groups(vectors, [None] * articles, marks, LaptopJoins())
    monkeypatch.undo()
    return found, sum(work)


def test_large_stories_are_the_same_with_less_work(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two topics are two stories, whether a large one looks around at each article or not."""
    eager, much = groups_and_work(240, 1000, monkeypatch)
    found, little = groups_and_work(240, 8, monkeypatch)
    assert found == eager
    assert list(map(len, found)) == [120, 120]
    assert little < 0.9 * much


def test_work_for_an_article_hardly_grows(monkeypatch: pytest.MonkeyPatch) -> None:
    """Twice as many articles of the same two stories are twice the work, and little more."""
    once, twice = (groups_and_work(n, 8, monkeypatch)[1] for n in (120, 240))
    assert twice < 3 * once


def test_features_of_large_groups_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Those that few articles have are left out first: the stories are the same."""
    monkeypatch.setattr(merging, "MOST_FEATURES", 100)
    vectors, marks = alike(120)
    found = grouping.story_groups(vectors, [None] * 120, marks, LaptopJoins())
    assert list(map(len, found)) == [60, 60]


@pytest.mark.parametrize("worth", [1, 1000])
def test_the_size_of_a_block_decides_nothing(worth: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Groups that are compared and merged one by one give the stories of all of them at once."""
    whole, _ = groups_and_work(120, 8, monkeypatch, worth)
    for at_once in (1, 5_000, 30_000):
        monkeypatch.setattr(merging, "_AT_ONCE", at_once)
        assert groups_and_work(120, 8, monkeypatch, worth)[0] == whole


def test_rounds_give_what_turns_give(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether the best pairs are merged all at once or one by one, the stories are the same."""
    by_turns, _ = groups_and_work(120, 1000, monkeypatch, worth=1)
    in_rounds, _ = groups_and_work(120, 1000, monkeypatch, worth=1000)
    assert in_rounds == by_turns
    assert list(map(len, in_rounds)) == [60, 60]
