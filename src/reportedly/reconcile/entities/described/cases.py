"""Persons whom articles describe and do not name: what one says and the pile in, a `Case` out."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from reportedly.offsets import Span
from reportedly.reconcile.entities.described.known import find_owned
from reportedly.reconcile.entities.described.pile import Pile
from reportedly.reconcile.entities.described.reading import Description, Sex, read
from reportedly.reconcile.entities.described.unnamed import OWNED


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


def case_of(row: Mapping[str, Any], pile: Pile) -> Case:
    """The case that a row is.

    Args:
        row: as `unnamed_in` gives it; a guess is one about a cluster with a name.
        pile: asked for owners, and for whom an article takes a guess.
    """
    article, cluster, spans = row["article_id"], row["cluster"], row["spans"]
    taken_for = pile.find_person(article, cluster) if row["guessed"] else None
    described = [said for words in row["phrases"] if (said := read(words)) is not None]
    owned = find_owned(pile, article) if OWNED in row["asked"] else ()
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
