"""What one says and another denies: statements alike in words and subjects, opposite in sign."""

import re
from collections.abc import Iterable, Iterator

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from reportedly.arrays import Flags, Hashes
from reportedly.content_words import (
    MODALS,
    NEGATIONS,
    STOP_WORDS,
    content_stems,
    negations,
    stem,
    words,
)
from reportedly.model import Article, Finding, Mention, Statement
from reportedly.offsets import hull, words_of
from reportedly.reconcile.claims.candidates import pairs_of_words, what_is_said
from reportedly.reconcile.claims.propositions import Proposition, propositions_of
from reportedly.reconcile.claims.same import nested, same_time
from reportedly.reconcile.claims.saying import says_something
from reportedly.reconcile.days import days_between
from reportedly.reconcile.findings.deeds_denied import find_denied_deeds
from reportedly.reconcile.findings.frames.verbs import BASES, IRREGULAR
from reportedly.reconcile.findings.making import certainty, make_finding
from reportedly.reconcile.findings.pile import Pile, evidence_of
from reportedly.reconcile.findings.sentences import sentence_at
from reportedly.reconcile.findings.whole import Whole
from reportedly.reconcile.findings.wording import quoted, sentence, share_a_name, who
from reportedly.reconcile.hashing import mixed
from reportedly.reconcile.pairs.judging import closeness, exclude_each_other
from reportedly.reconcile.rarities import Rarities
from reportedly.stage import Joins

#: A pair of rare words that more statements share is a phrase of the day.
LARGEST_GROUP = 60
#: Share of the shorter statement's weight that must be common, and of the weight of both, so that
#: no fragment is denied.  A negation without a verb of denying may belong to another clause: then
#: most of both statements must be the same.
ALIKE_DENIED = 0.5
ALIKE_AT_ALL = 0.25
#: Who is named in what is denied may be "the couple" in the denial.
ALIKE_DENIED_AT_ALL = 0.12
ALIKE_NEGATED = 0.75
#: Where the model of pairs is this sure that each excludes the other, fewer words need be the same,
#: if the two are near in meaning and told within days: "no leave", "eight weeks of leave".
EXCLUDED, EXCLUDED_ALIKE, EXCLUDED_WORDS, EXCLUDED_DAYS = 0.85, 0.6, 0.4, 30
_DENIAL = re.compile(r"\b(?:den(?:y|ie)|disput|rebut|refut|contradict|false|untrue)", re.I)
_FALSE = re.compile(
    r"\b(?:false|untrue|lies?\b|nonsense|rubbish|baseless|unfounded|fiction|made\s+up|fabricat)",
    re.I,
)
FEWEST_STEMS = 3
#: … and where a verb denies.
FEWEST_DENIED = 2
#: … of what was told within so many days.
DENIED_DAYS = 60
PRIOR_DENIED = 0.7
PRIOR_NEGATED = 0.55
#: How two statements oppose each other: by a verb of denying, by a negation alone, or as what
#: somebody is said to have done and says of themselves not to have done, in the same words.
_DENIED, _NEGATED, _OF_SELF = 1.0, 2.0, 3.0
#: Words that say what somebody did; one more, and it may be "wants to".
FEWEST_OF_SELF = 2
_VERBS = frozenset(IRREGULAR) | {"want", "seem"}
_FIRST_PERSON = re.compile(r"\bI\b|\b[Ww]e\b")


def find_denials(whole: Whole, joins: Joins) -> Iterator[Finding]:
    """One finding for each statement that denies what somebody else is reported to have said."""
    tables = {kind.table: whole.table(kind) for kind in (Article, Statement, Mention)}
    keys = what_is_said(tables, joins)

    def opposed(pairs: pa.Table) -> list[float]:
        names = [pairs[side].to_pylist() for side in ("left", "right")]
        telling, pile = _telling(whole, names[0] + names[1])
        return [_opposition(telling[a], telling[b], pile) for a, b in zip(*names, strict=True)]

    def excluded(pairs: pa.Table) -> list[float]:
        names = [pairs[side].to_pylist() for side in ("left", "right")]
        telling, _ = _telling(whole, names[0] + names[1])
        both = zip(*names, strict=True)
        return [1.0 if _excluded(telling[a], telling[b]) else np.nan for a, b in both]

    found = joins.verdicts(_pairs(keys, whole, joins), opposed)
    denied = pc.equal(found["verdict"], _DENIED)
    enough = pc.and_(denied, pc.greater_equal(found["of_shorter"], ALIKE_DENIED))
    negated = found.filter(
        pc.and_(
            pc.equal(found["verdict"], _NEGATED),
            pc.greater_equal(found["of_both"], EXCLUDED_WORDS),
        )
    ).drop_columns(["verdict"])
    alike = pc.greater_equal(negated["of_both"], ALIKE_NEGATED)
    left_open = joins.verdicts(negated.filter(pc.invert(alike)), excluded)
    of_self = found.filter(pc.equal(found["verdict"], _OF_SELF))
    by_words = (
        (found.filter(enough), "of_shorter"),
        (negated.filter(alike), "of_both"),
        (of_self, "of_shorter"),
    )
    told = [row for way in (*by_words, (left_open, "of_both")) for row in _columns(*way)]
    yield from _told(sorted(told), whole)
    yield from find_denied_deeds(whole, joins, {frozenset(both) for *both, _ in told})


def _columns(pairs: pa.Table, likeness: str) -> Iterator[tuple[str, str, float]]:
    return zip(*(pairs[name].to_pylist() for name in ("left", "right", likeness)), strict=True)


def _pairs(keys: pa.Table, whole: Whole, joins: Joins) -> pa.Table:
    """Pairs of statements that may oppose each other, with what decides it but how much they
    share, by the weight of words: of both, and of the shorter."""
    rarities = Rarities(keys["stems"])
    enough = keys["stems"].combine_chunks().value_lengths().to_numpy() >= FEWEST_DENIED
    negative = keys["negative"].to_numpy()
    asks_nothing_more = np.zeros(keys.num_rows, dtype=np.uint64)
    items, words = pairs_of_words(keys["stems"].combine_chunks(), rarities, asks_nothing_more)
    items, words = items[enough[items]], words[enough[items]]
    kept = _of_both_signs(words, negative[items])
    table = pa.table({"item": items[kept], "key": words[kept].view(np.int64)})
    pairs = joins.candidate_pairs(table, largest_group=LARGEST_GROUP)
    left, right = pairs["left"].to_numpy(), pairs["right"].to_numpy()
    kept = negative[left] != negative[right]
    left, right = left[kept], right[kept]
    of_both, of_shorter = rarities.shares(keys["stems"], left, right)
    near = (of_both >= ALIKE_AT_ALL) | (
        (of_shorter >= ALIKE_DENIED) & (of_both >= ALIKE_DENIED_AT_ALL)
    )
    alike = np.flatnonzero(near)
    left, right = left[alike], right[alike]
    names = keys["statement_id"]
    states = whole.states_of_statements(names)
    return pa.table(
        {
            "left": names.take(left),
            "right": names.take(right),
            "state": mixed(states[left], states[right]),
            "of_both": of_both[alike],
            "of_shorter": of_shorter[alike],
        }
    )


def _of_both_signs(keys: Hashes, negative: Flags) -> Flags:
    """Which of some keys a negative and a positive statement have."""
    order = np.argsort(keys, kind="stable")
    starts = np.flatnonzero(np.diff(keys[order], prepend=~keys[order[:1]]))
    counts = np.diff(starts, append=len(keys))
    n_negative = np.add.reduceat(negative[order].astype(np.int64), starts) if len(keys) else counts
    found = np.zeros(len(keys), dtype=np.bool_)
    found[order] = np.repeat((n_negative > 0) & (n_negative < counts), counts)
    return found


def _telling(whole: Whole, names: Iterable[str]) -> tuple[dict[str, Proposition], Pile]:
    """What some statements say, and the pile in which they stand."""
    statements = whole.having(Statement, "statement_id", names)
    pile = whole.pile_of_statements(statements)
    return propositions_of(pile.rows(Statement), pile.articles, pile.mentions), pile


def _told(pairs: list[tuple[str, str, float]], whole: Whole) -> Iterator[Finding]:
    telling, pile = _telling(whole, (name for left, right, _ in pairs for name in (left, right)))
    opposed: dict[str, list[tuple[float, str]]] = {}
    for left, right, likeness in pairs:
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


def _opposition(a: Proposition, b: Proposition, pile: Pile) -> float:
    """How two statements that are alike enough oppose each other; not-a-number if they do not."""
    if a.negative == b.negative or not same_time(a, b):
        return np.nan
    if "asks" in (a.statement.polarity, b.statement.polarity) or nested(a.statement, b.statement):
        return np.nan
    if _denied(a.statement, pile) or _denied(b.statement, pile):
        return _DENIED if _is_denied(a, b, pile) else np.nan
    if _says_otherwise_of_self(a, b, pile):
        return _OF_SELF
    if not _different_speakers(a.statement, b.statement) or not set(a.about) & set(b.about):
        return np.nan
    if len(a.stems & b.stems) < FEWEST_STEMS:
        return np.nan
    # Without a verb of denying, what is said must be negative itself: who is not sure whether a
    # thing is so, or did not say it, denies nothing.
    own, other = negations(a.statement.content_text), negations(b.statement.content_text)
    return np.nan if own == other else _NEGATED


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
    """True when the cue itself denies, or the words open with it: "denied that …", "it is untrue
    that …", not "refused to …"."""
    if statement.polarity != "denies":
        return False
    text = pile.articles[statement.article_id].text
    cue = words_of(text, statement.cue)
    return not cue or bool(_DENIAL.search(cue) or _FALSE.search(statement.content_text))


def _is_denied(a: Proposition, b: Proposition, pile: Pile) -> bool:
    """True where two, of which one is denied by a verb, are of one matter: who is known to be
    another, of the same people, in as many words; or, within weeks, two clauses about whom the
    denial names beside its words."""
    both = len(a.stems & b.stems)
    same = both >= FEWEST_STEMS and not set(a.about).isdisjoint(b.about)
    if same and _different_speakers(a.statement, b.statement):
        return True
    apart = days_between(a.day, b.day)
    if both < FEWEST_DENIED or apart is None or apart > DENIED_DAYS:
        return False
    if not all(says_something(p.statement.content_text) for p in (a, b)):
        return False
    others = _other_speakers(a.statement, b.statement)
    return others and not _about(a, pile).isdisjoint(_about(b, pile))


def _says_otherwise_of_self(a: Proposition, b: Proposition, pile: Pile) -> bool:
    """ "I never asked for a delay", of whom others say that she asked for one: all the same words
    but for the name."""
    denial, told = (a, b) if a.negative else (b, a)
    own = denial.statement
    if (
        not own.speaker_id
        or own.speaker_id not in told.about
        or told.statement.polarity != "asserts"
    ):
        return False
    # What was not so yet may have come since.
    since = days_between(told.day, denial.day)
    if since is None or told.day > denial.day:
        return False
    if any(MODALS.intersection(words(p.statement.content_text)) for p in (denial, told)):
        return False
    of_self = own.speaker_id in denial.about or _FIRST_PERSON.search(own.content_text)
    if not of_self or negations(own.content_text) != 1 or negations(told.statement.content_text):
        return False
    if not _other_speakers(own, told.statement):
        return False
    one, other = (_told_words(p.statement, own.speaker or "") for p in (denial, told))
    return one == other and len(one) >= FEWEST_OF_SELF


def _told_words(statement: Statement, name: str) -> frozenset[str]:
    """The stems of what is told, with all verbs, but for a name."""
    named = set(words(name))
    return frozenset(
        base
        for word in words(statement.content_text)
        if word not in named
        and ((base := BASES.get(word) or stem(word)) in _VERBS or word not in STOP_WORDS)
        and word not in NEGATIONS
    )


def _about(told: Proposition, pile: Pile) -> set[str]:
    """Whom a statement is about; of a denial also whom its sentence names: "her spokesman denied
    that the couple …"."""
    own = told.statement
    if not _denied(own, pile):
        return set(told.about)
    text = pile.articles[own.article_id].text
    around = sentence_at(text, hull(own.content)[0])
    return {*told.about, *pile.mentions.within(own.article_id, [around])}


def _other_speakers(a: Statement, b: Statement) -> bool:
    """Not known to be one: who denies something has not said it."""
    if a.speaker_id and b.speaker_id:
        return _different_speakers(a, b)
    return a.article_id != b.article_id or _different_speakers(a, b)


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
    # Who says "I" is meant, whether or not the word is read as a mention.
    of_both = _about(denial, pile) & _about(against[0], pile)
    about = sorted(of_both) or [e for e in (other.speaker_id,) if e]
    denied = _denied(one, pile) or _denied(other, pile)
    verb = "denies" if _denied(other, pile) else "says otherwise"
    explanation = (
        f"{who(one)} is reported to say {quoted(one.content_text)} ({pile.place(one.article_id)}); "
        f"{who(other)} {verb}: {quoted(other.content_text)} ({pile.place(other.article_id)})"
    )
    return make_finding(
        "conflict",
        sentence(explanation),
        (evidence_of(s) for s in (one, other, *(p.statement for p in against[1:]))),
        (PRIOR_DENIED if denied else PRIOR_NEGATED) * certainty(one, other),
        about=about,
        naming=(pile.name(about[0]) if about else None, None),
    )
