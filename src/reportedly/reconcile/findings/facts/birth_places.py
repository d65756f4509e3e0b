"""Two places in which one person is said to be born.

In: facts of one person.  Out: at most one conflict.  Of a country or a county either may lie in the
other, or hold it, and so may a village and a city, and two places that an article puts beside one
another: such pairs are left alone.
"""

import re
from collections.abc import Iterator
from itertools import combinations

from reportedly.model import Fact, Finding
from reportedly.reconcile.findings.making import certainty, make_finding
from reportedly.reconcile.findings.pile import Pile, fact_evidence
from reportedly.reconcile.findings.wording import listed, reports
from reportedly.reconcile.independence import count_sources


def _names(text: str) -> frozenset[str]:
    return frozenset(name.strip() for name in text.split(","))


#: Cities, which hold quarters and villages, and none of which lies in another.
_CITIES = _names(
    "london, paris, berlin, rome, madrid, moscow, vienna, dublin, glasgow, edinburgh, "
    "birmingham, manchester, liverpool, leeds, sheffield, bristol, cardiff, belfast, bradford, "
    "wakefield, hull, york, nottingham, leicester, derby, coventry, newcastle, sunderland, "
    "southampton, portsmouth, plymouth, exeter, norwich, cambridge, oxford, swansea, newport, "
    "wrexham, aberdeen, dundee, inverness, cork, limerick, galway, derry, hamburg, munich, "
    "cologne, frankfurt, barcelona, seville, valencia, lisbon, porto, milan, naples, turin, "
    "florence, venice, lyon, marseille, bordeaux, lille, brussels, antwerp, amsterdam, "
    "rotterdam, copenhagen, stockholm, oslo, helsinki, warsaw, krakow, prague, budapest, "
    "athens, istanbul, kyiv, new york, los angeles, chicago, houston, philadelphia, boston, "
    "detroit, dallas, san francisco, san diego, seattle, portland, denver, atlanta, miami, "
    "baltimore, pittsburgh, cleveland, cincinnati, milwaukee, minneapolis, st louis, new "
    "orleans, memphis, nashville, phoenix, toronto, montreal, vancouver, ottawa, calgary, "
    "sydney, melbourne, brisbane, perth, adelaide, auckland, wellington, mumbai, delhi, "
    "kolkata, chennai, karachi, lahore, dhaka, tokyo, osaka, beijing, shanghai, seoul, manila, "
    "jakarta, singapore, lagos, accra, nairobi, kampala, cape town, johannesburg, durban, "
    "cairo, jerusalem, tel aviv, beirut, damascus, tehran, baghdad"
)
#: What holds other places of birth, and may hold cities or lie in one.
_LARGE = _names(
    "england, scotland, wales, northern ireland, ireland, britain, uk, united kingdom, "
    "france, germany, spain, italy, portugal, poland, russia, ukraine, greece, turkey, "
    "sweden, norway, denmark, finland, iceland, netherlands, holland, belgium, austria, "
    "switzerland, hungary, romania, bulgaria, serbia, croatia, india, pakistan, "
    "bangladesh, china, japan, korea, vietnam, australia, new zealand, canada, mexico, "
    "brazil, argentina, chile, colombia, nigeria, ghana, kenya, uganda, south africa, "
    "zimbabwe, egypt, morocco, algeria, israel, iran, iraq, syria, lebanon, jamaica, "
    "cuba, usa, us, america, united states, brooklyn, queens, bronx, manhattan, hollywood, "
    "washington, alabama, alaska, arizona, arkansas, california, colorado, connecticut, "
    "delaware, florida, georgia, hawaii, idaho, illinois, indiana, iowa, kansas, kentucky, "
    "louisiana, maine, maryland, massachusetts, michigan, minnesota, mississippi, "
    "missouri, montana, nebraska, nevada, ohio, oklahoma, oregon, pennsylvania, "
    "tennessee, texas, utah, vermont, virginia, wisconsin, wyoming, kent, surrey, sussex, "
    "essex, norfolk, suffolk, devon, cornwall, dorset, somerset, cumbria, durham, "
    "northumberland, fife, the midlands, tyneside, merseyside"
)
_REGION = re.compile(
    r"(?:shire|\bcounty|\bisland|\bislands|\bvalley|\bborders|\bregion|\bprovince|\b(?:north|south|east|west)"
    r"(?:ern)?(?:\s\w+)?)\Z|\A(?:county|north|south|east|west|central)\b",
    re.IGNORECASE,
)
#: Between the names of two places that are no part of one another.
_SETS_APART = re.compile(
    r"\b(?:and|or|but|not|to|over|across|then|where|before|after|until|rather|instead|unlike)\b",
    re.I,
)
_BESIDE_CHARS = 40
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
            PRIOR * certainty(told[one][0], told[other][0]),
            about=(both[0].subject_id,),
            naming=(subject, "birth_place"),
        )
        return


def _is_large(place: str) -> bool:
    name = re.sub(r"\Athe\s+", "", place.casefold())
    return "," in name or name in _LARGE or _REGION.search(name) is not None


def _may_hold(one: str, other: str, pile: Pile, facts: list[Fact]) -> bool:
    """True for two names of one place, for a city and what may be a quarter of it, and for two that
    some article about the person puts beside one another: "Saltby, near Marl Cross"."""
    names = [re.sub(r"\Athe\s+", "", place.casefold()) for place in (one, other)]
    if set(names[0].split()) & set(names[1].split()):
        return True
    if len(_CITIES.intersection(names)) == 1:
        return True
    texts = {pile.articles[fact.article_id].text for fact in facts}
    return any(_are_beside(one, other, text) for text in sorted(texts))


def _are_beside(one: str, other: str, text: str) -> bool:
    """True where one of two names follows the other, with nothing between that sets them apart."""
    first, then = re.escape(one), re.escape(other)
    between = rf"([^.;:!?\n]{{0,{_BESIDE_CHARS}}}?)"
    pairs = rf"\b{first}\b{between}\b{then}\b|\b{then}\b{between}\b{first}\b"
    return any(
        not _SETS_APART.search(found[1] or found[2] or "") for found in re.finditer(pairs, text)
    )
