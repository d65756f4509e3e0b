"""Which day a clause's own words give to its verb.

Only an expression of time that hangs on the verb itself, bare or by `on`, `in`, `at` or `during`,
dates it: "the March broadcast shocked them" says nothing about when they were shocked.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from reportedly.annotate.happenings.lexicon import (
    DATING_PREPOSITIONS,
    HOUR_ALONE,
    NEVER_CAPITAL,
    POINTING_BACK,
)
from reportedly.annotate.happenings.verbs import Tense, begins, find_split_auxiliary
from reportedly.annotate.parse.model import Parse, Token
from reportedly.calendar import (
    ANY_DAY,
    Interval,
    find_intersection,
    find_interval,
    interval_from_iso,
)
from reportedly.model import Article, Timex

#: A year and no more: a longer time is a period in which something was the case.
WIDEST_DAYS = 366
#: Nouns and prepositions between a verb and a day that belongs to it.
MOST_NOUNS = 6
#: Before all days of which articles tell: nothing meets it.
_NEVER = Interval(None, date.min)
#: "A Saturday in June" is any of them.
_INDEFINITE = frozenset(("a", "an", "one", "some", "any", "every", "each"))
#: "Tuesday marked a turn": the day itself is what the sentence is about.
_SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj"))


class Dates:
    """The expressions of time of one article, by the verb that each of them dates."""

    def __init__(self, parse: Parse, timexes: Iterable[Timex], article: Article) -> None:
        self._article = article
        self._parse = parse
        self._timexes = tuple(timexes)
        self._by_verb: dict[int, list[Interval | None]] = {}
        #: Verbs with a day that lacks its year, in an article without a day.
        self._open: set[int] = set()
        for timex in self._timexes:
            if timex.type not in ("DATE", "TIME") or _is_hour(timex):
                continue
            verb = None if _is_title(parse, timex) else find_dated_verb(parse, timex)
            if verb:
                self._by_verb.setdefault(verb.i, []).append(find_day(parse, timex))
                if article.published is None and _is_open(parse, timex):
                    self._open.add(verb.i)

    def find_day(self, verb: Token, tense: Tense) -> Interval | None:
        """The days given to `verb`; None when none is given, or one that its tense rules out."""
        given = self._by_verb.get(verb.i, [])
        days = [interval for interval in given if interval]
        # "Four years later, on a Saturday in June": one part that stays open leaves the rest open.
        if not days or len(days) < len(given):
            return None
        return find_intersection(*days, self._possible(tense))

    def is_given(self, verb: Token, days: Interval) -> bool:
        """True when some expression of time hangs on `verb`, understood or not, or its sentence
        names a day that is not after `days`: it may be the day of `verb` in a way not seen here."""
        named = self._around(verb)
        last = days.iso()[1]
        early = any(t.earliest and (last is None or t.earliest <= last) for t in named)
        return early or verb.i in self._by_verb

    def looks_back(self, verb: Token, days: Interval) -> bool:
        """True when an expression of time hangs on `verb`, understood or not, or its sentence names
        a date that is before `days` or not understood."""
        first = days.iso()[0] or ""
        named = (t for t in self._around(verb) if t.type == "DATE")
        return verb.i in self._by_verb or any((t.latest or "") < first for t in named)

    def _around(self, verb: Token) -> Iterator[Timex]:
        """The expressions of time in the sentence of `verb`."""
        sentence = self._parse.sentences[verb.sentence]
        return (t for t in self._timexes if sentence.start <= t.span[0] < sentence.end)

    def is_open(self, verb: Token, tense: Tense) -> bool:
        """True for what is told as past on a day whose year the article's own day would give."""
        return tense == "past" and verb.i in self._open

    def _possible(self, tense: Tense) -> Interval:
        """The past ends with the article's last possible day, the future starts with its first."""
        article = self._article
        published = find_interval(article.published)
        if tense == "present":
            return self._after()
        if tense in ("past", "perfect"):
            latest = find_interval(article.published_latest) or published
            return Interval(None, latest.latest) if latest else ANY_DAY
        earliest = find_interval(article.published_earliest) or published
        return Interval(earliest.earliest, None) if earliest else ANY_DAY

    def _after(self) -> Interval:
        """The days after the last possible day of publication; none are known without one."""
        latest = find_interval(self._article.published_latest or self._article.published)
        if latest is None or latest.latest is None:
            return _NEVER
        return Interval(latest.latest + timedelta(days=1), None)


def find_day(parse: Parse, timex: Timex) -> Interval | None:
    """The interval of a date no wider than a year, else None.

    What points back into the story ("the same day") and any day of a kind ("a Saturday") stay open.
    """
    if not (timex.earliest and timex.latest) or POINTING_BACK.search(timex.text):
        return None
    tokens = parse.tokens_in(timex.span)
    first = tokens[0].i if tokens else 0
    if {t.lower for t in parse.tokens[max(0, first - 1) : first + 1]} & _INDEFINITE:
        return None
    interval = interval_from_iso(timex.earliest, timex.latest)
    width = interval.width_days
    return interval if width is not None and width <= WIDEST_DAYS else None


def _is_open(parse: Parse, timex: Timex) -> bool:
    """True for a day or month without its year, not for one that points back into the story."""
    if timex.earliest or timex.latest or POINTING_BACK.search(timex.text):
        return False
    tokens = parse.tokens_in(timex.span)
    before = parse.tokens[max(0, tokens[0].i - 1)].lower if tokens else ""
    return timex.value.startswith("XXXX-") and before not in _INDEFINITE | {"since", "until"}


def _is_hour(timex: Timex) -> bool:
    return timex.type == "TIME" and HOUR_ALONE.fullmatch(timex.text.strip()) is not None


def _is_title(parse: Parse, timex: Timex) -> bool:
    """True for a capital inside a sentence: "Today" and "This Week" are programmes."""
    if not NEVER_CAPITAL.match(timex.text):
        return False
    tokens = parse.tokens_in(timex.span)
    if not tokens:
        return False
    first = tokens[0]
    at_start = first.i == parse.sentences[first.sentence].first
    return not at_start and parse.tokens[first.i - 1].pos != "PUNCT"


def find_dated_verb(parse: Parse, timex: Timex) -> Token | None:
    """The verb on which an expression of time hangs, directly or by a dating preposition."""
    tokens = parse.tokens_in(timex.span)
    if not tokens:
        return None
    after = parse.tokens[min(tokens[-1].i + 1, len(parse.tokens) - 1)]
    if find_split_auxiliary(parse, after):
        return after
    inside = {token.i for token in tokens}
    tops = [t for t in tokens if t.head not in inside or t.head == t.i]
    for top in tops:
        if top.head == top.i or top.dep in _SUBJECTS:
            continue
        head = parse.tokens[top.head]
        if top.pos == "ADP" and head.pos == "VERB":
            return head
        if head.lower == "since" and begins(parse, parse.tokens[head.head]):
            return parse.tokens[head.head]
        if head.pos == "ADP" and head.lower in DATING_PREPOSITIONS:
            head = parse.tokens[head.head]
        if head.pos == "VERB":
            return head
        exact = timex.earliest == timex.latest and top.dep in ("npadvmod", "pobj")
        if exact and head.pos in ("NOUN", "PROPN"):
            return _find_verb_of_object(parse, head, top)
        if top.dep == "poss" and head.dep == "pobj":
            # "She sang at Friday's fair".
            preposition = parse.tokens[head.head]
            verb = parse.tokens[preposition.head]
            if preposition.lower in ("at", "in", "on") and verb.pos == "VERB":
                return verb
    return None


def _find_verb_of_object(parse: Parse, noun: Token, day: Token) -> Token | None:
    """The verb whose object or place a day seems to hang on: "made a flight Tuesday", "was shown
    at a fair in Ludden on 3 May".  Parsers attach such a day to the last noun."""
    for _ in range(MOST_NOUNS):
        if noun.pos == "VERB":
            return noun if noun.i < day.i else None
        if noun.dep not in ("dobj", "attr", "pobj", "prep", "appos", "agent") or noun.i > day.i:
            return None
        noun = parse.tokens[noun.head]
    return None
