"""Prints how much of the sample's gold a chronicle holds: python -m benchmarks.sample CHRONICLE."""

import sys

from benchmarks.sample.gold import Sample
from benchmarks.sample.score import finding_found, scores
from reportedly.chronicle import Chronicle

with Chronicle.open(sys.argv[1]) as chronicle:
    for name, (right, asked) in scores(chronicle).items():
        print(f"{name:<20} {right:>4} of {asked:>4}  {right / asked if asked else 0:.2f}")
    sample = Sample.of(chronicle)
    for row in sample.gold["findings"]:
        if not finding_found(sample, chronicle, row):
            print(f"not found: {row['kind']} {row['subject']} {row['attribute']}: {row['note']}")
