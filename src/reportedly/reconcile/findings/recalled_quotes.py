"""Quotations that were told again from memory, in quotation marks, in other words.

In: utterances with their variants.  Out: findings `changed_quote`: what was quoted first, and what
an article quotes that tells of it later ("two years ago she told viewers that …").
"""

from collections.abc import Iterator

from reportedly.content_words import content_stems
from reportedly.model import Finding, Statement, Variant
from reportedly.reconcile.findings.changed_quotes import find_change
from reportedly.reconcile.findings.making import certainty, make_finding
from reportedly.reconcile.findings.pile import Pile, evidence_of
from reportedly.reconcile.findings.wording import quoted, sentence, who
from reportedly.reconcile.utterances.alignment import align
from reportedly.reconcile.utterances.recollection import LEAST_SIMILARITY
from reportedly.reconcile.utterances.wording import Said, content_of

PRIOR = 0.7
#: Fewer words in quotation marks are a name or an expression.
FEWEST_WORDS = 3
#: Words of a sentence that nobody says twice by chance.
FEWEST_OF_SENTENCE = 7
#: Words that the first wording has in no person or tense; one of content is enough.
OTHER_WORDS = 2


def find_recalled_quotes(pile: Pile) -> Iterator[Finding]:
    """One finding for each report that recalls a quotation and has other words for it."""
    for variant in sorted(pile.rows(Variant), key=lambda v: (v.utterance_id, v.statement_id)):
        source = pile.statements.get(variant.from_statement_id or "")
        told = pile.statements.get(variant.statement_id)
        if source is None or told is None or source.article_id == told.article_id:
            continue
        quotation = _nearest(told, source, pile)
        if _is_told_in_other_words(told, quotation, pile) and not find_change(variant, pile):
            yield _finding(quotation, told, pile)


def _nearest(told: Statement, source: Statement, pile: Pile) -> Statement:
    """The report in the article of `source` that has most of these words: not its headline, where
    this gives them in part."""
    own = content_stems(told.content_text)
    reports = [
        s
        for s in pile.reports_of(source.utterance_id)
        if s.article_id == source.article_id and s.speaker_id == source.speaker_id
    ]
    return max(
        reports, key=lambda s: (len(own & content_stems(s.content_text)), s == source, s.content)
    )


def _is_told_in_other_words(told: Statement, source: Statement, pile: Pile) -> bool:
    later, earlier = pile.said(told), pile.said(source)
    if not (later.recalled and earlier.quoted) or told.speaker_id not in (source.speaker_id, None):
        return False
    quoted = tuple(word.key for word in later.words if word.quoted)
    if len(quoted) < FEWEST_WORDS:
        return False
    one, other = frozenset(content_of(quoted)), frozenset(earlier.content)
    whole = later.quoted
    if not one & other or (whole and _most_alike(one, earlier) < LEAST_SIMILARITY):
        return False  # mostly other sentences of the same speech
    if _is_in(quoted, earlier) or any(_is_sentence_of(piece, earlier) for piece in later.pieces):
        return False  # the same words, and perhaps more of them
    if one - other:
        return True
    return whole and len(set(later.shifted_keys) - set(earlier.shifted_keys)) >= OTHER_WORDS


def _is_in(words: tuple[str, ...], earlier: Said) -> bool:
    """True where one of the two stands in the other word for word."""
    common = align(words, earlier.keys)
    return common.missed == 0 and common.density == 1.0


def _is_sentence_of(piece: tuple[str, ...], earlier: Said) -> bool:
    """True where a sentence or its end is recalled word for word: others beside it are of today."""
    first = next((at for at, word in enumerate(piece) if word not in _LINKS), len(piece))
    own = piece[first:]
    return FEWEST_OF_SENTENCE <= len(own) <= len(earlier.keys) and _is_in(own, earlier)


_LINKS = frozenset(("and", "but", "because", "so", "that", "then"))


def _most_alike(stems: frozenset[str], earlier: Said) -> float:
    """Of all content of the words and of a passage, or of the whole, the share that both have."""
    found = [frozenset(earlier.content), *(frozenset(content_of(p)) for p in earlier.pieces)]
    return max(len(stems & own) / len(stems | own) for own in found)


def _finding(source: Statement, told: Statement, pile: Pile) -> Finding:
    explanation = (
        f"{who(source)} is quoted as {quoted(source.content_text)} "
        f"({pile.place(source.article_id)}). Recalled later, this reads "
        f"{quoted(told.content_text)} ({pile.place(told.article_id)})"
    )
    return make_finding(
        "changed_quote",
        sentence(explanation),
        (evidence_of(source), evidence_of(told)),
        PRIOR * certainty(source, told),
        about=(source.speaker_id,),
        naming=(source.speaker, None),
    )
