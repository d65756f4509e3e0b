"""Reading a window: roots are labelled so, names begin where they must, marks begin nothing."""

import numpy as np

from reportedly.annotate.encoding.reading import WindowScores, names_of, read_window

LABELS = ("O", "B-ORG", "I-ORG", "B-PERSON", "I-PERSON")
NAMES, TYPES = names_of(LABELS)


def scores(entities: list[str], starts: list[float], heads: list[int]) -> WindowScores:
    """Scores that want these labels, sentence starts and heads; "ROOT" (0) is every best label."""
    count = len(entities)
    table = np.zeros((count, len(LABELS)), dtype=np.float32)
    table[np.arange(count), [LABELS.index(label) for label in entities]] = 5
    arcs = np.zeros((count, count), dtype=np.float32)
    arcs[np.arange(count), heads] = 5
    labels = np.tile(np.array([3, 1, 2], dtype=np.float32), (count, 1))
    return WindowScores(np.zeros((count, 4), np.float32), arcs, labels, table, np.array(starts))


def test_a_name_has_one_type_and_begins_where_none_goes_on() -> None:
    window = scores(["I-ORG", "I-ORG", "I-PERSON", "O", "B-ORG", "B-ORG"], [-1] * 6, [0] * 6)
    free = np.array([True] + [False] * 5)
    found = read_window(window, free, np.ones(6, dtype=bool), NAMES, 0)
    assert found.starts_entity.tolist() == [True, False, False, False, True, True]
    assert [TYPES[i] for i in found.entity] == ["ORG", "ORG", "ORG", "", "ORG", "ORG"]


def test_no_name_crosses_a_sentence() -> None:
    window = scores(["B-ORG", "I-ORG"], [1, 1], [0, 1])
    found = read_window(window, np.zeros(2, dtype=bool), np.ones(2, dtype=bool), NAMES, 0)
    assert found.starts_entity.tolist() == [True, True]


def test_only_roots_are_labelled_root() -> None:
    window = scores(["O"] * 4, [1, -1, 1, -1], [0, 0, 2, 2])
    found = read_window(window, np.zeros(4, dtype=bool), np.ones(4, dtype=bool), NAMES, 0)
    assert found.head.tolist() == [0, 0, 2, 2]
    assert found.dep.tolist() == [0, 2, 0, 2]


def test_sentences_start_where_they_must_and_never_where_they_may_not() -> None:
    window = scores(["O"] * 3, [-1, 1, -1], [0, 0, 0])
    must = np.array([True, False, True])
    may = np.array([True, False, True])
    found = read_window(window, must, may, NAMES, 0)
    assert found.starts_sentence.tolist() == [True, False, True]
