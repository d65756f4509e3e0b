"""Which of several people with one last name "Judge Doe" or "Mr Doe" can mean.

In: candidates and the syntax between them.  Out: which persons have been called by the noun of a
title, who is a child, and which mentions only tell whose mother, widow or lawyer somebody else is.
"""

import re
from collections import defaultdict
from collections.abc import Sequence

from reportedly.annotate.coreference.candidate import Candidate
from reportedly.annotate.coreference.candidates import Candidates
from reportedly.annotate.coreference.lexicon import FEMALE_NOUNS, MALE_NOUNS, TITLE_NOUNS
from reportedly.number_words import ONES

#: The age after a child's name, in digits or written out.
_CHILD = re.compile(rf"\s?[,(]\s?(?:aged? )?(?:1[0-5]|[1-9]|{'|'.join(ONES[1:16])})(?=[,).;\s]|$)")

#: Whose relative somebody is: the word before, and the gender that it tells of the owner.
_OWNERS = {"his": "m", "her": "f"}
_KIN_NOUNS = frozenset(
    """sister brother mother father mum dad son daughter wife husband widow widower uncle aunt
    cousin niece nephew grandmother grandfather grandson granddaughter""".split()
)
_KIN = rf"(?:{'|'.join(sorted(_KIN_NOUNS))})"
#: A relative by what follows the name in its clause, or stands right before it.
_KIN_AFTER = re.compile(rf"(?![’']s)[,(]?[^.;:\n“”\"]{{0,70}}?\b{_KIN}\b")
_KIN_BEFORE = re.compile(
    rf"(?:\b(?:his|her|their|my|our)|[’']s?)\s(?:\w+\s)?{_KIN}(?:\sand\s(?:\w+\s)?\w+)?,?\s$",
    re.IGNORECASE,
)
_ELDER_BEFORE = re.compile(
    r"\b(?:(?:great-)*grand(?:father|mother|pa|ma|parents)|father|mother|dad|mum|mom|uncle|aunt),?\s$",
    re.IGNORECASE,
)
#: "Ann, named after her grandmother, Ann Doe": up to where the name of the other one begins.
_CALLED_AFTER = re.compile(
    r",?\s(?:who (?:is|was) )?(?:called|christened|baptised|named) (?:after|for|in memory of)\s"
    r"[^.;“”\"]{0,60}"
)
#: Headline, place line and first sentences, by the end of which the one it is about is named.
_OPENING_SENTENCES = 3

#: By which papers tell apart women with one last name; each has her own throughout an article.
STYLES = frozenset(("mrs", "ms", "miss"))


class Namesakes:
    """What tells apart those who share a name; candidates are given by their numbers."""

    def __init__(self, found: Candidates) -> None:
        self._candidates = found.found
        self.text = found.text
        self._called: dict[int, set[str]] = defaultdict(set)
        for above, below, _ in found.same:
            for one, other in ((above, below), (below, above)):
                if found.found[other].form == "nominal":
                    self._called[one].add(found.found[other].text)
        self._nested = _nested(found.found)

    def styles(self, members: Sequence[int]) -> set[str]:
        """Mrs, Ms or Miss, as far as they stand before the names."""
        words = {w.lower().rstrip(".") for n in members for w in self._candidates[n].title.split()}
        return words & STYLES

    def title_nouns(self, members: Sequence[int]) -> set[str]:
        """The nouns of the titles that stand before the names."""
        words = [w.lower().rstrip(".") for n in members for w in self._candidates[n].title.split()]
        return {TITLE_NOUNS.get(word, word) for word in words}

    def nouns(self, members: Sequence[int]) -> set[str]:
        """What somebody is called in titles, roles and appositions."""
        roles = {role.split()[-1] for n in members for role in self._candidates[n].roles}
        called = {noun for n in members for noun in self._called.get(n, ())}
        return self.title_nouns(members) | roles | called

    def are_of_child(self, members: Sequence[int]) -> bool:
        """ "Tom Doe, 12": whom no newspaper calls Mr Doe."""
        ends = (self._candidates[n].core[1] for n in members if self._candidates[n].form == "name")
        return any(_CHILD.match(self.text, end) for end in ends)

    def called_after(self, members: Sequence[int], others: Sequence[int]) -> bool:
        """True for the Ann of "Ann, named after her grandmother, Ann Doe" and that Ann Doe."""
        starts = [self._candidates[n].core[0] for n in others if self._is_name(n)]
        ends = [self._candidates[n].core[1] for n in members if self._is_name(n)]
        tellings = [told for end in ends if (told := _CALLED_AFTER.match(self.text, end))]
        return any(t.start() < start <= t.end() for t in tellings for start in starts)

    def _is_name(self, n: int) -> bool:
        return self._candidates[n].form == "name"

    def is_elder(self, members: Sequence[int]) -> bool:
        """ "Her grandfather, Tom Doe, opened it in 1934": nobody whose age is that of a child."""
        cores = [c.core for c in (self._candidates[n] for n in members) if c.form == "name"]
        return any(_ELDER_BEFORE.search(self.text, max(0, start - 40), start) for start, _ in cores)

    def genders_told(self, members: Sequence[int]) -> set[str]:
        """Of the pronouns that come right after the name, with nobody else named between."""
        return {told for n in members if self._is_name(n) and (told := self._gender_after(n))}

    def _gender_after(self, n: int) -> str:
        name = self._candidates[n]
        for other in self._candidates[n + 1 :]:
            if other.sentence - name.sentence > 1 or other.quotation != name.quotation:
                return ""
            if other.form == "pronoun" and other.gender in ("f", "m"):
                return other.gender
            if other.form != "pronoun" and other.kind == "person" and other.text not in _KIN_NOUNS:
                return ""
        return ""

    def kin_gender(self, members: Sequence[int]) -> str:
        """`f` for "his wife, Lena Doe", `m` for "her husband, Ged Doe"; else ''."""
        cores = [c.core for c in (self._candidates[n] for n in members) if c.form == "name"]
        told = (_KIN_BEFORE.search(self.text, max(0, start - 40), start) for start, _ in cores)
        nouns = {word.lower() for found in told if found for word in re.findall(r"\w+", found[0])}
        genders = {g for g, of in (("f", FEMALE_NOUNS), ("m", MALE_NOUNS)) if nouns & of}
        return min(genders) if len(genders) == 1 else ""

    def is_relative_of(self, members: Sequence[int], others: Sequence[int]) -> bool:
        """True for the Eph of "Ephraim Doe and his grandson, Eph" and that Ephraim Doe."""
        first = min((n for n in members if self._is_name(n)), default=None)
        if first is None or first in others:
            return False
        name = self._candidates[first]
        start = max(0, name.core[0] - 40)
        told = _KIN_BEFORE.search(self.text, start, name.core[0])
        owner = told[0].split()[0].lower() if told is not None else ""
        if told is None or owner not in _OWNERS:
            return False
        before = [
            n
            for n, c in enumerate(self._candidates[:first])
            if c.form == "name" and c.kind == "person" and c.core[1] <= told.start()
        ]
        genders = {self._candidates[n].gender for n in others} - {"", "n", _OWNERS[owner]}
        near = before and name.sentence - self._candidates[before[-1]].sentence <= 1
        return bool(near) and before[-1] in others and not genders

    def is_relative(self, members: Sequence[int]) -> bool:
        """ "Eve Doe, her manager and sister", "the cook's brother Tom Doe": told as of a family."""
        cores = [c.core for c in (self._candidates[n] for n in members) if c.form == "name"]
        return any(
            _KIN_AFTER.match(self.text, end)
            or _KIN_BEFORE.search(self.text, max(0, start - 40), start)
            for start, end in cores
        )

    def is_of_the_article(self, members: Sequence[int]) -> bool:
        """Named at the opening, and not only to tell whose relative or lawyer somebody is."""
        first = min((self._candidates[n] for n in members), key=lambda c: c.core)
        owner = self.text[first.core[1] : first.core[1] + 2] in ("'s", "’s")
        return first.sentence <= _OPENING_SENTENCES and not owner

    def is_aside(self, n: int) -> bool:
        """True in "Ann Doe, the mother of the cook Eve Doe" for Eve Doe."""
        return n in self._nested


def _nested(candidates: Sequence[Candidate]) -> frozenset[int]:
    """The persons' names in what is told of another person right after the name."""
    people = [n for n, c in enumerate(candidates) if c.form == "name" and c.kind == "person"]
    inside: set[int] = set()
    for at, n in enumerate(people):
        wide = candidates[n]
        for m in people[at + 1 :]:
            small = candidates[m].core
            if small[0] >= wide.span[1]:
                break
            if wide.core[1] <= small[0] and small[1] <= wide.span[1]:
                inside.add(m)
    return frozenset(inside)
