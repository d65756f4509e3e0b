"""Headline and lead describe whom the text names a little later: "House panel", then its name.

Also "his lawyer", whom another sentence names: "a lawyer for Doe, Ann Poe".
"""

import itertools
import re
from collections import defaultdict
from collections.abc import Iterator

from reportedly.annotate.coreference.candidate import Candidate
from reportedly.annotate.coreference.candidates import Candidates
from reportedly.annotate.coreference.chains import Chains
from reportedly.annotate.coreference.families import named_relatives
from reportedly.annotate.coreference.lexicon import TITLE_NOUNS
from reportedly.annotate.coreference.spouses import married
from reportedly.models.names.organisation import key_words

#: Sentences at the top that tell beforehand, and those in which the name must follow.
_LEAD, _NAMED_WITHIN = 3, 8
#: What a body is called before it is named, and the words that its name then has.
_BODIES = {
    "panel": {"committee", "commission", "panel", "board", "council", "inquiry"},
    "committee": {"committee"},
    "commission": {"commission"},
    "court": {"court", "tribunal"},
    "agency": {"agency", "administration", "bureau", "service", "department", "authority"},
    "watchdog": {"authority", "commission", "office", "agency", "regulator"},
    "regulator": {"authority", "commission", "office", "agency", "regulator"},
    "union": {"union", "federation", "brotherhood", "congress"},
    "charity": {"trust", "foundation", "charity", "fund"},
    "council": {"council"},
    "university": {"university", "college", "institute"},
    "hospital": {"hospital", "infirmary", "clinic"},
    "bank": {"bank"},
    "fund": {"fund"},
    "museum": {"museum", "gallery"},
    "party": {"party"},
    "ministry": {"ministry", "department"},
}
_LAWMAKERS = {"lawmaker", "legislator", "congressman", "congresswoman", "member", "politician"}
_LAWMAKER_TITLES = {"representative", "senator", "congressman", "congresswoman", "mp", "delegate"}
#: Sentences after an office in which its bearer is named, and what bodies and people have one of.
_SPEAKS_WITHIN = 3
_OFFICES = frozenset(
    """agent boss chairman chairwoman chair chief coach director executive head lawyer leader
    manager owner president publicist rep secretary solicitor spokesman spokesperson
    spokeswoman""".split()
)
#: Relations of which somebody mostly has one at a time, by a noun that stands for all like it.
_RELATIONS = {
    "lawyer": "lawyer",
    "attorney": "lawyer",
    "solicitor": "lawyer",
    "barrister": "lawyer",
    "counsel": "lawyer",
    "wife": "wife",
    "husband": "husband",
    "mother": "mother",
    "father": "father",
    "mom": "mother",
    "mum": "mother",
    "grandmother": "grandmother",
    "grandma": "grandmother",
    "grandfather": "grandfather",
    "grandpa": "grandfather",
    "dad": "father",
    "spokesman": "spokesman",
    "spokeswoman": "spokesman",
    "spokesperson": "spokesman",
    "agent": "agent",
    "publicist": "agent",
    "manager": "manager",
    "doctor": "doctor",
    "physician": "doctor",
    "fiance": "fiance",
    "fiancé": "fiance",
    "fiancee": "fiance",
    "fiancée": "fiance",
    "ex-wife": "ex-wife",
    "ex-husband": "ex-husband",
    "daughter": "daughter",
    "son": "son",
    "ex": "ex",
    "successor": "successor",
    "predecessor": "predecessor",
    "boyfriend": "boyfriend",
    "girlfriend": "girlfriend",
}
#: Relation → what the other of the two is; which of several fits, their sex decides.
_OTHER_WAY = {
    "mother": ("daughter", "son"),
    "father": ("daughter", "son"),
    "daughter": ("mother", "father"),
    "son": ("mother", "father"),
    "husband": ("wife",),
    "wife": ("husband",),
    "ex-husband": ("ex-wife", "ex"),
    "ex-wife": ("ex-husband", "ex"),
    "boyfriend": ("girlfriend",),
    "girlfriend": ("boyfriend",),
}


def leads(chains: Chains, found: Candidates) -> None:
    """Bodies and people that headline and lead describe and the next sentences name."""
    named = [
        n
        for n, c in enumerate(chains.candidates)
        if c.form == "name" and c.sentence < _NAMED_WITHIN and not c.inner
    ]
    for n, candidate in enumerate(chains.candidates):
        if candidate.sentence >= _LEAD:
            return
        if not _tells_beforehand(found, candidate) or chains.chain(n).names:
            continue
        fitting = {
            chains.chain(m).first: m
            for m in named
            if chains.candidates[m].span[0] > candidate.span[1]
            and _fits(chains, found, candidate, m)
        }
        if len(fitting) == 1:
            chains.merge(n, min(fitting.values()), "named below")


def introduced_by_office(chains: Chains, found: Candidates) -> None:
    """ "Its chief executive said.  “…,” Ann Doe told the council": the office first, then the name.

    A full name that comes unexplained, as the next to speak, belongs to who was described last.
    """
    speaking = sorted(found.speaking, key=lambda n: chains.candidates[n].span)
    for n, m in itertools.pairwise(speaking):
        candidate, name = chains.candidates[n], chains.candidates[m]
        if chains.chain(n).names or not _is_office(candidate):
            continue
        if candidate.sentence >= _LEAD and not _speaks_next(found, candidate, name):
            continue
        if name.sentence - candidate.sentence <= _SPEAKS_WITHIN and _comes_unexplained(chains, m):
            chains.merge(n, m, "named below")


def _speaks_next(found: Candidates, office: Candidate, name: Candidate) -> bool:
    """True where nothing but the quotation that the name follows stands between the two."""
    between = range(office.sentence + 1, name.sentence)
    opening = found.parse.sentences[name.sentence].start
    quoted = found.text[opening : opening + 1] in _OPENING and name.span == name.core
    return quoted and all(at in found.told_sentences for at in between)


_OPENING = frozenset("\"“'‘«„")


def _is_office(candidate: Candidate) -> bool:
    owned = candidate.phrase.lower().split()[:1] in (["its"], ["his"], ["her"], ["their"])
    office = candidate.form == "nominal" and candidate.kind == "person" and candidate.number == "sg"
    return office and owned and not candidate.inner and candidate.text in _OFFICES


def _comes_unexplained(chains: Chains, m: int) -> bool:
    """A person's full name, mentioned for the first time, with no word of who it is."""
    name, members = chains.candidates[m], chains.chain(m).members
    told = (n for n in members if chains.candidates[n].form != "pronoun")
    first = min(told, default=None)
    alone = first == m and not name.title and not name.roles
    described = any(chains.candidates[n].form == "nominal" for n in members)
    return alone and name.form == "name" and " " in name.text and not described


def _tells_beforehand(found: Candidates, candidate: Candidate) -> bool:
    """ "A House panel", or in a headline "House panel": it brings in, and is no possessive."""
    if candidate.form != "nominal" or candidate.inner or candidate.number == "pl":
        return False
    first = candidate.phrase.lower().split()[:1]
    owned = any(found.parse.tokens[i].dep == "poss" for i in found.parse.children[candidate.head])
    return not owned and first not in (["the"], ["this"], ["another"], ["no"])


def _fits(chains: Chains, found: Candidates, candidate: Candidate, m: int) -> bool:
    name = chains.candidates[m]
    if name.kind == "person":
        return candidate.kind in ("person", "unknown") and _is_called(chains, candidate.text, m)
    words = set(key_words(name.text))
    if not words & _BODIES.get(candidate.text, set()):
        return False
    # "A House panel" is no Senate committee: what is capitalised before the noun must recur.
    before = found.parse.tokens_in((candidate.span[0], candidate.core[0]))
    return {token.lower for token in before if token.pos == "PROPN"} <= words


#: "A lawyer said …. Ann Poe, another lawyer": not the first one.
_ANOTHER = re.compile(r"(?:another|one|a (?:second|third|further)) ", re.IGNORECASE)


def _is_called(chains: Chains, noun: str, m: int) -> bool:
    titles: set[str] = set()
    for member in chains.chain(m).members:
        other = chains.candidates[member]
        plain = [w.lower().rstrip(".") for w in other.title.split()]
        titles |= {TITLE_NOUNS.get(word, word) for word in plain}
        titles |= {role.split()[-1] for role in other.roles}
        if other.form == "nominal" and not _ANOTHER.match(other.phrase):
            titles.add(other.text)
    return noun in titles or (noun in _LAWMAKERS and bool(titles & _LAWMAKER_TITLES))


def relations(chains: Chains, found: Candidates) -> None:
    """ "His lawyer": the one person whom the text names as the lawyer of the same man."""
    bearers: dict[tuple[int, str], set[int]] = defaultdict(set)
    keys = {
        n: key
        for n, c in enumerate(chains.candidates)
        if c.form == "nominal" and c.number != "pl" and (key := _relation(chains, found, c))
    }
    for n, key in [*keys.items(), *_told_before_names(chains, found)]:
        if chains.chain(n).names:
            bearers[key].add(chains.chain(n).first)
            if chains.chain(key[0]).names:
                for other_way in _OTHER_WAY.get(key[1], ()):
                    bearers[chains.chain(n).first, other_way].add(key[0])
    for owner, relation, n in named_relatives(chains, found):
        for m in _at_head(found, owner):
            key = chains.chain(m).first, _RELATIONS[relation]
            bearers[key].add(chains.chain(n).first)
    for key, bearer in married(chains, found, keys):
        bearers[key].add(bearer)
    for n, key in keys.items():
        if not chains.chain(n).names and chains.candidates[n].definite and len(bearers[key]) == 1:
            chains.merge(n, min(bearers[key]), "in the same relation")


def _told_before_names(chains: Chains, found: Candidates) -> Iterator[tuple[int, tuple[int, str]]]:
    """Of "Her son Bo, the cook," whose and what he is, where the parser sees no phrase in it."""
    for n, candidate in enumerate(chains.candidates):
        what = _RELATIONS.get(candidate.roles[0].split()[-1]) if candidate.roles else None
        if what is None:
            continue
        first = found.parse.tokens_in(candidate.core)[0].i
        owner = first - len(candidate.roles[0].split()) - 1
        for m in _at_head(found, owner) if owner >= 0 else ():
            yield n, (chains.chain(m).first, what)


def _relation(chains: Chains, found: Candidates, candidate: Candidate) -> tuple[int, str] | None:
    """(whose, what): the group of the owner by its first member, and the relation."""
    what = _RELATIONS.get(candidate.text)
    if what is None:
        return None
    tokens, children = found.parse.tokens, found.parse.children
    owners = [i for i in children[candidate.head] if tokens[i].dep == "poss"]
    for i in children[candidate.head]:
        if tokens[i].lower in ("for", "of", "to") and tokens[i].dep == "prep":
            owners += [c for c in children[i] if tokens[c].dep == "pobj"]
    for owner in owners:
        for n in _at_head(found, owner):
            return chains.chain(n).first, what
    return None


def _at_head(found: Candidates, head: int) -> list[int]:
    return [n for n, c in enumerate(found.found) if c.head == head and not c.parts]
