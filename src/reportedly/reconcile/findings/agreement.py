"""What independent sources say alike: the strongest agreements only, as reassurance."""

import re
from collections.abc import Iterator

from reportedly.content_words import content_stems
from reportedly.model import Claim, Finding, Statement
from reportedly.reconcile.findings.making import certainty, make_finding
from reportedly.reconcile.findings.pile import Pile, evidence_of
from reportedly.reconcile.findings.wording import (
    listed,
    number,
    quoted,
    reports,
    share_a_name,
    who,
)
from reportedly.reconcile.pairs.alike import are_alike

#: Two speakers may repeat each other; a claim needs this many reports without a common source.
FEWEST_INDEPENDENT = 2
#: Similarity from which two speakers say the same; words in common make a claim with less.
ALIKE = 0.75
#: Fewer words name a thing ("the council's plan") instead of saying something of it.
FEWEST_STEMS = 5
PRIOR = 0.7
#: A finite verb, by its commonest forms: without one the words name something and say nothing.
_SAYS = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|should|may|might|must|does|did|do)\b"
    r"|n[’']t\b|^\W*that\b",
    re.IGNORECASE,
)
#: Evidence shown, one report an independent speaker.
MOST_EVIDENCE = 8


def find_agreements(pile: Pile) -> Iterator[Finding]:
    """Claims made by different speakers in articles that do not depend on one another."""
    by_claim: dict[str, list[Statement]] = {}
    for statement in pile.rows(Statement):
        if (
            statement.claim_id
            and statement.polarity != "asks"
            and _proposes(statement.content_text)
        ):
            by_claim.setdefault(statement.claim_id, []).append(statement)
    for claim in pile.rows(Claim):
        if claim.n_independent < FEWEST_INDEPENDENT or not claim.about:
            continue
        if not _proposes(claim.text):
            continue
        members = _alike(_one_a_speaker(by_claim.get(claim.claim_id, []), pile))
        if len(members) >= 2 and len({s.article_id for s in members}) >= 2:
            yield _finding(claim, members, pile)


def _proposes(text: str) -> bool:
    """True when words say something of a thing instead of naming it."""
    return len(content_stems(text)) >= FEWEST_STEMS and _SAYS.search(text) is not None


def _one_a_speaker(statements: list[Statement], pile: Pile) -> list[Statement]:
    """The earliest report of each named speaker; statements of one utterance count once."""
    found: dict[str, Statement] = {}
    utterances: set[str | None] = set()
    ordered = sorted(
        statements,
        key=lambda s: (pile.day(s.article_id), s.statement_id),
    )
    for statement in ordered:
        speaker = statement.speaker_id
        if any(share_a_name(statement, other) for other in found.values()):
            continue
        if speaker and speaker not in found and statement.utterance_id not in utterances:
            found[speaker] = statement
            if statement.utterance_id:
                utterances.add(statement.utterance_id)
    return list(found.values())


def _alike(members: list[Statement]) -> list[Statement]:
    """The first, and those that say as much the same as people would say that they do."""
    said = [statement.content_text for statement in members]
    return [s for s in members if s is members[0] or are_alike(said[0], s.content_text, ALIKE)]


def _finding(claim: Claim, members: list[Statement], pile: Pile) -> Finding:
    speakers = [who(statement) for statement in members]
    places = [pile.place(s.article_id) for s in members]
    explanation = (
        f"{listed(speakers[:3])}{_more(len(speakers) - 3)} say the same: {quoted(claim.text)} "
        f"({reports(places)}). {number(claim.n_independent).capitalize()} of the outlets that "
        "report it are not shown to depend on one another."
    )
    shown = members[:MOST_EVIDENCE]
    return make_finding(
        "agreement",
        explanation,
        (evidence_of(s) for s in shown),
        PRIOR * certainty(shown[0], shown[1]),
        about=claim.about,
        naming=(pile.name(claim.about[0]), None),
    )


def _more(rest: int) -> str:
    return f" and {number(rest)} more" if rest > 0 else ""
