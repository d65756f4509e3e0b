"""Descriptions that name nobody and yet mean one person of the text: "the 52-year-old", "the
Vermont senator", "the former head of the bank", "the mother of three".
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from reportedly.annotate.coreference.askers import has_just_asked
from reportedly.annotate.coreference.candidate import Candidate
from reportedly.annotate.coreference.candidates import Candidates
from reportedly.annotate.coreference.chains import Chains
from reportedly.annotate.coreference.lexicon import TITLE_NOUNS
from reportedly.annotate.coreference.namesakes import Namesakes
from reportedly.annotate.parse.model import Parse
from reportedly.annotate.unnamed import wants_no_name
from reportedly.offsets import contains

_AGE = re.compile(r"\b(\d{2,3})[-\s]years?[-\s]olds?\b")
#: The age right after a name or description: "Ann Doe, 52,".
_AGE_AFTER = re.compile(r"\s?[,(]\s?(?:aged? )?(\d{2,3})(?=[,).;\s]|$)")
#: Sentences back: for one who speaks, and for one who opens a sentence ("the mother of
#: two" further, as half of the people are ruled out).
_REACH_SPEAKING, _REACH_OPENING, _REACH_GENDERED = 1, 2, 4
#: Persons named just before that are looked at.
_MOST_NEAR = 12


def ages(chains: Chains, found: Candidates) -> None:
    """ "The 52-year-old": the only person with that age."""
    by_age: dict[str, dict[int, int]] = {}
    for n, age in _stated_ages(chains, found):
        by_age.setdefault(age, {})[chains.chain(n).first] = n
    for n, candidate in enumerate(chains.candidates):
        bearers = by_age.get(_find_age(candidate, found.text), {})
        if is_epithet(candidate) and not chains.chain(n).names and len(bearers) == 1:
            chains.merge(n, min(bearers.values()), "the only one of that age")


def _stated_ages(chains: Chains, found: Candidates) -> Iterator[tuple[int, str]]:
    for n, candidate in enumerate(chains.candidates):
        age = _AGE_AFTER.match(found.text, candidate.core[1])
        if age and candidate.form == "name" and candidate.kind == "person":
            yield n, age[1]


def _find_age(candidate: Candidate, text: str) -> str:
    """Years in the description or right after it; else ''."""
    within = _AGE.search(text, *candidate.span)
    if within:
        return within[1]
    after = _AGE_AFTER.search(text, candidate.core[1], candidate.span[1] + 5)
    return after[1] if after else ""


def epithets(chains: Chains, found: Candidates, *, again: bool = False) -> None:
    """ "The California congressman said": the one person named just before, if only one.

    Only for those who speak or open a sentence: elsewhere a description mostly means somebody new.
    Done `again` when pronouns are resolved, "she" just before counts as the person named.
    """
    named: list[int] = []
    stated = {chains.chain(n).first: age for n, age in _stated_ages(chains, found)}
    bearers = _bearers_of_titles(chains)
    namesakes = Namesakes(found)
    for n, candidate in enumerate(chains.candidates):
        chain = chains.chain(n)
        if chain.names and chain.kind == "person" and not found.press.wrote(chain.names):
            named.append(n)  # who signs an article is seldom in it
        if not is_epithet(candidate) or chain.names or _is_of_others(found.parse, candidate):
            continue
        if candidate.text in _CLOSE_TO_SOMEBODY or _is_joined(found.parse, candidate):
            continue
        if any(_stays_unnamed(found, chains.candidates[m]) for m in chain.members):
            continue
        age = _find_age(candidate, found.text)
        since = _sentences_said(found, candidate)
        reach = _reach(found, n, candidate, age)
        reach += since if reach >= 0 else 0
        distinct = {chains.chain(m).first: m for m in _near(chains, found, named, n, reach, again)}
        if (
            sum(
                candidate.text in namesakes.nouns(chains.chain(m).members)
                for m in distinct.values()
            )
            > 1
        ):
            continue  # "The former mayor" after two who are told of as that
        if entitled := bearers.get(candidate.text):
            distinct = {k: m for k, m in distinct.items() if k in entitled}
        if age:
            distinct = {k: m for k, m in distinct.items() if stated.get(k, age) == age}
        if len(distinct) > 1 and n in found.speaking:
            # Of several named just before, the only one who has been speaking.
            distinct = {k: m for k, m in distinct.items() if _speaks(chains, found, m)}
        if len(distinct) > 1:
            # Of several who speak the one whom the sentence before is about.
            distinct = {k: m for k, m in distinct.items() if _is_subject_before(found, n, m, since)}
        distinct = {k: m for k, m in distinct.items() if not _is_passer_by(chains, found, m)}
        if n in found.speaking:
            distinct = {k: m for k, m in distinct.items() if not has_just_asked(found, n, m)}
        if candidate.text not in _SPEAK_FOR_OTHERS:
            nouns = {k: namesakes.nouns(chains.chain(m).members) for k, m in distinct.items()}
            distinct = {k: m for k, m in distinct.items() if not nouns[k] & _SPEAK_FOR_OTHERS}
        if len(distinct) == 1:
            chains.merge(n, min(distinct.values()), "epithet of the person named before")


def _is_joined(parse: Parse, candidate: Candidate) -> bool:
    """ "The secretary and Dr Poe": one who is told of beside a name is mostly none of the last.

    "The 40-year-old singer and her husband Bo Poe" can be.
    """
    if candidate.modifiers:
        return False
    after = (parse.tokens[i] for i in parse.children[candidate.head] if i > candidate.head)
    return any(t.dep == "conj" and t.entity == "PERSON" for t in after)


#: Whoever is brought in as one of these says what others have to say, and is not told of by more.
_SPEAK_FOR_OTHERS = frozenset(
    "agent publicist rep solicitor spokesman spokesperson spokeswoman".split()
)


def _is_passer_by(chains: Chains, found: Candidates, n: int) -> bool:
    """ "According to Jo at the till": a bare name that stands once, in passing."""
    names = [m for m in chains.chain(n).members if chains.candidates[m].form == "name"]
    name = chains.candidates[names[0]]
    plain = " " not in name.text and not name.title and not name.roles
    subject = found.parse.tokens[name.head].dep in ("nsubj", "nsubjpass")
    return len(names) == 1 and plain and not subject


def _stays_unnamed(found: Candidates, candidate: Candidate) -> bool:
    """ "A judge …. The judge": somebody whom the text leaves without a name, and whoever asked for
    it: "the former judge, who spoke on condition of anonymity"."""
    end = found.parse.sentences[candidate.sentence].end
    # "MP says sorry": headlines leave articles out.
    bare = candidate.phrase.lower() == candidate.text
    unnamed = candidate.indefinite and not bare
    return unnamed or wants_no_name(found.text, candidate.core, end)


def _bearers_of_titles(chains: Chains) -> dict[str, set[int]]:
    """Noun of a title → whose names it stands before: beside Judge Doe nobody is the judge."""
    bearers: dict[str, set[int]] = defaultdict(set)
    for n, candidate in enumerate(chains.candidates):
        for word in candidate.title.split():
            plain = word.lower().rstrip(".")
            bearers[TITLE_NOUNS.get(plain, plain)].add(chains.chain(n).first)
    return bearers


def _speaks(chains: Chains, found: Candidates, n: int) -> bool:
    return any(member in found.speaking for member in chains.chain(n).members)


def _sentences_said(found: Candidates, candidate: Candidate) -> int:
    """How many sentences before the one described what is said here begins."""
    said = found.told.get(candidate.span[0], ())
    start = min((span[0] for span in said), default=candidate.span[0])
    if start >= candidate.span[0]:
        return 0
    first = next(n for n, s in enumerate(found.parse.sentences) if start < s.end)
    return candidate.sentence - first


def _is_subject_before(found: Candidates, n: int, m: int, since: int) -> bool:
    """The subject of the sentence before the one in which `n` begins to speak."""
    token = found.parse.tokens[found.found[m].head]
    above = found.parse.tokens[token.head]
    just_before = found.found[n].sentence - since - found.found[m].sentence == 1
    # "Doe, Poe and Roe wept.  The singer left": none of them more than another.
    several = any(found.parse.tokens[i].dep == "conj" for i in found.parse.children[token.i])
    return just_before and token.dep == "nsubj" and above.head == above.i and not several


def _reach(found: Candidates, n: int, candidate: Candidate, age: str) -> int:
    """Sentences back: "the tall singer" and "the singer, 52," take up somebody further away."""
    if _opens_sentence(found.parse, candidate) and (candidate.modifiers or age):
        return _REACH_GENDERED if candidate.gender else _REACH_OPENING
    return _REACH_SPEAKING if n in found.speaking else -1


def _is_called_by(chains: Chains, found: Candidates, n: int, m: int) -> bool:
    """ "“What if Quill sang?” the 43-year-old asked": nobody speaks of themselves by name.

    Nor did "the same juror", according to whom Quill sang, when "the juror" speaks again.
    """
    of = chains.candidates
    spans = [s for k in chains.chain(n).members for s in found.told.get(of[k].span[0], ())]
    called = (of[k].core for k in chains.chain(m).members if of[k].form == "name")
    return any(contains(span, core) for core in called for span in spans)


def _near(
    chains: Chains, found: Candidates, named: list[int], n: int, reach: int, again: bool
) -> Iterator[int]:
    candidate = chains.candidates[n]
    for m in named[-_MOST_NEAR:]:
        other = chains.candidates[m]
        near = candidate.sentence - other.sentence <= reach
        near = near and (other.form == "name" or reach > _REACH_SPEAKING or again)
        near = near and not _is_called_by(chains, found, n, m)
        if near and not contains(candidate.span, other.span) and chains.may_merge(n, m):
            yield m


def _is_of_others(parse: Parse, candidate: Candidate) -> bool:
    """ "The couple's lawyer", "the woman who sells tea": somebody new, told by whom or what."""
    for child in parse.children[candidate.head]:
        if parse.tokens[child].dep == "poss":
            return True
        if parse.tokens[child].dep == "relcl":
            clause = parse.subtree(child)[0]
            return parse.tokens[clause - 1].text != ","
    return False


def _opens_sentence(parse: Parse, candidate: Candidate) -> bool:
    first = parse.tokens[parse.sentences[candidate.sentence].first]
    head = parse.tokens[candidate.head]
    return candidate.span[0] == first.start and head.dep in ("nsubj", "nsubjpass")


#: Nouns that keep a name back: "the source" is nobody whom the text names.
_KEPT_BACK = frozenset(
    """bystander caller eyewitness informant informer insider neighbor neighbour onlooker source
    stranger tipster whistleblower witness""".split()
)


#: Nouns that say beside whom somebody stands: "the friend" told of before is not the one whose
#: friend it is, and who that is a text says outright or not at all.
_CLOSE_TO_SOMEBODY = frozenset(
    """acquaintance aide ally associate classmate colleague confidant confidante friend guest
    intimate mate pal relative roommate""".split()
)


def is_epithet(candidate: Candidate) -> bool:
    """True for one person, described with "the", not in apposition."""
    return (
        candidate.form == "nominal"
        and candidate.text not in _KEPT_BACK
        and candidate.kind == "person"
        and candidate.number == "sg"
        and candidate.phrase.lower().startswith("the ")
        and not candidate.inner
    )
