"""Phrases of descriptions, also where a misread clause begins before its head."""

from reportedly.annotate.coreference.nominals import find_nominals
from reportedly.annotate.parse.model import Parse, Sentence, Token

# Text, part of speech, tag, label, head: "by" hangs on "laced", a clause told of "warden".
_WORDS = (
    ("By", "ADP", "IN", "prep", 2),
    ("warden", "NOUN", "NN", "nsubj", 3),
    ("laced", "VERB", "VBN", "acl", 1),
    ("left", "VERB", "VBD", "ROOT", 3),
)


def _misread() -> Parse:
    tokens, at = [], 0
    for i, (text, pos, tag, dep, head) in enumerate(_WORDS):
        lower = text.lower()
        span = (at, at + len(text))
        tokens.append(Token(i, *span, text, lower, lower, pos, tag, dep, head, 0, "", False))
        at += len(text) + 1
    return Parse(tuple(tokens), (Sentence(0, 0, len(tokens), 0, at - 1, 0),))


def test_the_head_stays_in_the_phrase_whatever_the_parser_says() -> None:
    """No description is told by an empty phrase."""
    (found,) = find_nominals(_misread(), frozenset(), [-1] * len(_WORDS), frozenset())
    assert found.phrase.split()[-1] == "warden"
