"""Does the clause that names a day, month or season look ahead or back?  Its verbs say so.

In: a text and a span.  Out: "ahead", "back", or None where no verb and no word of time decides.
The nearest verb before the span counts, and for a span that opens its sentence the first after.
"""

import re
from typing import Literal

from reportedly.offsets import Span

#: How far back the verb may stand.  Longer sentences have a nearer verb of their own.
REACH_CHARS = 160
#: What stands before a time that opens its sentence: "But late on Tuesday, …".
_OPENING = re.compile(
    r"\W*(?:(?:and|but|so|then|early|late|on|in|by|at|until|from|since|last|next|this|the)\b\W*)*",
    re.IGNORECASE,
)

#: `planned`: what was to be then, whether it has been since or not.
Direction = Literal["ahead", "back", "planned"]

_MODAL = r"(?:will|won't|'ll|shall|would|could|may|might|should|must|can|cannot|can't)"
_AHEAD = re.compile(
    # What follows "will … be" is no past: "would be paid", "will still be held".
    rf"\b{_MODAL}(?:(?: [a-z]+){{0,2}}? be(?: [a-z]+ly)? [a-z]+|\b)"
    r"|\b(?:(?:(?:is|are|was|were|set) )?to be(?: [a-z]+(?:ed|en|ld|de))?|(?:is|are|was|were) to"
    r"|going to|gonna|set (?:to|for)|scheduled|expect(?:s|ed)?|plans? to|planned|planning|due"
    r"|slated|hopes?|hoping|aims?|intends?|[Ii]f|[Uu]nless|when (?:he|she|it) (?!was|has|is)[a-z]+s"
    r"|deadline|upcoming|[Aa]head of|looms?|begins?|starts?|ends?|opens?|runs?|tickets|heading into"
    r"|meets?|returns?|resumes?|arrives?|leaves?|departs?|visits?|faces?|facing|takes? place"
    r"|kicks? off|holds?|votes"
    r"|(?:chances?|odds|prospects?|likelihood|threat|risk|hopes?|possibility) of"
    r"|(?:he|she|it|they|who|(?-i:[A-Z][a-z]+)) (?:wins|loses)"
    r"|no later than|as early as|as soon as|postponed|delayed|rescheduled"
    r"|starting|beginning|ending|expires?|expiring|matures|maturing|effective|payable)\b"
)
#: What one does at once, and about what is over: "took to the radio to complain about".
_SAYING = (
    r"accuse|admit|announce|apologi[sz]e|assess|blame|celebrate|comment|complain|condemn|criticize"
    r"|declare|denounce|deny|describe|discuss|explain|know|mark|mourn|praise|protest|recall|reject"
    r"|report|respond|say|show|suggest|tell|thank|understand"
)
#: Words after "to" that are no verbs: "to the voters", "to delegates", "to death".
_NO_VERB = (
    r"the|an|his|her|their|its|our|my|your|this|that|these|those|death|date|about|more|some|all"
    r"|any|one|two|three|me|him|them|us|you|it|himself|herself|themselves|dinner|lunch|school|church|court|prison|jail|parliament|[a-z]+ing"
    r"|(?!focus\b)[a-z]+[^s\W]s"
)
_PURPOSE = re.compile(rf"\bto (?!(?:{_NO_VERB}|{_SAYING})\b)[a-z]{{2,}}\b")
#: "Tuesday's vote" hangs on the verb of no clause before it, unless that sets a term.
_POSSESSIVE = re.compile(r"'s?\s+[A-Za-z]")
_DAY_ENDS = ("day", "night", "morning", "evening", "afternoon")
_BACK = re.compile(
    # A plan that was made before is over: "had been due to expire".
    r"\bhad (?:\w+ )?(?:been )?(?:originally |previously |initially )?"
    r"(?:scheduled|expected|planned|slated|due|set|hoped) (?:to|for)(?: be)?(?: \w+)?"
    # What was tried, and not planned: "threatened to leave", "has yet to answer".
    r"|\b(?:declined|refused|failed|seemed|appeared|began|continued|tried|threatened|managed"
    r"|struggled|happened|rushed|yet|used) to [a-z]+"
    # What somebody has done: "was quick to answer", "forced him to leave", "how to begin".
    r"|\b(?:quick|swift|first|last|able|unable|chose|opted|how|whom) to (?:[a-z]+ly )?[a-z]+"
    r"|\bforced (?:\w+ ){1,3}to [a-z]+"
    # What nobody could do yesterday: "could not be reached".
    r"|\bcould(?: not|n't)(?: be)? [a-z]+|\bcould be (?:reached|located|found|seen|heard)"
    # "a still unspecified date" has no verb, "the United States" neither.
    r"|\b(?:was|were|had|has|have|did|said|told|met|began|came|went|made|took|left|gave|won|lost"
    r"|held|saw|found|got|fell|rose|sent|led|ran|wrote|spoke|became|kept|brought|shot|struck"
    r"|broke|cut|put|hit|shut|built|bought|sold|died|since|after|following|ago"
    r"|(?<!\ba )(?<!\ban )(?<!\bthe )(?<!\bits )(?<!\btheir )(?<!\bhis )(?<!\bher )(?<!\bstill )"
    r"(?!need|indeed|hundred|speed)[a-z]{2,}ed)\b",
)
#: A verb right after the day that reports: "on Sunday issued".
_BACK_AFTER = re.compile(r"\s+(?:[a-z]+ly\s+)?(?:was|were|had|did|said|told|[a-z]{2,}ed)\b")
#: What has happened on the day that follows: "the win Tuesday", "his remarks on Monday".
_DONE = re.compile(
    r"(?:\b(?:the|his|her|their|its)|'s)\s+(?:[a-z]+\s+){0,2}(?:wins?|victor(?:y|ies)|loss(?:es)?"
    r"|defeats?|attacks?|shootings?|killings?|remarks|comments|announcement|ruling|decision|death"
    r"|resignation|arrest|firing)\s+(?:on\s+)?(?:(?:early|late)\s+)?\Z"
)
#: What is named by a day that is over: "in a Tuesday interview with the paper".
_NAMED_AFTER = re.compile(
    r"'?s? (?:morning |afternoon |evening |night )?(?:[a-z]+ )?(?:interview|statement|speech|email"
    r"|e-mail|letter|tweet|post|report|editorial|column|article|filing|ruling|memo|appearance)\b"
)
#: The first verb after a day that opens its sentence: "On Tuesday, the league will …".
_FIRST_AHEAD = re.compile(
    r"\b(?:will|won't|shall|(?:is|are) (?:to|due|set|scheduled|expected|going)"
    r"|plans? to|expects? to|intends? to)\b|'ll\b"
)
_SENTENCE_END = re.compile(r"[.!?][\"')]*\s+(?=[\"'(]*[A-Z])|\n\s*\n")
#: What was planned at some time before: "was to speak", "was scheduled to".
_PLANNED = re.compile(
    r"\b(?:was|were) (?:[a-z]+ly |also )?(?:(?:scheduled|expected|planned|slated|due|set)\b"
    r"(?: to\b(?: be)?(?: [a-z]+)?)?|to\b(?: be)?(?: [a-z]+)?)"
)
#: Verbs that end in -ed or stand in the past, yet announce.
_ANNOUNCING = re.compile(r"\b(?:scheduled|expected|planned|slated|postponed|delayed|rescheduled)\b")
#: Words right before the time that set it as a term.
_TERM = re.compile(
    r"\b(?:by|before|until|till|through)\s+(?:the\s+)?(?:(?:end|close|middle|start|beginning)"
    r"\s+of\s+)?(?:early\s+|mid[ -]|late\s+)?\Z",
    re.IGNORECASE,
)
#: What was over at that term, before the words that set it or after a comma.
_OVER = re.compile(
    r"\b(?:had|was|were|did)\b(?!\s+(?:until|till|to)\b)|\b(?:has|have)\s+(?:held|voted)\b"
)


#: What somebody has done before a day is over with it; what he did until or by then may not be,
#: nor what he did before "Monday's vote".
_BEFORE = re.compile(r"\bbefore\s+(?:the\s+)?\Z", re.IGNORECASE)


def _looks_ahead(clause: str) -> bool:
    return bool(_AHEAD.search(clause) or _PURPOSE.search(clause))


def find_direction(text: str, span: Span) -> Direction | None:
    """Whether the words around `span`, in its sentence, announce ("ahead") or report ("back")."""
    if _BACK_AFTER.match(text, span[1]):
        return "back"
    before, after = _sentence(text, span)
    if _NAMED_AFTER.match(text, span[1]) and re.search(r"\b(?:in|during|by|from) an? \Z", before):
        return "back"
    if _DONE.search(before):
        return "back"
    if _TERM.search(before):
        clause = _last_clause(before)
        over = _BEFORE.search(before) and not _POSSESSIVE.match(text, span[1])
        if over and _BACK.search(clause) and not _looks_ahead(clause):
            return "back"
        return "back" if _OVER.search(clause) or _OVER.search(after) else "ahead"
    if _OPENING.fullmatch(before):
        return _of_the_first_verb(after)
    # Of two that end together the longer has the other inside.
    looks = [*_AHEAD.finditer(before)]
    if not (text.endswith(_DAY_ENDS, span[0], span[1]) and _POSSESSIVE.match(text, span[1])):
        looks += _PURPOSE.finditer(before)
    ahead = max(((m.end(), -m.start()) for m in looks), default=None)
    back = max(
        (
            (m.end(), -m.start())
            for m in _BACK.finditer(before)
            if not _ANNOUNCING.match(before, m.start())
        ),
        default=None,
    )
    if ahead and (back is None or ahead > back) and _was_planned(before, ahead[0]):
        return "planned"
    if ahead is None or back is None:
        return "ahead" if ahead else "back" if back else None
    return "ahead" if ahead > back else "back"


def _was_planned(before: str, end: int) -> bool:
    """True where what looks ahead up to `end` did so at some time before."""
    return any(m.end() == end for m in _PLANNED.finditer(before))


def _sentence(text: str, span: Span) -> tuple[str, str]:
    """The words of the sentence before and after `span`, at most `REACH_CHARS` of each."""
    before = text[max(0, span[0] - REACH_CHARS) : span[0]]
    after = text[span[1] : span[1] + REACH_CHARS]
    starts = [m.end() for m in _SENTENCE_END.finditer(before)]
    stop = _SENTENCE_END.search(after)
    before = before[starts[-1] :] if starts else before
    return " ".join(before.split()) + " ", " ".join(after[: stop.start() if stop else None].split())


def _last_clause(before: str) -> str:
    return before[max(before.rfind(", "), before.rfind(";"), 0) :]


def _of_the_first_verb(after: str) -> Direction | None:
    ahead, back = _FIRST_AHEAD.search(after), _BACK.search(after)
    if ahead and (back is None or ahead.start() < back.start()):
        return "ahead"
    return "back" if back else None
