"""The rules' groups and the network's links in one."""

from dataclasses import dataclass

import numpy as np

from reportedly.annotate.coreference.neural.columns import Columns
from reportedly.annotate.coreference.neural.features import FloatArray, Pairs
from reportedly.annotate.coreference.neural.linking import linked_phrases
from reportedly.annotate.coreference.neural.network import Network
from tests.annotate.coreference.neural.described import described

TEXT = (
    "Ada Quill bought the mill on Tuesday. Quill said the mill was old. "
    "On Tuesday the owner smiled."
)


@dataclass(frozen=True, slots=True)
class Decided(Network):
    """Links the pairs of words it is told of and is sure of nothing else."""

    links: tuple[tuple[str, str], ...] = ()
    alone: float = 0.0

    def score(
        self, columns: Columns, pairs: Pairs, vectors: FloatArray
    ) -> tuple[FloatArray, FloatArray]:
        words = [TEXT[slice(*phrase.span)].lower() for phrase in columns.phrases]
        ends = zip(pairs.later.tolist(), pairs.earlier.tolist(), strict=True)
        scores = [5.0 if (words[i], words[j]) in self.links else -5.0 for i, j in ends]
        return np.array(scores, np.float32), np.full(len(words), self.alone, np.float32)


def _groups(*links: tuple[str, str], alone: float = -5.0) -> list[set[str]]:
    found, _ = described(TEXT)
    groups = linked_phrases(found, np.zeros((0, 0), np.float32), Decided({}, links, alone))
    return [{TEXT[slice(*phrase.span)] for phrase in group} for group in groups]


def test_what_the_rules_say_of_a_person_stays() -> None:
    """A network that links nothing, and is not sure of it, leaves the person's names together."""
    assert {"Ada Quill", "Quill"} in _groups()


def test_a_network_that_is_sure_of_nothing_taken_up_breaks_a_group() -> None:
    """With every phrase surely alone there is no group at all."""
    assert _groups(alone=9.0) == []


def test_links_reach_phrases_that_the_rules_leave_alone() -> None:
    """A day named twice is one thing when the network says so, and only then."""
    assert {"Tuesday"} in _groups(("tuesday", "tuesday"))
    assert {"Tuesday"} not in _groups()


def test_a_link_joins_the_whole_group() -> None:
    """The owner, linked to one name of a person, joins the others too."""
    assert {"Ada Quill", "Quill", "the owner"} in _groups(("the owner", "quill"))
