"""What the pile knows of persons: ages, numbers of children, posts, ties, and by which articles.

In: a `Pile`.  Out: answers on one person at a time.  What the asking article itself says is left
out by those who ask: it is for the article's own coreference to use.
"""

import functools
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from reportedly.calendar import Interval, birth_interval, interval_from_iso
from reportedly.models.names import find_likely_gender
from reportedly.models.names.person import person_name
from reportedly.reconcile.entities.described.pile import Pile
from reportedly.reconcile.entities.described.reading import Description, Sex

#: Of the articles that say anything so many must agree on a person's sex.
_AGREED = 0.8
_FORMERLY = "formerly married to "

#: Articles that say one and the same of a person: further ones are not asked, so that what is asked
#: of many articles does not grow with the pile.
_MOST = 60


@dataclass(frozen=True, slots=True)
class Post:
    """A post or description, and the article that gives it."""

    said: Description
    phrase: str
    article: str


@dataclass(frozen=True, slots=True)
class Number:
    """An age or a number of children, and the article that gives it."""

    value: int
    article: str
    birth: Interval | None = None
    """of an age given for known days: when its bearer was born"""


Tie = frozenset[str]
"""words of an owned description: {"spouse"}, {"campaign", "manager"}"""


class Known:
    """What is known, person by person."""

    def __init__(self, pile: Pile) -> None:
        self._pile = pile
        self.ages: dict[int, list[Number]] = defaultdict(list)
        self.children: dict[int, list[Number]] = defaultdict(list)
        self._posts: dict[int, list[Post]] = defaultdict(list)
        self._ties: dict[int, list[tuple[Tie, int, str]]] = defaultdict(list)
        self.parted: set[int] = set()
        self._read_facts()
        self._posted: dict[str, set[int]] = defaultdict(set)
        for person, posts in self._posts.items():
            for post in posts:
                self._posted[post.said.noun].add(person)
        self.posts = functools.lru_cache(maxsize=20_000)(self._posts_of)
        self.sex = functools.lru_cache(maxsize=20_000)(self._sex_of)
        self.ties = functools.lru_cache(maxsize=20_000)(self._ties_of)
        self._owned_in = functools.lru_cache(maxsize=20_000)(self._ties_in)

    def _read_facts(self) -> None:
        for person, row in self._pile.facts(("age", "birth_date", "children")):
            article, value = row["article_id"], row["value"]
            as_of = interval_from_iso(row["as_of_earliest"], row["as_of_latest"])
            if row["attribute"] == "children" and value.isdigit():
                self.children[person].append(Number(int(value), article))
            elif row["attribute"] == "age" and value.isdigit():
                years = int(value)
                birth = birth_interval(years, as_of) if as_of.width_days else None
                self.ages[person].append(Number(years, article, birth))
            elif row["attribute"] == "birth_date" and (born := interval_from_iso(value, value)):
                self.ages[person].append(Number(-1, article, born))
        for person, row in self._pile.facts(("role",)):
            said = self._pile.read(row["value"])
            if said is not None and said.noun and not said.owned:
                self._posts[person].append(Post(said, row["value"], row["article_id"]))
        for person, words, article in self._pile.introduced():
            said = self._pile.read(words)
            if said is not None and said.noun and not said.owned:
                self._posts[person].append(Post(said, words, article))
        for person, row in self._pile.facts(("spouse", "former_spouse")):
            self._tie(person, row["attribute"].replace("_", " "), row, row["value"])
        for person, row in self._pile.facts(("relationship",)):
            if row["value"].startswith(_FORMERLY):
                self._tie(person, "former spouse", row, row["value"].removeprefix(_FORMERLY))
        for person, _ in self._pile.facts(("separation_date", "divorce_date")):
            self.parted.add(person)
        for numbers in (*self.ages.values(), *self.children.values()):
            numbers.sort(key=lambda number: (number.article, number.value))
            del numbers[_MOST:]

    def among(self, persons: Iterable[int], said: Description) -> set[int]:
        """Those of some persons of whom something is known that a description says."""
        some, found = set(persons), set[int]()
        if said.age is not None:
            found |= some & self.ages.keys()
        if said.children is not None:
            found |= some & self.children.keys()
        if said.noun:
            found |= some & self._pile.called(said.noun)
            found |= some & self._posted.get(said.noun, set())
        return found

    def _tie(self, person: int, tie: str, row: dict[str, Any], name: str) -> None:
        """Two persons are tied to one another, where the fact's article names both."""
        other = self._called(name, row["article_id"])
        if other is not None:
            self._ties[person].append((frozenset([tie]), other, row["article_id"]))
            self._ties[other].append((frozenset([tie]), person, row["article_id"]))

    def _called(self, name: str, article: str) -> int | None:
        """The person whom the article calls so; None when several are."""
        wanted = person_name(name)
        found = {
            person
            for person in self._pile.named_in(article)
            for own in map(person_name, self._pile.names(person))
            if own.given == wanted.given and own.family == wanted.family
        }
        return found.pop() if len(found) == 1 else None

    def _posts_of(self, person: int) -> Mapping[str, list[Post]]:
        """Posts by their noun."""
        found: dict[str, list[Post]] = defaultdict(list)
        described = (
            Post(said, phrase, article)
            for article, words, phrase in self._pile.posts_of(person)
            if (said := self._pile.read(words)) is not None
        )
        posts = sorted((*self._posts[person], *described), key=lambda p: (p.article, p.phrase))
        counts: Counter[Description] = Counter()
        for post in posts:
            counts[post.said] += 1
            if counts[post.said] <= _MOST:
                found[post.said.noun].append(post)
        return found

    def _sex_of(self, person: int) -> Sex:
        f, m = self._pile.sexes_of(person)
        if f + m == 0:
            names = {person_name(name).given for name in self._pile.names(person)}
            likely = {find_likely_gender(name) for name in names} - {None}
            return (likely.pop() or "") if len(likely) == 1 else ""
        if max(f, m) < _AGREED * (f + m):
            return ""
        return "f" if f > m else "m"

    def _ties_of(self, owner: int) -> tuple[tuple[Tie, int, str], ...]:
        """(words, person, article) of all who are described as the owner's."""
        found = list(self._ties[owner])
        for article in self._pile.articles_of(owner):
            found += [
                (words, person, article)
                for words, by, person in self._owned_in(article)
                if by == owner and person != owner
            ]
        found.sort(key=lambda tie: (sorted(tie[0]), tie[1], tie[2]))
        counts: Counter[tuple[Tie, int]] = Counter()
        kept = []
        for tie in found:
            counts[tie[:2]] += 1
            if counts[tie[:2]] <= _MOST:
                kept.append(tie)
        return tuple(kept)

    def _ties_in(self, article: str) -> tuple[tuple[Tie, int, int], ...]:
        """(words, owner, whom they mean) of the owned descriptions of those with a name."""
        return tuple(
            (said.words, owner, person)
            for said, owner, cluster in find_owned(self._pile, article)
            if (person := self._pile.find_person(article, cluster)) is not None
        )


def find_owned(pile: Pile, article: str) -> Iterator[tuple[Description, int, int]]:
    """(description, its owner, the article's number of whom it means)."""
    for words, among, cluster in pile.owned_in(article):
        said = pile.read(words)
        owners = {pile.find_person(article, each) for each in among}
        if said is not None and len(owners) == 1 and (owner := owners.pop()) is not None:
            yield said, owner, cluster
