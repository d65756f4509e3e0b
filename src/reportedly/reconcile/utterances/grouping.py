"""Groups of statements that report one utterance: statements and what matches in, groups out.

The closest pairs are merged first; a group has a core, its fullest quotation, and two groups become
one only when their cores match, so that nobody joins through one member alone.
"""

from collections.abc import Iterable, Mapping

from reportedly.reconcile.utterances.comparison import Comparison, Match
from reportedly.reconcile.utterances.same_words import Gate
from reportedly.reconcile.utterances.setting import speaker_of
from reportedly.reconcile.utterances.wording import Said


def utterance_groups(
    said: Mapping[str, Said], comparison: Comparison, matches: Iterable[Match]
) -> list[tuple[str, ...]]:
    """Statements by utterance, each group sorted, groups sorted; every statement is in one."""
    return _Groups(said, comparison).merged(matches)


class _Groups:
    """Groups that grow by merging, the closest first."""

    def __init__(self, said: Mapping[str, Said], comparison: Comparison) -> None:
        self._said = said
        self._comparison = comparison
        self._members = {name: [name] for name in said}
        self._root = {name: name for name in said}
        # Kept for each group, or each pair within a famous sentence would cost its whole group.
        self._cores = {name: name for name in said}
        self._speakers = {
            name: {speaker} if (speaker := speaker_of(one.statement)) else set()
            for name, one in said.items()
        }

    def merged(self, matches: Iterable[Match]) -> list[tuple[str, ...]]:
        for match in sorted(matches, key=lambda m: (-m.strength, m.left, m.right)):
            a, b = self._root[match.left], self._root[match.right]
            if a != b and self._belong_together(match, a, b):
                self._join(a, b)
        return sorted(tuple(sorted(members)) for members in self._members.values())

    def _belong_together(self, match: Match, a: str, b: str) -> bool:
        """Do the cores match, or stand all words of the one core in a member of the other group?"""
        speakers = self._speakers[a] | self._speakers[b]
        cores = self._cores[a], self._cores[b]
        # Somebody unknown must not stand between two who are named.
        unknown = any(not speaker_of(self._said[core].statement) for core in cores)
        gate = Gate.STRICT if unknown and len(speakers) > 1 else Gate.OPEN
        if gate == Gate.OPEN and sorted(cores) == sorted((match.left, match.right)):
            return True
        if self._comparison.find_match(*cores, at_least=gate):
            return True
        if self._recall(match, cores):
            return True
        if gate == Gate.OPEN and len(speakers) == 1:
            # One speaker's sentence within one story joins whatever else was said around it.
            if self._comparison.is_remembered(match.left, match.right):
                return True
            if self._both_hold(cores, match):
                return True
        return gate == Gate.OPEN and (
            (match.right == cores[1] and self._comparison.contains(match.left, match.right))
            or (match.left == cores[0] and self._comparison.contains(match.right, match.left))
        )

    def _recall(self, match: Match, cores: tuple[str, str]) -> bool:
        """Does one of the matched two recall the other, and is each its group's core, or told in
        its very words?  Who else was given these words stands in nobody's way."""
        if not self._comparison.is_recalled(match.left, match.right):
            return False
        return all(
            member == core or self._comparison.find_match(member, core, at_least=Gate.STRICT)
            for member, core in zip((match.left, match.right), cores, strict=True)
        )

    def _both_hold(self, cores: tuple[str, str], match: Match) -> bool:
        """Do both cores hold all words of one of the matched two, which is remembered alone?"""
        holds = self._comparison.contains
        return any(
            all(core == short or holds(core, short) for core in cores)
            for short in (match.left, match.right)
        )

    def _fullness(self, name: str) -> tuple[bool, int, str]:
        """A group's core is its fullest: quoted before retold, more words before fewer."""
        one = self._said[name]
        return not one.quoted, -len(one.keys), name

    def _join(self, a: str, b: str) -> None:
        large, small = sorted((a, b), key=lambda group: -len(self._members[group]))
        moved = self._members.pop(small)
        for name in moved:
            self._root[name] = large
        self._members[large] += moved
        self._cores[large] = min(self._cores.pop(large), self._cores.pop(small), key=self._fullness)
        self._speakers[large] |= self._speakers.pop(small)
