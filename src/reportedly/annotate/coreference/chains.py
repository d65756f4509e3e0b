"""`Chains`: candidates put together step by step, with what is known of each group.

Every merge is checked against the whole of both groups, so that two persons who both might be
"Doe" never end up as one through a third mention.
"""

from dataclasses import dataclass, field

from reportedly.annotate.coreference.candidate import Candidate, Kind
from reportedly.models.names import find_likely_gender
from reportedly.models.names.person import contradict, is_namesake, person_name

#: Kinds that a mention of another kind may still be: "the company" is a thing to a pronoun.
_LOOSE: frozenset[Kind] = frozenset(["unknown"])


@dataclass(slots=True)
class Chain:
    """A group of candidates that mean one entity, as far as it is known yet."""

    members: list[int]
    first: int
    """the smallest of `members`"""
    called: list[set[str]] = field(default_factory=list)
    """names that go together; several sets where the text tells of another name, which is last"""
    kinds: set[Kind] = field(default_factory=set)
    genders: set[str] = field(default_factory=set)
    numbers: set[str] = field(default_factory=set)

    @property
    def names(self) -> set[str]:
        """All names."""
        return self.called[0] if len(self.called) == 1 else set().union(*self.called)

    @property
    def kind(self) -> Kind:
        """The one kind it has; `unknown` where its members leave it open.

        "It" and nouns that no list has say `thing` of anything.
        """
        sure = self.kinds - {"unknown"}
        return min(sure - {"thing"} or sure, default="unknown")

    @property
    def gender(self) -> str:
        """`f`, `m`, or '' when there is no evidence, or contradictory evidence."""
        if len(self.genders) == 1:
            return min(self.genders)
        if self.genders or self.kind != "person":
            return ""
        hints = {find_likely_gender(g) for name in self.names if (g := _given(name))} - {None}
        return min(hints) if len(hints) == 1 else ""  # type: ignore[type-var, return-value]


def _given(name: str) -> str:
    """The given name; '' for a single word, which may be a last name (Clinton, Kelly)."""
    return person_name(name).given


@dataclass(frozen=True, slots=True)
class Known:
    """What was known of a candidate's group at one time; `first` is its smallest member."""

    first: int
    kind: Kind
    gender: str
    named: bool
    size: int


class Chains:
    """All candidates of a text, each at first alone; `merge` puts two groups together."""

    def __init__(self, candidates: tuple[Candidate, ...]) -> None:
        self.candidates = candidates
        self.reasons: dict[int, str] = {}
        #: For pronouns: how probable the choice was.
        self.certainty: dict[int, float] = {}
        self._chain_of = [self._alone(n) for n in range(len(candidates))]

    def _alone(self, n: int) -> Chain:
        one = self.candidates[n]
        chain = Chain([n], n, kinds={one.kind})
        if one.form == "name":
            chain.called.append({one.text})
        if one.gender and one.gender != "n":
            chain.genders.add(one.gender)
        if one.number:
            chain.numbers.add(one.number)
        return chain

    def chain(self, n: int) -> Chain:
        """The group that candidate `n` is in."""
        return self._chain_of[n]

    def known(self, n: int) -> Known:
        """What is known now of the group that candidate `n` is in."""
        chain = self._chain_of[n]
        size = len(chain.members)
        return Known(chain.first, chain.kind, chain.gender, bool(chain.names), size)

    def same(self, a: int, b: int) -> bool:
        """True when both are in one group."""
        return self._chain_of[a] is self._chain_of[b]

    def all(self) -> list[Chain]:
        """The groups, in order of their first members."""
        firsts = {chain.first: chain for chain in self._chain_of}
        return [firsts[first] for first in sorted(firsts)]

    def may_merge(self, a: int, b: int) -> bool:
        """True when nothing known of the two groups speaks against their being one."""
        return fits(self.chain(a), self.chain(b))

    def merge(self, later: int, earlier: int, reason: str, told: bool = False) -> bool:
        """Put the groups of two candidates together unless something speaks against it.

        Args:
            reason: kept for the candidate `later`, which is resolved by it.
            told: the text says that they are one, so that what a given name sounds like says
                nothing.
        """
        return self._merge(later, earlier, reason, told=told, renamed=False)

    def merge_renamed(self, later: int, earlier: int, reason: str) -> bool:
        """The same of one whom the text tells to have another name, of which that of `earlier` is
        the main one: neither what a given name sounds like nor the other name says anything."""
        return self._merge(later, earlier, reason, told=True, renamed=True)

    def _merge(self, later: int, earlier: int, reason: str, *, told: bool, renamed: bool) -> bool:
        one, other = self.chain(earlier), self.chain(later)
        if one is other:
            return True
        if not fits(one, other, told=told, renamed=renamed):
            return False
        called = _called_together(one, other, renamed)
        if len(one.members) < len(other.members):
            one, other = other, one
        one.members += other.members
        one.first = min(one.first, other.first)
        one.called = called
        one.kinds |= other.kinds
        one.genders |= other.genders
        one.numbers |= other.numbers
        for n in other.members:
            self._chain_of[n] = one
        self.reasons.setdefault(later, reason)
        return True

    def adopt_kind(self, n: int, kind: Kind, over: Kind = "thing") -> None:
        """Candidate `n`, alone and of a noun that the word lists lack, is of this kind.

        Args:
            over: the kind that the word lists give it.
        """
        chain = self.chain(n)
        if chain.kinds == {over} and not chain.names:
            chain.kinds = {kind}


def fits(a: Chain, b: Chain, *, told: bool = False, renamed: bool = False) -> bool:
    """True when kinds, evidence of gender and number, and names of two groups go together.

    Of `told` groups the gender that given names make likely does not count, of `renamed` ones
    their names do not.
    """
    kinds = (a.kinds | b.kinds) - _LOOSE
    if len(kinds) > 1 and not _kinds_go_together(a, b):
        return False
    genders = {a.gender, b.gender} - {""}
    if (len(genders) > 1 and not told) or len(a.genders | b.genders) > 1:
        return False
    if kinds <= {"person", "thing"} and len(a.numbers | b.numbers) > 1:
        return False
    return renamed or "person" not in kinds or not _names_contradict(a, b)


def _kinds_go_together(a: Chain, b: Chain) -> bool:
    """A thing to the word lists may be an organisation, place or work; a group an organisation."""
    pair = {a.kind, b.kind}
    return "person" not in pair and bool(pair & {"thing", "group"})


def _names_contradict(a: Chain, b: Chain) -> bool:
    """True when no name of the one goes with any of the other's."""
    if not a.called or not b.called:
        return False
    return all(_sets_contradict(one, other) for one in a.called for other in b.called)


def _sets_contradict(one: set[str], other: set[str]) -> bool:
    return any(
        (contradict(x, y) and not _are_parts_of_one(x, y, one | other)) or is_namesake(x, y)
        for x in one
        for y in other
    )


def _called_together(one: Chain, other: Chain, renamed: bool) -> list[set[str]]:
    """The names of both, those of `one` first; of one who is `renamed` names that do not go
    together are in sets of their own."""
    if not renamed and len(one.called) == 1:
        return [one.called[0].union(*other.called)]
    called = [set(names) for names in one.called]
    for names in other.called:
        fitting = (own for own in called if not _sets_contradict(own, names))
        own = next(fitting, None if renamed or not called else called[0])
        if own is None:
            called.append(set(names))
        else:
            own |= names
    return called


def _are_parts_of_one(x: str, y: str, names: set[str]) -> bool:
    """ "Ada" and "Quill" where one of the two groups has "Ada Quill", too."""
    if " " in x or " " in y:
        return False
    full = (name for name in names if " " in name)
    return any(not contradict(x, name) and not contradict(y, name) for name in full)
