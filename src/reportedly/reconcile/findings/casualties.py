"""How many people an article says were hurt or killed: "nine were injured", "injuring 11 others".

In: the text of an article.  Out: each such number, of all the hurt or dead of what it tells of.
"""

import re
from collections.abc import Iterator

from reportedly.annotate.dates import numbers
from reportedly.reconcile.findings.sentences import sentence_at

INJURED, KILLED = "injured", "killed"
#: The same people are counted; some days later more are found, or die.
MOST_DAYS_APART = 6
_N = (
    rf"(?<![\w.,£$€-])(?P<number>\d{{1,3}}(?:,\d{{3}})*|(?i:{numbers.WORDS}))"
    r"(?![\d.,]*\d)(?![\w%-])"
)
_PEOPLE = (
    r"(?:people|persons|men|women|children|workers|passengers|others|fans|pupils|firefighters"
    r"|soldiers|residents|employees|staff|spectators|visitors|guests|students|miners|sailors)"
)
_TIMES = r"(?:(?:were|was|are|is|have\s+been|had\s+been|got|being|left|been)\s+)"
_MORE = r"(?:(?:a\s+further|another|at\s+least|some|about|around|up\s+to)\s+)?"
#: Those badly hurt are some of the hurt: no adverb stands before the verb.
_TOLD = {
    INJURED: tuple(
        re.compile(pattern)
        for pattern in (
            rf"\b(?:injur(?:ing|ed)|wound(?:ing|ed)|hurting|hurt)\s+{_MORE}{_N}(?=\s+(?:\w+\s+)?"
            rf"{_PEOPLE}\b|\s*[.,;]|\s+(?:and|when|as|in|on|at|more)\b)",
            rf"{_N}\s+(?:other\s+)?(?:{_PEOPLE}\s+)?{_TIMES}(?:injured|hurt|wounded)\b",
            rf"{_N}\s+(?:{_PEOPLE}\s+)?(?:injured|hurt|wounded)(?=\s*[.,;]|\s+(?:in|when|as|and|at)\b)",
        )
    ),
    KILLED: tuple(
        re.compile(pattern)
        for pattern in (
            rf"\b(?:killing|killed|claimed\s+the\s+lives\s+of|the\s+deaths?\s+of)\s+{_MORE}{_N}"
            rf"(?=\s+(?:\w+\s+)?{_PEOPLE}\b|\s*[.,;]|\s+(?:and|when|as|in|on|at)\b)",
            rf"{_N}\s+{_PEOPLE}\s+{_TIMES}killed\b",
            rf"{_N}\s+(?:{_PEOPLE}\s+)?(?:(?:have|had)\s+)?(?:died|lost\s+their\s+lives)\b",
            rf"{_N}\s+(?:{_PEOPLE}\s+)?(?:are\s+|were\s+)?dead\b",
        )
    ),
}
#: Letters of which each pattern needs some: most articles have none, and are not searched.
_NEEDED = {
    INJURED: ("injur", "wound", "hurt"),
    KILLED: ("kill", "lives", "death", "died", "dead"),
}
#: Somebody is counted besides, or the number is of some of them, of no one event, or not so.
_OTHERS = re.compile(
    r"\b(?:in\s+addition\s+to|as\s+well\s+as|besides|apart\s+from|not\s+counting|another\s+\w+\s+people"
    r"|a\s+further|later\s+died|remain|still|so\s+far|could|would|might|may\s+have|no\s+fewer"
    r"|every\s+(?:year|month|day|week)|a\s+year|denied|not)\b|\bof\s+(?:them|whom)\b[^.]{0,30}\Z",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def casualties(text: str, year: int | None) -> Iterator[tuple[str, re.Match[str]]]:
    """INJURED or KILLED with the words that count them, the number in the group `number`.

    Args:
        year: in which the article was published; a sentence that names another year tells of
            something else, as does any year where that is not known.
    """
    for sort, patterns in _TOLD.items():
        for pattern in patterns if any(letters in text for letters in _NEEDED[sort]) else ():
            for match in pattern.finditer(text):
                words = text[slice(*sentence_at(text, match.start()))]
                years = {int(found) for found in _YEAR.findall(words)}
                if years <= {year} and not _OTHERS.search(words):
                    yield sort, match
