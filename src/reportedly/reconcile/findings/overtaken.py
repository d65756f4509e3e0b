"""What was said to last, or to come, and what was reported later: "will never separate", "their
divorce".  The later words overtake the earlier ones; nothing says that these were wrong then."""

import re
from collections.abc import Iterator

from reportedly.model import Finding
from reportedly.reconcile.findings.excerpts import quoted_around, whole_clause
from reportedly.reconcile.findings.making import make_finding
from reportedly.reconcile.findings.passages import OVERTAKEN_BY, Passage, passages_of
from reportedly.reconcile.findings.pile import Pile
from reportedly.reconcile.findings.same_theme import MARITAL, likeness_of_themes, sign_words
from reportedly.reconcile.findings.sentences import sentence_at
from reportedly.reconcile.findings.wording import (
    QUOTED_CHARS,
    listed,
    quoted,
    reports,
    sentence,
    who,
)

#: Later passages shown, one an article.
MOST_LATER = 4
#: A day apart is the same news told twice.
FEWEST_DAYS = 2
#: Days by which a thing may miss a day, month or season and still be in time.
GRACE_DAYS = 30
PRIOR = 0.7
#: Less where the order follows from the words alone.
PRIOR_UNDATED = 0.5
UNKNOWN_ORDER = "{} carries no day; what it says makes it the {} of the two."
#: Words of the narrator have no confidence of their own; this is how often their subject was right.
NARRATED = 0.8
#: Matters whose change is hardly ruled out once it has been told: of these two reports the order
#: follows from the words where one of them has no day.
_CHANGING_ONCE = frozenset(("union", "post", "career", "opening"))

#: A state that is no news before the day by which it was to end.
_STILL = re.compile(r"still\b", re.IGNORECASE)
_AS_IT_WAS = re.compile(r"still|remain|work on", re.IGNORECASE)

#: What makes somebody an owner, who may vow to stay one.
_ACQUIRED = re.compile(r"(?:buys?|bought|acquired?|acquires|sold\s+to)\b", re.IGNORECASE)
#: Words that tell that something was said some time ago.
_ONCE = re.compile(
    r"\b(?:once|had|ago|earlier|previously|used\s+to|last\s+(?:year|month)|(?:19|20)\d\d)\b",
    re.IGNORECASE,
)

Answered = tuple[Passage, list[tuple[float, Passage]]]
"""An outlook and what overtakes it, in order of days, with how sure it is that it is the same"""


def find_overtaken(pile: Pile, keys: frozenset[str] | None = None) -> Iterator[tuple[str, Finding]]:
    """One finding for each thing said that later words say otherwise about, with its key.

    Args:
        pile: all articles in which a passage has one of the keys.
        keys: of passages that are wanted; all, if none are given.
    """
    said: dict[str, list[Passage]] = {}
    found = sorted(passages_of(pile), key=lambda p: (pile.day(p.article_id), p.article_id, p.span))
    for passage in found:
        for key in sorted(set(passage.shared_keys())):
            if keys is None or key in keys:
                said.setdefault(key, []).append(passage)
    for key in sorted(said):
        by_identity: dict[tuple[object, ...], list[Answered]] = {}
        for answered in _answered(said[key], pile):
            by_identity.setdefault(identity(answered[0], pile), []).append(answered)
        for same in by_identity.values():
            best = max(same, key=lambda answered: _plainness(answered, pile))
            others = [early for early, _ in same if early is not best[0]]
            yield key, _finding(*best, others[:MOST_LATER], pile)


def _answered(said: list[Passage], pile: Pile) -> Iterator[Answered]:
    """Each outlook that later words overtake, in order."""
    tellings = [p for p in said if not p.is_outlook]
    tellings.sort(
        key=lambda p: (
            (pile.day(p.article_id), p.article_id),
            (not _is_plain(p, pile), pile.in_title(p.article_id, p.sign.span), p.span),
        )
    )
    for early in said if tellings else ():
        if (
            early.is_outlook
            and not _heads_another(early, said, pile)
            and not _looks_back(early, tellings, pile)
        ):
            kept = {p.article_id for p in tellings if _came_in_time(early, p)}
            later = _first_later(early, [p for p in tellings if p.article_id not in kept], pile)
            if later:
                yield early, later


def _heads_another(early: Passage, said: list[Passage], pile: Pile) -> bool:
    """True for a headline that tells the vow or forecast of its own article in short."""
    if not pile.in_title(early.article_id, early.sign.span):
        return False
    own = (p for p in said if p.article_id == early.article_id and p.role == early.role)
    return any(not pile.in_title(p.article_id, p.sign.span) for p in own)


def _looks_back(early: Passage, tellings: list[Passage], pile: Pile) -> bool:
    """True where an article tells of the change in the same breath: what was said, was said once.

    Who has just bought a house, and will never sell it, does not look back; nor does who came years
    ago and will not go.
    """
    beside = [p for p in tellings if p.article_id == early.article_id]
    text = pile.articles[early.article_id].text
    if beside and _ONCE.search(text, *sentence_at(text, early.span[0])):
        return True
    return not all(_ACQUIRED.match(text, p.sign.span[0]) or _is_history(p, early) for p in beside)


def _is_history(told: Passage, early: Passage) -> bool:
    """ "I'm not going anywhere", beside "was signed from Marl in 2013": told of years before."""
    said = early.said_latest or early.published.earliest
    return said is not None and bool(told.years) and max(told.years) < said.year


def _first_later(
    early: Passage, tellings: list[Passage], pile: Pile
) -> list[tuple[float, Passage]]:
    """The first of `tellings` (in order of days) that overtake `early`, one an article."""
    found: dict[str, tuple[float, Passage]] = {}
    for late in tellings:
        if late.article_id in found or not _can_overtake(early, late, pile):
            continue
        likeness = likeness_of_themes(early, late, pile)
        if likeness:
            found[late.article_id] = (likeness, late)
            if len(found) == MOST_LATER:
                break
    return list(found.values())


def _can_overtake(early: Passage, late: Passage, pile: Pile) -> bool:
    """True when `late` tells, later in time, of the contrary of what `early` says."""
    if late.role not in OVERTAKEN_BY[early.role]:
        return False
    as_it_was = late.role == "failed" and late.sign.matter.whose == "person"
    if as_it_was and _STILL.match(sign_words(late, pile)) and not early.has_deadline:
        return False
    if as_it_was and not _is_past_its_day(early, late, pile):
        return False
    if late.role == "late" and not (early.has_deadline and _is_past_its_day(early, late, pile)):
        return False
    if late.role == "came" and early.role == "waits" and not _is_before_its_day(early, late):
        return False
    if late.role == "came" and early.role != "waits" and not _is_after_its_day(early, late):
        return False
    first = early.published.latest
    if first and late.years and max(late.years) < first.year:
        return False
    if not _is_before(early, late) and not _must_be_before(early, late):
        return False
    most = early.sign.matter.most_days
    return most is None or (_days_between(early, late) or 0) <= most


def _came_in_time(early: Passage, late: Passage) -> bool:
    """True where a report gives the day on which the thing came, and it is no later than foretold:
    an hour's delay on that day is none."""
    foretold, came = early.day.latest, late.day.earliest
    if late.role != "came" or early.role == "waits" or foretold is None or came is None:
        return False
    return not _is_after_its_day(early, late)


def _is_past_its_day(early: Passage, late: Passage, pile: Pile) -> bool:
    """False for what is "still closed" before the day by which it is to open has passed."""
    if not _AS_IT_WAS.match(sign_words(late, pile)):
        return True
    foretold, told = early.day.latest, late.published.earliest
    return foretold is not None and told is not None and told > foretold


def _is_after_its_day(early: Passage, late: Passage) -> bool:
    """True when a thing came weeks after the last day for which it was foretold."""
    foretold, came = early.day.latest, late.day.earliest
    return foretold is not None and came is not None and (came - foretold).days > GRACE_DAYS


def _is_before_its_day(early: Passage, late: Passage) -> bool:
    """True when a thing came weeks before the first day for which it was foretold."""
    foretold, came = early.day.earliest, late.day.latest
    return foretold is not None and came is not None and (foretold - came).days > GRACE_DAYS


def _days_between(early: Passage, late: Passage) -> int | None:
    """Days from the last day of the one to the first of the other; None where one is open."""
    known = [day for day in (early.published.latest, early.said_latest) if day]
    last = late.published.earliest
    return None if not known or last is None else (last - min(known)).days


def _is_before(early: Passage, late: Passage) -> bool:
    """True when the days of the two say so."""
    days = _days_between(early, late)
    return days is not None and days >= FEWEST_DAYS


def _must_be_before(early: Passage, late: Passage) -> bool:
    """True when one of the two has no day, what is ruled out is told as done, and the days do not
    exclude that it was done afterwards."""
    if early.article_id == late.article_id or not _orders_itself(early, late):
        return False
    if early.published.exact_day and late.published.exact_day:
        return False
    first, last = early.published.earliest, late.published.latest
    return first is None or last is None or (last - first).days >= FEWEST_DAYS


def _orders_itself(early: Passage, late: Passage) -> bool:
    """True for what is hardly ruled out once it was told, and for what came late."""
    if late.role == "late" or early.role == "waits":
        return True
    return early.sign.matter.name in _CHANGING_ONCE and early.role == "lasts"


def _is_plain(passage: Passage, pile: Pile) -> bool:
    """True for words that mean the end of this state and nothing else; shown before others."""
    couple = passage.sign.matter.whose == "couple"
    return not couple or MARITAL.search(sign_words(passage, pile)) is not None


def _plainness(answered: Answered, pile: Pile) -> tuple[bool, float]:
    """Whoever else was taken for one of a couple may have parted, too, in less plain words: "it is
    like parents splitting up"."""
    likeness, late = answered[1][0]
    return _is_plain(late, pile), likeness


def identity(early: Passage, pile: Pile) -> tuple[object, ...]:
    """The same utterance overtaken in the same matter is one finding, whoever repeats it, and so
    are the same words of nobody in near copies."""
    copies = pile.articles[early.article_id].copy_group
    if copies and (early.statement is None or early.statement.speaker_id is None):
        return ("copy", copies, sign_words(early, pile).casefold())
    if early.statement and (early.statement.claim_id or early.statement.utterance_id):
        return ("said", early.statement.utterance_id or early.statement.claim_id)
    return (early.article_id, early.span)


def _finding(
    early: Passage,
    later: list[tuple[float, Passage]],
    repeated: list[Passage],
    pile: Pile,
) -> Finding:
    likeness, late = later[0]
    known = _is_before(early, late)
    first = pile.place(late.article_id)
    explanation = (
        f"{_words(early, pile)}{_by(early)} ({pile.place(early.article_id)}). "
        f"{'Later' if known else 'Told as settled elsewhere'}: {_words(late, pile)}{_by(late)} "
        f"({first})"
    )
    others = [place for _, p in later[1:] if (place := pile.place(p.article_id)) != first]
    if others:
        explanation += f"; likewise {reports(others)}"
    if not known:
        undated = ("The first", "earlier") if _is_open(early) else ("The second", "later")
        explanation = f"{sentence(explanation)} {UNKNOWN_ORDER.format(*undated)}"
    about = _about(early, [p for _, p in later])
    subject = listed(name for entity in about if (name := pile.name(entity)))
    sure = (PRIOR if known else PRIOR_UNDATED) * likeness
    return make_finding(
        "overtaken",
        sentence(explanation),
        (p.evidence for p in (early, *(p for _, p in later), *repeated)),
        sure * (_confidence(early) * _confidence(late)) ** 0.5,
        about=about,
        naming=(subject or None, early.sign.matter.name),
    )


def _is_open(passage: Passage) -> bool:
    return passage.published.exact_day is None


def _about(early: Passage, later: list[Passage]) -> list[str]:
    """Of whom both speak; of things without an identifier, who stands beside them."""
    own = early.theme.entities & {e for p in later for e in p.theme.entities}
    beside = early.theme.around & later[0].theme.around
    return sorted(own) or sorted(early.theme.entities) or sorted(beside)[:1]


def _by(passage: Passage) -> str:
    """Whose word it is; nobody's but the article's own without a statement."""
    if passage.statement is None:
        return ""
    verb = "denied by" if passage.statement.polarity == "denies" else "according to"
    return f", {verb} {who(passage.statement)}"


def _words(passage: Passage, pile: Pile) -> str:
    """What was said; of long words what stands around the sign."""
    text = pile.articles[passage.article_id].text
    span = whole_clause(text, passage.span, passage.statement)
    if (
        span == passage.span
        and passage.statement
        and passage.sign.span[1] - span[0] <= QUOTED_CHARS
    ):
        return quoted(passage.statement.content_text)
    return quoted_around(text, span, passage.sign.span)


def _confidence(passage: Passage) -> float:
    return passage.statement.confidence if passage.statement else NARRATED
