"""Sentences that say how a matter stands, with whom and what they are about: the material of
`overtaken`."""

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from reportedly.calendar import ANY_DAY, Interval, interval_from_iso
from reportedly.model import Evidence, Statement
from reportedly.offsets import Span, hull, overlaps
from reportedly.reconcile.findings.corrections import notices
from reportedly.reconcile.findings.frames import CLAUSE_END, Sign, signs_in
from reportedly.reconcile.findings.named_things import theme_in
from reportedly.reconcile.findings.pile import Pile
from reportedly.reconcile.findings.sentences import sentence_at
from reportedly.reconcile.findings.theme import Theme
from reportedly.reconcile.findings.themes import theme_of

Role = Literal["lasts", "comes", "waits", "changed", "failed", "late", "came"]
"""What a passage does: it says that a matter will stay as it is, that a change will come, or will
not come before a day; or it tells that it changed, that the change did not come, came late, or came
on a day that it gives."""

#: Which tellings overtake what was said.
OVERTAKEN_BY: dict[Role, frozenset[Role]] = {
    "lasts": frozenset(("changed", "came")),
    "comes": frozenset(("failed", "late", "came")),
    "waits": frozenset(("came",)),
}
_OUTLOOKS = frozenset(OVERTAKEN_BY)
#: A condition, a time limit that is one, or a thought: what hangs on them binds nobody.
_CONDITION = re.compile(
    r"\b(?:if|unless|until|till|as\s+long\s+as|so\s+long\s+as|in\s+case|provided|providing|while(?=\s+i\b)"
    r"|in\s+(?:my|his|her)\s+lifetime|without)\b(?!\s+(?:i|he|she|we|they)(?:[’']m|[’']re|\s+am|\s+is"
    r"|\s+was|\s+are|\s+were|m)?\s+(?:still\s+)?(?:alive|breath(?:e|es|ing)|live|lives|living|die"
    r"|ha(?:ve|s)\s+(?:an?|any|my|his|her)\s+(?:breath|heartbeat|pulse|say|voice))\b)",
    re.IGNORECASE,
)
#: What hangs on a condition ends where the sentence goes on to something else.
_NEXT_CLAUSE = re.compile(r",\s+(?:and|but|nor)\b|;")
#: A day or season by which something is to come, behind the words that foretell it.
_DEADLINE = re.compile(
    r"\b(?:by|in|before|this|next|on|until|within|for|at\s+the\s+end\s+of|the\s+first)\b[^.;:!?\n]{0,25}?"
    r"\b(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|spring|summer|autumn|fall|winter|christmas|easter|monday|tuesday|wednesday|thursday|friday"
    r"|saturday|sunday|weeks?|months?|years?|season|(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
#: Who announces what will be has settled it.
_ANNOUNCING = re.compile(r"\b(?:announc|reveal|decid)", re.IGNORECASE)
_RULING_OUT = re.compile(r"\brul(?:e|es|ed|ing)\s+out\b", re.IGNORECASE)
#: A second thing and its day, for which the verb is not said again.
_SECOND = re.compile(
    r",?\s+and\s+((?:the|a|its|their|his|her)\s+[^,.;:!?\n]{3,60}?)\s+(?=(?:by|in|next|this|on|before)\s)"
)
SECOND_CHARS = 160
#: "Will not open before the autumn".
_NOT_BEFORE = re.compile(r"\s+(?:before|until|till)\b", re.IGNORECASE)
#: "Before 2020": no day that hangs on something else ("before the roof is on").
_BEFORE_A_DAY = re.compile(
    r"\s+(?:before|until|till)\s+(?:the\s+)?(?:[a-z]+\s+(?:of\s+)?){0,2}(?-i:[A-Z]\w+\s+)?"
    r"(?:\d{1,2}\s+)?(?:(?:19|20)\d\d\b|(?:next\s+)?(?:spring|summer|autumn|winter|year)\b|(?-i:[A-Z]))",
    re.IGNORECASE,
)
#: Characters of what is denied in which the denial's own clause lies.
DENIED_CHARS = 80
_ON = re.compile(r"\s+(?:for\s+good\s+|its\s+doors\s+|down\s+)?on\s", re.IGNORECASE)
#: Characters behind a verb in which a day begins.
NEXT_CHARS = 25
#: Characters behind the words in which the deadline stands.
DEADLINE_CHARS = 70


#: "When he ran", "after she had resigned", years ago: of another time than that of the report.
_LONG_AGO = re.compile(
    r"\b(?:who|which|that)\s+had\s+$|\b(?:when|while|where)\s+(?:[\w’'.-]+\s+){0,3}$|\b(?:years?|decades?)\s+(?:ago|earlier|before)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that say how a matter stands on a day."""

    sign: Sign
    role: Role
    article_id: str
    span: Span
    theme: Theme
    published: Interval
    statement: Statement | None = None
    has_deadline: bool = False
    day: Interval = ANY_DAY
    """when it is to come, or came, as far as its sentence says so"""
    years: frozenset[int] = frozenset()
    """years named in its sentence"""
    said_latest: date | None = None
    """last day on which the words can have been said, by any report of them"""

    @property
    def evidence(self) -> Evidence:
        """Where it stands."""
        own = self.statement.statement_id if self.statement else None
        return Evidence(self.article_id, self.span, own)

    @property
    def is_outlook(self) -> bool:
        """True for what is foretold, vowed or denied."""
        return self.role in _OUTLOOKS

    def shared_keys(self) -> Iterator[str]:
        """What an outlook and what overtakes it have in common."""
        for way, tellings in OVERTAKEN_BY.items():
            if self.role == way or self.role in tellings:
                for key in self.theme.shared_keys(self.sign.matter):
                    yield f"{self.sign.matter.name} {way} {key}"


def passages_of(pile: Pile) -> Iterator[Passage]:
    """All signs of matters in all articles, outside boilerplate and corrections, in order."""
    by_article: dict[str, list[Statement]] = {}
    for statement in pile.rows(Statement):
        by_article.setdefault(statement.article_id, []).append(statement)
    for article_id in sorted(pile.articles):
        text = pile.articles[article_id].text
        # What a notice corrects was never so, and when the rest was, it does not say.
        skipped = [*pile.boilerplate.get(article_id, []), *notices(text)]
        statements = by_article.get(article_id, [])
        speech = sorted(span for s in statements for span in s.content)
        for sign in signs_in(text, functools.partial(_speech_start, speech)):
            if not any(overlaps(sign.span, span) for span in skipped):
                passage = _find_passage(sign, article_id, statements, pile)
                if passage:
                    yield passage
                    yield from _likewise(passage, pile)
                    if _is_settled(passage, pile):
                        yield replace(passage, role="changed")
                    if waiting := _as_waiting(passage, pile):
                        yield waiting


#: What a clause in the middle of a sentence tells has days of its own.
_WHICH = re.compile(r",\s+(?:who|whom|whose|which|where)\b[^,.;:\n]{1,160},")
_FOR_SOMEBODY = re.compile(r"(?:her|his|their|its)\s|.{0,40}[a-z]['\u2019]s?\s", re.IGNORECASE)


def _find_passage(
    found: Sign, article_id: str, statements: list[Statement], pile: Pile
) -> Passage | None:
    text = pile.articles[article_id].text
    said_in = _statement_at(found.span, statements)
    denies = said_in is not None and _is_denied(found, said_in, text)
    sign = replace(found, negated=not found.negated) if denies else found
    sentence = sentence_at(text, sign.span[0])
    role = _find_role(sign, said_in)
    own = _is_own_news(sign, said_in, article_id, pile)
    role = role or ("changed" if own else None)
    if role == "lasts" and sign.matter.late and _NOT_BEFORE.match(text, sign.span[1]):
        role = "late"
    if role is None or not _binds(role, text, sentence, sign):
        return None
    ahead = sign.span[1], sign.span[1] + DEADLINE_CHARS
    has_deadline = _DEADLINE.search(text, *ahead) is not None
    if role == "comes" and sign.voice == "present" and not has_deadline:
        return None
    day = ANY_DAY
    if sign.matter.late:
        day = _day_in(article_id, ahead if role == "comes" else sentence, pile)
        role = "came" if role == "changed" and day != ANY_DAY else role
    elif role == "comes" and has_deadline:
        day = _day_in(article_id, ahead, pile)
    theme = theme_of(sign, article_id, said_in, pile)
    if not theme:
        return None
    return Passage(
        sign=sign,
        role=role,
        article_id=article_id,
        span=hull(said_in.content) if said_in else sentence,
        theme=theme,
        published=pile.published(article_id),
        statement=said_in,
        has_deadline=has_deadline,
        day=day,
        years=_years_told(text, sentence, sign),
        said_latest=_said_latest(said_in, pile),
    )


def _years_told(text: str, sentence: Span, sign: Sign) -> frozenset[int]:
    """The years of what is told: "the farm, which they bought in 2018, was sold" has none."""
    clauses = [match.span() for match in _WHICH.finditer(text, *sentence)]
    own = next((span for span in clauses if overlaps(span, sign.span)), sentence)
    named = ((int(match[0]), match.start()) for match in _YEAR.finditer(text, *own))
    others = [] if own in clauses else clauses
    return frozenset(
        year for year, at in named if not any(start <= at < end for start, end in others)
    )


def _said_latest(statement: Statement | None, pile: Pile) -> date | None:
    """ "In 2018 she said": what another article says of when dates the words of an undated one."""
    reports = pile.reports_of(statement.utterance_id) if statement else []
    days = (interval_from_iso(s.said_earliest, s.said_latest).latest for s in reports)
    return min((day for day in days if day), default=None)


def _likewise(passage: Passage, pile: Pile) -> Iterator[Passage]:
    """ "The library will open in March, and the museum by the spring": said of a second thing."""
    if passage.role != "comes" or not passage.has_deadline:
        return
    text, end = pile.articles[passage.article_id].text, passage.sign.span[1]
    stop = sentence_at(text, passage.sign.span[0])[1]
    second = _SECOND.search(text, end, min(stop, end + SECOND_CHARS))
    if second is None:
        return
    theme = theme_in(passage.article_id, second.span(1), passage.theme.around, pile)
    day = _day_in(passage.article_id, (second.end(1), stop), pile)
    if theme and day != ANY_DAY:
        yield replace(passage, theme=theme, day=day)


def _binds(role: Role, text: str, sentence: Span, sign: Sign) -> bool:
    """False for questions, conditions, and what is told of another time."""
    if text[sentence[1] - 1 : sentence[1]] == "?":
        return False
    if role in _OUTLOOKS:
        ends = _NEXT_CLAUSE.search(text, sign.span[1], sentence[1])
        return not _CONDITION.search(text, sentence[0], ends.start() if ends else sentence[1])
    return not _LONG_AGO.search(text, sentence[0], sign.span[0])


def _day_in(article_id: str, span: Span, pile: Pile) -> Interval:
    """The first day, month or season that a passage names; any day where it names none."""
    for timex in pile.timexes.get(article_id, ()):
        if span[0] <= timex.span[0] < span[1] and timex.earliest and timex.latest:
            return interval_from_iso(timex.earliest, timex.latest)
    return ANY_DAY


def _is_own_news(sign: Sign, statement: Statement | None, article_id: str, pile: Pile) -> bool:
    """True for "she announced that she was leaving", "fees will rise, he announced"."""
    if statement is None or sign.negated or sign.side != "changes" or sign.matter.late:
        return False
    if statement.polarity != "asserts" or sign.voice not in ("present", "foretold"):
        return False
    announced = _is_announced(statement, pile)
    if sign.matter.whose != "person":
        return announced or _is_set_by_a_body(sign, statement, pile)
    own = statement.speaker_id in theme_of(sign, article_id, statement, pile).entities
    return (own and announced) or (sign.voice == "present" and (own or _is_of_a_body(statement)))


def _is_settled(passage: Passage, pile: Pile) -> bool:
    """ "She announced that she will tour again": to come, and the end of a vow all the same."""
    statement, sign = passage.statement, passage.sign
    if statement is None or passage.role != "comes" or sign.matter.whose != "person":
        return False
    if statement.polarity != "asserts" or sign.negated or sign.side != "changes":
        return False
    own = statement.speaker_id in passage.theme.entities and _is_announced(statement, pile)
    return own or _is_of_a_body(statement) or _is_told_for(statement, pile)


def _is_told_for(statement: Statement, pile: Pile) -> bool:
    """ "Her label announced": somebody without a name announces it for the one it is of."""
    words = statement.source_text or ""
    return _FOR_SOMEBODY.match(words) is not None and _is_announced(statement, pile)


def _as_waiting(passage: Passage, pile: Pile) -> Passage | None:
    """ "That school won't open before 2020": no plan, and overtaken where it opens earlier."""
    if passage.role != "late" or passage.sign.voice != "foretold":
        return None
    text, end = pile.articles[passage.article_id].text, passage.sign.span[1]
    day = _day_in(passage.article_id, (end, end + NEXT_CHARS), pile)
    if not _BEFORE_A_DAY.match(text, end) or day.earliest is None:
        return None
    return replace(passage, role="waits", day=day)


def _is_set_by_a_body(sign: Sign, statement: Statement, pile: Pile) -> bool:
    """ "The baths will close on 30 June, the ministry said": what a body gives the day of."""
    if statement.source_kind != "organisation" or sign.voice != "foretold":
        return False
    text, end = pile.articles[statement.article_id].text, sign.span[1]
    if not _ON.match(text, end):
        return False
    day = _day_in(statement.article_id, (end, end + NEXT_CHARS), pile)
    return day.exact_day is not None


def _is_announced(statement: Statement, pile: Pile) -> bool:
    text = pile.articles[statement.article_id].text
    return any(_ANNOUNCING.search(text, *span) for span in statement.cue)


def _is_of_a_body(statement: Statement) -> bool:
    """Does a club or company tell it, by name, of one of its own?"""
    return statement.source_kind == "organisation" and statement.speaker_id is not None


def _is_denied(sign: Sign, statement: Statement, text: str) -> bool:
    """True where a verb of denying governs the very clause in which a sign stands."""
    ruled_out = any(_RULING_OUT.search(text, *span) for span in statement.cue)
    if statement.polarity != "denies" and not ruled_out:
        return False
    start = max((s for s, _ in statement.content if s <= sign.span[0]), default=sign.span[0])
    return not CLAUSE_END.search(text, start, sign.span[0]) and sign.span[0] - start <= DENIED_CHARS


def _find_role(sign: Sign, statement: Statement | None) -> Role | None:
    """What a sign does; None where it binds nobody and tells nothing."""
    if statement is not None and statement.polarity != "denies" and _is_open(sign, statement):
        return None
    ahead = sign.voice in ("foretold", "arranged", "present")
    if sign.side == "changes":
        return _role_of_change(sign, statement, ahead)
    if sign.sort == "w":
        return "lasts" if sign.voice == "told" and not sign.negated else None
    if sign.side == "lasts":
        said = statement is not None and sign.sort == "t" and sign.voice == "told"
        held = not sign.negated and (ahead or said)
        return "lasts" if held and (statement is not None or sign.voice == "foretold") else None
    if sign.side == "foresees":
        return None if sign.negated else "comes"
    if sign.voice in ("told", "present") and not sign.negated:
        return "late" if sign.side == "late" else "failed"
    # Two who vow never to part vow more than to marry.
    kept = sign.negated and sign.matter.comes and sign.matter.whose != "couple"
    return "comes" if kept and sign.voice == "foretold" else None


def _is_open(sign: Sign, statement: Statement) -> bool:
    """True for what is asked or left open; of quotations each sentence is looked at by itself."""
    hedged = statement.polarity == "hedges" and sign.voice != "foretold"
    return hedged or (statement.polarity == "asks" and statement.mode != "direct")


def _role_of_change(sign: Sign, statement: Statement | None, ahead: bool) -> Role | None:
    told_so = sign.voice == "told" or (sign.voice == "arranged" and not sign.negated)
    if sign.negated:
        if ahead and sign.matter.late and sign.sort == "t":
            # Who is not ready now vows nothing.
            return None
        if ahead:
            return "lasts" if statement is not None or sign.voice == "foretold" else None
        return "failed" if sign.matter.comes else None
    if sign.matter.comes and (
        sign.voice == "foretold" or (ahead and sign.matter.whose != "person")
    ):
        return "comes"
    # That something is going on is news where the article itself says so.
    return "changed" if told_so or (sign.voice == "present" and statement is None) else None


def _speech_start(speech: list[Span], at: int) -> int:
    """Start of the innermost content span around offset `at`, 0 outside of speech."""
    return max((start for start, end in speech if start <= at < end), default=0)


def _statement_at(span: Span, statements: list[Statement]) -> Statement | None:
    holding = [s for s in statements if any(overlaps(span, content) for content in s.content)]
    if not holding:
        return None
    return min(holding, key=lambda s: (hull(s.content)[1] - hull(s.content)[0], s.statement_id))
