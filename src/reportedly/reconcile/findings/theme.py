"""Whom or what words about a matter are about, in comparable form."""

from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.reconcile.findings.frames import Matter


@dataclass(frozen=True, slots=True)
class Theme:
    """Whom or what a sign is about."""

    entities: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    """in lower case, without parts that many things have"""
    nouns: frozenset[str] = frozenset()
    """stems of common words"""
    where: frozenset[str] = frozenset()
    """names of where it is: "the bridge at Lea" """
    single: bool = False
    """one thing that the reader is taken to know: "the report", "her shop" """
    each: bool = False
    """all of them or none: "every shop", "not one shop" """
    around: frozenset[str] = frozenset()
    """entities, no places, of the paragraphs around, and who speaks"""

    def shared_keys(self, matter: Matter) -> Iterator[str]:
        """What another theme must share to be the same, in a matter."""
        yield from (f"e {entity}" for entity in self.entities)
        if matter.whose == "person":
            tied = self.around if matter.tied else ()
            yield from (f"n {name} {entity}" for name in self.names for entity in tied)
            return
        yield from (f"n {name}" for name in self.names | self.where)
        yield from (f"c {noun} {entity}" for noun in self.nouns for entity in self.around)

    def __bool__(self) -> bool:
        return bool(self.entities or self.names or (self.nouns and self.around))
