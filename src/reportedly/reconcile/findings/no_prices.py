"""Sums that are told with a sale and are no price of what is sold: what its shares are valued at,
the debts that go with it, a deposit, a part of the price.

In: the text around a sum.  Out: whether it is such a sum.
"""

import re

from reportedly.offsets import Span
from reportedly.reconcile.findings.sentences import sentence_at

#: What there is to pay besides a price, or within it.
_BESIDES = (
    r"(?:debts?|borrowings|liabilit(?:y|ies)|loans?|mortgages?|rents?|tax(?:es)?|duty|fees?|commissions?"
    r"|deposits?|advances?|instal?ments?|down\s?payments?|bonus(?:es)?|profits?|loss(?:es)?|turnover"
    r"|revenues?|savings|sales|takings|investments?|repairs?|damages?|compensation|dividends?)"
)
_SOME = (
    r"(?:(?:some|about|around|nearly|almost|over|more\s+than|up\s+to|at\s+least)\s+)?(?:an?\s+)?"
)
#: "Values its shares at £65m", "takes on debts of £19m", "of which £3m", "a stake worth £4m".
_BEFORE = re.compile(
    rf"\b(?:valu(?:es?|ed|ing)\b[^.;£$€]{{0,60}}?\bat|valuation\s+of"
    r"|(?:shares?|stakes?|stock|assets|holding)\s+(?:(?:is|are|was|were)\s+)?(?:now\s+)?worth"
    rf"|{_BESIDES}\s+(?:of|at|worth|(?:was|were|is|are)|(?:reached|totall?ed|stood\s+at))"
    rf"|(?:of\s+which|including|plus|(?:a\s+)?further|another|an\s+extra|an\s+additional)"
    rf")\s+{_SOME}\Z",
    re.IGNORECASE,
)
#: "£19m of debt", "a £2m deposit", "£4m for a tenth of the shares".
_BEHIND = re.compile(
    rf"\s+(?:(?:of|in)\s+(?:its\s+|the\s+|[a-z]+\s+)?)?{_BESIDES}\b"
    r"|\s+(?:up\s?front|down|a\s+(?:share|year|month|week|head|metre|tonne|unit)|per\s+[a-z]+|more|less|stake"
    r"|for\s+(?:an?|the|his|her|its|their)\s+(?:[\w-]+\s+){0,3}?(?:shares?|stake|half|third|quarter|tenth))\b",
    re.IGNORECASE,
)


def is_no_price(text: str, span: Span) -> bool:
    """True for a sum at `span` that is part of a price, beside it, or the worth of shares."""
    start = sentence_at(text, span[0])[0]
    before = _BEFORE.search(text, start, span[0])
    return before is not None or _BEHIND.match(text, span[1]) is not None
