"""Keeps a forgotten person's names out of every text, now and when articles are read later.

Names are replaced by black squares of the same length before anything is derived, so no stage ever
sees them and every other offset stays right.
"""

import dataclasses
import re
from collections.abc import Iterable

from reportedly.model import Article, Region
from reportedly.rows import Rows

#: What stands in the place of each character of a forgotten name.
SQUARE = "█"


def redacted(rows: Rows, names: Iterable[str]) -> Rows:
    """An article's rows without the forgotten `names`.

    A name of one word ("Vane") is shared by too many to be removed everywhere: it goes only from
    articles that also hold one of the full names.
    """
    listed = sorted(names, key=lambda name: (-len(name), name))
    whole = [name for name in listed if " " in name]
    article = rows.of(Article)[0]
    pattern = _pattern(whole)
    if not whole or not any(pattern.search(text) for text in _texts(article)):
        return rows
    pattern = _pattern(listed)
    changed = dataclasses.replace(
        article,
        text=_blacken(pattern, article.text),
        title=article.title and _blacken(pattern, article.title),
        byline=article.byline and _blacken(pattern, article.byline),
        url=None if article.url and _slug_holds(article.url, whole) else article.url,
    )
    return Rows({Article: [changed], Region: rows.of(Region)})


def blackened(text: str, names: Iterable[str]) -> str:
    """`text` without any of the `names`, names of one word included."""
    listed = sorted(names, key=lambda name: (-len(name), name))
    return _blacken(_pattern(listed), text) if listed else text


def _texts(article: Article) -> list[str]:
    return [text for text in (article.text, article.title, article.byline) if text]


def _pattern(names: list[str]) -> re.Pattern[str]:
    """Finds any of the names as whole words, whatever spaces and case they are printed with."""
    spaced = (r"[\s\u00a0]+".join(map(re.escape, name.split())) for name in names)
    return re.compile(rf"(?<!\w)(?:{'|'.join(spaced)})(?!\w)", re.IGNORECASE)


def _blacken(pattern: re.Pattern[str], text: str) -> str:
    return pattern.sub(lambda match: SQUARE * len(match.group()), text)


def _slug_holds(url: str, names: list[str]) -> bool:
    folded = re.sub(r"[^a-z0-9]+", " ", url.casefold())
    return any(name.casefold() in folded for name in names)
