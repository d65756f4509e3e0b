"""Which mention some words of an article are: for stages that have a span and want the entity."""

from collections.abc import Sequence

from reportedly.model import Mention
from reportedly.offsets import Span, contains, overlaps


def find_mention(mentions: Sequence[Mention], span: Span) -> Mention | None:
    """The mention that the words of `span` name; None when they name nobody.

    A mention with just this span; else the widest that begins where `span` begins; else the first
    and widest inside of it; else the narrowest around it that begins at most one word before.

    Args:
        mentions: of one article.
        span: the source of a statement, the subject of a clause, …
    """
    near = [m for m in mentions if overlaps(m.span, span)]
    near = [m for m in near if not _is_owner(m, span)] or near
    exact = [m for m in near if m.span == span]
    if exact:
        return exact[0]
    inside = [m for m in near if contains(span, m.span)]
    beginning = [m for m in near if m.span[0] == span[0]]
    if beginning:
        fitting = [m for m in beginning if m.span[1] <= span[1]]
        if fitting:
            return max(fitting, key=_width)
        return _without_article(beginning, inside, span) or min(beginning, key=_width)
    if inside:
        return min(inside, key=lambda m: (m.span[0], -_width(m)))
    around = [m for m in near if contains(m.span, span)]
    return min(around, key=_width) if around else None


def _without_article(
    beginning: Sequence[Mention], inside: Sequence[Mention], span: Span
) -> Mention | None:
    """ "The IMF" in "the IMF report": the mention that is all of `span` but the article."""
    article = beginning[0].text.split(maxsplit=1)[0]
    if article.lower() not in ("the", "a", "an"):
        return None
    rest = [m for m in inside if m.span[1] == span[1] and m.span[0] <= span[0] + len(article) + 1]
    return rest[0] if rest else None


def _is_owner(mention: Mention, span: Span) -> bool:
    """ "Doe's lawyer": who stands in the genitive is not whom the words name."""
    return mention.span[1] < span[1] and mention.text.endswith(("'s", "’s", "s'", "s’"))


def _width(mention: Mention) -> int:
    return mention.span[1] - mention.span[0]
