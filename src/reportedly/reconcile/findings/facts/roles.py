"""Posts and marriages that one article gives as present and another as past.

Told as past later: overtaken.  A post told as present after, or in the same days as, it was told
as past: the two rows cannot both be right, unless the post was taken up again.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.calendar import Interval, find_intersection
from reportedly.calendar.timex import find_timex_interval
from reportedly.content_words import content_stems, stem
from reportedly.model import Fact, Finding, FindingKind
from reportedly.reconcile.findings.facts.life_dates import as_of_interval
from reportedly.reconcile.findings.facts.partners import find_companion
from reportedly.reconcile.findings.making import certainty, make_finding
from reportedly.reconcile.findings.pile import Pile, fact_evidence
from reportedly.reconcile.findings.wording import listed, when

_PAST = re.compile(
    r"\b(?:former(?:ly)?|ex|one-?time|past|then|outgoing|retired|fired|ousted|sacked)\b[\s-]*",
    re.IGNORECASE,
)
#: "Chief strategist in the 2012 campaign" is over whenever it is told: no order follows from it.
_OF_A_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_MEMBER = re.compile(r"\bmember\s+of\s+parliament\b", re.IGNORECASE)
_PAST_UNION = re.compile(
    r"(?:formerly\s+married\s+to|divorced\s+from|separated\s+from|estranged\s+from)\s+(.+)",
    re.IGNORECASE,
)
#: A title is kept by courtesy after the post is left, so that a present form after a past one says
#: little; how often it was a real conflict when read.
PRIOR_CONFLICT = 0.5
PRIOR_OVERTAKEN = 0.7
#: Words of a post that is told apart: "chief executive of …", not "president" alone; more of them
#: before two forms of one post are held against each other.
FEWEST_STEMS, FEWEST_STEMS_CONFLICT = 2, 3
#: Kept as a title for life: a present form after the end says nothing.
_COURTESY = frozenset(
    stem(word)
    for word in (
        "president senator governor mayor secretary ambassador general colonel judge justice "
        "nominee speaker representative congressman congresswoman minister premier professor"
    ).split()
)
#: Posts of one word that end, as a trade of one word does not.
_OF_A_TERM = frozenset(map(stem, ("mp", "councillor", "alderman", "bishop", "sheriff")))
#: Words for one post, or for one body, by stems: "chairman" and "chair", the jury and its judges.
_SAME = {
    **dict.fromkeys(map(stem, ("chairman", "chairwoman", "chairperson")), stem("chair")),
    **dict.fromkeys(map(stem, ("judges", "jurors", "panel")), stem("jury")),
    **dict.fromkeys(map(stem, ("boss", "coach")), stem("manager")),
}
#: "The former chair of the club" was that of whatever club she is told to chair.
_BODIES = frozenset(
    map(
        stem,
        "club team company firm council party paper school college charity trust group".split(),
    )
)
#: Days between a present form and a past one where the post is one word or a title.
LOOSE_DAYS = 30
#: Present after past within this time is a conflict; later, the post may have been taken up again.
WITHIN_DAYS = 60
#: Reports shown beside the two that a row rests on.
MOST_SHOWN = 5


@dataclass(frozen=True, slots=True)
class _Tie:
    """A post or marriage, told as present or past."""

    fact: Fact
    key: frozenset[str]
    past: bool
    loose: bool = False
    """one word that many hold, or a title for life: its end follows, a present form says little"""

    @property
    def kind(self) -> str:
        return "role" if self.fact.attribute == "role" else "relationship"


def find_role_changes(subject: str, facts: list[Fact], pile: Pile) -> Iterator[Finding]:
    """At most one conflict and one overtaken row for each post or marriage of one person."""
    ties = [tie for fact in facts if (tie := _find_tie(fact, pile))]
    ties.sort(key=lambda tie: (pile.day(tie.fact.article_id), tie.fact.fact_id))
    done: list[tuple[str, frozenset[str]]] = []
    for then in (tie for tie in ties if not tie.past):
        for since in (tie for tie in ties if tie.past):
            kind = _find_relation(then, since)
            told = any(k == kind and (key <= then.key or then.key <= key) for k, key in done)
            settled = kind == "overtaken" and _was_past(then, ties)
            if kind and not told and not settled and _ends(then, since, ties, pile):
                done.append((kind, then.key))
                company = _company(kind, then, since, ties)
                yield _finding(kind, subject, then, since, pile, company=company)
        if not any(k == "conflict" and key == then.key for k, key in done):
            before, around = _told_past(then, ties)
            if before and around:
                done.append(("conflict", then.key))
                yield _finding(
                    "conflict",
                    subject,
                    then,
                    around[0],
                    pile,
                    rest=(before[0], *around[1:MOST_SHOWN]),
                )


def _company(kind: FindingKind, then: _Tie, since: _Tie, ties: list[_Tie]) -> tuple[_Tie, ...]:
    """Other reports of the tie as present that the same words overtake, and others that overtake
    it: evidence, not told."""
    if kind != "overtaken":
        return ()
    # "MP" and "MP for Ludden North" are one post.
    same = [t for t in ties if (t.key <= then.key or then.key <= t.key) and t not in (then, since)]
    early = [t for t in same if not t.past and _find_relation(t, since) == kind]
    late = [t for t in same if t.past and _find_relation(then, t) == kind]
    return (*early[:MOST_SHOWN], *late[:MOST_SHOWN])


def _told_past(present: _Tie, ties: list[_Tie]) -> tuple[list[_Tie], list[_Tie]]:
    """Where a post told as present was told as past: before, and again in the same days."""
    told = as_of_interval(present.fact)
    before: list[_Tie] = []
    around: list[_Tie] = []
    if present.loose:
        return before, around
    for tie in ties:
        if not tie.past or tie.kind != "role" or present.kind != "role" or tie.key != present.key:
            continue
        past = as_of_interval(tie.fact)
        if past.latest and told.earliest and past.latest < told.earliest:
            before.append(tie)
        elif find_intersection(past, told) and past.width_days and past.width_days <= WITHIN_DAYS:
            around.append(tie)
    return before, around


def _was_past(present: _Tie, ties: list[_Tie]) -> bool:
    """True when some article told it as past before: then the present form is a courtesy."""
    if present.loose:
        return any(tie.past and tie.key & present.key and _is_older(tie, present) for tie in ties)
    return any(tie.past and _find_relation(present, tie) == "conflict" for tie in ties)


def _is_older(tie: _Tie, other: _Tie) -> bool:
    """True unless the days say that `tie` was told after `other`."""
    gap = _told_gap(other, tie)
    return gap is None or gap <= 0


def _ends(then: _Tie, since: _Tie, ties: list[_Tie], pile: Pile) -> bool:
    """ "Former mayor" ends the one mayoralty that somebody is told to hold, not one of two, none
    that is told as held again later, and no post in somebody else's government ("a Bell aide")."""
    if not (then.loose or since.loose):
        return True
    shared = then.key & since.key
    held = [t for t in ties if t.kind == "role" and shared & t.key]
    if any(not t.past and (_told_gap(since, t) or 0) > 0 for t in held):
        return False
    evidence = fact_evidence(then.fact)
    named = set(pile.mentions.within(evidence.article_id, [evidence.span]))
    if any(pile.is_of(other, ("person",)) for other in named - {then.fact.subject_id}):
        return False
    return all(a.key <= b.key or b.key <= a.key for a in held for b in held)


def _told_gap(first: _Tie, second: _Tie) -> int | None:
    return _gap(as_of_interval(first.fact), as_of_interval(second.fact))


def _find_tie(fact: Fact, pile: Pile) -> _Tie | None:
    if fact.attribute == "role":
        key = frozenset(_SAME.get(s, s) for s in content_stems(_short(fact.value)))
        past = bool(_PAST.search(fact.value))
        named = key - _BODIES if past and len(key) == FEWEST_STEMS else key
        loose = len(key) < FEWEST_STEMS or bool(key & _COURTESY)
        if _OF_A_YEAR.search(fact.value) or (loose and not key & (_COURTESY | _OF_A_TERM)):
            return None
        return _Tie(fact, named or key, past, loose)
    if fact.attribute == "former_spouse":
        return _Tie(fact, content_stems(fact.value), past=True)
    if fact.attribute == "divorce_date":
        partner = find_companion(fact, pile)
        return _Tie(fact, content_stems(partner), past=True) if partner else None
    if fact.attribute == "spouse":
        return _Tie(fact, content_stems(fact.value), past=False)
    matched = _PAST_UNION.match(fact.value) if fact.attribute == "relationship" else None
    return _Tie(fact, content_stems(matched.group(1)), past=True) if matched else None


def _short(post: str) -> str:
    """A post without what makes it past, and as short as it is written elsewhere."""
    return _MEMBER.sub("MP", _PAST.sub("", post))


def _find_relation(present: _Tie, past: _Tie) -> FindingKind | None:
    """How a tie told as present and as past go together; None when the times leave it open."""
    if present.kind != past.kind or not (present.key <= past.key or past.key <= present.key):
        return None
    gap = _told_gap(present, past)
    if gap is None:
        return None
    if present.loose or past.loose:
        return "overtaken" if gap > LOOSE_DAYS else None
    if gap > 0:
        return "overtaken"
    if present.kind == "role" and len(present.key) < FEWEST_STEMS_CONFLICT:
        return None
    # "They married in 2003" stays true after the divorce, so a marriage gives no conflict.
    return "conflict" if gap >= -WITHIN_DAYS and present.kind == "role" else None


def _gap(present: Interval, past: Interval) -> int | None:
    """Days from the last day of the present form to the first of the past one, negative when the
    present form comes after; None when they overlap or are open."""
    if present.latest and past.earliest and present.latest < past.earliest:
        return (past.earliest - present.latest).days
    if past.latest and present.earliest and past.latest <= present.earliest:
        return -(present.earliest - past.latest).days
    return None


def _finding(
    kind: FindingKind,
    subject: str,
    then: _Tie,
    since: _Tie,
    pile: Pile,
    rest: tuple[_Tie, ...] = (),
    company: tuple[_Tie, ...] = (),
) -> Finding:
    first, second = (then, since) if kind == "overtaken" else (since, then)
    then_told = ", and also " if rest else ". Later: "
    explanation = f"{subject}: {_said(first, pile)}{then_told}{_said(second, pile)}."
    if rest:
        explanation += f" It was told as past before: {listed(_said(t, pile) for t in rest)}."
    if kind == "conflict":
        explanation += (
            " Both can be right only if the post was taken up again, or the title is kept."
        )
    prior = PRIOR_OVERTAKEN if kind == "overtaken" else PRIOR_CONFLICT
    return make_finding(
        kind,
        explanation,
        (fact_evidence(tie.fact) for tie in (first, second, *rest, *company)),
        prior * certainty(first.fact, second.fact),
        about=(first.fact.subject_id,),
        naming=(subject, then.kind),
    )


def _said(tie: _Tie, pile: Pile) -> str:
    fact = tie.fact
    place = pile.place(fact.article_id)
    union = {"spouse": "married to ", "former_spouse": "formerly married to "}
    value = union.get(fact.attribute, "") + fact.value
    if fact.attribute == "divorce_date":
        days = find_timex_interval(fact.value)
        value = f"divorced {when(days)}" if days else "divorced"
    return f"{value} ({place})"
