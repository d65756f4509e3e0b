"""Interviews set as questions and answers: who "I" and "you" are in them."""

import bisect
import sys
from collections import Counter

from reportedly.annotate.coreference.candidates import Candidates
from reportedly.annotate.coreference.chains import Chains

#: Paragraphs that end with a question mark: with more of them a text is an interview.
_QUESTIONS = 4
_MARKUP = "*_ "
#: How a question is marked, and how many such lines make an interview.
_MARKED, _MARKED_QUESTIONS = ("Q:", "Q."), 3


class Interview:
    """The lines of an interview, and the candidate that names the one who answers, if known."""

    def __init__(self, chains: Chains, found: Candidates) -> None:
        lines = found.text.splitlines(keepends=True)
        asked = [line.strip().rstrip(_MARKUP).endswith("?") for line in lines]
        marked = sum(line.lstrip().startswith(_MARKED) for line in lines)
        self.found = sum(asked) > _QUESTIONS or marked >= _MARKED_QUESTIONS
        self._questions: list[tuple[int, int]] = []
        at = 0
        for line, question in zip(lines, asked, strict=True):
            if self.found and (question or line.lstrip().startswith(("**", *_MARKED))):
                self._questions.append((at, at + len(line)))
            at += len(line)
        first = self._questions[0][0] if self._questions else 0
        self.answerer = _find_answerer(chains, found, first) if self.found else None

    def is_question(self, offset: int) -> bool:
        """True when the interviewer speaks there."""
        at = bisect.bisect_right(self._questions, (offset, sys.maxsize)) - 1
        return at >= 0 and offset < self._questions[at][1]


def _find_answerer(chains: Chains, found: Candidates, first: int) -> int | None:
    """The person named most often above the `first` question, if nobody else is as often.

    Where nobody is named above it, the one named most often in all; never the author.
    """
    named = [
        n
        for n, candidate in enumerate(chains.candidates)
        if candidate.form == "name"
        and candidate.kind == "person"
        and found.press.author not in chains.chain(n).names
    ]
    above = [n for n in named if chains.candidates[n].span[0] < first]
    counts = Counter(chains.chain(n).first for n in above or named)
    ranked = counts.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]
