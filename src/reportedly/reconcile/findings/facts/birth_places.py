"""Two places in which one person is said to be born.

In: facts of one person.  Out: at most one conflict.  Of a country, a county or a great city either
may lie in the other, or hold it, and so may two places that one article names together: such pairs
are left alone.
"""

import re
from collections.abc import Iterator
from itertools import combinations

from reportedly.model import Fact, Finding
from reportedly.reconcile.findings.making import make_finding
from reportedly.reconcile.findings.pile import Pile, fact_evidence
from reportedly.reconcile.findings.wording import listed, reports
from reportedly.reconcile.independence import count_sources

#: What holds other places of birth.
_LARGE = frozenset(
    name.strip()
    for name in (
        "england, scotland, wales, northern ireland, ireland, britain, uk, united kingdom, "
        "france, germany, spain, italy, portugal, poland, russia, ukraine, greece, turkey, "
        "sweden, norway, denmark, finland, iceland, netherlands, holland, belgium, austria, "
        "switzerland, hungary, romania, bulgaria, serbia, croatia, india, pakistan, "
        "bangladesh, china, japan, korea, vietnam, australia, new zealand, canada, mexico, "
        "brazil, argentina, chile, colombia, nigeria, ghana, kenya, uganda, south africa, "
        "zimbabwe, egypt, morocco, algeria, israel, iran, iraq, syria, lebanon, jamaica, "
        "cuba, usa, us, america, united states, london, paris, berlin, rome, madrid, moscow, "
        "vienna, dublin, glasgow, edinburgh, birmingham, manchester, liverpool, leeds, "
        "sheffield, bristol, cardiff, belfast, new york, brooklyn, queens, bronx, manhattan, "
        "los angeles, hollywood, chicago, houston, philadelphia, boston, detroit, dallas, san "
        "francisco, washington, toronto, montreal, sydney, melbourne, mumbai, delhi, tokyo, "
        "alabama, alaska, arizona, arkansas, california, colorado, connecticut, delaware, "
        "florida, georgia, hawaii, idaho, illinois, indiana, iowa, kansas, kentucky, "
        "louisiana, maine, maryland, massachusetts, michigan, minnesota, mississippi, "
        "missouri, montana, nebraska, nevada, ohio, oklahoma, oregon, pennsylvania, "
        "tennessee, texas, utah, vermont, virginia, wisconsin, wyoming, kent, surrey, sussex, "
        "essex, norfolk, suffolk, devon, cornwall, dorset, somerset, cumbria, durham, "
        "northumberland, fife, the midlands, tyneside, merseyside "
    ).split(",")
)
_REGION = re.compile(
    r"(?:shire|\bcounty|\bisland|\bislands|\bvalley|\bborders|\bregion|\bprovince|\b(?:north|south|east|west)"
    r"(?:ern)?(?:\s\w+)?)\Z|\A(?:county|north|south|east|west|central)\b",
    re.IGNORECASE,
)
#: One may be where the family lived.
PRIOR = 0.55


def find_birth_place_conflicts(subject: str, facts: list[Fact], pile: Pile) -> Iterator[Finding]:
    """At most one: the first two places that independent articles give."""
    told: dict[str, list[Fact]] = {}
    for fact in sorted(facts, key=lambda f: (pile.day(f.article_id), f.fact_id)):
        if fact.attribute == "birth_place" and not _is_large(fact.value):
            told.setdefault(fact.value, []).append(fact)
    for one, other in combinations(told, 2):
        both = [*told[one], *told[other]]
        if _may_hold(one, other, pile, facts):
            continue
        if count_sources((f.article_id for f in both), pile.sources).n_independent < 2:
            continue
        said = [
            f"born in {place} ({reports([pile.place(f.article_id) for f in told[place]])})"
            for place in (one, other)
        ]
        yield make_finding(
            "conflict",
            f"{subject}: {listed(said)}. Both can be right only if one of the two lies in the "
            "other, or one is where the family lived.",
            (fact_evidence(fact) for fact in both),
            PRIOR * (told[one][0].confidence * told[other][0].confidence) ** 0.5,
            about=(both[0].subject_id,),
            naming=(subject, "birth_place"),
        )
        return


def _is_large(place: str) -> bool:
    name = re.sub(r"\Athe\s+", "", place.casefold())
    return "," in name or name in _LARGE or _REGION.search(name) is not None


def _may_hold(one: str, other: str, pile: Pile, facts: list[Fact]) -> bool:
    """True for two names of one place, and for two that some article about the person names."""
    if set(one.casefold().split()) & set(other.casefold().split()):
        return True
    texts = (pile.articles[fact.article_id].text for fact in facts)
    return any(one in text and other in text for text in texts)
