"""What an article says of persons: ages, births and deaths, children, ties, posts, places.

In: mentions, clusters, expressions of time, statements.  Out: `Fact` rows, each on the words that
say it.  Precision comes first: a fact without a named subject is left out.
"""

import re

from reportedly.annotate.document import Document
from reportedly.annotate.facts.ages import find_ages
from reportedly.annotate.facts.ages_then import find_ages_then
from reportedly.annotate.facts.arrivals import find_arrivals
from reportedly.annotate.facts.births import find_births
from reportedly.annotate.facts.careers import find_careers
from reportedly.annotate.facts.children import find_children
from reportedly.annotate.facts.deaths import find_deaths
from reportedly.annotate.facts.incumbents import settled
from reportedly.annotate.facts.kin_ages import find_kin_ages
from reportedly.annotate.facts.milestones import find_milestones
from reportedly.annotate.facts.nameless import find_nameless
from reportedly.annotate.facts.ordered_children import find_ordered_ages, find_parents
from reportedly.annotate.facts.own_weddings import find_own_weddings
from reportedly.annotate.facts.partings import find_partings
from reportedly.annotate.facts.people import Person
from reportedly.annotate.facts.presiding import find_presiding
from reportedly.annotate.facts.residences import find_residences
from reportedly.annotate.facts.roles import find_roles
from reportedly.annotate.facts.rows import rows_of_found
from reportedly.annotate.facts.setting import Found, Setting
from reportedly.annotate.facts.successions import find_successions
from reportedly.annotate.facts.surnames import of_whom_they_are
from reportedly.annotate.facts.tie_dates import find_tie_dates
from reportedly.annotate.facts.unclustered import find_unclustered_ages
from reportedly.annotate.facts.unions import find_unions
from reportedly.annotate.facts.weddings import find_weddings
from reportedly.model import Fact
from reportedly.rows import Rows

#: The words of a tie between two who were or are a couple, before the name: not "brother of".
_OF_TIE = re.compile(
    r"(?:formerly\s+)?(?:married|engaged)\s+to\s+|dating\s+|divorcing\s+|(?:divorced|separated|estranged)\s+from\s+"
    r"|(?:formerly\s+)?partner\s+of\s+|widowed\s+of\s+|later\s+married\s+to\s+"
)


def annotate(document: Document, rows: Rows) -> Rows:
    """The facts of one article, sorted by their identifiers."""
    setting = Setting(document, rows)
    unions = list(find_unions(setting))
    partings = list(find_partings(setting))
    couples = _couples(setting, [*(u for u in unions if u.attribute == "spouse"), *partings])
    # Two who were married, or never were, may have children.
    past = [u for u in unions if u.value.startswith(("formerly married", "divorced from"))]
    parents = couples or _couples(setting, past) or _couples(setting, unions)
    roles = [*find_roles(setting), *find_careers(setting), *find_presiding(setting)]
    found = [
        *find_ages(setting),
        *find_unclustered_ages(setting),
        *find_ages_then(setting),
        *find_nameless(setting),
        *find_kin_ages(setting, couples, _couples(setting, unions)),
        *find_milestones(setting),
        *find_births(setting),
        *find_deaths(setting),
        *unions,
        *partings,
        *find_children(setting, parents),
        *find_arrivals(setting),
        *find_ordered_ages(setting, couples),
        *find_parents(setting, couples),
        *find_weddings(setting, couples),
        *find_own_weddings(setting),
        *find_tie_dates(setting, _couples(setting, [*unions, *partings])),
        *settled(setting, [*roles, *find_successions(setting, roles)]),
        *find_residences(setting, couples),
    ]
    return Rows({Fact: rows_of_found(setting, of_whom_they_are(setting, found, unions))})


def _couples(setting: Setting, ties: list[Found]) -> list[tuple[Person, Person]]:
    """The pairs of whom the article tells one of `ties`, each once."""
    by_name = {setting.people.name_of(p.cluster): p for p in reversed(setting.people.names)}
    pairs: dict[tuple[int, int], tuple[Person, Person]] = {}
    for fact in ties:
        other = by_name.get(_OF_TIE.sub("", fact.value))
        told = fact.attribute in ("spouse", "relationship")
        if told and isinstance(fact.subject, Person) and other:
            pair = sorted((fact.subject, other), key=lambda p: p.cluster)
            pairs.setdefault((pair[0].cluster, pair[1].cluster), (pair[0], pair[1]))
    return [pairs[key] for key in sorted(pairs)]
