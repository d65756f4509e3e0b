"""Fits the weights of pronoun salience on GUM's training documents and LitBank; prints the module.

    python -m benchmarks.coreference.fit --shared DIR > src/.../salience_weights.py

A pronoun chooses among its allowed antecedents and "none" (score 0).  The probability of all
right choices together is made large, with a penalty on large weights.  Choices made before are the
annotators', so that the fit sees clusters as they should be.
"""

import argparse
import json
import math
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.coreference.documents import Gold, gum, litbank
from reportedly.annotate.coreference.candidates import Candidates, find_candidates
from reportedly.annotate.coreference.clusters import before_pronouns
from reportedly.annotate.coreference.pronoun_sieve import antecedents
from reportedly.annotate.coreference.pronouns import FIRST_PLURAL, FIRST_SINGULAR, SECOND
from reportedly.annotate.coreference.salience import features, pronoun_class
from reportedly.annotate.coreference.speakers import Speakers

#: Penalty on the square of a weight, and passes over the data: chosen on GUM's dev documents.
PENALTY = 0.5
PASSES = 300

Choice = tuple[list[list[tuple[str, float]]], list[bool]]


def choices(gold: Gold) -> Iterator[tuple[str, Choice]]:
    """(class, (features of each option, whether it is right)) of each pronoun of a document."""
    found = find_candidates(gold.parse, gold.text)
    owner = owners(gold, found)
    chains = before_pronouns(found)
    speakers = Speakers(chains, found)
    for n, candidate in enumerate(found.found):
        if candidate.form != "pronoun" or candidate.text in SECOND | FIRST_SINGULAR | FIRST_PLURAL:
            continue
        options = list(antecedents(chains, found, n, speakers))
        right = [owner.get(n) is not None and owner.get(m) == owner.get(n) for m in options]
        if not gold.complete and n not in owner:
            continue
        if options:
            yield pronoun_class(candidate), (list(features(chains, found, n, options)), right)
        for m, is_right in zip(options, right, strict=True):
            if is_right:
                chains.merge(n, m, "pronoun")
                break


def owners(gold: Gold, found: Candidates) -> dict[int, int]:
    """Candidate → the annotators' cluster, by equal spans, else by equal beginnings of the core."""
    by_span = {span: c for c, spans in enumerate(gold.clusters) for span in spans}
    by_end = defaultdict(list)
    for span, cluster in by_span.items():
        by_end[span[0]].append((span, cluster))
    known = {}
    for n, candidate in enumerate(found.found):
        if candidate.span in by_span:
            known[n] = by_span[candidate.span]
        elif candidate.core in by_span:
            known[n] = by_span[candidate.core]
        else:
            near = [c for span, c in by_end[candidate.span[0]] if span[1] >= candidate.core[1]]
            if len(near) == 1:
                known[n] = near[0]
    return known


def fit(data: list[Choice]) -> dict[str, float]:
    """Weights by gradient ascent (Adam) on the log-likelihood."""
    names = sorted({name for options, _ in data for option in options for name, _ in option})
    at = {name: i for i, name in enumerate(names)}
    rows, owner, right = [], [], []
    for k, (options, correct) in enumerate(data):
        for option, good in zip(options, correct, strict=True):
            row = np.zeros(len(names))
            for name, value in option:
                row[at[name]] += value
            rows.append(row)
            owner.append(k)
            right.append(good)
    x, o, r = np.array(rows), np.array(owner), np.array(right)
    none_right = ~np.bincount(o, weights=r, minlength=len(data)).astype(bool)
    w = _ascend(x, o, r, none_right)
    return {name: round(float(w[i]), 3) for name, i in at.items() if abs(w[i]) >= 0.0005}


def _ascend(x: Any, o: Any, r: Any, none_right: Any) -> Any:
    w = np.zeros(x.shape[1])
    m, v = np.zeros_like(w), np.zeros_like(w)
    for step in range(1, PASSES + 1):
        e = np.exp(np.clip(x @ w, -30, 30))
        total = 1 + np.bincount(o, weights=e, minlength=len(none_right))
        good = none_right + np.bincount(o, weights=e * r, minlength=len(none_right))
        grad = x.T @ (e * r / good[o] - e / total[o]) - PENALTY * w
        m, v = 0.9 * m + 0.1 * grad, 0.999 * v + 0.001 * grad**2
        w = w + 0.05 * (m / (1 - 0.9**step)) / (np.sqrt(v / (1 - 0.999**step)) + 1e-8)
    likelihood = float(np.mean(np.log(good / total)))
    print(f"# {len(none_right)} choices, likelihood {math.exp(likelihood):.3f}")
    return w


def main() -> None:
    """Fit and print the module."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, required=True)
    arguments = parser.parse_args()
    data: dict[str, list[Choice]] = defaultdict(list)
    for gold in (*gum(arguments.shared, splits=("train",)), *litbank(arguments.shared)):
        for kind, choice in choices(gold):
            data[kind].append(choice)
    weights = {kind: fit(data[kind]) for kind in ("person", "it", "they")}
    print('"""The fitted weights of `salience`; written by `benchmarks.coreference.fit`."""\n')
    print("#: Class of pronoun → feature → weight.")
    print(f"WEIGHTS: dict[str, dict[str, float]] = {json.dumps(weights, indent=4)}")


if __name__ == "__main__":
    main()
