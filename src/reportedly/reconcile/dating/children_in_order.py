"""Which child "their eldest, now 13," is, and the second of "three children, aged nine, seven and
three", by the articles that name the children of the same parent with their ages.

In: the facts of the pile before they have entities.  Out: a child's name, where all articles that
name as many children beside the parent order them alike.
"""

import functools
import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

import pyarrow as pa
import pyarrow.compute as pc

from reportedly.annotate.facts.ordered_children import CHILD_IN_ORDER, EXTREME_CHILD
from reportedly.model import Article, Fact
from reportedly.reconcile.dating.pile import Dated

_IN_ORDER = re.compile(CHILD_IN_ORDER.format(number=r"(\d+)", of=r"(\d+)", parent="(.+)"))
_EXTREME = re.compile(EXTREME_CHILD.format(which="(eldest|youngest)", parent="(.+)"))
#: A pattern for the subjects of such ages.
UNNAMED_CHILD = r"^(?:child \d+ of \d+|the (?:eldest|youngest) child) of "
#: Words before a row of names with ages that say that they are children.
_CHILDREN = re.compile(
    r"\b(?:children|kids|sons|daughters|boys|girls|youngsters|parents|joins|have|son|daughter|brood"
    r"|nippers|little|tots?)\b[^.;\n]{0,60}\Z",
    re.IGNORECASE,
)
_BEFORE_CHARS = 90
#: Between the age of one child and the name of the next.
_GAP_CHARS = 40
_OLDEST_YEARS = 30


def is_unnamed_child(subject: str) -> bool:
    """True for the subject of an age that an article gives to a child without a name."""
    return bool(_IN_ORDER.fullmatch(subject) or _EXTREME.fullmatch(subject))


class Children:
    """The children of parents, in order of age, as the pile names them."""

    def __init__(self, dated: Dated) -> None:
        self._dated = dated
        self._known: dict[str, list[tuple[str, ...]]] = {}

    def find(self, subject: str) -> str | None:
        """The name of the child that `subject` describes; None where the pile leaves it open."""
        ordered, extreme = _IN_ORDER.fullmatch(subject), _EXTREME.fullmatch(subject)
        if ordered:
            rows = [row for row in self._of(ordered[3]) if len(row) == int(ordered[2])]
            return _name_at(int(ordered[1]) - 1, rows)
        if extreme is None:
            return None
        rows = self._of(extreme[2])
        most = max((len(row) for row in rows), default=0)
        full = [row for row in rows if len(row) == most]
        if not full or self._others(extreme[2], full[0]):
            return None
        return _name_at(0 if extreme[1] == "eldest" else -1, full)

    def _of(self, parent: str) -> list[tuple[str, ...]]:
        if parent not in self._known:
            articles = sorted({fact.article_id for fact in self._about(parent)})
            self._known[parent] = [row for name in articles for row in self._rows(name)]
        return self._known[parent]

    @functools.cached_property
    def _by_parent(self) -> dict[str, list[Fact]]:
        """The facts of all parents whose children are told of without names, read in one pass."""
        subjects = self._dated.facts.column("subject")
        unnamed = pc.unique(subjects.filter(pc.match_substring_regex(subjects, UNNAMED_CHILD)))
        parents = sorted({name.split(" of ")[-1] for name in unnamed.to_pylist()})
        found: dict[str, list[Fact]] = {name: [] for name in parents}
        for fact in self._dated.facts.where(pc.is_in(subjects, pa.array(parents, pa.string()))):
            found[fact.subject].append(fact)
        return found

    def _about(self, parent: str) -> list[Fact]:
        if parent in self._by_parent:
            return self._by_parent[parent]
        wanted = pc.equal(self._dated.facts.column("subject"), pa.scalar(parent))
        return list(self._dated.facts.where(wanted))

    def _others(self, parent: str, row: Iterable[str]) -> bool:
        """True where the parent has a child who is not in the row, of another marriage perhaps."""
        names = {word for name in row for word in name.split()[:1]}
        told = (fact.value for fact in self._about(parent) if fact.attribute == "child")
        return any(name.split()[0] not in names for name in told)

    def _rows(self, article_id: str) -> Iterator[tuple[str, ...]]:
        """The names of each row of children in an article, by age."""
        (article,) = self._dated.some([self._dated.number(article_id)])
        ages = [
            fact
            for fact in self._dated.facts_of(article_id)
            if fact.attribute == "age" and fact.value.isdigit() and int(fact.value) <= _OLDEST_YEARS
            and not is_unnamed_child(fact.subject)
        ]  # fmt: skip
        for row in _in_rows(sorted(ages, key=lambda fact: fact.span), article):
            by_age = sorted(row, key=lambda fact: -int(fact.value))
            if len({fact.value for fact in row}) == len(row) > 1:
                yield tuple(fact.subject for fact in by_age)


def _name_at(at: int, rows: list[tuple[str, ...]]) -> str | None:
    """The fullest name at a place of the rows; None where they do not name the same children."""
    given = {tuple(name.split()[0] for name in row) for row in rows}
    names = sorted({row[at] for row in rows}, key=lambda name: (-len(name), name)) if rows else []
    return names[0] if len(given) == 1 else None


def _in_rows(ages: list[Fact], article: Article) -> Iterator[list[Fact]]:
    """Ages told one behind the other, behind a word for children."""
    rows: list[list[Fact]] = [[fact] for fact in ages[:1]]
    for before, fact in pairwise(ages):
        gap = article.text[before.span[1] : fact.span[0]]
        if len(gap) <= _GAP_CHARS and not re.search(r"[.;\n]", gap):
            rows[-1].append(fact)
        else:
            rows.append([fact])
    for row in rows:
        start = row[0].span[0]
        if _CHILDREN.search(article.text[max(0, start - _BEFORE_CHARS) : start]):
            yield row
