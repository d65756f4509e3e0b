"""What somebody denies having said, beside what they are reported to have said before.

In: the tables of all articles.  Out: findings `conflict`: "she denied that she had ever promised to
resign", and the promise.
"""

import re
from collections.abc import Iterable, Iterator

import pyarrow.compute as pc

from reportedly.content_words import content_stems
from reportedly.model import Finding, Statement
from reportedly.offsets import words_of
from reportedly.reconcile.findings.making import certainty, make_finding
from reportedly.reconcile.findings.parts import Found, by_part
from reportedly.reconcile.findings.pile import Pile, evidence_of
from reportedly.reconcile.findings.whole import Whole, spread
from reportedly.reconcile.findings.wording import quoted, sentence, who
from reportedly.stage import Joins

#: "She had ever promised to resign", "having called the mill a ruin".
_OWN = re.compile(
    r"^\W*(?:(?:that|ever)\s+)*(?:(?:he|she|they|it|I|we)\s+)?(?:(?:has|had|have|having|ever)\s+)*"
    r"(?P<verb>promis|said|say|threaten|vow|claim|offer|agree|pledg|sworn|swear|predict|told|tell"
    r"|writ|wrote|call)\w*\s+(?P<what>.+)",
    re.IGNORECASE | re.DOTALL,
)
#: The same verbs, anywhere in the words: for a first look at a column.
_OWN_IN_TABLES = (
    r"(?i)\b(?:promis|said|say|threat|vow|claim|offer|agree|pledg|swor|swear|predict|told|tell|writ"
    r"|wrote|call)"
)
#: Stems of what was said that the words of before must have, all of them: so many where only they
#: tell that these are the words, one where they are reported by the same verb.
FEWEST_STEMS, BY_VERB = 2, 1
MOST_SHOWN = 3
PRIOR = 0.65


def find_own_denials(whole: Whole, joins: Joins) -> Iterator[Finding]:
    """One finding for each denial of own words that other articles report."""
    statements = whole.table(Statement)
    denied = statements.filter(
        pc.and_(
            pc.equal(statements["polarity"], "denies"),
            pc.match_substring_regex(statements["content_text"], _OWN_IN_TABLES),
        )
    )
    speakers = pc.drop_null(pc.unique(denied["speaker_id"]))
    states = spread(whole.index(Statement, "speaker_id"), whole.statement_states, speakers)

    def find(some: list[str]) -> Found:
        pile = whole.pile_of_statements(whole.having(Statement, "speaker_id", some))
        for speaker in some:
            by_stem = _by_stem(pile.said_by(speaker))
            for denial in pile.said_by(speaker):
                what = _find_denied_words(denial)
                said = _as_reported(denial, *what, by_stem, pile) if what else []
                if said:
                    yield speaker, _finding(denial, said, pile)

    yield from by_part(speakers.to_pylist(), states, find, joins)


def _by_stem(said: list[Statement]) -> dict[str, list[Statement]]:
    """What is asserted, by the stems of its words."""
    found: dict[str, list[Statement]] = {}
    for statement in said:
        if statement.polarity == "asserts":
            for stem in content_stems(statement.content_text):
                found.setdefault(stem, []).append(statement)
    return found


def _find_denied_words(denial: Statement) -> tuple[str, str] | None:
    """The verb of saying, in small letters, and what was not said."""
    if denial.polarity != "denies" or not denial.speaker_id:
        return None
    match = _OWN.match(denial.content_text)
    return (match["verb"].lower(), match["what"]) if match else None


def _as_reported(
    denial: Statement, verb: str, what: str, by_stem: dict[str, list[Statement]], pile: Pile
) -> list[Statement]:
    """What the speaker is reported to have said before, in other articles, of the same."""
    stems = content_stems(what)
    # All of the stems must be there: those that have the rarest are looked at.
    near = min((by_stem.get(stem, []) for stem in sorted(stems)), key=len, default=[])
    found = [s for s in near if _has(s, denial, verb, stems, pile)]
    return sorted(found, key=lambda s: (pile.day(s.article_id), s.statement_id))[:MOST_SHOWN]


def _has(own: Statement, denial: Statement, verb: str, stems: Iterable[str], pile: Pile) -> bool:
    wanted = set(stems)
    if own.article_id == denial.article_id:
        return False
    if pile.day(own.article_id) > pile.day(denial.article_id):
        return False
    if not wanted or not wanted <= content_stems(own.content_text):
        return False
    cue = words_of(pile.articles[own.article_id].text, own.cue).lower()
    return len(wanted) >= (BY_VERB if verb in cue else FEWEST_STEMS)


def _finding(denial: Statement, said: list[Statement], pile: Pile) -> Finding:
    first = said[0]
    explanation = (
        f"{who(first)} is reported to say {quoted(first.content_text)} "
        f"({pile.place(first.article_id)}), and later to deny this: "
        f"{quoted(denial.content_text)} ({pile.place(denial.article_id)})"
    )
    return make_finding(
        "conflict",
        sentence(explanation),
        (evidence_of(s) for s in (first, denial, *said[1:])),
        PRIOR * certainty(first, denial),
        about=(denial.speaker_id,),
        naming=(denial.speaker, None),
    )
