"""The sentences and clauses of a statement's text: a text in, where they stand out."""

import functools
import itertools
import re

#: A piece of fewer words is no clause.
CLAUSE_WORDS = 3
_SENTENCE = re.compile(r"(?<=[.?!])[\"”’']*\s+|\s…\s|,[”\"]\s|''\s")
_CLAUSE = re.compile(
    r"[,;:—–]\s*|\s-+\s|\s(?=(?:and|but|because|that|which|who|when|if|so|as|while)\s)"
)

Span = tuple[int, int]


@functools.lru_cache(maxsize=1 << 12)
def passages(text: str) -> tuple[Span, ...]:
    """The sentences of a text, their clauses, and each two that follow on one another."""
    found: list[Span] = []
    for sentence in _split(_SENTENCE, text, (0, len(text))):
        pieces = _split(_CLAUSE, text, sentence)
        found.append(sentence)
        if len(pieces) > 1:
            found += [piece for piece in pieces if len(_cut(text, piece).split()) >= CLAUSE_WORDS]
        if len(pieces) > 2:
            found += [(first[0], last[1]) for first, last in itertools.pairwise(pieces)]
    return tuple(found)


@functools.lru_cache(maxsize=1 << 12)
def clauses(text: str) -> tuple[str, ...]:
    """All clauses of a text, one after the other; a word or two between commas is one, too."""
    sentences = _split(_SENTENCE, text, (0, len(text)))
    long = [one for one in sentences if len(_cut(text, one).split()) >= CLAUSE_WORDS]
    return tuple(
        _cut(text, piece)
        for sentence in long or [(0, len(text))]
        for piece in _split(_CLAUSE, text, sentence)
    )


def _split(mark: re.Pattern[str], text: str, within: Span) -> list[Span]:
    ends = [(match.start(), match.end()) for match in mark.finditer(text, *within)]
    starts = [within[0], *(end for _, end in ends)]
    return list(zip(starts, [*(start for start, _ in ends), within[1]], strict=True))


def _cut(text: str, span: Span) -> str:
    return text[span[0] : span[1]]
