"""The named persons of an article by place: whose name ends here, who is meant by this pronoun.

Mentions are whole noun phrases ("Ann Doe, the singer"); facts hang on the bare name inside them,
so names are looked up in the mention's own words.
"""

import bisect
import re
from collections.abc import Iterable
from dataclasses import dataclass

from reportedly.annotate.facts.animals import is_animal
from reportedly.model import Cluster, Form, Mention
from reportedly.models.names import find_likely_gender
from reportedly.offsets import Span, contains

#: No person's last name, whatever stands before it.
_BODIES = frozenset(
    "administration agency assembly association bank board bureau campaign church club"
    " announcement award bible center centre library museum prize stadium"
    " commission committee company congress corporation council court department estates"
    " foundation fund group hospital house inc institute ministry news office organisation"
    " organization parliament party police post federation coalition alliance conference league"
    " school senate society street times tribune trust union university".split()
)
#: Which pronoun usually goes with a given name.
_USUAL = {"f": "she", "m": "he"}
#: A name before a last name, which is then no bare one.
_GIVEN = re.compile(r"\b(?!(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame)\b)[A-Z][\w.]* \Z")
_GIVEN_CHARS = 20
#: "Doe & Daughter" is a firm.
_FIRM = re.compile(r"\s+(?:&|and)\s+(?:Sons?|Daughters?|Brothers|Co)\b")


@dataclass(frozen=True, slots=True, order=True)
class Person:
    """One place that means a named person: the bare name, or the whole phrase otherwise."""

    span: Span
    cluster: int
    form: Form
    confidence: float


class People:
    """All places that mean a named person, and the names of those persons."""

    def __init__(self, text: str, mentions: Iterable[Mention], clusters: Iterable[Cluster]) -> None:
        self._text = text
        listed = list(mentions)
        firms = {m.cluster for m in listed if m.form == "name" and _FIRM.match(text, m.span[1])}
        persons = [c for c in clusters if c.kind == "person" and c.cluster not in firms]
        called = {c.cluster: c.names for c in persons}
        beasts = {
            m.cluster
            for m in listed
            if m.form == "name"
            and is_animal(text, _name_in(m, called.get(m.cluster, ())) or m.span)
        }
        persons = [c for c in persons if c.cluster not in beasts]
        self._clusters = {c.cluster: c for c in persons if _is_name(c.name)}
        unnamed = {c.cluster for c in persons if c.name is None}
        self.nameless = sorted(
            Person(m.span, m.cluster, m.form, m.confidence)
            for m in listed
            if m.cluster in unnamed and m.form == "nominal"
        )
        """descriptions of persons to whom the article gives no name"""
        placed: set[Person] = set()
        for mention in listed:
            cluster = self._clusters.get(mention.cluster)
            if cluster is None:
                continue
            span = mention.span
            if mention.form == "name":
                span = _name_in(mention, cluster.names) or span
            placed.add(Person(span, mention.cluster, mention.form, mention.confidence))
            if span != mention.span:
                placed.add(Person(mention.span, mention.cluster, "nominal", mention.confidence))
        self.places = sorted(placed)
        self.subjects = self.places
        """all places, and those of which more is told behind a clause"""
        self.names = [place for place in self.places if place.form == "name"]
        self._starting = _index(self.places, 0)
        self._ending = _index(self.places, 1)
        self._place_starts = [place.span[0] for place in self.places]
        self._name_starts = [place.span[0] for place in self.names]

    def take(self, apart: Iterable[Person]) -> None:
        """Take in the places whose predicates stand apart from them."""
        self.subjects = sorted({*self.places, *apart})

    def name_of(self, cluster: int) -> str:
        """The fullest name the article gives for a cluster; empty for one of `nameless`."""
        return str(self._clusters[cluster].name) if cluster in self._clusters else ""

    def shares_last_name(self, person: Person) -> bool:
        """True for a bare last name that another person of the article has as well."""
        name = self._text[slice(*person.span)]
        if " " in name:
            return False
        return len(self.called_by_last_name(person)) > 1

    def called_by_last_name(self, person: Person) -> list[int]:
        """The clusters of all who can be meant by the bare last name at `person`."""
        name = self._text[slice(*person.span)]
        return [
            number
            for number, cluster in sorted(self._clusters.items())
            if " " in str(cluster.name) and str(cluster.name).split()[-1] == name
        ]

    def is_called_by_given_name(self, cluster: int) -> bool:
        """True for whom the article calls "Tom", as papers do with children, below its headline."""
        given = str(self._clusters[cluster].name).split()[0]
        first_line = self._text.find("\n")
        return any(
            place.cluster == cluster
            and place.span[0] > first_line
            and self._text[slice(*place.span)] == given
            for place in self.names
        )

    def count_last_names(self, person: Person) -> int:
        """How often the article calls the same person by the last name that stands at `person`."""
        name = self._text[slice(*person.span)]
        return sum(
            place.cluster == person.cluster
            and self._text[slice(*place.span)] == name
            and not _GIVEN.search(self._text[: place.span[0]][-_GIVEN_CHARS:])
            for place in self.names
        )

    def is_spoken_of(self, cluster: int, pronouns: frozenset[str]) -> bool:
        """True where the article says one of `pronouns` of somebody."""
        return cluster in self._clusters and bool(pronouns & {*self._clusters[cluster].pronouns})

    def knows(self, cluster: int) -> bool:
        """True for the number of a named person."""
        return cluster in self._clusters

    def find_named(self, name: str, at: Span) -> Person | None:
        """The one person whom the article elsewhere calls `name`, at `at`; None when unsure."""
        known = [n for n, c in sorted(self._clusters.items()) if name in c.names]
        return Person(at, known[0], "name", 0.85) if len(known) == 1 else None

    def find_ending(self, at: int, *forms: Form) -> Person | None:
        """Whom the shortest phrase of one of `forms` (any when empty) that ends at `at` means."""
        return _shortest(self._ending.get(at, ()), forms)

    def find_starting(self, at: int, *forms: Form) -> Person | None:
        """Whom the shortest phrase of one of `forms` (any when empty) from `at` on means."""
        return _shortest(self._starting.get(at, ()), forms)

    def find_only(
        self,
        span: Span,
        pronouns: frozenset[str] = frozenset(),
        others: frozenset[str] = frozenset(),
        *,
        surely: bool = False,
    ) -> Person | None:
        """The last person named in `span` when it names no other.

        With `pronouns`, only persons of whom the article uses one of them count, or, when there
        is none and not `surely`, those of whom it uses none of `others`.  Two names with the same
        last word are taken for one person's.
        """
        named = self.names_in(span)
        if pronouns:
            said = {p.cluster: set(self._clusters[p.cluster].pronouns) for p in named}
            sure = [p for p in named if pronouns & said[p.cluster]]
            open_ones = [p for p in named if not others & said[p.cluster]]
            named = sure if sure or surely else [p for p in open_ones if self.may_be(p, pronouns)]
        last_names = {self.name_of(p.cluster).split()[-1] for p in named}
        return named[-1] if len(last_names) == 1 else None

    def find_only_called(
        self, span: Span, pronouns: frozenset[str], others: frozenset[str]
    ) -> Person | None:
        """Who alone of all persons named in `span` is or may be one of `pronouns`, and is called so
        somewhere.  A single word may be no person's name, and is nobody's rival."""
        named = self.names_in(span)
        fitting = {
            p.cluster
            for p in named
            if self.is_spoken_of(p.cluster, pronouns)
            or (
                " " in self.name_of(p.cluster)
                and not self.is_spoken_of(p.cluster, others)
                and self.may_be(p, pronouns)
            )
        }
        found = [p for p in named if {p.cluster} == fitting]
        return found[-1] if found and self.is_spoken_of(found[-1].cluster, pronouns) else None

    def may_be(self, person: Person, pronouns: frozenset[str]) -> bool:
        """False where the given name makes another pronoun likely."""
        likely = find_likely_gender(self.name_of(person.cluster).split()[0])
        return likely is None or _USUAL[likely] in pronouns

    def find_around(self, span: Span) -> Person | None:
        """Whom the shortest phrase that contains `span` means."""
        return _shortest([p for p in self.places if contains(p.span, span)], ())

    def places_in(self, span: Span) -> list[Person]:
        """All places that begin and end in `span`, in order."""
        first = bisect.bisect_left(self._place_starts, span[0])
        last = bisect.bisect_left(self._place_starts, span[1])
        return [place for place in self.places[first:last] if place.span[1] <= span[1]]

    def names_in(self, span: Span) -> list[Person]:
        """The names that start in `span`, in order."""
        first = bisect.bisect_left(self._name_starts, span[0])
        last = bisect.bisect_left(self._name_starts, span[1])
        return self.names[first:last]


def _is_name(name: str | None) -> bool:
    """False for bodies that were taken for persons."""
    last = str(name).split()[-1].lower() if name else ""
    return bool(name) and last not in _BODIES and last.removesuffix("s") not in _BODIES


def _name_in(mention: Mention, names: tuple[str, ...]) -> Span | None:
    """Where the longest of `names` stands in the mention's words."""
    for name in sorted(names, key=lambda n: (-len(n), n)):
        at = mention.text.find(name)
        if at >= 0:
            return mention.span[0] + at, mention.span[0] + at + len(name)
    return None


def _index(places: Iterable[Person], end: int) -> dict[int, list[Person]]:
    found: dict[int, list[Person]] = {}
    for place in places:
        found.setdefault(place.span[end], []).append(place)
    return found


def _shortest(places: Iterable[Person], forms: tuple[Form, ...]) -> Person | None:
    wanted = [place for place in places if not forms or place.form in forms]
    return min(wanted, key=lambda p: (p.span[1] - p.span[0], p), default=None)
