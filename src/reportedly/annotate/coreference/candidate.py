"""`Candidate`: one noun phrase, name or pronoun of a text that may be a mention of an entity."""

from dataclasses import dataclass
from typing import Literal

from reportedly.model import EntityKind, Form
from reportedly.offsets import Span

#: `thing`: anything that gets no row (a contest, a law, a week) but may be spoken of again.
#: `unknown`: a noun or pronoun that does not tell.
Kind = EntityKind | Literal["thing", "unknown"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One possible mention.

    `span` is the whole noun phrase with what belongs to it; `core` only the name or head noun.
    `gender` is evidence from title, noun or pronoun (`f`, `m`, or ''), `number` `sg`, `pl` or ''.
    `inner` marks an apposition or predicate: part of what another mention says of the same entity.
    """

    span: Span
    core: Span
    head: int
    """index of the head token in the parse"""
    sentence: int
    form: Form
    kind: Kind
    text: str
    """the words of `core`: the name without title and possessive, the head's lemma, the pronoun"""
    phrase: str = ""
    """the words of a nominal's phrase up to its apposition or clause, for showing"""
    modifiers: frozenset[str] = frozenset()
    """content words of the phrase beside its head, lower case"""
    title: str = ""
    """title before a name, as printed"""
    roles: tuple[str, ...] = ()
    """nouns that a name comes with: "chief executive" """
    wrote: bool = False
    """a name in "Ann Doe's memoir": of whom the text goes on as "the author" """
    gender: str = ""
    number: str = ""
    definite: bool = False
    """has 'the', 'this' or a possessive: may point back"""
    indefinite: bool = False
    """has 'a', 'some', 'another' or a numeral alone: introduces somebody"""
    quotation: int = -1
    """index of the innermost quotation it stands in, -1 outside"""
    parts: tuple[int, ...] = ()
    """head tokens of those whom a coordination joins ("Ann Doe and Bob Poe")"""
    inner: bool = False
