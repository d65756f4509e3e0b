"""How many children somebody has by a birth that is told: "became a mother for the third time",
"gave birth to her second child".

In: the article's people.  Out: counts of children as of the birth, which is news.
"""

import re
from collections.abc import Iterator

from reportedly.annotate.dates import numbers
from reportedly.annotate.facts.couples import both_of
from reportedly.annotate.facts.lexicon import APPOSITION, COUNT, PARENT, age_of
from reportedly.annotate.facts.setting import Found, Setting

_NTH = r"(?P<nth>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)"
_NOW = rf"(?:,\s+\d{{1,3}},|{APPOSITION},?)?\s+(?:(?:has|have)\s+(?:just\s+|now\s+)?)?"
_BECAME = re.compile(
    rf"{_NOW}bec(?:o|a)me\s+(?:(?:a|the)\s+)?(?:(?:proud|happy)\s+)?(?P<kin>{PARENT}s?)\s+"
    rf"for\s+(?:the|a)\s+{_NTH}\s+time\b",
    re.IGNORECASE,
)
_BORE = re.compile(
    rf"{_NOW}(?:gave|given)\s+birth\s+to\s+(?:her|their)\s+{_NTH}\s+(?:child|baby)\b"
)
#: "Has had a baby boy, her third child".
_HAD = re.compile(
    rf"{_NOW}(?:had|welcomed|given\s+birth\s+to)\s+an?\s+(?:baby|boy|girl|son|daughter)(?:\s+(?:boy|girl|son"
    rf"|daughter))?,\s+(?:her|his|their)\s+{_NTH}(?:\s+(?:child|baby)\b)?"
)
_WELCOMED = re.compile(rf"{_NOW}welcomed\s+(?:his|her|(?P<both>their))\s+{_NTH}\s+(?:child|baby)\b")
#: "At the age of 45", "at 38": how old that makes the parent.
_AT_AGE = re.compile(
    rf"\s+(?:at|aged)\s+(?:the\s+age\s+of\s+)?(?P<age>{COUNT})(?=\s*[,.;:\n]|\s*\Z)"
)
_CONFIDENCE = 0.9


def find_arrivals(setting: Setting) -> Iterator[Found]:
    """Counts of children of named persons, as a birth makes them."""
    for person in setting.people.places:
        became = _BECAME.match(setting.view, person.span[1])
        bore, had = (p.match(setting.view, person.span[1]) for p in (_BORE, _HAD))
        welcomed = _WELCOMED.match(setting.view, person.span[1])
        for told in (became, bore, had, welcomed):
            if told is None or setting.looks_back(person.span[0]):
                continue
            count = str(numbers.ordinal_of(told["nth"].lower()))
            two = told is welcomed and told["both"]
            two = two or (told is became and told["kin"].lower() == "parents")
            span = (person.span[0], told.end())
            for parent in both_of(setting, person) if two else [person]:
                yield Found(parent, "children", count, span, _CONFIDENCE * person.confidence)
            aged = _AT_AGE.match(setting.view, told.end())
            if aged and (years := age_of(aged["age"])):
                span = (person.span[0], aged.end("age"))
                yield Found(person, "age", years, span, _CONFIDENCE * person.confidence, "past")
