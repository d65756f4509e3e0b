"""Persons whom an article describes and does not name: what articles say and the pile in, `Case`s
out.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pyarrow as pa

from reportedly.offsets import Span
from reportedly.reconcile.entities.described.known import find_owned
from reportedly.reconcile.entities.described.pile import Pile
from reportedly.reconcile.entities.described.reading import Description, Sex


@dataclass(frozen=True, slots=True)
class Case:
    """One person whom an article describes and does not name."""

    article: str
    cluster: int
    descriptions: tuple[Description, ...]
    """at least one"""
    owners: Mapping[Description, int]
    """of those that begin with an owner who has a name"""
    spans: tuple[Span, ...]
    """of the descriptions"""
    sex: Sex
    """what nouns and pronouns say"""
    meant: bool
    """speaks, or is spoken of again: nobody in general"""
    words: str
    """the first description"""
    taken_for: int | None = None
    """the person for whom the article alone takes a description that may mean another"""


def cases_of(unnamed: pa.Table, pile: Pile) -> Iterator[Case]:
    """All cases: clusters by article and number, then guesses by article and place.

    Args:
        unnamed: as `unnamed_in` gives them, those of an article in their order.
        pile: asked for owners, and for whom an article takes a guess.
    """
    rows = unnamed.sort_by("article_id").to_pylist()
    yield from (_case(row, pile) for row in rows if not row["guessed"])
    for row in rows:
        person = pile.find_person(row["article_id"], row["cluster"]) if row["guessed"] else None
        if person is not None:
            yield _case(row, pile, person)


def _case(row: Mapping[str, Any], pile: Pile, taken_for: int | None = None) -> Case:
    article, cluster, spans = row["article_id"], row["cluster"], row["spans"]
    described = [said for words in row["phrases"] if (said := pile.read(words)) is not None]
    owned = find_owned(pile, article) if any(said.owned for said in described) else ()
    return Case(
        article=article,
        cluster=cluster,
        descriptions=tuple(dict.fromkeys(described)),
        owners={said: owner for said, owner, number in owned if number == cluster},
        spans=tuple(zip(spans[::2], spans[1::2], strict=True)),
        sex=row["sex"],
        meant=row["meant"],
        words=row["phrases"][0],
        taken_for=taken_for,
    )
