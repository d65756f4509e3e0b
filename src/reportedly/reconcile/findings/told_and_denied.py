"""What one article tells as done, and what another, soon after, tells as not done, or as invented.

In: a pile.  Out: findings `conflict` of the attribute `denial`, with both passages; which is so,
nothing says.
"""

import re
from collections.abc import Iterable, Iterator

from reportedly.calendar.names import MONTH_BUT_MAY, WEEKDAY
from reportedly.content_words import content_stems, numbers
from reportedly.model import Evidence, Finding
from reportedly.offsets import overlaps
from reportedly.reconcile.findings.excerpts import quoted_around
from reportedly.reconcile.findings.making import make_finding
from reportedly.reconcile.findings.pile import Pile
from reportedly.reconcile.findings.predications import Predication, predications_in
from reportedly.reconcile.findings.sentences import sentence_at
from reportedly.reconcile.findings.wording import sentence, who
from reportedly.reconcile.pairs.judging import closeness

ATTRIBUTE = "denial"
#: A report is answered within so many days.
ANSWERED_DAYS = 30
#: Nearness in meaning of denial and report where they share words or a second party; the same where
#: the report is some days old, for a denial in a few words is near to little; where they share but
#: the deed and who did it.
SOON_DAYS = 7
ALIKE_SOON, ALIKE, ALIKE_ALONE = 0.12, 0.3, 0.45
MOST_TELLINGS = 12
PRIOR = 0.6
#: What is not so yet, on this day, or under a condition is no denial of what was.
_OF_ITS_TIME = re.compile(
    r"\b(?:yet|so\s+far|until|till|since|still|this\s+(?:season|year|week|time|month)|today|tonight"
    r"|tomorrow|any\s*more|again|only|just|even|always|necessarily|enough|too"
    rf"|{MONTH_BUT_MAY}|{WEEKDAY})\b"
)
_UNREAL = re.compile(
    r"\b(?:if|whether|would|could|should|might|may|must|unless|wish|wished|dream|dreamt|joked"
    r"|believe|think|know|sure|remember|recall)\b",
    re.IGNORECASE,
)
#: "Had sent no emails that were marked as secret": of some of them only; then more than one word
#: must be in common.
_RESTRICTED = re.compile(
    r"\s(?:that|which|who)\s+(?:is|are|was|were|had|have|has)\b|\s(?:marked|called|named|labelled)\s",
    re.IGNORECASE,
)
_FEWEST_SHARED = 2
_LONG_AGO = re.compile(r"\b(?:ago|earlier|once|last\s+(?:year|season)|back\s+in|used\s+to|had)\b")
#: Near a negated clause these say that it answers a report.
_ANSWERING = re.compile(
    r"\b(?:den(?:y|ies|ied|ial|ials|ying)|reject\w*|dismiss\w*|rumou?rs?|reports?|claims?|stor(?:y|ies)"
    r"|tales?|nonsense|rubbish|false|untrue|fiction|invent\w*|hit(?:s|ting)?\s+back|laugh\w*\s+off"
    r"|insist\w*|gossip|allegation\w*|speculation|truth|never|nobody|at\s+no\s+time|whatsoever"
    r"|any(?:body|one|thing|where)|any\s+other|there\s+(?:is|was|were|has\s+been|have\s+been)\s+no|lies?|accus\w+|clear(?:s|ed)?\s+the\s+air|broke\w*\s+\w+\s+silence"
    r"|explanation|poured|scotch\w*|quash\w*|rubbish\w*|at\s+all)\b",
    re.IGNORECASE,
)


def find_told_and_denied(pile: Pile, keys: frozenset[str]) -> Iterator[tuple[str, Finding]]:
    """One finding for each denial of what another article tells.

    Args:
        pile: all articles that tell, or negate, what one of the keys says.
        keys: of the predications that are wanted; each finding comes with its own.
    """
    told: dict[str, list[Predication]] = {}
    denied: dict[str, list[Predication]] = {}
    for found in predications_in(pile):
        side = denied if found.negated else told
        for key in found.shared_keys():
            if key in keys:
                side.setdefault(key, []).append(found)
    for key in sorted(denied):
        reports = sorted(told.get(key, ()), key=lambda p: _order(p, pile))
        shown: set[str] = set()
        for denial in sorted(denied[key], key=lambda p: _order(p, pile)):
            if denial.article_id in shown or not is_denial(denial, pile):
                continue
            answered = [(likeness_of(r, denial, pile), r) for r in reports]
            best = max(answered, key=lambda a: a[0], default=(0.0, None))
            if best[1] is not None and best[0]:
                shown.add(denial.article_id)
                yield key, _finding(best[0], best[1], denial, pile)


def _order(own: Predication, pile: Pile) -> tuple[str, str, int]:
    return pile.day(own.article_id), own.article_id, own.at


def is_denial(denial: Predication, pile: Pile) -> bool:
    """Does somebody say it, in answer to a report, of what was, and not of a day or a condition?"""
    text = pile.articles[denial.article_id].text
    around = sentence_at(text, denial.at)
    if text[around[1] - 1 : around[1]] == "?" or pile.in_menu(denial.article_id, around):
        return False
    clause = slice(*denial.span)
    if _OF_ITS_TIME.search(text[clause]) or _UNREAL.search(text[clause]):
        return False
    said = denial.statement
    if said is not None and said.polarity in ("asks", "hedges"):
        return False
    if said is not None and said.speaker is None and said.mode != "direct":
        return False  # what nobody is known to have said is mostly looked back on
    before = sentence_at(text, max(0, around[0] - 2)) if around[0] else around
    answers = _ANSWERING.search(text, before[0], around[1]) is not None
    return answers and (denial.statement is not None or _ANSWERING.search(text[clause]) is not None)


def likeness_of(told: Predication, denial: Predication, pile: Pile) -> float:
    """How sure it is that `denial` is of what `told` tells; 0 where it is not."""
    if (
        told.article_id == denial.article_id
        or not 0 <= _days_before(told, denial, pile) <= ANSWERED_DAYS
    ):
        return 0.0
    own = told.statement
    if own is not None and (own.polarity != "asserts" or _same_speaker(told, denial)):
        return 0.0
    if not _same_parties(told, denial):
        return 0.0
    text = pile.articles[told.article_id].text
    span = sentence_at(text, told.at)
    words = text[slice(*span)]
    if words.endswith("?") or _UNREAL.search(text[slice(*told.span)]):
        return 0.0
    if _LONG_AGO.search(text[told.span[0] : told.at]):
        return 0.0
    denied = pile.articles[denial.article_id].text[slice(*denial.span)]
    if numbers(denied) - numbers(words):
        return 0.0
    shared = denial.stems & content_stems(words)
    if _RESTRICTED.search(denied) and len(shared) < _FEWEST_SHARED:
        return 0.0
    parties = denial.entities & told.entities
    alike = closeness(denied, words)
    bare = denial.anybody or not (denial.stems or denial.others - parties)
    soon = _days_before(told, denial, pile) <= SOON_DAYS
    least = ALIKE_SOON if soon else ALIKE
    return alike if alike >= (least if shared or len(parties) > 1 or bare else ALIKE_ALONE) else 0.0


def _same_speaker(told: Predication, denial: Predication) -> bool:
    one, other = told.statement, denial.statement
    if one is None or other is None or one.speaker_id is None:
        return False
    return one.speaker_id == other.speaker_id


def _same_parties(told: Predication, denial: Predication) -> bool:
    """The same who did it, and nobody else to whom it was done."""
    if told.actors and denial.actors:
        if told.actors.isdisjoint(denial.actors):
            return False
        one, other = told.others - denial.actors, denial.others - told.actors
        return not (one and other and one.isdisjoint(other))
    if denial.anybody or not (told.by_verb and denial.by_verb):
        return not told.entities.isdisjoint(denial.entities)
    # Where one of the two does not say who did it, it is the same to whom it was done.
    undergoing = told.others - told.actors
    return not undergoing.isdisjoint(denial.others) and undergoing.isdisjoint(denial.actors)


def _days_before(told: Predication, denial: Predication, pile: Pile) -> int:
    """Days from the report to the denial; -1 where it is not known to be the earlier one."""
    first, then = pile.published(told.article_id), pile.published(denial.article_id)
    if first.latest is None or then.earliest is None:
        return -1
    return max(-1, (then.earliest - first.latest).days)


def _finding(alike: float, told: Predication, denial: Predication, pile: Pile) -> Finding:
    one, other = told.statement, denial.statement
    first = f"{who(one)} is reported to say" if one else "One article tells"
    then = f"{who(other)} says otherwise" if other else "another tells otherwise"
    explanation = (
        f"{first}: {_words(told, pile)} ({pile.place(told.article_id)}); {then}: "
        f"{_words(denial, pile)} ({pile.place(denial.article_id)})"
    )
    about = sorted(told.entities & denial.entities) or sorted(denial.entities)
    return make_finding(
        "conflict",
        sentence(explanation),
        (_evidence(own, pile) for own in (told, denial)),
        PRIOR * alike**0.5,
        about=about,
        naming=(pile.name(about[0]) if about else None, ATTRIBUTE),
    )


def _words(own: Predication, pile: Pile) -> str:
    text = pile.articles[own.article_id].text
    return quoted_around(text, sentence_at(text, own.at), own.span)


def _evidence(own: Predication, pile: Pile) -> Evidence:
    text = pile.articles[own.article_id].text
    name = own.statement.statement_id if own.statement else None
    return Evidence(own.article_id, sentence_at(text, own.at), name)


def not_told_by_others(found: Iterable[Finding]) -> list[Finding]:
    """All but denials of which another finding shows both passages."""
    listed = list(found)
    others: dict[str, list[Finding]] = {}
    for finding in listed:
        if finding.attribute != ATTRIBUTE:
            for article in {e.article_id for e in finding.evidence}:
                others.setdefault(article, []).append(finding)
    return [f for f in listed if f.attribute != ATTRIBUTE or not _is_shown(f, others)]


def _is_shown(own: Finding, others: dict[str, list[Finding]]) -> bool:
    near = others.get(own.evidence[0].article_id, [])
    return any(
        all(
            any(e.article_id == o.article_id and overlaps(e.span, o.span) for o in f.evidence)
            for e in own.evidence
        )
        for f in near
    )
