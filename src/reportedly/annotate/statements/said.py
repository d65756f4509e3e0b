"""When something was said, as the words around it and the article's day allow.

In: a telling, the article's expressions of time and its latest day.  Out: first and last day.
"""

import re
from collections.abc import Sequence

from reportedly.annotate.parse.model import Token
from reportedly.annotate.statements import lexicon
from reportedly.annotate.statements.telling import Telling, lies_in
from reportedly.model import Timex
from reportedly.offsets import Span, overlaps

Days = tuple[str | None, str | None]

#: A date further from the cue, in characters, belongs to something else.
_NEAR = 60
#: "Has said since 2015", "since the ferry sank in March, she has said": from then on.
_FROM = re.compile(r"\bsince\s+(?:the\s+)?(?:early\s+|late\s+)?\Z", re.IGNORECASE)
_FROM_CLAUSE = re.compile(r"\A\W*(?:ever\s+)?since\s[^,;]*\Z", re.IGNORECASE)
#: "Until Monday she had said": up to then.
_UP_TO = re.compile(
    r"\b(?:until|till|before|prior\s+to|ahead\s+of|by|up\s+to|as\s+late\s+as)\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)
#: "Before the hearing on Monday", "ahead of the vote this Friday": up to then too.
_UP_TO_EVENT = re.compile(
    r"\b(?:before|ahead\s+of|prior\s+to|in\s+the\s+run-up\s+to)\s+(?:the|a|an|his|her|its|their)"
    r"(?:\s+[\w’'-]+){1,4}(?:\s+on)?\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)
#: "In a talk to be broadcast on Sunday".
_TO_BE = re.compile(r"\bto\s+be\s+[a-z]+(?:\s+on)?\s+\Z")
#: Verbs below which an infinitive tells what is still to come: "as they prepared to vote".
_PLANNING = frozenset(
    ("agree", "aim", "due", "expect", "hope", "intend", "plan", "pledge", "prepare", "promise")
) | {"ready", "schedule", "set", "slate", "vow", "want"}
_MODALS = frozenset(("will", "'ll", "’ll", "wo", "would", "shall", "may", "might", "could"))
#: Characters before a date in which such a word, or the clause that it opens, stands.
_BEFORE_CHARS = 80


def limited(days: Days | None, published_latest: str | None) -> Days:
    """`days` (any day where None) up to publication, by when a thing reported was said."""
    earliest, latest = days or (None, None)
    if published_latest is not None:
        if earliest is not None and earliest > published_latest:
            earliest = latest = None
        latest = min(latest or published_latest, published_latest)
    return earliest, latest


def find_stated_days(telling: Telling, timexes: Sequence[Timex]) -> Days | None:
    """The days that the date nearest to the cue, in its sentence, gives; None without a date."""
    cue = (telling.attribution.cue or telling.attribution.source)[:1]
    around = [token.span for token in telling.around]
    if not cue or not around:
        return None
    dated = find_dates(timexes, (around[0][0], around[-1][1]))
    dated = [t for t in dated if any(overlaps(t.span, span) for span in around)]
    if not _is_document(telling):
        # What an article says of a speaker has days of its own: "the mayor, elected in 2016".
        dated = [t for t in dated if not lies_in(t.span, telling.attribution.source)]
        dated = [t for t in dated if not _is_told_of_else(telling, t)]
    if not dated:
        return None
    nearest = min(dated, key=lambda t: (_gap(t.span, cue[0]), t.span))
    if _gap(nearest.span, cue[0]) >= _NEAR:
        return None
    return days_told(telling.text, nearest)


def find_dates(timexes: Sequence[Timex], reach: Span) -> list[Timex]:
    """The expressions of time in `reach` that name days."""
    return [
        t
        for t in timexes
        if t.type in ("DATE", "TIME") and t.earliest is not None and overlaps(t.span, reach)
    ]


def days_told(text: str, timex: Timex) -> Days:
    """The days of an expression, or from or up to them, as the word before it says."""
    before = text[max(0, timex.span[0] - _BEFORE_CHARS) : timex.span[0]]
    clause = re.split(r"(?<=[.!?\n])\s", before)[-1]
    if _FROM.search(before) or _FROM_CLAUSE.match(clause):
        return timex.earliest, None
    if _UP_TO.search(before) or _UP_TO_EVENT.search(clause):
        return None, timex.latest
    return timex.earliest, timex.latest


def _is_document(telling: Telling) -> bool:
    """True where the source is a report or a letter: its date is the day of its words."""
    return telling.head is not None and telling.head.lemma.lower() in lexicon.DOCUMENTS


def _is_told_of_else(telling: Telling, timex: Timex) -> bool:
    """True for a date that hangs on another clause than the cue's.

    On one about a person ("Quill, who left in May, said"), on one that "and" joins to the cue
    with its own subject ("they met in 1996, and Quill said"), or on the one around a cue that
    only describes ("on Tuesday they voted, a step that Quill called wise"); or on what is or was
    to come ("ahead of the trial, which opens on 4 May", "in a talk to be aired on Sunday").
    """
    if _TO_BE.search(telling.text[max(0, timex.span[0] - _BEFORE_CHARS) : timex.span[0]]):
        return True
    tokens, cue = telling.parse.tokens, telling.verb
    token = next((t for t in telling.around if overlaps(t.span, timex.span)), None)
    if token is None or cue is None:
        return False
    if cue.dep == "relcl" and token.i not in telling.parse.subtree(cue.i):
        return True
    for _ in range(len(telling.around)):
        above = tokens[token.head]
        if token.i == cue.i or above.i == token.i:
            return False
        if _tells_of_person(telling, token, above) or _looks_forward(telling, token, above):
            return True
        joined = token.dep == "conj" and above.i == cue.i
        if joined or (above.pos == "VERB" and _is_joined_to(telling, above, cue)):
            return _has_subject(telling, token if joined else cue)
        token = above
    return False


def _tells_of_person(telling: Telling, clause: Token, noun: Token) -> bool:
    """True for the clause in "the mayor, elected in 2016" and "a nurse who left in May"."""
    if clause.dep == "relcl":
        below = (telling.parse.tokens[i] for i in telling.parse.subtree(clause.i))
        return any(t.lower == "who" for t in below)
    of_source = telling.head is not None and noun.i == telling.head.i
    return clause.dep == "acl" and clause.tag == "VBN" and of_source


def _looks_forward(telling: Telling, clause: Token, above: Token) -> bool:
    """True for the clause in "which opens on Friday", "that will air" and "prepared to vote"."""
    tokens = telling.parse.tokens
    below = [tokens[i] for i in telling.parse.children[clause.i]]
    if clause.dep == "relcl":
        modal = any(t.dep == "aux" and t.lower in _MODALS for t in below)
        return modal or (clause.tag in ("VBZ", "VBP") and not any(t.dep == "aux" for t in below))
    infinitive = clause.tag == "VB" and any(t.tag == "TO" for t in below)
    passive = clause.tag == "VBN" and any(t.tag == "TO" for t in below)
    if not (infinitive or passive):
        return False
    return clause.dep in ("acl", "relcl") or above.lemma.lower() in _PLANNING


def _is_joined_to(telling: Telling, verb: Token, cue: Token) -> bool:
    return cue.dep == "conj" and telling.parse.tokens[cue.head].i == verb.i


def _has_subject(telling: Telling, verb: Token) -> bool:
    tokens = telling.parse.tokens
    return any(tokens[i].dep.startswith("nsubj") for i in telling.parse.children[verb.i])


def _gap(a: Span, b: Span) -> int:
    return max(b[0] - a[1], a[0] - b[1], 0)
