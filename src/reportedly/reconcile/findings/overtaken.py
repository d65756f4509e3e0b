"""What was said to last, or to come, and what was reported later: "will never separate", "their
divorce".  The later words overtake the earlier ones; nothing says that these were wrong then."""

import re
from collections.abc import Iterator

from reportedly.model import Finding
from reportedly.reconcile.findings.excerpts import quoted_around, whole_clause
from reportedly.reconcile.findings.making import make_finding
from reportedly.reconcile.findings.passages import Passage, passages_of, sentence_at
from reportedly.reconcile.findings.pile import Pile
from reportedly.reconcile.findings.states import Family
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
PRIOR = 0.7
#: Less where the order follows from the words alone.
PRIOR_UNDATED = 0.5
UNKNOWN_ORDER = "The first carries no day; what it rules out makes it the earlier of the two."
#: Words of the narrator have no confidence of their own; this is how often their subject was right.
NARRATED = 0.8
#: States whose end is hardly denied or ruled out once it has been told: of these two reports the
#: order follows from the words where one of them has no day.
_ENDING_ONCE = frozenset(("union", "post"))
#: Words that leave open what is meant: a post, or a town.
_LEAVING = re.compile(r"\bleave$")
_CLAUSE_END = re.compile(r"[.,;:!?\n”\"]")
#: Characters behind "leave" in which what is left is named.
NAMED_CHARS = 60
_NAME = re.compile(r"[^\W\d_a-z][\w’'-]+")
#: Words that mean a marriage and nothing else.
_MARITAL = re.compile(r"divorc|husband|wife|marriage|estranged", re.IGNORECASE)


def find_overtaken(pile: Pile, family: Family) -> Iterator[Finding]:
    """One finding for each thing said of such a state that later words say otherwise about."""
    said: dict[str, list[Passage]] = {}
    passages = sorted(
        passages_of(pile, (family,)), key=lambda p: (pile.day(p.article_id), p.article_id, p.span)
    )
    for passage in passages:
        for subject in passage.subjects:
            said.setdefault(subject, []).append(passage)
    found: dict[tuple[object, ...], tuple[Passage, list[Passage]]] = {}
    repeated: dict[tuple[object, ...], list[Passage]] = {}
    for key in sorted(said):
        ends = [p for p in said[key] if tells_an_end(p)]
        ends.sort(key=lambda p: (pile.day(p.article_id), p.article_id, not _is_plain(p)))
        for early in said[key] if ends else ():
            later = _first_later(early, ends, pile) if is_outlook(early) else []
            if later:
                own = (early.sign.family.name, *_identity(early, pile))
                # Whoever else was taken for one of the couple may have parted, too, in less plain
                # words: "it is like parents splitting up".
                if own not in found or (_is_plain(later[0]) and not _is_plain(found[own][1][0])):
                    found[own] = (early, later)
                repeated.setdefault(own, []).append(early)
    for own, (early, later) in found.items():
        yield _finding(early, later, repeated[own][1 : MOST_LATER + 1], pile)


def _is_plain(passage: Passage) -> bool:
    """True for words that mean the end of this state and nothing else; shown before others."""
    return not passage.sign.family.couple or _MARITAL.search(passage.sign.words) is not None


def _identity(early: Passage, pile: Pile) -> tuple[object, ...]:
    """The same utterance overtaken by the same family is one finding, whoever repeats it, and so
    are the same words of nobody in near copies."""
    copies = pile.articles[early.article_id].copy_group
    if copies and (early.statement is None or early.statement.speaker_id is None):
        return ("copy", copies, early.sign.words.casefold())
    if early.statement and (early.statement.claim_id or early.statement.utterance_id):
        return ("said", early.statement.utterance_id or early.statement.claim_id)
    return (early.article_id, early.span)


def is_outlook(passage: Passage) -> bool:
    """True for words that bind the future: a denial of the end, a vow, a prospect.

    Only what somebody is reported to say counts, and what was foretold.
    """
    sign = passage.sign
    if passage.statement is None and sign.voice == "told":
        return False
    if passage.statement is not None and passage.statement.polarity == "asks":
        return False
    return sign.stance == "holds"


def tells_an_end(passage: Passage) -> bool:
    """True for words that tell as a fact that a state has ended."""
    sign, statement = passage.sign, passage.statement
    if sign.stance != "ended" or sign.voice != "told" or sign.negated:
        return False
    return statement is None or statement.polarity == "asserts"


def _overtakes(late: Passage, early: Passage, pile: Pile) -> bool:
    """True when the end that `late` tells of is later in time and of the same subjects."""
    if not _is_before(early, late) and not _must_be_before(early, late):
        return False
    if _LEAVING.search(early.sign.words) and not _of_one_body(early, late, pile):
        return False
    shared = set(late.subjects) & set(early.subjects)
    if early.sign.family.couple and not _MARITAL.search(late.sign.words):
        return len(shared) >= 2
    return bool(shared)


def _is_before(early: Passage, late: Passage) -> bool:
    """True when the days of the two say so."""
    first, last = early.published.latest, late.published.earliest
    return first is not None and last is not None and (last - first).days >= FEWEST_DAYS


def _must_be_before(early: Passage, late: Passage) -> bool:
    """True when an article without a day rules out what another tells as done, and can have been
    published before it."""
    sign, told = early.sign, late.published
    if sign.family.name not in _ENDING_ONCE or not (sign.negated or _LEAVING.search(sign.words)):
        return False
    if early.article_id == late.article_id or early.published.exact_day or told.earliest is None:
        return False
    first, last = early.published.earliest, early.published.latest
    can_be_before = first is None or (told.earliest - first).days >= FEWEST_DAYS
    return can_be_before and (last is None or last >= told.earliest)


def _of_one_body(early: Passage, late: Passage, pile: Pile) -> bool:
    """True when what somebody would never leave is named beside the post that ended."""
    left = pile.articles[early.article_id].text[early.sign.span[1] :][:NAMED_CHARS]
    object_ = _CLAUSE_END.split(left)[0]
    text = pile.articles[late.article_id].text
    told = text[slice(*sentence_at(text, late.sign.span[0]))]
    return bool(set(_NAME.findall(object_)) & set(_NAME.findall(told)))


def _first_later(early: Passage, ends: list[Passage], pile: Pile) -> list[Passage]:
    """The first of `ends` (in order of days) that overtake `early`, one an article."""
    found: dict[str, Passage] = {}
    for passage in ends:
        if passage.article_id not in found and _overtakes(passage, early, pile):
            found[passage.article_id] = passage
            if len(found) == MOST_LATER:
                break
    return list(found.values())


def _finding(early: Passage, later: list[Passage], repeated: list[Passage], pile: Pile) -> Finding:
    shared = sorted(set(early.subjects) & {s for p in later for s in p.subjects})
    subject = listed(name for s in shared if (name := pile.name(s)))
    first = pile.place(later[0].article_id)
    known = _is_before(early, later[0])
    explanation = (
        f"{_words(early, pile)}{_by(early)} ({pile.place(early.article_id)}). "
        f"{'Later' if known else 'Told as settled elsewhere'}: {_words(later[0], pile)} ({first})"
    )
    others = [place for p in later[1:] if (place := pile.place(p.article_id)) != first]
    if others:
        explanation += f"; likewise {reports(others)}"
    if not known:
        explanation = f"{sentence(explanation)} {UNKNOWN_ORDER}"
    return make_finding(
        "overtaken",
        sentence(explanation),
        (p.evidence for p in (early, *later, *repeated)),
        (PRIOR if known else PRIOR_UNDATED) * (_confidence(early) * _confidence(later[0])) ** 0.5,
        about=shared,
        naming=(subject or None, early.sign.family.name),
    )


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
