"""`Speakers`: who says "I" in each quotation and outside of them, and whom a quotation names."""

import bisect

from reportedly.annotate.coreference.candidate import Candidate
from reportedly.annotate.coreference.candidates import Candidates
from reportedly.annotate.coreference.chains import Chains
from reportedly.annotate.coreference.interviews import Interview
from reportedly.annotate.coreference.pronouns import FIRST_SINGULAR
from reportedly.offsets import Span


class Speakers:
    """Who speaks in each quotation, as far as it is known while pronouns are resolved."""

    def __init__(self, chains: Chains, found: Candidates) -> None:
        self._chains = chains
        self._found = found
        self._by_core = sorted((c.core[0], n) for n, c in enumerate(chains.candidates))
        self._by_source: dict[Span, int | None] = {}
        self._author = _find_author(found)
        self._interview = Interview(chains, found)
        self._names_of: dict[Span, list[int]] = {}
        for n, candidate in enumerate(chains.candidates):
            if candidate.form == "name" and candidate.quotation >= 0:
                source = found.quotations[candidate.quotation].source
                if source is not None and candidate.kind == "person":
                    self._names_of.setdefault(source, []).append(n)
        self._first_of: dict[tuple[object, str], int] = {}

    def of(self, quotation: int) -> int | None:
        """The candidate that names the speaker; None when unknown."""
        if quotation < 0:
            return None
        source = self._found.quotations[quotation].source
        if source is None:
            return None
        if source not in self._by_source:
            self._by_source[source] = self._find_named_by(source)
        return self._by_source[source]

    def named_by(self, source: Span) -> list[int]:
        """Those whom the quotations of this source call by name: nobody does so of oneself."""
        return self._names_of.get(source, [])

    def _find_named_by(self, source: Span) -> int | None:
        """The candidate that the words of a source name: the first that starts there, widest."""
        candidates = self._chains.candidates
        low = bisect.bisect_left(self._by_core, (source[0], 0))
        high = bisect.bisect_left(self._by_core, (source[1], 0))
        inside = [n for _, n in self._by_core[low:high]]
        if not inside:
            return None
        return min(
            inside, key=lambda n: (candidates[n].inner, _first_reach(candidates[n], source), n)
        )

    def resolve_first_person(self, n: int) -> None:
        """ "I" is the speaker; "we" joins the other "we" of the same speaker."""
        candidate = self._chains.candidates[n]
        number = "sg" if candidate.text in FIRST_SINGULAR else "pl"
        speaker = self.of(candidate.quotation)
        if candidate.quotation < 0 and number == "sg":
            speaker = self._narrator(candidate)
        if speaker is not None and number == "sg":
            self._chains.merge(n, speaker, "first person in a quotation")
            return
        who: object = candidate.quotation
        if speaker is not None:
            who = self._chains.chain(speaker).first, "speaker"
        earlier = self._first_of.setdefault((who, number), n)
        if earlier != n:
            self._chains.merge(n, earlier, "first person, same speaker")

    def resolve_second_person(self, n: int) -> None:
        """ "You" in the questions of an interview is the one who answers."""
        candidate = self._chains.candidates[n]
        answerer = self._interview.answerer
        marked = candidate.quotation >= 0 and self._found.quotations[candidate.quotation].marked
        asked = not marked and self._interview.is_question(candidate.span[0])
        if asked and answerer is not None:
            self._chains.merge(n, answerer, "first person, same speaker")

    def _narrator(self, candidate: Candidate) -> int | None:
        """Who says "I" outside of quotations: the author, in an interview the one who answers."""
        if not self._interview.found:
            return self._author
        asked = self._interview.is_question(candidate.span[0])
        return None if asked else self._interview.answerer


def _find_author(found: Candidates) -> int | None:
    """The first mention of the one whose byline the text bears, when the text itself names them."""
    if not found.press.author:
        return None
    for n, candidate in enumerate(found.found):
        if candidate.form == "name" and candidate.text == found.press.author:
            return n
    return None


def _first_reach(candidate: Candidate, source: Span) -> tuple[int, int]:
    start = max(candidate.span[0], source[0])
    return start, -min(candidate.span[1], source[1])
