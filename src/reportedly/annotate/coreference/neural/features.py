"""How single phrases and pairs of phrases are described to the network.

In: `Columns`.  Out: one row of numbers for each phrase; the pairs that are looked at, with one row
each.  The number of pairs is linear in the number of phrases.
"""

from collections import defaultdict, deque
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from reportedly.annotate.coreference.neural.columns import (
    ENTITIES,
    LEADS,
    PARTS_OF_SPEECH,
    PRONOUN_GROUPS,
    REASONS,
    ROLE_GROUPS,
    Columns,
    IntArray,
)
from reportedly.annotate.coreference.neural.further import INNER_NAME, NAME, NOMINAL, TIME

FloatArray = npt.NDArray[np.float32]
Marks = npt.NDArray[np.bool_]

#: Phrases back that each phrase is compared with, whatever they are.
NEAR = 60
#: Further back, the last so many with a word in common and of the same group of the rules.
_FAR = 24
_SENTENCES_APART = (1, 2, 3, 5, 9, 17, 33)
_PHRASES_APART = (2, 4, 8, 16, 32, 64)
#: A pronoun that the rules resolved with more certainty than this is marked.
_SURE = 0.8
_PERSON, _UNKNOWN = 0, 6


def describe_phrases(c: Columns) -> FloatArray:
    """[phrases, features]."""
    sizes = {
        "form": 6,
        "pronoun": len(PRONOUN_GROUPS) + 1,
        "role": len(ROLE_GROUPS) + 1,
        "kind": 7,
        "entity": len(ENTITIES) + 1,
        "lead": len(LEADS) + 2,
        "gender": 3,
        "number": 3,
        "reason": len(REASONS) + 1,
        "pos": len(PARTS_OF_SPEECH) + 1,
    }
    parts = [_one_hot(c[name], size) for name, size in sizes.items()]
    length = c["last"] - c["first"]
    marks = [
        *(c["definite"], c["indefinite"], c["inner"], c["quotation"] >= 0),
        *(c["modifiers"] == 0, c["modifiers"] > 1, c["joined"], c["named"], c["speaking"]),
        *(c["opens"], c["group"] != c["candidate"], np.log1p(c["size"]), c.sure, length == 0),
        *(np.minimum(length, 20) / 10, c["sentence"] == 0, np.log1p(c["sentence"]) / 4),
        *(*_repeats(c["lemma"].tolist()), *_repeats(c["text"].tolist())),
        *_shares_word([p.words for p in c.phrases]),
    ]
    return np.concatenate([*parts, _stacked(marks)], axis=1)


def _one_hot(values: IntArray, size: int) -> FloatArray:
    return np.eye(size, dtype=np.float32)[np.clip(values, 0, size - 1)]


def _stacked(columns: Sequence[npt.NDArray[np.generic]]) -> FloatArray:
    return np.stack([column.astype(np.float32) for column in columns], axis=1)


def _repeats(values: Sequence[Hashable]) -> tuple[Marks, Marks]:
    """For each value whether it has been seen before, and whether it comes again."""
    return _seen([(v,) for v in values]), _seen([(v,) for v in reversed(values)])[::-1]


def _shares_word(words: Sequence[Iterable[str]]) -> tuple[Marks, Marks]:
    return _seen(words), _seen(list(reversed(words)))[::-1]


def _seen(groups: Sequence[Iterable[Hashable]]) -> Marks:
    known: set[Hashable] = set()
    found = []
    for group in groups:
        values = list(group)
        found.append(any(value in known for value in values))
        known.update(values)
    return np.array(found, dtype=np.bool_)


@dataclass(frozen=True, slots=True)
class Pairs:
    """Phrase `later[k]` may take up phrase `earlier[k]`; `shared[k]` words are in both."""

    later: IntArray
    earlier: IntArray
    shared: IntArray


def pairs_of(c: Columns) -> Pairs:
    """Each phrase with those near before it, and further ones that look like it."""
    n = len(c)
    codes, counts = _shared_words(c)
    offsets = np.arange(1, NEAR + 1)
    later, back = (a.ravel() for a in np.meshgrid(np.arange(n), offsets, indexing="ij"))
    near = (later * n + later - back)[later >= back]
    far = np.array(list(_alike(c)), dtype=np.int64)
    every = np.unique(np.concatenate([near, codes, far]))
    shared = np.zeros(len(every), dtype=np.int64)
    shared[every.searchsorted(codes)] = counts
    return Pairs(every // max(n, 1), every % max(n, 1), shared)


def _shared_words(c: Columns) -> tuple[IntArray, IntArray]:
    """Codes (later · n + earlier) of pairs with a word in common, and how many they share."""
    n = len(c)
    recent: dict[str, deque[int]] = defaultdict(lambda: deque(maxlen=_FAR))
    codes: list[int] = []
    for i, phrase in enumerate(c.phrases):
        for word in sorted(phrase.words):
            codes += [i * n + j for j in recent[word]]
            recent[word].append(i)
    found, counts = np.unique(np.array(codes, dtype=np.int64), return_counts=True)
    return found, counts


def _alike(c: Columns) -> Iterator[int]:
    """Codes of pairs of one group of the rules, or of one head word."""
    n = len(c)
    recent: dict[tuple[str, int], deque[int]] = defaultdict(lambda: deque(maxlen=_FAR))
    for name in ("group", "lemma"):
        for i, value in enumerate(c[name].tolist()):
            for j in recent[name, value]:
                yield i * n + j
            recent[name, value].append(i)


def describe_pairs(c: Columns, pairs: Pairs) -> npt.NDArray[np.uint8]:
    """[pairs, features]."""
    i, j = pairs.later, pairs.earlier
    pronoun = (c["pronoun"][i] > 0)[:, None]
    apart = _one_hot(
        np.searchsorted(_SENTENCES_APART, c["sentence"][i] - c["sentence"][j], side="right"),
        len(_SENTENCES_APART) + 1,
    )
    between = _one_hot(
        np.searchsorted(_PHRASES_APART, i - j, side="right"), len(_PHRASES_APART) + 1
    )
    forms = np.minimum(c["form"][i], INNER_NAME) * 4 + np.minimum(c["form"][j], INNER_NAME)
    marks = [*_of_rules(c, i, j), *_of_words(c, pairs), *_of_place(c, i, j), *_of_sense(c, i, j)]
    parts = (
        *(_one_hot(forms, 16), apart, apart * pronoun, between, between * pronoun),
        _stacked(marks),
    )
    return np.concatenate(parts, axis=1).astype(np.uint8)


def _last_before(values: IntArray) -> IntArray:
    """For each phrase the last one before it with the same value, -1 for none."""
    last: dict[int, int] = {}
    found = []
    for i, value in enumerate(values.tolist()):
        found.append(last.get(value, -1))
        last[value] = i
    return np.array(found, dtype=np.int64)


def _of_rules(c: Columns, i: IntArray, j: IntArray) -> list[Marks]:
    """What the rules say of the pair; groups of phrases that they leave alone are never equal."""
    same = c["group"][i] == c["group"][j]
    previous = _last_before(c["group"])
    pronoun = c["pronoun"][i] > 0
    form = c["form"][i]
    return [
        *(same, c["earlier_group"][i] == c["earlier_group"][j], previous[i] == j),
        *((previous[i] >= 0) & ~same, same & (form == NOMINAL), same & (form == NAME)),
        *(same & pronoun, same & pronoun & (c.sure[i] > _SURE)),
    ]


def _of_words(c: Columns, pairs: Pairs) -> list[Marks]:
    i, j, shared = pairs.later, pairs.earlier, pairs.shared
    lemma, text = c["lemma"][i] == c["lemma"][j], c["text"][i] == c["text"][j]
    all_i, all_j = shared == c["words"][i], shared == c["words"][j]
    some = shared > 0
    form, other = c["form"][i], c["form"][j]
    bare_i, bare_j = c["modifiers"][i] == 0, c["modifiers"][j] == 0
    return [
        *(lemma, text, _last_before(c["lemma"])[i] == j),
        *(some, some & all_i, some & all_j, some & all_i & all_j, lemma & bare_i, lemma & bare_j),
        *(lemma & ~all_i, lemma & ~all_j, lemma & all_i & all_j),
        *(text & (form == NAME) & (other == NAME), text & (form == INNER_NAME)),
        *(text & (form == TIME), lemma & (form == NOMINAL) & (other == NOMINAL)),
        *(c["indefinite"][i] > 0, (c["definite"][i] > 0) & (other == NOMINAL) & lemma),
        (c["indefinite"][i] > 0) & lemma,
    ]


def _of_place(c: Columns, i: IntArray, j: IntArray) -> list[Marks]:
    quoted, other = c["quotation"][i], c["quotation"][j]
    line = c["paragraph"][i] == c["paragraph"][j]
    pronouns = (c["pronoun"][i] == c["pronoun"][j]) & (c["pronoun"][i] > 0)
    role = c["role"][i] == c["role"][j]
    return [
        *(pronouns, pronouns & (quoted == other), pronouns & line, line, quoted == other),
        *((quoted >= 0) & (other < 0), (quoted < 0) & (other >= 0)),
        (quoted >= 0) & (other >= 0) & (quoted != other),
        (c["first"][j] <= c["head"][i]) & (c["head"][i] <= c["last"][j]),
        (c["first"][i] <= c["head"][j]) & (c["head"][j] <= c["last"][i]),
        *(c["head"][i] == c["head"][j], c["governor"][i] == c["head"][j]),
        *(c["governor"][j] == c["head"][i], c["governor"][i] == c["governor"][j]),
        *(role, role & (c["role"][i] > 0) & (c["role"][i] <= 2)),
        (c["speaking"][i] > 0) & (c["speaking"][j] > 0),
    ]


def _of_sense(c: Columns, i: IntArray, j: IntArray) -> list[Marks]:
    """Kind, number, gender and type of name: the same, or at odds."""
    kind, other = c["kind"][i], c["kind"][j]
    number, gender = c["number"], c["gender"]
    entity, entity_j = c["entity"][i], c["entity"][j]
    known = (kind != _UNKNOWN) & (other != _UNKNOWN)
    named = (entity > 0) & (entity_j > 0)
    return [
        *(kind == other, (kind != other) & known, (kind == _PERSON) & (other == _PERSON)),
        *((kind == _PERSON) & (other != _PERSON), (other == _PERSON) & (kind != _PERSON)),
        *(number[i] * number[j] == 2, (number[i] == number[j]) & (number[i] > 0)),
        *(gender[i] * gender[j] == 2, (gender[i] == gender[j]) & (gender[i] > 0)),
        *((entity == entity_j) & (entity > 0), named & (entity != entity_j)),
    ]
