"""States that words say hold, or say have ended: the families that overtake one another.

Each family is data: which words say that the state has ended (or come to nothing), which say that
it holds or will hold, of what kind its subjects are, and where they stand beside the words.
Negation turns one into the other: "never separate" says that the union holds.
"""

import re
import string
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from reportedly.content_words import NEGATIONS, words
from reportedly.model import EntityKind
from reportedly.offsets import Span

Place = Literal["before", "after", "around"]
Stance = Literal["holds", "ended"]
Voice = Literal["told", "foretold"]


@dataclass(frozen=True, slots=True)
class Family:
    """One kind of state."""

    name: str
    ended: re.Pattern[str]
    holds: re.Pattern[str]
    subjects: frozenset[EntityKind]
    place: Place
    """where the subject stands, seen from the word"""
    couple: bool = False
    """two subjects, both of which must be meant unless the words can only mean a marriage"""


@dataclass(frozen=True, slots=True)
class Sign:
    """One place in a text that says how a state stands."""

    family: Family
    span: Span
    words: str
    """in lower case"""
    stance: Stance
    voice: Voice
    negated: bool


def _words(pattern: str) -> re.Pattern[str]:
    """A pattern for texts in lower case: to search without regard to case takes longer."""
    return re.compile(rf"\b(?:{pattern})\b", re.VERBOSE)


_LOWER = str.maketrans(string.ascii_uppercase, string.ascii_lowercase)
#: "In May", "May 3": no word that says of something that it may be.
_MONTH = re.compile(r"(?<=[\w,;)’'][ \u00a0])May\b|\bMay(?=,?[ \u00a0]+\d)")


_PERSON: frozenset[EntityKind] = frozenset(("person",))
_THING: frozenset[EntityKind] = frozenset(("place", "organisation", "work"))

FAMILIES: tuple[Family, ...] = (
    Family(
        name="union",
        ended=_words(
            r"divorc(?:e|ed|ing)|separated(?!\s+by)|separating|their\s+separation|estranged"
            # "a separate event" is no verb
            r"|separate(?=\W*(?:$|[.,;:!?”\"’']|(?:from|after|and|but|because|next|this)\b))"
            r"|split\s+up|splitting\s+up|(?:have|has|had|couple)\s+split"
            # "a split", "they split the bill" are nothing of the kind
            r"|(?:(?<=never\s)|(?<=will\s)|(?<=not\s)|(?<=n[’']t\s)|(?<=they\s)|(?<=pair\s))(?:split|part)"
            r"(?=\W*(?:$|[.,;:!?”\"’']|(?:from|after|and|but|because|next|this)\b))"
            r"|(?:go|gone|going|went)\s+their\s+separate\s+ways"
            r"|call(?:ed|ing)?\s+time\s+on\s+(?:their|the)\s+marriage"
            r"|ex-(?:husband|wife)|former\s+(?:husband|wife)"
            r"|br(?:oke|eak|oken|eaking)\s+up(?!\s+(?:the|a|an|big|with)\b)"
            r"|liv(?:e|ed|ing)\s+apart|end(?:ed)?\s+(?:of\s+)?their\s+marriage"
        ),
        holds=_words(
            r"happily\s+married|stay(?:ing)?\s+(?:married|together)|still\s+(?:married|together)"
            r"|reconciled|inseparable|stronger\s+than\s+ever|solid\s+as\s+(?:a\s+)?rock"
            r"|rock[\s-]solid|madly\s+in\s+love|together\s+for\s?ever"
        ),
        subjects=_PERSON,
        place="around",
        couple=True,
    ),
    Family(
        name="post",
        ended=_words(
            r"resign(?:s|ed|ing)?|(?:his|her|[’']s)\s+resignation|step(?:s|ped|ping)?\s+(?:down|aside)|stood\s+down"
            r"|stand(?:s|ing)?\s+down|quit(?:s|ting)?|was\s+(?:fired|sacked|ousted|dismissed)"
            r"|been\s+(?:fired|sacked|ousted|dismissed)|left\s+(?:his|her|the)\s+(?:post|job)"
        ),
        holds=_words(
            r"stay(?:s|ing)?\s+on|remain(?:s|ed|ing)?\s+(?:in|as)\s+(?:office|post|charge|chair\w*|"
            r"chief|head|director|leader)|here\s+to\s+stay|serv(?:e|ing)\s+out"
            r"|(?:not|never|[a-z]n[’']?t)\s+going\s+anywhere|going\s+nowhere"
            r"|(?:(?:will|would|[’']ll|[’']d)\s+never|won[’']?t\s+ever|never\s+going\s+to)\s+leave"
        ),
        subjects=_PERSON,
        place="before",
    ),
    Family(
        name="ownership",
        ended=_words(
            r"sell(?:s|ing)?(?!\s+(?:\w+\s+)?(?:out|short)\b)|sold(?!\s+out)|for\s+sale|on\s+the\s+market"
            # a sale that came to nothing ended nothing
            r"|(?:its|[’']s)\s+sale\s+to(?![^.;\n]{0,60}\b(?:collaps|f[ea]ll\s+through|fell|fail))"
            r"|sale\s+of(?![^.;\n]{0,80}\b(?:collaps|f[ea]ll\s+through|fell|fail|called\s+off|halted))"
            r"|under\s+the\s+hammer"
        ),
        holds=_words(r"not\s+on\s+the\s+market|keep(?:ing)?\s+hold\s+of|hold(?:ing)?\s+on\s+to"),
        subjects=_THING,
        place="around",
    ),
    Family(
        name="deal",
        ended=_words(
            r"withdr[ae]w(?:s|n|al)?\s+from|pull(?:s|ed|ing)?\s+out\s+of|fell\s+through"
            r"|(?:has|have|had)\s+withdrawn|(?:sale|deal|takeover|talks|merger|bid)\b(?=[^.;\n]{0,60}?\bcollapsed)"
            r"|(?:was|were|been)\s+(?:scrapped|abandoned|called\s+off|cancelled|canceled)"
        ),
        holds=_words(
            r"(?:expected|due|set|scheduled)\s+to\s+(?:be\s+completed|be\s+signed|close|go\s+ahead)"
            r"|expects?\s+(?:the|its|this)\s+(?:sale|deal|takeover|merger)\s+to\s+"
            r"(?:be\s+(?:completed|signed)|close|go\s+(?:ahead|through))"
            r"|will\s+go\s+ahead|agreed\s+to\s+(?:buy|sell)"
        ),
        subjects=_THING,
        place="around",
    ),
    Family(
        name="opening",
        ended=_words(
            r"(?:has|have|had|was|were|been)\s+(?:closed|shut|shuttered)|closed\s+(?:its|her)\s+doors"
            r"|shut\s+down|closure\s+of|will\s+(?:close|shut)|to\s+(?:close|shut)\s+for\s+good"
        ),
        holds=_words(
            r"stay(?:s|ing)?\s+open|remain(?:s|ing)?\s+open|keep(?:ing)?\s+[^.]{0,30}open"
        ),
        subjects=_THING,
        place="around",
    ),
    Family(
        name="life",
        ended=_words(r"died|has\s+died|passed\s+away|found\s+dead|was\s+killed"),
        holds=_words(r"(?:full|speedy|complete)\s+recovery|is\s+alive|expected\s+to\s+survive"),
        subjects=_PERSON,
        place="before",
    ),
    Family(
        name="candidacy",
        ended=_words(
            r"drop(?:s|ped|ping)?\s+out|bow(?:s|ed|ing)?\s+out|withdr[ae]w(?:n|s)?\s+from\s+the\s+race"
            r"|(?:suspend|end)(?:s|ed|ing)?\s+(?:his|her|the|their)\s+(?:\w+\s+)?(?:campaign|bid)"
            r"|quit(?:s|ting)?\s+the\s+race"
        ),
        holds=_words(
            r"stay(?:s|ing)?\s+in\s+(?:the|this)\s+race|in\s+(?:it|this)\s+to\s+win"
            r"|stay(?:s|ing)?\s+in\s+until"
        ),
        subjects=_PERSON,
        place="before",
    ),
)

#: Words before a verb that make it a prospect, not something told.
_FORETELLING = frozenset(
    "will would wont shall may might could can should to if unless plan plans planning expected "
    "expect expects likely set about going going hope hopes want wants wanted consider considering "
    "whether threatened threatens rumour rumours rumor rumors speculation talk talks".split()
)
#: "They are to divorce", "it has agreed to sell": told as settled.
_SETTLED = frozenset(("is", "are", "agreed", "decided"))
#: Words that say of what follows that it is not so; 'denies' and 'ruled out' as much as 'not'.
_DENYING = NEGATIONS | frozenset(
    "denies denied deny denying refuse refused refuses ruled false untrue nonsense".split()
)
#: How many words before a sign may negate or foretell it: "no plans at all to sell".
REACH_WORDS, REACH_CHARS = 5, 80
_CLAUSE_END = re.compile(r"[.;:!?\n]|,\s+(?:but|and|who|which|while)\b|\bbut\b", re.IGNORECASE)


def signs_in(
    text: str,
    starts: Callable[[int], int] = lambda _: 0,
    families: tuple[Family, ...] = FAMILIES,
) -> Iterator[Sign]:
    """What `text` says of states, by family and in order.

    Args:
        text: an article's text.
        starts: for an offset, where the speech that it lies in starts: what stands before does not
            negate it.
        families: the states to look for.
    """
    # Letter by letter, because `lower` may change the length of a text.
    lowered = _MONTH.sub("***", text).translate(_LOWER)
    for family in families:
        for pattern, holds in ((family.holds, True), (family.ended, False)):
            for match in pattern.finditer(lowered):
                yield _sign(family, holds, match, starts(match.start()))


def _sign(family: Family, holds: bool, match: re.Match[str], speech: int) -> Sign:
    negated = sum(word in _DENYING for word in _before(match, speech)) % 2 == 1
    before = _before(match, 0)
    if before[-1:] == ("to",) and before[-2:-1] and before[-2] in _SETTLED:
        before = before[:-2]
    foretold = any(word in _FORETELLING for word in before)
    return Sign(
        family=family,
        span=match.span(),
        words=match.group(),
        stance="holds" if holds != negated else "ended",
        voice="foretold" if foretold else "told",
        negated=negated,
    )


def _before(match: re.Match[str], start: int) -> tuple[str, ...]:
    """The last words of the clause before a match, none from before `start`."""
    text = match.string[max(start, match.start() - REACH_CHARS) : match.start()]
    return words(_CLAUSE_END.split(text)[-1] or "")[-REACH_WORDS:]
