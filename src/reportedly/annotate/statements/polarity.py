"""Whether a source asserts, denies, hedges or asks.

In: a telling.  Out: a `Polarity`, from the cue first and the content's own words second.
"""

import re

from reportedly.annotate.attribution.rumours import COLD_WATER, RUMOUR
from reportedly.annotate.statements import lexicon
from reportedly.annotate.statements.telling import Telling
from reportedly.model import Polarity
from reportedly.offsets import words_of


def polarity_of(telling: Telling) -> Polarity:
    """The polarity of one telling."""
    cue_tokens = [t for span in telling.attribution.cue for t in telling.parse.tokens_in(span)]
    lemmas = {token.lemma.lower() for token in cue_tokens}
    negated = any(token.dep == "neg" for token in cue_tokens)
    content = words_of(telling.text, telling.attribution.content)
    if lemmas & lexicon.DENYING and not negated and not _is_refused(telling, lemmas):
        return "denies"
    if _is_waved_away(telling) and not negated:
        return "denies"
    if _IS_FALSE.match(content):
        return "denies"
    wants = {"want", "know"} <= lemmas or _WANTS_TO_KNOW.search(telling.around_text) is not None
    if "want" in lemmas and _TO_KNOW.match(content):
        return "asks"
    if (lemmas & lexicon.ASKING or ("know" in lemmas and wants)) and _asks(telling, content):
        return "asks"
    if telling.is_question and telling.part is None:
        return "asks"
    if telling.attribution.mode == "direct" and content.rstrip("”\"'’»").endswith("?"):
        return "asks"
    if lexicon.HEDGING.search(content[:_HEDGED_CHARS]):
        return "hedges"
    return "asserts"


def _is_waved_away(telling: Telling) -> bool:
    """ "Quashed rumours that …", "poured cold water on the idea that …", "laughed off claims"."""
    cue, (start, end) = telling.attribution.cue, telling.attribution.content[0]
    if not cue or not telling.attribution.source:
        return False
    waved = _WAVED_AWAY.search(telling.text, cue[0][0], end)
    if waved is None or waved.start() >= min(start, cue[0][1]):
        return False
    return _SAID_BY_OTHERS.search(telling.text, waved.end(), start + _FIRST_CHARS) is not None


#: What one does to what others say, in verbs that do so to little else …
_WAVED_AWAY = re.compile(
    r"\b(?:(?:debunk|dispel|quash|rubbish|scotch|scupper|squash|squelch|trash)\w*"
    r"|(?:bat|brush|laugh|shrug|wav|swat)\w* (?:off|away|aside)"
    r"|(?:clap|fire|firing|hit|bit)\w* back at|(?:hit|lash)\w* out at"
    r"|(?:bat|knock|shoot|shot|shut|slap|swat)\w* down"
    rf"|{COLD_WATER}(?:on|over)"
    r"|put\w* (?:paid|an end|a stop) to|put\w*(?= [^.;:]{3,40} to (?:bed|rest))"
    r"|(?:blast|slam)\w*(?= (?:[\w-]+ ){0,2}"
    r"(?:claims?|rumou?rs?|allegations?|suggestions?|(?:reports|stories) (?:that|of))))\b",
    re.IGNORECASE,
)
#: … and the nouns for that; a little way into the content, too: "the latest rumours that …".
_SAID_BY_OTHERS = re.compile(rf"\b{RUMOUR}\b", re.IGNORECASE)
_FIRST_CHARS = 40


def _is_refused(telling: Telling, lemmas: set[str]) -> bool:
    """ "Denied the judge a hearing": somebody was refused something, and no report is denied."""
    said = [t for span in telling.attribution.content for t in telling.parse.tokens_in(span)]
    if "deny" not in lemmas or any(token.pos in ("VERB", "AUX") for token in said):
        return False
    named = [t for t in said if t.entity == "PERSON"]
    if not named or named[0].i > said[0].i + 1:
        return False
    rest = said[len(named) :]
    owner = any(token.tag == "POS" for token in rest[:1])
    return not owner and any(t.lower in ("a", "an", "any", "the") for t in rest)


#: "Said it was untrue that he had paid": the words themselves deny.
_IS_FALSE = re.compile(
    r"\W*(?:it|this|that|(?:all\s+)?(?:(?:the|these|those|such|any|recent|media|press)\s+){0,2}"
    r"(?:\w+\s+)?(?:story|stories|reports?|claims?|rumou?rs?|suggestions?|allegations?)"
    r"(?:\s+(?:that|of)\s[^.;!?]{3,120}?)?)(?:\s+(?:is|was|are|were)|['\u2019]s)\s+\W?"
    r"(?:simply\s+|just\s+|completely\s+|totally\s+|absolutely\s+|utterly\s+|entirely\s+|all\s+"
    r"|wholly\s+|categorically\s+|absolute\s+|sheer\s+|complete\s+|total\s+|utter\s+|pure\s+){0,2}\W?"
    r"(?:untrue|false|an?\s+(?:\w+\s+)?lie|lies|nonsense|rubbish|baseless|unfounded|made\s+up"
    r"|an?\s+(?:\w+\s+)?fabrication|fabricated|fiction)\b",
    re.IGNORECASE,
)
_WANTS_TO_KNOW = re.compile(r"\b(?:want|wants|wanted|wanting) to know\b")
_TO_KNOW = re.compile(r"(?:to know (?:if|whether|why|how|what|when|where|who)|whether|why)\b")
#: A hedge further into a long quotation does not hedge the whole of it.
_HEDGED_CHARS = 120


def _asks(telling: Telling, content: str) -> bool:
    """ "asked whether …", "asked about …" ask; "asked her to go" is a request."""
    first = content.split(maxsplit=1)[:1]
    question = first and first[0].lower().strip("“\"'") in _QUESTION_WORDS
    return bool(question) or content.rstrip("”\"'’»").endswith("?")


_QUESTION_WORDS = frozenset("if whether why how what when where who which about".split())
