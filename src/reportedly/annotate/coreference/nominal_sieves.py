"""Descriptions that mean somebody already mentioned: appositions, roles, repeated nouns."""

from collections import defaultdict
from collections.abc import Sequence

from reportedly.annotate.coreference.candidate import Candidate
from reportedly.annotate.coreference.candidates import Candidates
from reportedly.annotate.coreference.chains import Chains
from reportedly.annotate.coreference.epithets import is_epithet
from reportedly.annotate.coreference.lexicon import (
    ORGANISATION_NOUNS,
    OUTLET_ENDS,
    OUTLET_NOUNS,
    PLACE_NOUNS,
    TITLE_NOUNS,
    TITLE_SYNONYMS,
)
from reportedly.models.names.organisation import key_words

#: How many sentences back a repeated noun with a definite article is looked for.
_REACH = 60
#: "The company", "the paper" means the last one named if it was named this many sentences ago.
_KIND_REACH = 3
#: Nouns that say no more than the kind: "the hospital" is mostly one not yet named.
_ANY_BODY = frozenset(
    """company firm corporation organization organisation agency group network charity
    newspaper paper magazine weekly tabloid outlet website site broadcaster station""".split()
)
#: "The company" is none of the bodies that have these words in their names.
_TRADING = frozenset("company firm corporation".split())
_PUBLIC = frozenset(
    """administration agency assembly association authority board bureau commission committee
    congress council court department federation government house legislature ministry office
    parliament party police senate service society tribunal union university""".split()
)
_ANY_PLACE = frozenset(["city", "town", "village", "country"])


def syntax(chains: Chains, found: Candidates) -> None:
    """Appositions and predicates, as the parse has them."""
    for above, below, why in found.same:
        pair = found.found[above], found.found[below]
        if found.found[below].form == "pronoun":
            continue
        if why == "predicate" and found.found[above].form == "pronoun":
            continue
        if {a.text for a in pair if a.form == "name"} > {pair[0].text}:
            continue
        _share_kind(chains, above, below)
        chains.merge(below, above, why, why == "apposition" and _is_closed(found, below))


def _is_closed(found: Candidates, n: int) -> bool:
    """ "Jo Doe, the cook's brother, said": a comma and a verb follow, and it is no list."""
    end = found.found[n].span[1]
    after = [t for t in found.parse.tokens_in((end, end + _NEAR)) if t.start >= end][:2]
    return len(after) == 2 and after[0].text == "," and after[1].tag in ("VBD", "VBZ", "MD")


#: Characters in which a comma and a verb begin.
_NEAR = 12


def _share_kind(chains: Chains, above: int, below: int) -> None:
    """ "Her running mate, Ann Doe": the name says what the noun leaves open."""
    for name, noun in ((above, below), (below, above)):
        if chains.candidates[name].form == "name":
            chains.adopt_kind(noun, chains.chain(name).kind)
            if chains.candidates[noun].text in _OFTEN_BODIES:
                body = chains.chain(name).kind == "organisation"
                chains.adopt_kind(noun, "organisation" if body else "person", over="person")


#: Nouns made like those for people, by which firms are called as often.
_OFTEN_BODIES = frozenset(
    """backer broadcaster builder buyer contractor developer distributor employer insurer investor
    lender maker manufacturer operator owner partner producer promoter provider publisher retailer
    rival seller shareholder sponsor supplier""".split()
)


def repeated_nouns(chains: Chains) -> None:
    """A definite description with the noun of an earlier one and no new modifier."""
    by_head: dict[str, list[int]] = defaultdict(list)
    for n, candidate in enumerate(chains.candidates):
        for word in _head_words(candidate):
            if candidate.form == "nominal" and _may_point_back(candidate):
                _resolve(chains, n, by_head[word])
            by_head[word].append(n)


def _head_words(candidate: Candidate) -> list[str]:
    """The noun by which a later description can take a candidate up."""
    if candidate.form == "nominal":
        found = [candidate.text] if candidate.text else []
        return [*found, *_MEMBERS.get(" ".join(_without_articles(candidate.phrase)), ())]
    if candidate.form == "pronoun":
        return []
    if candidate.kind == "person":
        titles = [w.lower().rstrip(".") for w in candidate.title.split()]
        roles = [role.split()[-1] for role in candidate.roles]
        wrote = ("author", "writer") if candidate.wrote else ()
        return sorted({*(TITLE_NOUNS.get(t, t) for t in titles), *roles, *wrote})
    words = key_words(candidate.text)
    return sorted(set(words) & (ORGANISATION_NOUNS | PLACE_NOUNS | OUTLET_NOUNS))


def _without_articles(phrase: str) -> list[str]:
    words = (word.rstrip(",") for word in phrase.lower().split()[:_MEMBER_WORDS])
    return [word for word in words if word not in ("a", "the")]


#: What a member of a body is called in one word.
_MEMBERS = {
    "member of jury": ("juror", "judge"),
    "member of parliament": ("mp", "lawmaker", "parliamentarian"),
    "member of congress": ("lawmaker", "congressman", "congresswoman"),
    "member of council": ("councillor", "councilor"),
    "member of board": ("director",),
    "member of staff": ("employee", "staffer"),
    "member of band": ("musician",),
    "member of crew": ("sailor",),
}
#: "A member of the jury": what follows tells only which jury.
_MEMBER_WORDS = 5


def _may_point_back(candidate: Candidate) -> bool:
    return candidate.definite and not candidate.inner


def _resolve(chains: Chains, n: int, earlier: list[int]) -> None:
    later = chains.candidates[n]
    for m in reversed(earlier):
        if later.sentence - chains.candidates[m].sentence > _REACH:
            return
        if not _takes_up(chains, later, m) or not chains.may_merge(n, m):
            continue
        if not _fits_another(chains, later, n, m, earlier):
            chains.merge(n, m, "same noun")
        return


def _fits_another(chains: Chains, later: Candidate, n: int, m: int, earlier: Sequence[int]) -> bool:
    """ "The mother of two" after two named women who are told of as that, side by side."""
    if not _is_named_person(chains, m):
        return False
    near = chains.candidates[m].sentence - _SIDE_BY_SIDE
    others = (o for o in earlier if chains.candidates[o].sentence >= near)
    return any(
        not chains.same(o, m)
        and _is_named_person(chains, o)
        and _takes_up(chains, later, o)
        and chains.may_merge(n, o)
        for o in others
    )


#: Sentences back from the last one who fits, within which another makes it open who is meant.
_SIDE_BY_SIDE = 1


def _is_named_person(chains: Chains, n: int) -> bool:
    chain = chains.chain(n)
    return bool(chain.names) and chain.kind == "person"


def _takes_up(chains: Chains, later: Candidate, m: int) -> bool:
    earlier = chains.candidates[m]
    if later.number != earlier.number and earlier.form != "name":
        return False
    if earlier.span[0] <= later.span[0] and later.span[1] <= earlier.span[1]:
        return False
    if _PRIME & set(earlier.phrase.lower().split()) and not _PRIME & later.modifiers:
        return False
    known: set[str] = set()
    for member in chains.chain(m).members:
        other = chains.candidates[member]
        known |= other.modifiers | set(key_words(other.text)) | {other.title.lower()}
        known |= {word for role in other.roles for word in role.split()}
    return later.modifiers <= known


#: "The minister" is nobody who was called the prime minister.
_PRIME = frozenset(("prime",))


def descriptions_by_kind(chains: Chains) -> None:
    """ "The company", "the paper", "the city": the last one named, if named just before."""
    last: dict[tuple[str, bool], int] = {}
    paper: int | None = None
    for n, candidate in enumerate(chains.candidates):
        if candidate.form == "name":
            last[candidate.kind, True] = n
            if not _PUBLIC & set(key_words(candidate.text)):
                last[candidate.kind, False] = n
            paper = n if _is_called_like_a_paper(candidate) else paper
            continue
        kind = _bare_kind(candidate)
        if not kind or chains.chain(n).names:
            continue
        m = last.get((kind, candidate.text not in _TRADING))
        if candidate.text in _PAPERS and paper is not None:
            # "A source at Doe told the paper": not Doe, where the Ledger was named just before.
            near = candidate.sentence - chains.candidates[paper].sentence <= _KIND_REACH
            m = paper if near else m
        if m is None or candidate.sentence - chains.candidates[m].sentence > _KIND_REACH:
            continue
        if not (candidate.text in OUTLET_NOUNS and _is_other_body(chains.candidates[m].text)):
            chains.merge(n, m, "kind of thing last named")


def _is_called_like_a_paper(candidate: Candidate) -> bool:
    words = key_words(candidate.text)
    body = candidate.kind in ("organisation", "work")
    return body and bool(words) and words[-1] in OUTLET_ENDS


_PAPERS = frozenset("newspaper paper tabloid".split())


def _is_other_body(name: str) -> bool:
    """True for a college or a bank, which is no newspaper."""
    return bool((ORGANISATION_NOUNS - OUTLET_NOUNS) & set(key_words(name)))


def titles(chains: Chains, text: str) -> None:
    """ "The Vermont senator": the person before whom the text has given that title.

    Of several the one of that place ("Vermont Sen. Doe"), else the only one named just before.
    """
    bearers: dict[str, list[int]] = defaultdict(list)
    for n, candidate in enumerate(chains.candidates):
        if candidate.form == "name" and candidate.kind == "person":
            for word in _head_words(candidate):
                bearers[word].append(n)
        elif is_epithet(candidate) and not chains.chain(n).names:
            before = bearers[TITLE_SYNONYMS.get(candidate.text, candidate.text)]
            before = [m for m in before if _has_rank(chains, candidate, m)]
            of_place = [m for m in before if _is_of_place(chains.candidates[m], candidate, text)]
            bearer = find_only(chains, of_place) or _find_bearer(chains, candidate, before)
            if bearer is not None:
                chains.merge(n, bearer, "title of the person")


def _has_rank(chains: Chains, candidate: Candidate, bearer: int) -> bool:
    """False for "the prime minister" where somebody is a minister and nothing more."""
    ranks = _RANKS & {word.lower() for word in candidate.phrase.split()}
    others = (chains.candidates[m] for m in chains.chain(bearer).members)
    known = {w.lower() for o in others for w in (*o.title.split(), *o.phrase.split(), *_words(o))}
    return ranks <= known


def _words(candidate: Candidate) -> list[str]:
    return [word for role in candidate.roles for word in role.split()]


#: Those with one of these before their office are not those without it.
_RANKS = frozenset("prime vice deputy shadow assistant acting junior interim".split())


def _is_of_place(bearer: Candidate, candidate: Candidate, text: str) -> bool:
    """Vermont stands before the bearer's title as it does in the description."""
    before = text[max(0, bearer.core[0] - _BEFORE_NAME) : bearer.core[0]].split("\n")[-1]
    proper = [w for w in candidate.phrase.split()[1:-1] if w[0].isupper()]
    return bool(proper) and " ".join(proper) in before


def _find_bearer(chains: Chains, candidate: Candidate, before: list[int]) -> int | None:
    """The only one with the title, if spoken of lately; else the only one named just before."""
    only = find_only(chains, before)
    if only is not None:
        return only if _spoken_of_lately(chains, candidate, only) else None
    near = [m for m in before if candidate.sentence - chains.candidates[m].sentence <= _JUST]
    return find_only(chains, near)


def _spoken_of_lately(chains: Chains, candidate: Candidate, bearer: int) -> bool:
    """Whether a description can still mean the bearer of its title."""
    if candidate.text in _ONE_AT_A_TIME:
        return True
    before = (chains.candidates[m] for m in chains.chain(bearer).members)
    last = max(other.sentence for other in before if other.span[0] < candidate.span[0])
    return candidate.sentence - last <= _LATELY


def find_only(chains: Chains, found: list[int]) -> int | None:
    """The last of them, when all are of one chain."""
    return found[-1] if len({id(chains.chain(m)) for m in found}) == 1 else None


#: Offices of which an article mostly has one in mind throughout.
_ONE_AT_A_TIME = frozenset("chancellor governor king mayor pope premier president queen".split())
#: Characters before a name in which its title and place stand.
_BEFORE_NAME = 40
#: Sentences back: within which the bearer must be named, or be the only one of several.
_LATELY, _JUST = 6, 1


def is_bare(candidate: Candidate) -> bool:
    """ "The company", "this club", and nothing that tells more of it."""
    if candidate.form != "nominal" or not candidate.definite or candidate.inner:
        return False
    if candidate.number == "pl" or candidate.modifiers:
        return False
    return candidate.phrase.lower().partition(" ")[0] in ("the", "this")


def _bare_kind(candidate: Candidate) -> str:
    if not is_bare(candidate):
        return ""
    if candidate.text in _ANY_BODY:
        return "organisation"
    return "place" if candidate.text in _ANY_PLACE else ""
