"""What near copies have in common: two texts in, passages as spans of both out; and which of two
copies is the earlier."""

from dataclasses import dataclass
from typing import Literal

from reportedly.model import Article, Span
from reportedly.reconcile.copies.passages import shared
from reportedly.reconcile.copies.wording import wording
from reportedly.store.pages import ArticleLine
from reportedly.store.pages_articles import Worded

Order = Literal["earlier", "later", "same day", "unknown"]

#: Words shown of each end of a passage.
_ENDS = 12


@dataclass(frozen=True, slots=True)
class CommonPassage:
    """Where a passage stands in this text and in the other, and its first and last words here."""

    here: Span
    there: Span
    words: str


@dataclass(frozen=True, slots=True)
class Common:
    """What two articles have in common; shares are of the words outside quotations, 0 to 1."""

    passages: list[CommonPassage]
    share_here: float
    share_there: float


def order(here: Article, there: ArticleLine) -> Order:
    """When the copy `there` was published, seen from `here`; moments are compared where both have
    one."""
    days = [each.published for each in (here, there)]
    if days[0] is None or days[1] is None:
        return "unknown"
    length = min(len(days[0]), len(days[1]))
    own, other = days[0][:length], days[1][:length]
    if own == other:
        return "same day"
    return "earlier" if other < own else "later"


def common(here: Worded, there: Worded) -> Common:
    """What the article `here` has in common with the one `there`."""
    one, other = (wording(each.text, each.left_out) for each in (here, there))
    found = shared(one, other)
    return Common(
        [CommonPassage(p.here, p.there, _ends(here.text, p.here)) for p in found.passages],
        round(found.overlap.left_share, 3),
        round(found.overlap.right_share, 3),
    )


def _ends(text: str, span: Span) -> str:
    words = text[slice(*span)].split()
    if len(words) <= 2 * _ENDS:
        return " ".join(words)
    return " ".join([*words[:_ENDS], "…", *words[-_ENDS:]])
