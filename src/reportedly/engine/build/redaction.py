"""Keeps a forgotten person's names out of every text, now and when articles are read later.

Names are replaced by black squares of the same length before anything is derived, so no stage ever
sees them and every other offset stays right.
"""

import dataclasses
from collections.abc import Iterable

from reportedly.engine.build.forgotten import Forgotten
from reportedly.model import Article, Region
from reportedly.rows import Rows

#: What stands in the place of each character of a forgotten name.
SQUARE = "█"


def redacted(rows: Rows, names: Forgotten | Iterable[str]) -> Rows:
    """An article's rows without the forgotten `names`.

    A name of one word ("Vane") is shared by too many to be removed everywhere: it goes only from
    articles that also hold one of the full names.
    """
    known = names if isinstance(names, Forgotten) else Forgotten.of(names)
    article = rows.of(Article)[0]
    if not any(known.spans(text, shortest=2) for text in _texts(article)):
        return rows
    changed = dataclasses.replace(
        article,
        text=_blacken(known, article.text),
        title=article.title and _blacken(known, article.title),
        byline=article.byline and _blacken(known, article.byline),
        outlet=article.outlet and _blacken(known, article.outlet),
        given_id=None if _holds(known, article.given_id) else article.given_id,
        path=_blacken(known, article.path),
        url=None if _holds(known, article.url) else article.url,
    )
    return Rows({Article: [changed], Region: rows.of(Region)})


def blackened(text: str, names: Iterable[str]) -> str:
    """`text` without any of the `names`, names of one word included."""
    return _blacken(Forgotten.of(names), text)


def _texts(article: Article) -> list[str]:
    given = (article.text, article.title, article.byline, article.url, article.path)
    return [text for text in given if text]


def _blacken(known: Forgotten, text: str) -> str:
    pieces, at = [], 0
    for start, end in known.spans(text):
        pieces += [text[at:start], SQUARE * (end - start)]
        at = end
    return "".join([*pieces, text[at:]])


def _holds(known: Forgotten, text: str | None) -> bool:
    return bool(text) and bool(known.spans(text or "", shortest=2))
