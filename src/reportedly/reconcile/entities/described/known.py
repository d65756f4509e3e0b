"""What the pile knows of persons: ages, numbers of children, posts, ties, and by which articles.

In: a `Pile`.  Out: answers on one person at a time.  What the asking article itself says is left
out by those who ask: it is for the article's own coreference to use.
"""

import functools
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from reportedly.calendar import Interval, birth_interval, interval_from_iso
from reportedly.models.names import find_likely_gender
from reportedly.models.names.person import person_name
from reportedly.reconcile.entities.described.pile import Pile
from reportedly.reconcile.entities.described.reading import Description, Sex, read
from reportedly.reconcile.entities.described.told import find_post

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
        self.pile = pile
        self._numbers = functools.lru_cache(maxsize=20_000)(self._numbers_of)
        self.posts = functools.lru_cache(maxsize=20_000)(self._posts_of)
        self.sex = functools.lru_cache(maxsize=20_000)(self._sex_of)
        self.ties = functools.lru_cache(maxsize=20_000)(self._ties_of)
        self._owned_in = functools.lru_cache(maxsize=20_000)(self._ties_in)

    def ages(self, person: int) -> Sequence[Number]:
        """The person's ages, and days of birth."""
        return self._numbers(person)[0]

    def children(self, person: int) -> Sequence[Number]:
        """How many children articles give to the person."""
        return self._numbers(person)[1]

    def _numbers_of(self, person: int) -> tuple[Sequence[Number], Sequence[Number]]:
        ages, children = list[Number](), list[Number]()
        for row in self.pile.facts_of(person):
            article, value = row["article_id"], row["value"]
            if row["attribute"] == "children" and value.isdigit():
                children.append(Number(int(value), article))
            elif row["attribute"] == "age" and value.isdigit():
                years = int(value)
                as_of = interval_from_iso(row["as_of_earliest"], row["as_of_latest"])
                birth = birth_interval(years, as_of) if as_of.width_days else None
                ages.append(Number(years, article, birth))
            elif row["attribute"] == "birth_date" and (born := interval_from_iso(value, value)):
                ages.append(Number(-1, article, born))
        for numbers in (ages, children):
            numbers.sort(key=lambda number: (number.article, number.value))
        return ages[:_MOST], children[:_MOST]

    def has_parted(self, person: int) -> bool:
        """True for one of whom a separation or a divorce is told."""
        parted = ("separation_date", "divorce_date")
        return any(row["attribute"] in parted for row in self.pile.facts_of(person))

    def among(self, persons: Iterable[int], said: Description) -> set[int]:
        """Those of some persons of whom something is known that a description says."""
        some, found = set(persons), set[int]()
        if said.age is not None:
            found |= {person for person in some if self.ages(person)}
        if said.children is not None:
            found |= {person for person in some if self.children(person)}
        if said.noun:
            found |= some & self.pile.called(said.noun)
        return found

    @functools.cached_property
    def tied(self) -> Mapping[int, Sequence[tuple[Tie, int, str]]]:
        """Person → (tie, other, article) of facts; two are tied to one another, where the fact's
        article names both."""
        found: dict[int, list[tuple[Tie, int, str]]] = defaultdict(list)
        for person, row in self.pile.tied():
            tie, name, article = row["attribute"].replace("_", " "), row["value"], row["article_id"]
            if tie == "relationship":
                if not name.startswith(_FORMERLY):
                    continue
                tie, name = "former spouse", name.removeprefix(_FORMERLY)
            other = self._called(name, article)
            if other is not None:
                found[person].append((frozenset([tie]), other, article))
                found[other].append((frozenset([tie]), person, article))
        return found

    def _called(self, name: str, article: str) -> int | None:
        """The person whom the article calls so; None when several are."""
        wanted = person_name(name)
        found = {
            person
            for person in self.pile.named_in(article)
            for own in map(person_name, self.pile.names(person))
            if own.given == wanted.given and own.family == wanted.family
        }
        return found.pop() if len(found) == 1 else None

    def _posts_of(self, person: int) -> Mapping[str, list[Post]]:
        """Posts by their noun."""
        found: dict[str, list[Post]] = defaultdict(list)
        posts = sorted(self._given(person), key=lambda p: (p.article, p.phrase))
        counts: Counter[Description] = Counter()
        for post in posts:
            counts[post.said] += 1
            if counts[post.said] <= _MOST:
                found[post.said.noun].append(post)
        return found

    def _given(self, person: int) -> Iterator[Post]:
        """All posts, those before names as far as they are the person's."""
        names = sorted(self.pile.names(person))
        for article, words, phrase in dict.fromkeys(self.pile.posts_of(person)):
            if words is None:
                at = next((at for n in names if (at := phrase.find(f" {n}")) >= 0), 0)
                words = phrase = phrase[:at]
            said = find_post(words)
            if said is not None:
                yield Post(said, phrase, article)

    def _sex_of(self, person: int) -> Sex:
        f, m = self.pile.sexes_of(person)
        if f + m == 0:
            names = {person_name(name).given for name in self.pile.names(person)}
            likely = {find_likely_gender(name) for name in names} - {None}
            return (likely.pop() or "") if len(likely) == 1 else ""
        if max(f, m) < _AGREED * (f + m):
            return ""
        return "f" if f > m else "m"

    def _ties_of(self, owner: int) -> tuple[tuple[Tie, int, str], ...]:
        """(words, person, article) of all who are described as the owner's."""
        found = list(self.tied.get(owner, ()))
        for article in self.pile.articles_of(owner):
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
            for said, owner, cluster in find_owned(self.pile, article)
            if (person := self.pile.find_person(article, cluster)) is not None
        )


def find_owned(pile: Pile, article: str) -> Iterator[tuple[Description, int, int]]:
    """(description, its owner, the article's number of whom it means)."""
    for words, among, cluster in pile.owned_in(article):
        said = read(words)
        owners = {pile.find_person(article, each) for each in among}
        if said is not None and len(owners) == 1 and (owner := owners.pop()) is not None:
            yield said, owner, cluster
