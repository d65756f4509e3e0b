"""Denials of a report as a whole: "her spokesman rejected the claim", whatever the claim was.

In: articles with what they say.  Out: findings `conflict`: what was reported shortly before, and
the sentence that denies it, with the words of whoever denies it where they follow; or what is
reported below a sentence that says that somebody hit back, and what they answer.
"""

import re
from collections.abc import Iterator

from reportedly.content_words import content_stems
from reportedly.model import Entity, Evidence, Finding, Statement
from reportedly.offsets import Span, contains, hull
from reportedly.reconcile.findings.cited import as_first_reported
from reportedly.reconcile.findings.making import certainty, make_finding
from reportedly.reconcile.findings.pile import Pile, evidence_of
from reportedly.reconcile.findings.sentences import sentence_at
from reportedly.reconcile.findings.wording import quoted, report, sentence, who
from reportedly.reconcile.pairs.judging import closeness

_REBUTTAL = re.compile(
    r"\b(?:den(?:ied|ies)|reject(?:ed|s)|dismiss(?:ed|es)|disput(?:ed|es)|rubbish(?:ed|es)"
    r"|refut(?:ed|es)|rebut(?:ted|s))\s+(?:(?:the|these|those|this|that|such|all|her|his|its|their"
    r"|both)\s+)?(?:[\w-]+[’']s?\s+)?(?:reports?|claims?|story|stories|allegations?|rumou?rs?"
    r"|suggestions?|accusations?|account|speculation)\b(?!\s+(?:that|of|about|for)\b)"
)
#: The same in idioms, of which only what is answered tells whether they mean a report.
_IDIOM = re.compile(
    r"\b(?:(?:was|were|wasn[’']?t|weren[’']?t|is|isn[’']?t|are|aren[’']?t)\s+having\s+(?:none\s+of\s+"
    r"|any\s+of\s+)?(?:it|that|this)|laugh(?:ed|s)\s+(?:it|this|that|(?:the|these|those|such)\s+\w+)\s+off"
    r"|laugh(?:ed|s)\s+off|pour(?:ed|s)\s+(?:cold\s+water|scorn)\s+on|sh(?:ot|oots)\s+(?:it|that|this)\s+down)\b"
)
#: What opens an article on a denial, before it tells what is denied.
_LEAD = re.compile(
    r"\bhits?\s+back\s+(?:at|over|against)\s+(?:(?:an?|the|these|those)\s+)?(?:[\w-]+[’']?s?\s+){0,2}"
    r"(?:reports?|claims?|story|stories|rumou?rs?|allegations?|suggestions?)\b"
    r"|\bden(?:ied|ies)\s+that\b"
)
#: Those who decide of claims, and do not deny them.
_DECIDING = re.compile(r"\b(?:court|judge|jury|tribunal|magistrates?|insurers?|regulator)\b", re.I)
#: Whose claim it was, where the sentence names them.
_OWNER = re.compile(
    r"(?P<name>[A-Z][\w-]+(?: [A-Z][\w-]+)*)[’']s?\s+"
    r"(?:claims?|allegations?|story|account|accusations?)\b"
)
#: A finite verb, by its commonest forms: words without one name something and say nothing.
_SAYS = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|should|did|does|do|[a-z]{3,}ed)\b"
    r"|n[’']t\b",
    re.IGNORECASE,
)
FEWEST_STEMS = 3
#: A report is denied within so many characters of being told, two paragraphs or three.
REACH_CHARS = 600
#: An article that is about a denial says so among its first words.
OPENING_CHARS = 400
#: Whoever denies something is quoted right after it.
NEXT_CHARS = 120
MOST_DENIED = 3
#: Nearness in meaning of what is reported and what is answered: they are of one matter.
ANSWERED = 0.3
PRIOR = 0.65


def rebuttals(text: str) -> list[Span]:
    """The sentences of `text` in which somebody denies a report, claim or story as a whole."""
    return _sentences(_REBUTTAL, text)


def answers(text: str) -> list[Span]:
    """The sentences of `text` that may say that somebody answers a report."""
    return [*_sentences(_IDIOM, text), *_leads(text)]


def _leads(text: str) -> list[Span]:
    return [span for span in _sentences(_LEAD, text) if span[0] <= OPENING_CHARS]


def _sentences(pattern: re.Pattern[str], text: str) -> list[Span]:
    found = [sentence_at(text, match.start()) for match in pattern.finditer(text)]
    return [span for span in dict.fromkeys(found) if not _DECIDING.search(text, *span)]


def find_rebuttals(article_id: str, pile: Pile) -> Iterator[Finding]:
    """One finding for each such sentence of an article that stands below what it denies."""
    said, text = pile.said_in(article_id), pile.articles[article_id].text
    for span in rebuttals(text):
        if _is_told_by_nobody(article_id, span, said, pile):
            yield from _finding(article_id, span, said, pile)
    leads = _leads(text)
    for span in answers(text):
        yield from _answered(span, span in leads, said, pile)


def _answered(span: Span, opens: bool, said: list[Statement], pile: Pile) -> Iterator[Finding]:
    """What is passed on of somebody before such a sentence, or below one that opens an article,
    and the answer that follows both."""
    near = [
        s
        for s in said
        if abs(hull(s.content)[0] - span[0]) <= REACH_CHARS
        and (s.mode == "direct" or opens == (hull(s.content)[0] > span[1]))
    ]
    for answer in near:
        start = hull(answer.content)[0]
        if answer.mode != "direct" or not answer.speaker_id or start < span[0] or answer.parent_id:
            continue
        told = [s for s in near if hull(s.content)[1] <= start and _is_passed_on(s, answer, pile)]
        if told:
            yield _answer(max(told, key=lambda s: (_near(s, answer), s.statement_id)), answer, pile)
            return


def _is_passed_on(told: Statement, answer: Statement, pile: Pile) -> bool:
    """Are these words of somebody else, which the article has from another outlet or of somebody
    without a name, of what is answered?"""
    if told.speaker_id == answer.speaker_id or told.polarity != "asserts" or not told.source:
        return False
    if told.source_kind not in ("anonymous", "outlet") and not _is_relayed(told, pile):
        return False
    enough = len(content_stems(told.content_text)) >= FEWEST_STEMS
    return enough and _near(told, answer) >= ANSWERED


def _near(told: Statement, answer: Statement) -> float:
    return closeness(told.content_text, answer.content_text)


def _answer(told: Statement, answer: Statement, pile: Pile) -> Finding:
    return make_finding(
        "conflict",
        sentence(
            f"{who(told)} is reported to say {quoted(told.content_text)}; {who(answer)} answers: "
            f"{quoted(answer.content_text)} ({pile.place(answer.article_id)})"
        ),
        (evidence_of(s) for s in (told, answer, *as_first_reported(told, [told], pile))),
        PRIOR * certainty(told, answer),
        about=sorted({*pile.about(told), *pile.about(answer)}),
        naming=(_who_is_told_of(told, answer, pile), None),
    )


def _who_is_told_of(told: Statement, answer: Statement, pile: Pile) -> str | None:
    """The first person of whom either speaks, else who answers."""
    spoken_of = (pile.entities.get(e) for s in (told, answer) for e in pile.about(s))
    people = (e.name for e in spoken_of if e is not None and e.kind == "person")
    return next(people, answer.speaker)


def _is_told_by_nobody(article_id: str, span: Span, said: list[Statement], pile: Pile) -> bool:
    """False in menus, and where somebody tells of the denial: that is their word for it."""
    if pile.in_menu(article_id, span):
        return False
    return not any(contains(content, span) for s in said for content in s.content)


def _finding(article_id: str, span: Span, said: list[Statement], pile: Pile) -> Iterator[Finding]:
    denied = _denied(article_id, span, said, pile)
    if not denied:
        return
    article = pile.articles[article_id]
    deniers = pile.mentions.within(article_id, [span])
    words = [quoted(article.text[slice(*span)])]
    after = _first_words_after(span, said)
    if after is not None:
        words.append(quoted(after.content_text))
    place = report(article, pile.published(article_id))
    told = "; ".join(f"{who(s)} is reported to say {quoted(s.content_text)}" for s in denied)
    yield make_finding(
        "conflict",
        sentence(f"{told}. The same article tells of a denial: {' '.join(words)} ({place})"),
        (
            *(evidence_of(s) for s in denied),
            Evidence(article_id, span),
            *((evidence_of(after),) if after is not None else ()),
            *(evidence_of(s) for s in as_first_reported(denied[0], denied, pile)),
        ),
        PRIOR * denied[0].confidence,
        about=sorted({e for s in denied for e in pile.about(s)}),
        naming=(_topic(denied, deniers, pile), None),
    )


def _denied(article_id: str, span: Span, said: list[Statement], pile: Pile) -> list[Statement]:
    """What was told last, if it says something of somebody else's; with it what came the same way.

    Where a name stands before "claim", the last to speak must be of that name.
    """
    told = [s for s in said if hull(s.content)[1] <= span[0] and s.parent_id is None]
    last = told[-1] if told else None
    deniers = set(pile.mentions.within(article_id, [span]))
    if last is None or span[0] - hull(last.content)[0] > REACH_CHARS or not _claims(last):
        return []
    text = pile.articles[article_id].text
    owner = _OWNER.search(text, *span)
    if owner and owner["name"].split()[-1] not in (last.speaker or "").split():
        return []
    if last.speaker_id and last.speaker_id in deniers and not owner:
        return []
    if not owner and last.source_kind == "person" and not _is_relayed(last, pile):
        return []  # of several who spoke, whose claim is meant is not said
    ways = {hop.name for hop in pile.hops.get(last.statement_id, [])[1:] if hop.name}
    near = [s for s in told[:-1] if span[0] - hull(s.content)[0] <= REACH_CHARS and _claims(s)]
    return [*(s for s in near if s.speaker and s.speaker in ways), last][:MOST_DENIED]


def _is_relayed(statement: Statement, pile: Pile) -> bool:
    hops = pile.hops.get(statement.statement_id, [])[1:]
    return any(hop.kind == "outlet" for hop in hops)


def _claims(statement: Statement) -> bool:
    """True for words of somebody that say something: not "to extend its reach"."""
    sourced = bool(statement.source) and statement.source_kind != "unknown"
    says = _SAYS.search(statement.content_text) is not None
    enough = len(content_stems(statement.content_text)) >= FEWEST_STEMS
    return sourced and says and enough and statement.polarity == "asserts"


def _first_words_after(span: Span, said: list[Statement]) -> Statement | None:
    near = (s for s in said if 0 <= hull(s.content)[0] - span[1] <= NEXT_CHARS)
    return next((s for s in near if s.mode != "indirect"), None)


def _topic(denied: list[Statement], deniers: tuple[str, ...], pile: Pile) -> str | None:
    """The first whom what is denied names, else who denies it; a town is what neither is about."""
    entities = [*(e for s in denied for e in pile.about(s)), *deniers]
    apart = sorted(entities, key=lambda e: _is_place(pile.entities.get(e)))
    return next((name for e in apart if (name := pile.name(e))), None)


def _is_place(entity: Entity | None) -> bool:
    return entity is not None and entity.kind == "place"
