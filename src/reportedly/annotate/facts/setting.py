"""What the finders of facts read, and what they give."""

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from reportedly.annotate.document import Document
from reportedly.annotate.facts.bodies import Bodies
from reportedly.annotate.facts.lexicon import STREET
from reportedly.annotate.facts.people import People, Person
from reportedly.annotate.facts.predicates import predicates_apart
from reportedly.annotate.facts.taken_back import taken_back
from reportedly.annotate.parse.view import view_of
from reportedly.calendar import Interval, find_interval
from reportedly.model import Cluster, Mention, Statement, Timex
from reportedly.offsets import Span, overlaps, within_any
from reportedly.rows import Rows
from reportedly.sentences import SENTENCE_END

#: `now`: as of the article's day.  `past`: of some earlier day that the sentence does not name.
When = Literal["now", "past"] | Interval

#: Who writes is nobody in the story.
_BYLINE = re.compile(r"^[ ]*(?:By|BY) [A-Z][^\n]{0,80}$", re.MULTILINE)
#: "Of Dale Street, Hexby, died": the town is nobody, whatever it was taken for.
_OF_STREET = re.compile(rf"\b(?:of|at|in|on|from)\s+{STREET}\Z")
_STREET_CHARS = 60
#: Ages change slowly: what is told of the last two months is as good as told of now.
LONG_PAST_DAYS = 60


@dataclass(frozen=True, slots=True)
class Found:
    """One fact as a finder gives it.  `subject` is a person of the article, or a bare name."""

    subject: Person | str
    attribute: str
    value: str
    span: Span
    confidence: float
    when: When = "now"


class Setting:
    """One article as the finders see it: a plain view of its text, its people and its times."""

    def __init__(self, document: Document, rows: Rows) -> None:
        self.document = document
        left_out = [*document.spans_of("boilerplate"), *taken_back(document.text)]
        #: The text with marks and spaces made plain, character for character.
        self.view = view_of(document.text, left_out)
        bylines = (*document.spans_of("byline"), *(m.span() for m in _BYLINE.finditer(self.view)))
        told = [m for m in rows.of(Mention) if not within_any(m.span, bylines)]
        told = [m for m in told if not _OF_STREET.search(self.before(m.span[0], _STREET_CHARS))]
        self.people = People(document.text, told, rows.of(Cluster))
        self.people.take(predicates_apart(document.parse, self.people.names, self.view))
        self.bodies = Bodies(told, rows.of(Cluster))
        self.timexes = tuple(sorted(rows.of(Timex), key=lambda t: t.span))
        self.statements = rows.of(Statement)

    @functools.cached_property
    def _stops(self) -> list[int]:
        return [0, *(m.end() for m in SENTENCE_END.finditer(self.view)), len(self.view)]

    def sentence(self, at: int) -> Span:
        """The sentence around `at`, from punctuation alone: no parse is needed for it."""
        before = max(stop for stop in self._stops if stop <= at)
        after = min((stop for stop in self._stops if stop > at), default=len(self.view))
        return before, after

    def before(self, at: int, chars: int) -> str:
        """The last `chars` characters of the plain view before `at`."""
        return self.view[max(0, at - chars) : at]

    def words(self, span: Span) -> str:
        """The article's own words under `span`, white space folded."""
        return " ".join(self.document.text[slice(*span)].split())

    def own_words(self, span: Span, at: int) -> str:
        """The plain view of a span without the quotations in it but the one around `at`."""
        view = self.view[slice(*span)]
        for statement in self.statements:
            for start, end in statement.content if statement.mode == "direct" else ():
                if overlaps((start, end), span) and not start <= at < end:
                    low, high = max(0, start - span[0]), min(end, span[1]) - span[0]
                    view = view[:low] + " " * (high - low) + view[high:]
        return view

    def spoken(self, words: re.Pattern[str]) -> Iterator[tuple[Statement, re.Match[str], Person]]:
        """Where a known speaker is quoted with some words, and the words as a pronoun of theirs."""
        for statement in self.statements:
            cluster = statement.speaker_cluster
            if statement.mode == "indirect" or cluster is None or not self.people.knows(cluster):
                continue
            for span in statement.content:
                for said in words.finditer(self.view, *span):
                    yield statement, said, Person(said.span(), cluster, "pronoun", 0.95)

    def looks_back(self, at: int) -> bool:
        """True when the sentence around `at` names days long past when the article appeared."""
        span = self.sentence(at)
        published = find_interval(self.document.article.published)
        if published is None:
            return any(t.earliest for t in self._times_in(span))
        before = published.widened(before_days=LONG_PAST_DAYS).iso()[0] or ""
        return any(t.latest and t.latest < before for t in self._times_in(span))

    def looks_at_now(self, at: int) -> bool:
        """True when the sentence around `at` names days of the article's own time."""
        published = find_interval(self.document.article.published)
        if published is None:
            return False
        first = published.widened(before_days=LONG_PAST_DAYS).iso()[0] or ""
        times = self._times_in(self.sentence(at))
        return any(t.earliest and t.earliest >= first for t in times)

    def _times_in(self, span: Span) -> Iterator[Timex]:
        return (t for t in self.timexes if span[0] <= t.span[0] and t.span[1] <= span[1])

    def find_time(self, span: Span) -> Timex | None:
        """The first expression of time in `span` that names days."""
        return next((t for t in self._times_in(span) if t.earliest or t.latest), None)
