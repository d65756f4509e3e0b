"""Quotations whose wording changed in what matters: a negation, number, name or modality."""

from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz

from reportedly.content_words import words
from reportedly.model import TOGETHER, Edit, Finding, Statement, Variant
from reportedly.reconcile.findings.edits import Touched, says_the_same, touched_by
from reportedly.reconcile.findings.making import certainty, make_finding
from reportedly.reconcile.findings.pile import Pile, evidence_of
from reportedly.reconcile.findings.wording import listed, quoted, sentence, who

#: How often a change of this kind was one in what the speaker is said to have meant, when read.
PRIORS: dict[Touched, float] = {
    "negation": 0.85,
    "number": 0.8,
    "modality": 0.75,
    "name": 0.65,
    "person": 0.55,
    "word": 0.5,
}
#: Retellings without quotation marks choose their own words: only these changes count there.
_IN_RETELLINGS = frozenset(("negation", "number"))
#: A lower prior for them: what looks like a change is often another part of the utterance.
RETOLD = 0.6
#: More edits than this and two reports are two wordings, not one that was changed.
MOST_EDITS = 6
#: Reports in the first wording that are shown beside it.
MOST_AS_SAID = 4
#: Likeness (0–100) of the shorter wording to the part of the longer that fits it best: below, the
#: same was said twice in other words.
ALIKE = 75


@dataclass(frozen=True, slots=True)
class _Change:
    statement: Statement
    source: Statement
    edits: tuple[tuple[Edit, Touched], ...]

    @property
    def key(self) -> tuple[str, str, tuple[tuple[str, str], ...]]:
        edits = tuple((e.from_.casefold(), e.to.casefold()) for e, _ in self.edits)
        return self.statement.utterance_id or "", self.source.statement_id, edits


def find_changed_quotes(pile: Pile) -> Iterator[Finding]:
    """One finding for each way in which an utterance was changed; all who repeat it are in it."""
    changes: dict[object, list[_Change]] = {}
    for variant in pile.rows(Variant):
        change = find_change(variant, pile)
        if change:
            changes.setdefault(change.key, []).append(change)
    for group in changes.values():
        yield _finding(sorted(group, key=lambda c: _order(c, pile)), pile)


def _order(change: _Change, pile: Pile) -> tuple[str, str]:
    return (
        pile.day(change.statement.article_id),
        change.statement.statement_id,
    )


def find_change(variant: Variant, pile: Pile) -> _Change | None:
    """How a report changed what it comes from, in what matters; None if it did not."""
    statement = pile.statements.get(variant.statement_id)
    source = pile.statements.get(variant.from_statement_id or "")
    if statement is None or source is None or not 0 < len(variant.edits) <= MOST_EDITS:
        return None
    if statement.article_id == source.article_id and statement.mode != source.mode:
        return None
    if not _aligned(source, statement, pile) or not any(
        _is_verbatim(s, pile) for s in (source, statement)
    ):
        return None
    found = tuple(
        (edit, kind)
        for edit in variant.edits
        if (kind := touched_by(edit, source.content_text, statement.content_text, variant.edits))
        and (_counts_retold(edit, kind) or _is_quoted(edit, source, statement, pile))
    )
    if all(kind == "word" for _, kind in found) and not _is_only_change(variant.edits, found):
        return None
    told = tuple(
        (edit, kind)
        for edit, kind in found
        if kind != "word" or not says_the_same(edit, source.content_text)
    )
    return _Change(statement, source, told) if told else None


def _is_only_change(edits: tuple[Edit, ...], found: tuple[tuple[Edit, Touched], ...]) -> bool:
    """Is it one word in the place of another, and all else at most left out or carried on?  Of two
    words that differ the sentence was told anew."""
    others = [edit for edit in edits if not any(edit is own for own, _ in found)]
    return len(found) == 1 and not any(edit.from_ and edit.to for edit in others)


def _is_verbatim(statement: Statement, pile: Pile) -> bool:
    """Does it quote most of its words?  Two reports in others' words tell of two sayings at least
    as often as of one that was changed."""
    quoted = len(_quoted_part(statement, pile).split())
    return statement.mode == "direct" or 2 * quoted > len(words(statement.content_text))


def _counts_retold(edit: Edit, kind: Touched) -> bool:
    """In a retelling only a negation, or a number in the place of another, is a change."""
    return kind in _IN_RETELLINGS and (kind != "number" or bool(edit.from_ and edit.to))


def _is_quoted(edit: Edit, source: Statement, statement: Statement, pile: Pile) -> bool:
    """Do both versions have what was changed in quotation marks?"""
    sides = ((edit.from_, source), (edit.to, statement))
    return all(
        s.mode == "direct" or (s.mode == "mixed" and part and part in _quoted_part(s, pile))
        for part, s in sides
    )


def _quoted_part(statement: Statement, pile: Pile) -> str:
    return " ".join(word.shown for word in pile.said(statement).words if word.quoted)


def _aligned(a: Statement, b: Statement, pile: Pile) -> bool:
    """True when the shorter wording is a part of the longer but for a few words; of a report in
    part, also where that holds of what it quotes."""
    one, other = (" ".join(words(s.content_text)) for s in (a, b))
    if fuzz.partial_ratio(one, other) >= ALIKE:
        return True
    return fuzz.partial_ratio(*(" ".join(pile.said(s).keys) for s in (a, b))) >= ALIKE


def _finding(group: list[_Change], pile: Pile) -> Finding:
    first = group[0]
    statement, source = first.statement, first.source
    changes = listed(_in_words(edit, kind) for edit, kind in first.edits)
    verb = "are" if TOGETHER in (source.speaker or "") else "is"
    explanation = (
        f"{who(source)} {verb} quoted as {quoted(source.content_text)} "
        f"({pile.place(source.article_id)}), "
        f"and as {quoted(statement.content_text)} ({pile.place(statement.article_id)}): {changes}"
    )
    prior = max(PRIORS[kind] for _, kind in first.edits)
    if "indirect" in (statement.mode, source.mode):
        prior *= RETOLD
    return make_finding(
        "changed_quote",
        sentence(explanation),
        (
            evidence_of(s)
            for s in (source, *(change.statement for change in group), *_as_said(source, pile))
        ),
        prior * certainty(statement, source),
        about=(source.speaker_id, statement.speaker_id),
        naming=(source.speaker or _named(statement), None),
    )


def _named(statement: Statement) -> str | None:
    """The speaker, but no outlet that only passes the words on."""
    return statement.speaker if statement.source_kind != "outlet" else None


def _as_said(source: Statement, pile: Pile) -> list[Statement]:
    """Other reports of the same utterance in the very words of the first, a few of them."""
    own = words(source.content_text)
    same = [s for s in pile.reports_of(source.utterance_id) if words(s.content_text) == own]
    return [s for s in same if s != source][:MOST_AS_SAID]


def _in_words(edit: Edit, kind: Touched) -> str:
    single = len(words(edit.from_)) + len(words(edit.to)) == 1
    called = _CALLED.get(kind, "") if single or kind == "number" else ""
    if not edit.to:
        return f"{called}“{edit.from_}” is missing"
    if not edit.from_:
        return f"{called}“{edit.to}” is added"
    return f"{called}“{edit.from_}” has become “{edit.to}”"


#: What is said of a change beside its words; "him" and "may" need no explanation.
_CALLED: dict[Touched, str] = {"negation": "the word ", "number": "the number "}
