"""A story's label in the articles' own words: their headlines in, one of these out."""

import math
from collections.abc import Callable, Iterable, Mapping

from reportedly.model import Article

#: Words of a headline that can be read at a glance and still names somebody and something.
CLEAR_WORDS = range(3, 13)
#: Of an article without a headline, the first line, cut at a word.
FIRST_LINE = 90


def label_of(
    headlines: Iterable[str],
    centre: Mapping[int, float],
    hashes_of: Callable[[str], Iterable[tuple[int, ...]]],
) -> str:
    """The headline that says most, word for word, of what all the articles are about.

    Args:
        headlines: those of the articles, earliest first.
        centre: how much each feature weighs in all of them.
        hashes_of: a headline → for each of its words the features that it may be.
    """
    ranked = [(headline, -at) for at, headline in enumerate(headlines)]
    return max(ranked, key=lambda pair: (_clearness(pair[0], centre, hashes_of), pair[1]))[0]


def headline_of(article: Article) -> str:
    """The title; without one the beginning of the text."""
    if article.title and article.title.strip():
        return article.title.strip()
    line = next((part.strip() for part in article.text.splitlines() if part.strip()), "")
    if len(line) <= FIRST_LINE:
        return line or article.path
    return line[:FIRST_LINE].rsplit(None, 1)[0] + " …"


def _clearness(
    headline: str,
    centre: Mapping[int, float],
    hashes_of: Callable[[str], Iterable[tuple[int, ...]]],
) -> float:
    """How much of the story a headline names, for its length; shouting and one-word ones lose."""
    words = len(headline.split())
    named = math.fsum(max(centre.get(f, 0.0) for f in may_be) for may_be in hashes_of(headline))
    clear = 1.0 if words in CLEAR_WORDS else 0.5
    calm = 0.7 if headline.isupper() or headline.endswith("?") else 1.0
    return named * clear * calm / math.sqrt(words + 2)
