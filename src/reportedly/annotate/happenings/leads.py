"""The news of an article: what its first sentences tell as past without naming a day.

A news article opens with what is new.  Where that names no day, it happened in the days up to
publication; the interval says no more than that.
"""

from datetime import date

from reportedly.annotate.document import Document
from reportedly.annotate.happenings.verbs import Tense, begins
from reportedly.annotate.parse.model import Token
from reportedly.calendar import Interval, find_interval

#: Weeklies carry news of the week.
NEWS_DAYS = 6
#: Sentences of the body in which the news stands; later ones give the background.
LEAD_SENTENCES = 5
#: Shorter ones are place lines, labels and bylines.
_FEWEST_WORDS = 6
_NOT_BODY = frozenset(("title", "byline", "dateline", "caption", "list", "boilerplate"))
#: Clauses that tell what the sentence is about; what stands in others can be long past.
_MAIN = frozenset(("ROOT", "conj"))
#: What tells of a life, and is news only with its day: "Ms Quill, 44, was born four streets away".
_OF_A_LIFE = frozenset(("bear", "grow", "graduate", "study"))


class Lead:
    """The first sentences of one article, and the days on which their news happened."""

    def __init__(self, document: Document) -> None:
        published = find_interval(document.article.published)
        self._day: date | None = published.exact_day if published else None
        self._sentences = _first_sentences(document) if self._day else frozenset()
        self._parse = document.parse

    def find_day(self, verb: Token, tense: Tense) -> Interval | None:
        """The days up to publication for a main verb there, in the past or the perfect."""
        if self._day is None or tense not in ("past", "perfect"):
            return None
        if verb.lemma.lower() in _OF_A_LIFE or begins(self._parse, verb):
            return None
        if verb.sentence not in self._sentences or not self._is_main(verb):
            return None
        return Interval.of_day(self._day).widened(before_days=NEWS_DAYS)

    def find_reported_day(self, verb: Token, tense: Tense) -> Interval | None:
        """The days up to publication for what the first sentence tells before it says who says so:
        "A barge has sunk off Ludden, the harbour office said on Friday".  What stands after the one
        who says it, or in later sentences, is theirs alone."""
        if self._day is None or tense not in ("past", "perfect"):
            return None
        if verb.sentence != min(self._sentences, default=-1) or verb.lemma.lower() in _OF_A_LIFE:
            return None
        head = self._parse.tokens[verb.head]
        trails = verb.dep in ("ccomp", "parataxis") and head.dep == "ROOT" and head.i > verb.i
        if not trails:
            return None
        return Interval.of_day(self._day).widened(before_days=NEWS_DAYS)

    def _is_main(self, verb: Token) -> bool:
        """True for the main verb of its sentence and verbs coordinated with it, unless it is in
        the past perfect: "had left" looks further back."""
        children = (self._parse.tokens[child] for child in self._parse.children[verb.i])
        if any(t.lower in ("had", "'d") for t in children if t.dep == "aux"):
            return False
        while verb.dep == "conj" and verb.head != verb.i:
            verb = self._parse.tokens[verb.head]
        return verb.dep in _MAIN


def _first_sentences(document: Document) -> frozenset[int]:
    found: list[int] = []
    for number, sentence in enumerate(document.parse.sentences):
        tokens = document.parse.tokens[sentence.first : sentence.last]
        words = [token for token in tokens if token.text.isalpha()]
        if len(words) < _FEWEST_WORDS:
            continue
        if document.kind_at((words[0].start, words[0].end)) in _NOT_BODY:
            continue
        found.append(number)
        if len(found) == LEAD_SENTENCES:
            break
    return frozenset(found)
