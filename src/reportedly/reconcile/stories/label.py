"""A story's label in the articles' own words: its articles in, one of their headlines out."""

import math
from collections.abc import Mapping, Sequence

from reportedly.model import Article
from reportedly.reconcile.days import order_of
from reportedly.reconcile.stories.features import Vector, counted, total

#: Words of a headline that can be read at a glance and still names somebody and something.
CLEAR_WORDS = range(3, 13)
#: Of an article without a headline, the first line, cut at a word.
FIRST_LINE = 90


def label_of(members: Sequence[Article], vectors: Mapping[str, Vector]) -> str:
    """The headline that says most, word for word, of what all the articles are about."""
    centre = total(vectors[article.article_id] for article in members)
    ordered = sorted(members, key=order_of)
    headlines = [(_headline(article), at) for at, article in enumerate(ordered)]
    return max(headlines, key=lambda pair: (_clearness(pair[0], centre), -pair[1]))[0]


def _headline(article: Article) -> str:
    if article.title and article.title.strip():
        return article.title.strip()
    line = next((part.strip() for part in article.text.splitlines() if part.strip()), "")
    if len(line) <= FIRST_LINE:
        return line or article.path
    return line[:FIRST_LINE].rsplit(None, 1)[0] + " …"


def _clearness(headline: str, centre: Mapping[str, float]) -> float:
    """How much of the story a headline names, for its length; shouting and one-word ones lose."""
    words = len(headline.split())
    # Capitals tell nothing in a headline, so each word counts as word and as name.
    features = {feature.lstrip("@") for feature in counted(headline)}
    named = math.fsum(sorted(max(centre.get(f, 0.0), centre.get("@" + f, 0.0)) for f in features))
    clear = 1.0 if words in CLEAR_WORDS else 0.5
    calm = 0.7 if headline.isupper() or headline.endswith("?") else 1.0
    return named * clear * calm / math.sqrt(words + 2)
