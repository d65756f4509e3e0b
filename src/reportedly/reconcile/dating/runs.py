"""Runs of words that quotations share: a text in, the runs out."""

import re

#: Words in a row that two quotations must share; shorter runs are phrases that anybody uses.
RUN_WORDS = 5
#: Share of the runs of the shorter quotation that both must have to be one saying.
SHARED_RUNS = 0.3


def runs_in(text: str) -> set[str]:
    """The runs of `RUN_WORDS` words of a text, in lower case and without apostrophes."""
    words = re.findall(r"\w+", re.sub(r"[’']", "", text.lower()))
    return {" ".join(words[at : at + RUN_WORDS]) for at in range(len(words) - RUN_WORDS + 1)}


def is_one_saying(one: str, other: str) -> bool:
    """False for two quotations that only share a phrase."""
    first, then = runs_in(one), runs_in(other)
    return len(first & then) >= SHARED_RUNS * min(len(first), len(then))
