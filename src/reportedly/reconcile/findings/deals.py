"""What one house or other named property was bought or sold for: "have paid £3.2m for Quill House".

In: the text around a sum.  Out: the deal it is the price of: a purchase by whoever the article
names, or a sale in a year.  A house is sold again and again, but a couple buys it once.
"""

import re

from reportedly.number_words import ONES
from reportedly.offsets import Span
from reportedly.reconcile.findings.sentences import sentence_at

_PROPERTY = re.compile(
    r"\b(?:The\s)?((?:[A-Z][\w'’-]+\s){1,3}(?:House|Court|Hall|Manor|Lodge|Villa|Castle|Farm|Cottage"
    r"|Mansion|Grange|Abbey|Priory|Rectory|Mill|Lighthouse|Barn|Towers?|Point|Vicarage|Estate))\b"
)
#: Between a verb of buying or selling and its sum; and what a sum is that stands before the noun.
_TO_SUM = re.compile(
    r"\b(?:(?P<bought>paid|pay|pays|paying|bought|buy|buys|snapped\s+up|purchased|(?:forked|shelled|splashed)\s+out)"
    r"|(?P<sold>sold|sells|sell|flogged|fetched|went\s+for))\b(?:(?!\b(?:bought|sold|paid)\b)[^.;£$€]){0,80}\Z",
    re.I,
)
_SUM_OF = re.compile(r"\s*(?:(?P<sold>sale)|(?P<bought>purchase))\s+of\b", re.I)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_AGO = re.compile(
    r"\b(?P<n>one|two|three|four|five|six|seven|eight|nine|ten|a)\s+years?\s+ago\b"
    r"|\b(?P<last>last\s+year)\b",
    re.I,
)
_NUMBERS = ONES[1:11]
_NEWS = re.compile(r"\b(?:has|have)\s+(?:just\s+)?(?:been\s+)?(?:sold|bought)\b", re.I)
#: A property named before the sentence is still the one that is told of.
_BEFORE_CHARS = 160


def property_of(deal: str) -> str:
    """The property in what `find_deal` gives."""
    return re.sub(r"\A(?:sale|purchase) of | in \d{4}\Z", "", deal)


def find_deal(text: str, span: Span, year: int | None) -> str | None:
    """A name for the deal of which the sum at `span` is the price; None where it is none.

    Args:
        year: in which the article was published, where that is known.
    """
    start, end = sentence_at(text, span[0])
    words = text[start:end]
    told = _SUM_OF.match(text, span[1]) or _TO_SUM.search(text, start, span[0])
    named = _PROPERTY.findall(words) or _PROPERTY.findall(
        text[max(0, start - _BEFORE_CHARS) : start]
    )
    if told is None or len(set(named)) != 1:
        return None
    thing = re.sub(r"['’]s\Z", "", named[0])
    if told["bought"]:
        return f"purchase of {thing}"
    when = _find_year(words, year)
    return f"sale of {thing} in {when}" if when else None


def _find_year(words: str, year: int | None) -> int | None:
    """The one year that the sentence tells, counted from the article's where it counts back."""
    years = {int(found) for found in _YEAR.findall(words)}
    if years:
        return years.pop() if len(years) == 1 else None
    ago = _AGO.search(words)
    if ago and year:
        told = (ago["n"] or "one").lower()
        return year - (_NUMBERS.index(told) + 1 if told in _NUMBERS else 1)
    return year if _NEWS.search(words) else None
