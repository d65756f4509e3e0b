"""What one says and another denies: statements alike in words and subjects, opposite in sign."""

import re
from collections.abc import Iterator
from itertools import combinations

import pyarrow as pa

from reportedly.content_words import content_stems, negations, similarity
from reportedly.model import Finding, Statement
from reportedly.offsets import words_of
from reportedly.reconcile.claims.propositions import Proposition, propositions_of
from reportedly.reconcile.claims.same import nested, same_time
from reportedly.reconcile.days import days_between
from reportedly.reconcile.findings.making import make_finding
from reportedly.reconcile.findings.pile import Pile, evidence_of
from reportedly.reconcile.findings.wording import quoted, report, sentence, share_a_name, who
from reportedly.reconcile.pairs.judging import closeness, exclude_each_other
from reportedly.stage import Joins

#: The rarest words of a statement, in pairs, are the keys of candidates.
RAREST = 7
LARGEST_GROUP = 60
#: Share of the shorter statement's weight that must be common, and of the weight of both, so that
#: no fragment is denied.  A negation without a verb of denying may belong to another clause: then
#: most of both statements must be the same.
ALIKE_DENIED = 0.5
ALIKE_AT_ALL = 0.25
ALIKE_NEGATED = 0.75
#: Where the model of pairs is this sure that each excludes the other, fewer words need be the same,
#: if the two are near in meaning and told within days: "no leave", "eight weeks of leave".
EXCLUDED, EXCLUDED_ALIKE, EXCLUDED_WORDS, EXCLUDED_DAYS = 0.85, 0.6, 0.4, 30
_DENIAL = re.compile(r"\b(?:den(?:y|ie)|disput|rebut|refut|contradict|false|untrue)", re.I)
FEWEST_STEMS = 3
PRIOR_DENIED = 0.7
PRIOR_NEGATED = 0.55


def find_denials(pile: Pile, joins: Joins) -> Iterator[Finding]:
    """One finding for each statement that denies what somebody else is reported to have said."""
    propositions = propositions_of(pile.rows(Statement), pile.articles, pile.mentions)
    telling = {
        statement_id: p for statement_id, p in propositions.items() if len(p.stems) >= FEWEST_STEMS
    }
    pairs = joins.candidate_pairs(_keys(telling, pile.rarities), largest_group=LARGEST_GROUP)
    opposed: dict[str, list[tuple[float, str]]] = {}
    for left, right in zip(pairs["left"].to_pylist(), pairs["right"].to_pylist(), strict=True):
        likeness = _opposition(telling[left], telling[right], pile)
        if likeness:
            denial, asserted = _denial_first(telling[left], telling[right])
            opposed.setdefault(denial, []).append((-likeness, asserted))
    told: set[tuple[str | None, ...]] = set()
    for denial in sorted(opposed, key=lambda name: (min(opposed[name]), name)):
        against = [telling[asserted] for _, asserted in sorted(opposed[denial])]
        sides = (telling[denial].statement.speaker_id, against[0].statement.speaker_id)
        first = against[0].statement.utterance_id or against[0].statement.statement_id
        # Who says otherwise twice says otherwise once.
        if (*sides, first) not in told:
            told.add((*sides, first))
            yield _finding(telling[denial], against, pile)


def _keys(propositions: dict[str, Proposition], rarities: dict[str, float]) -> pa.Table:
    items: list[str] = []
    keys: list[str] = []
    for statement_id, p in propositions.items():
        rarest = sorted(p.stems, key=lambda word: (-rarities.get(word, 1.0), word))[:RAREST]
        pairs = ["|".join(pair) for pair in combinations(sorted(rarest), 2)]
        items += [statement_id] * len(pairs)
        keys += pairs
    return pa.table({"item": pa.array(items, pa.string()), "key": pa.array(keys, pa.string())})


def _opposition(a: Proposition, b: Proposition, pile: Pile) -> float | None:
    """How alike two statements of opposite sign are; None when they do not oppose each other."""
    if a.negative == b.negative or not _different_speakers(a.statement, b.statement):
        return None
    if not set(a.about) & set(b.about) or not same_time(a, b):
        return None
    if "asks" in (a.statement.polarity, b.statement.polarity):
        return None
    if nested(a.statement, b.statement) or len(a.stems & b.stems) < FEWEST_STEMS:
        return None
    of_both, of_shorter = similarity(a.stems, b.stems, pile.rarities)
    if _denied(a.statement, pile) or _denied(b.statement, pile):
        return of_shorter if of_shorter >= ALIKE_DENIED and of_both >= ALIKE_AT_ALL else None
    # Without a verb of denying, what is said must be negative itself: who is not sure whether a
    # thing is so, or did not say it, denies nothing.
    if negations(a.statement.content_text) == negations(b.statement.content_text):
        return None
    if of_both >= ALIKE_NEGATED:
        return of_both
    return of_both if of_both >= EXCLUDED_WORDS and _excluded(a, b) else None


def _excluded(a: Proposition, b: Proposition) -> bool:
    """True when the model finds that the two, told within days, cannot both be so."""
    apart = days_between(a.day, b.day)
    if apart is None or apart > EXCLUDED_DAYS:
        return False
    first, second = sorted((a.statement.content_text, b.statement.content_text))
    return (
        closeness(first, second) >= EXCLUDED_ALIKE and exclude_each_other(first, second) >= EXCLUDED
    )


def _denied(statement: Statement, pile: Pile) -> bool:
    """True when the cue itself denies: "denied that …", not "refused to …"."""
    if statement.polarity != "denies":
        return False
    text = pile.articles[statement.article_id].text
    cue = words_of(text, statement.cue)
    return not cue or _DENIAL.search(cue) is not None


def _different_speakers(a: Statement, b: Statement) -> bool:
    """Not the same, and no two names of one person.

    Sources without a name are told apart within one article only, by what it calls them: "five
    employees", "a spokeswoman".
    """
    if a.utterance_id and a.utterance_id == b.utterance_id:
        return False
    if a.speaker_id and b.speaker_id:
        return a.speaker_id != b.speaker_id and not share_a_name(a, b)
    if a.speaker_id or b.speaker_id or a.article_id != b.article_id:
        return False
    called = [content_stems(s.source_text or "") for s in (a, b)]
    return all(called) and not called[0] & called[1]


def _denial_first(a: Proposition, b: Proposition) -> tuple[str, str]:
    negative, positive = (a, b) if a.negative else (b, a)
    return negative.statement.statement_id, positive.statement.statement_id


def _finding(denial: Proposition, against: list[Proposition], pile: Pile) -> Finding:
    one, other = against[0].statement, denial.statement
    denied = _denied(one, pile) or _denied(other, pile)
    verb = "denies" if _denied(other, pile) else "says otherwise"
    explanation = (
        f"{who(one)} is reported to say {quoted(one.content_text)} ({_place(one, pile)}); "
        f"{who(other)} {verb}: {quoted(other.content_text)} ({_place(other, pile)})"
    )
    return make_finding(
        "conflict",
        sentence(explanation),
        (evidence_of(s) for s in (one, other, *(p.statement for p in against[1:]))),
        (PRIOR_DENIED if denied else PRIOR_NEGATED) * (one.confidence * other.confidence) ** 0.5,
        about=sorted(set(denial.about) & set(against[0].about)),
        naming=(pile.name(min(set(denial.about) & set(against[0].about))), None),
    )


def _place(statement: Statement, pile: Pile) -> str:
    return report(pile.articles[statement.article_id], pile.published(statement.article_id))
