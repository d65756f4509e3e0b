"""One described person weighed against one person with a name, by what other articles say.

In: a `Case` and what the pile knows.  Out: `Evidence`, or None where nothing speaks for the person
or anything against.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from reportedly.calendar import ages_between, interval_from_iso
from reportedly.offsets import Span
from reportedly.reconcile.days import days_between
from reportedly.reconcile.entities.described.cases import Case
from reportedly.reconcile.entities.described.known import Known, Number
from reportedly.reconcile.entities.described.pile import Pile
from reportedly.reconcile.entities.described.reading import FORMER, RANKS, VAGUE, Description

#: What is known from articles further away in time says nothing of posts, children and ties.
_LONGEST_DAYS = 730
#: Of posts that are won and lost as much as this.
_SHORT_DAYS = 60
#: Somebody mentioned less than this share of the one who fits is no rival.
_RIVAL = 1 / 3
#: Ages told without days may differ by as much within one story.
_STORY_YEARS = 1
#: One other post may be the same in other words: "pop star", "singer".
_SEVERAL = 2
#: An age or a post of several words tells one person from others; a number of children or a
#: single word may fit a neighbour.
_STRONG, _WEAK = 2, 1


@dataclass(slots=True)
class Evidence:
    """What speaks for one person: how much, in which words, in which articles."""

    points: int = 0
    by_post: bool = False
    """a post of several words speaks for the person"""
    says: list[str] = field(default_factory=list)
    articles: set[str] = field(default_factory=set)

    @property
    def is_strong(self) -> bool:
        """True when it needs no look at who else may be meant."""
        return self.points >= _STRONG

    def add(self, points: int, said: str, articles: set[str]) -> None:
        """Take in what some articles say; nothing when there are none."""
        if articles:
            self.points += points
            self.says.append(said)
            self.articles |= articles


class Judge:
    """Weighs one case against one person after the other."""

    def __init__(self, case: Case, pile: Pile, known: Known) -> None:
        self._case, self._pile, self._known = case, pile, known
        self._around = frozenset(pile.neighbours(case.article))

    def find_evidence(self, person: int) -> Evidence | None:
        """What speaks for the person; each description must be confirmed."""
        if self.is_contradicted(person):
            return None
        found = Evidence()
        for said in self._case.descriptions:
            if said.owned:
                continue
            before = found.points
            self._add_age(found, said, person)
            self._add_children(found, said, person)
            self._add_post(found, said, person)
            if found.points == before:
                return None
        return found if found.points else None

    def is_contradicted(self, person: int) -> bool:
        """True when sex, age or number of children are at odds with what is known."""
        sex = self._known.sex(person)
        if self._case.sex and sex and sex != self._case.sex:
            return True
        ages = self._ages(person)
        children = self._near(self._known.children(person))
        return any(
            _is_at_odds(said.age, ages, self._can_be)
            or (_is_at_odds(said.children, children, _is) and not self._is_aged(said, ages))
            for said in self._case.descriptions
        )

    def _is_aged(self, said: Description, ages: Sequence[Number]) -> bool:
        """True for one of whom articles give just the age: papers miscount children."""
        wanted = said.age
        return wanted is not None and any(
            n.value == wanted and self._can_be(wanted, n) for n in ages
        )

    def is_near(self, article: str, days: int = _LONGEST_DAYS) -> bool:
        """True for another article that is not more than `days` away, as far as is known."""
        if article == self._case.article:
            return False
        apart = days_between(self._pile.day(article), self._pile.day(self._case.article))
        return apart is None or apart <= days

    def is_of_story(self, articles: set[str]) -> bool:
        """True when one of the articles is of the same story, or a copy."""
        return bool(articles & self._around)

    def _ages(self, person: int) -> list[Number]:
        return [n for n in self._known.ages(person) if n.article != self._case.article]

    def _near(self, numbers: Sequence[Number]) -> list[Number]:
        return [n for n in numbers if self.is_near(n.article)]

    def _can_be(self, years: int, number: Number) -> bool:
        """True unless day or story tell that somebody of the known age is not `years` old."""
        apart = number.article not in self._around
        unknown = self._pile.day(self._case.article) is None or number.birth is None
        return (unknown and apart) or self._may_be(years, number)

    def _may_be(self, years: int, number: Number) -> bool:
        """True when somebody of the known age can be `years` old on the article's day."""
        day = self._pile.day(self._case.article)
        if day is not None and number.birth is not None:
            least, greatest = ages_between(number.birth, interval_from_iso(day, day))
            return (least is None or least <= years) and (greatest is None or years <= greatest)
        return number.article in self._around and abs(number.value - years) <= _STORY_YEARS

    def _add_age(self, found: Evidence, said: Description, person: int) -> None:
        if said.age is not None:
            numbers = [
                n
                for n in self._ages(person)
                if self._may_be(said.age, n) or self._is_very_age(said.age, n, person)
            ]
            articles = {n.article for n in numbers}
            several = len(articles) > 1 or self.is_of_story(articles)
            if several and (not said.noun or self._may_have_post(said, person)):
                found.add(_STRONG, f"aged {said.age}", articles)

    def _is_very_age(self, years: int, number: Number, person: int) -> bool:
        """In an article without a day: the age that others have of somebody whom it names, too."""
        if number.value != years or self._pile.day(self._case.article) is not None:
            return False
        return person in self._pile.named_in(self._case.article)

    def _may_have_post(self, said: Description, person: int) -> bool:
        """False for somebody of whom several other posts are known and not this one."""
        posts = self._known.posts(person)
        return len(posts) < _SEVERAL or said.noun in posts

    def _add_children(self, found: Evidence, said: Description, person: int) -> None:
        if said.children is not None:
            near = self._near(self._known.children(person))
            noun = "child" if said.children == 1 else "children"
            articles = {n.article for n in near if n.value == said.children}
            found.add(_WEAK, f"has {said.children} {noun}", articles)

    def _add_post(self, found: Evidence, said: Description, person: int) -> None:
        if not said.noun:
            return
        days = _SHORT_DAYS if said.noun in VAGUE else _LONGEST_DAYS
        posts = [
            post
            for post in self._known.posts(person).get(said.noun, ())
            if _is_same_post(said, post.said) and self.is_near(post.article, days)
        ]
        if not posts:
            return
        strong = len(said.words) > 1 and any(
            post.said.narrowed <= said.words or post.article in self._around for post in posts
        )
        points = _STRONG if strong else _WEAK
        found.by_post |= strong
        found.add(points, f"called “{posts[0].phrase}”", {post.article for post in posts})

    def has_post_alone(self, person: int, other: int) -> bool:
        """True when the article names the person, whose post the other has in no other article."""
        nouns = {said.noun for said in self._case.descriptions} - {""}
        named = person in self._pile.named_in(self._case.article)
        posts = self._known.posts(other)
        called = (post.article for noun in nouns for post in posts.get(noun, ()))
        return named and bool(nouns) and not set(called) - {self._case.article}

    def has_rival(self, person: int) -> bool:
        """True when the article names somebody else who may as well be meant."""
        counts = self._mentions_here()
        least = _RIVAL * counts[person]
        here = self._pile.named_in(self._case.article)
        return any(
            other != person and counts[other] >= least and not self._is_known_otherwise(other)
            for other in here
        )

    def _is_known_otherwise(self, person: int) -> bool:
        """True for somebody of whom the pile says what makes them another one."""
        if self.is_contradicted(person):
            return True
        nouns = {said.noun for said in self._case.descriptions} - {""}
        posts = self._known.posts(person).keys()
        return bool(nouns) and bool(posts) and not nouns & posts

    def _mentions_here(self) -> Counter[int]:
        counts: Counter[int] = Counter()
        for each in self._pile.mentions_in(self._case.article):
            if each.person is not None:
                counts[each.person] += 1
        return counts

    def is_named_beside(self, person: int) -> bool:
        """True when a sentence with the description names the person, and so tells them apart."""
        article = self._case.article
        text = self._pile.text(article)
        named = [
            each.span
            for each in self._pile.mentions_in(article)
            if each.form == "name" and each.person == person
        ]
        return any(_in_one_sentence(text, a, b) for a in self._case.spans for b in named)


def _is_at_odds(
    value: int | None, known: Sequence[Number], agrees: Callable[[int, Number], bool]
) -> bool:
    return value is not None and bool(known) and not any(agrees(value, each) for each in known)


def _is_same_post(said: Description, known: Description) -> bool:
    """Of two with one noun: nothing said that is not known, former or not and of one rank."""
    former = [bool(each.words & FORMER) for each in (said, known)]
    ranks = [each.words & RANKS for each in (said, known)]
    return said.words <= known.words and former[0] == former[1] and ranks[0] == ranks[1]


def _is(value: int, number: Number) -> bool:
    return value == number.value


#: What ends a sentence, as far as spans of one line tell.
_ENDS = (". ", "! ", "? ", ".” ", '." ', "!” ", "?” ", "\n")


def _in_one_sentence(text: str, a: Span, b: Span) -> bool:
    between = text[min(a[1], b[1]) : max(a[0], b[0])]
    return not any(end in between for end in _ENDS)
