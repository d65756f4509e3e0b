"""Where the subject and the object of words can stand: signs and texts in, spans out."""

import re

from reportedly.content_words import words
from reportedly.offsets import Span
from reportedly.reconcile.findings.frames import Sign
from reportedly.reconcile.findings.sentences import sentence_at

#: Characters between a verb and its subject, and between a verb and the end of its object.
BEFORE_CHARS, AFTER_CHARS = 200, 70
NAME = re.compile(r"(?<![\w’'])[^\W\d_a-z][^\W_]*(?:-[^\W\d_]+)*")
_LAST_WORD = re.compile(r"(?<![\w’'])([^\W\d_]+)\W*$")
#: Ends the phrase that is the object of a verb.
_OBJECT_END = re.compile(
    r"[.,;:!?()\n“”\"–—]"
    r"|\b(?:to|for|by|from|with|in|on|at|as|into|until|till|next|last(?! of\b)|this|that|which|who"
    r"|when|because|if|after|before|since|while|but|over|against|within|during|despite"
    r"|and (?:he|she|it|they))\b",
    re.IGNORECASE,
)
#: "Sell this house", not "sell this week".
_THIS = re.compile(
    r"\s*(?:this|that)\s+(?!(?:week|month|year|spring|summer|autumn|winter|morning|afternoon|evening"
    r"|night|weekend|season|time)\b)(?=[a-z])",
    re.IGNORECASE,
)
_ONLY_A_NAME = re.compile(r",\s[^\W\d_a-z][\w’'-]*(?:\s[^\W\d_a-z][\w’'-]*){0,3},")
_IT = re.compile(r"(?:It|They|This|That|Both)\b")
PREPOSED = re.compile(r"\s*(?:of|between|with|from)\b\s*", re.IGNORECASE)
ASIDE = re.compile(r",[^,;:\n]{1,160},|\([^)\n]{1,100}\)")
_SUBJECT_END = re.compile(r"[.;:!?\n]|,[”\"]?\s|\b(?:that|says?|said|but|and)\b")
#: "The report on the tramway, which has never been printed".
_RELATIVE = re.compile(r",\s*(?:which|who)\b[^,]*$")
#: Between a subject and its verb these say nothing of another subject.
LEADING = frozenset(
    "will would shall wont may has have had hasnt havent hadnt is are was were isnt arent wasnt "
    "werent be been being am im ive id ill s ll d m re ve to not never no also now soon still "
    "then just already finally eventually even both who which that and or plan plans planned "
    "intention intentions of going got gets get due set expected expects about on by did didnt "
    "does doesnt do dont refused refuses refusing declined decided agreed agrees vowed promised "
    "pledged forced had says said he she they it i we himself herself themselves there for having "
    "after denied denies ruled out one day ever again the a an".split()
)
_PRONOUNS = frozenset("it they he she we i".split())
PREPOSITIONS = frozenset(
    "of for to by with against from in at on than like as about after before between out".split()
)


def object_span(sign: Sign, text: str) -> Span:
    """What follows a verb, as far as its object can reach; empty where none can follow."""
    last = text[slice(*sign.span)].rpartition(" ")[2].lower()
    if not sign.transitive or (sign.passive and last not in PREPOSITIONS):
        return sign.span[1], sign.span[1]
    start = sign.span[1]
    behind = PREPOSED.match(text, start)
    if behind and (sign.sort == "n" or sign.side == "fails"):
        start = behind.end()
    shown = _THIS.match(text, start)
    end = _OBJECT_END.search(text, shown.end() if shown else start, start + AFTER_CHARS)
    return start, end.start() if end else min(len(text), start + AFTER_CHARS)


def _without_aside(aside: re.Match[str]) -> str:
    """Blanks for an aside; of "his book, Ash," the name stays."""
    text = aside.group()
    return " " + text[1:-1] + " " if _ONLY_A_NAME.fullmatch(text) else " " * len(text)


def _subject_span(sign: Sign, text: str) -> Span:
    """The clause before a verb."""
    low = max(0, sign.span[0] - BEFORE_CHARS, sentence_at(text, sign.span[0])[0])
    before = ASIDE.sub(_without_aside, text[low : sign.span[0]])
    ends = [match.end() for match in _SUBJECT_END.finditer(before)]
    relative = _RELATIVE.search(before)
    if relative:
        ends = [end for end in ends if end < relative.start()]
    start = ends[-1] if ends else 0
    # "The mill was sound and would not be sold": what stands before "and" is still the subject.
    if len(ends) > 1 and not set(words(before[start:])) - LEADING:
        start = ends[-2]
    while (last := _LAST_WORD.search(before, start)) and last[1].lower() in LEADING - _PRONOUNS:
        before = before[: last.start(1)]
    return low + start, low + len(before)


def _sentence_before(sign: Sign, text: str) -> Span:
    """The sentence up to a sign, with the one before if it begins with "it"."""
    start = sentence_at(text, sign.span[0])[0]
    if start and _IT.match(text, start):
        earlier = text[:start].rstrip()
        if earlier and "\n" not in text[len(earlier) : start]:
            start = sentence_at(text, len(earlier) - 1)[0]
    return start, sign.span[0]


def places(sign: Sign, text: str) -> list[Span]:
    """Where the thing can stand, likeliest first."""
    behind, before = object_span(sign, text), _subject_span(sign, text)
    if sign.side == "late":
        active = (sign.sort == "p" and not sign.passive) or text.startswith("on", sign.span[1] - 2)
        return [behind] if active else [_sentence_before(sign, text)]
    if sign.matter.by_itself:
        return [before]
    if sign.side == "lasts":
        whole = text.startswith("keep", sign.span[0]) and sign.matter.name == "opening"
        return [sign.span, before, behind] if whole else [before, behind]
    if sign.sort == "t":
        if sign.side == "fails":
            return [behind, before]
        told = text[slice(*sign.span)].lower()
        onward = told == "former" or told.endswith((" in", " at", " no", " on"))
        return [behind] if onward else [before]
    if sign.passive:
        return [before]
    if sign.sort == "n" and text[sign.span[1] :].lstrip()[:2].lower() == "to":
        return [before]
    return [behind, before]
