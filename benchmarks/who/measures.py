"""What counts as right for each question; see the package's `__main__` for the definitions."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

_WORD = re.compile(r"\w+")
#: Words that names are compared without.
_IGNORED = frozenset(
    "the a an of mr mrs ms dr sen rep gov president senator s jr sr governor".split()
)


def bare(name: str) -> tuple[str, ...]:
    """The words of a name that carry it."""
    return tuple(w for w in _WORD.findall(name.lower()) if w not in _IGNORED)


def same_name(gold: str | None, found: str | None) -> bool:
    """Equal but for titles and articles, or one is the other's short form with its last word."""
    if gold is None or found is None:
        return gold is found
    parts_g, parts_f = gold.split(" & "), found.split(" & ")
    if len(parts_g) != len(parts_f):
        return False
    return all(_same(bare(g), bare(f)) for g, f in zip(parts_g, parts_f, strict=True))


def _same(gold: tuple[str, ...], found: tuple[str, ...]) -> bool:
    if gold == found:
        return True
    if not gold or not found:
        return False
    short, full = sorted((gold, found), key=len)
    return set(short) <= set(full) and short[-1] == full[-1]


def same_words(gold: str | None, found: str | None) -> bool:
    """The same name, or half of all words in common: for addressees and unnamed hops."""
    if gold is None or found is None:
        return gold is found
    g, f = set(bare(gold)), set(bare(found))
    return same_name(gold, found) or (bool(g | f) and len(g & f) / len(g | f) >= 0.5)


def same_chain(gold: Sequence[str], found: Sequence[str]) -> bool:
    """As many hops, each the same."""
    return len(gold) == len(found) and all(
        same_words(g, f) for g, f in zip(gold, found, strict=True)
    )


@dataclass(frozen=True, slots=True)
class Report:
    """Shares of the labelled attributions, and F1 of what is only sometimes stated."""

    n: int
    speaker: float
    wrong_name: float
    kind: float
    channel: float
    addressee: float
    chain: float


def measure(pairs: Sequence[tuple[Mapping[str, Any], Mapping[str, Any]]]) -> Report:
    """All measures over (gold, found) pairs."""
    counts: Counter[str] = Counter()
    for gold, found in pairs:
        right = same_name(gold["speaker"], found["speaker"])
        counts["speaker"] += right
        counts["wrong"] += found["speaker"] is not None and not right
        counts["kind"] += gold["source_kind"] == found["source_kind"]
        counts["chain"] += same_chain(gold["chain"], found["chain"])
        for name in ("channel", "addressee"):
            counts[f"{name} gold"] += gold[name] is not None
            counts[f"{name} found"] += found[name] is not None
            both = gold[name] is not None and found[name] is not None
            counts[name] += both and same_words(gold[name], found[name])
    n = max(len(pairs), 1)
    return Report(
        n=len(pairs),
        speaker=counts["speaker"] / n,
        wrong_name=counts["wrong"] / n,
        kind=counts["kind"] / n,
        channel=_f1(counts, "channel"),
        addressee=_f1(counts, "addressee"),
        chain=counts["chain"] / n,
    )


def _f1(counts: Mapping[str, int], name: str) -> float:
    total = counts[f"{name} gold"] + counts[f"{name} found"]
    return 2 * counts[name] / total if total else 0.0
