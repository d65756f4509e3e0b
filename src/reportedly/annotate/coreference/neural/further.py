"""Phrases that the rules leave alone and that may be spoken of again: times, names inside of other
phrases ("the Ruritania team"), measures, "this" and "that".

In: a parse and the rules' candidates.  Out: `Phrase`s of all of them, in order.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportedly.annotate.coreference.candidate import Candidate
from reportedly.annotate.coreference.noun_phrases import phrase_tokens
from reportedly.annotate.parse.model import Parse, Token
from reportedly.model import Form
from reportedly.offsets import Span

#: Forms of a phrase; the first three are those of the rules' candidates.
NAME, NOMINAL, PRONOUN, INNER_NAME, TIME, OTHER = range(6)
_FORMS = {"name": NAME, "nominal": NOMINAL, "pronoun": PRONOUN}
#: What each form is called among mentions.
FORM_NAMES: tuple[Form, ...] = ("name", "nominal", "pronoun", "name", "nominal", "nominal")
_TIMES = frozenset(["DATE", "TIME"])
_NAMED = frozenset(["PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "WORK_OF_ART"])
#: A name of more words is not looked for inside of others.
_MOST_WORDS = 5
_POINTING = frozenset("this that these those one ones who which whom whose".split())
#: Labels of nouns that modify another: no phrase of their own unless they are names.
_MODIFIES = frozenset("compound nmod amod npadvmod intj quantmod nummod".split())
_NO_WORDS = frozenset(["the", "a", "an", "'s", "’s"])
_CONTENT = frozenset("NOUN PROPN ADJ NUM VERB".split())


@dataclass(frozen=True, slots=True)
class Phrase:
    """One phrase: its span, tokens `first` to `last` (inclusive), head, and words to compare.

    `candidate` is its number among the rules' candidates, -1 for one that the rules leave alone.
    """

    span: Span
    head: int
    first: int
    last: int
    form: int
    text: str
    words: frozenset[str]
    candidate: int = -1


def find_phrases(parse: Parse, candidates: Sequence[Candidate]) -> list[Phrase]:
    """All phrases in the order of their spans, outer before inner."""
    found = [_of_candidate(parse, n, candidate) for n, candidate in enumerate(candidates)]
    taken = {c.span for c in candidates} | {c.core for c in candidates}
    heads = {c.head for c in candidates}
    known = _known_names(parse, candidates)
    further = (*_names(parse, heads), *_nouns(parse, heads), *_names_again(parse, known))
    for phrase in further:
        if phrase.span not in taken:
            taken.add(phrase.span)
            found.append(phrase)
    return sorted(found, key=lambda p: (p.span[0], -p.span[1], p.candidate < 0))


def _of_candidate(parse: Parse, n: int, candidate: Candidate) -> Phrase:
    tokens = parse.tokens_in(candidate.span)
    words: frozenset[str] = frozenset()
    if candidate.form != "pronoun":
        words = frozenset(candidate.text.lower().split()) | candidate.modifiers
    form = _FORMS[candidate.form]
    text = (candidate.text or candidate.phrase).lower()
    first, last = tokens[0].i, tokens[-1].i
    return Phrase(candidate.span, candidate.head, first, last, form, text, words, n)


def _names(parse: Parse, heads: set[int]) -> Iterator[Phrase]:
    for span, kind in parse.names():
        tokens = parse.tokens_in(span)
        first, last = tokens[0].i, tokens[-1].i
        head = _head(tokens)
        if kind in _TIMES:
            wide = phrase_tokens(parse, head)
            if wide[0] <= first and last <= wide[1]:
                first, last = wide
            yield _phrase(parse, first, last, head, TIME)
        elif head not in heads:
            yield _phrase(parse, first, last, head, INNER_NAME)


def _known_names(parse: Parse, candidates: Sequence[Candidate]) -> set[tuple[str, ...]]:
    """The words of each name that the text has anywhere."""
    spans = [c.core for c in candidates if c.form == "name"]
    spans += [span for span, kind in parse.names() if kind in _NAMED]
    names = {tuple(t.text for t in parse.tokens_in(span)) for span in spans}
    bare = {name[1:] if name[0].lower() == "the" else name for name in names if name}
    return {name for name in bare if 0 < len(name) <= _MOST_WORDS and len(name[0]) > 1}


def _names_again(parse: Parse, known: set[tuple[str, ...]]) -> Iterator[Phrase]:
    """Names of the text inside of longer ones: "Oslo" in "the Oslo Harbour Trust"."""
    words = [token.text for token in parse.tokens]
    begins = {name[0] for name in known}
    for first, word in enumerate(words):
        if word not in begins:
            continue
        for last in range(first, min(first + _MOST_WORDS, len(words))):
            if tuple(words[first : last + 1]) in known:
                tokens = parse.tokens[first : last + 1]
                yield _phrase(parse, first, last, _head(tokens), INNER_NAME)


def _head(tokens: Sequence[Token]) -> int:
    """The token whose head lies outside of `tokens`."""
    first, last = tokens[0].i, tokens[-1].i
    return next((t.i for t in tokens if not first <= t.head <= last or t.head == t.i), last)


def _nouns(parse: Parse, heads: set[int]) -> Iterator[Phrase]:
    for token in parse.tokens:
        if token.i in heads:
            continue
        if token.pos in ("NOUN", "PROPN") and token.dep not in _MODIFIES:
            form = TIME if token.entity in _TIMES else OTHER
            yield _phrase(parse, *phrase_tokens(parse, token.i), token.i, form)
        elif _points(token):
            yield _phrase(parse, token.i, token.i, token.i, OTHER)


def _points(token: Token) -> bool:
    return (
        token.lower in _POINTING
        and token.tag != "WDT"
        and token.dep not in ("det", "mark", "expl")
        and token.pos in ("PRON", "DET", "NUM", "NOUN")
    )


def _phrase(parse: Parse, first: int, last: int, head: int, form: int) -> Phrase:
    tokens = parse.tokens[first : last + 1]
    return Phrase(
        span=(tokens[0].start, tokens[-1].end),
        head=head,
        first=first,
        last=last,
        form=form,
        text=" ".join(t.lower for t in tokens if t.lower not in _NO_WORDS),
        words=frozenset(t.lower for t in tokens if t.pos in _CONTENT),
    )
