"""The parse of a text, made of what the encoder says of its tokens.

In: an encoding and the text that it was made of.  Out: a `Parse`: tokens with parts of speech,
lemmas, heads and names, and sentences, which never cross lines.
"""

from collections.abc import Iterable

import numpy as np

from reportedly.annotate.encoding.model import Encoding, TokenColumns
from reportedly.annotate.parse.model import Parse, Sentence, Token
from reportedly.annotate.parse.morphology import morphology
from reportedly.annotate.parse.view import view_of
from reportedly.offsets import Span

#: "There is": a form of "be" after "there" is a verb of its own, not an auxiliary.
_BE = frozenset(("is", "are", "was", "were", "'s", "'re"))


def parse_text(text: str, blanked: Iterable[Span] = ()) -> Parse:
    """Tokens and sentences of `text`; what lies in the `blanked` spans gives no tokens.

    Args:
        text: the article's text.
        blanked: spans to leave alone, boilerplate for instance.

    Raises:
        ModelFileError: the encoder's files are missing or damaged.
    """
    from reportedly.annotate.encoding.encoder import encode

    return parse_of(text, encode(text, blanked))


def parse_of(text: str, encoding: Encoding) -> Parse:
    """The parse that `encoding`, made of `text`, holds."""
    columns, names = encoding.tokens, encoding.inventory
    view = view_of(text)
    sentence_of = np.cumsum(columns.starts_sentence) - 1
    deps = [names.deps[dep] for dep in columns.dep.tolist()]
    tags = [names.tags[tag] for tag in columns.tag.tolist()]
    spans = columns.spans.tolist()
    kinds = [
        morphology(view[start:end], tag, dep)
        for (start, end), tag, dep in zip(spans, tags, deps, strict=True)
    ]
    tokens = tuple(
        Token(i, start, end, text[start:end], lemma, pos, tag, dep, head, sentence, entity, starts)
        for i, ((start, end), (pos, lemma), tag, dep, head, sentence, entity, starts) in enumerate(
            zip(
                spans,
                _with_full_verbs(view, columns, deps, kinds),
                tags,
                deps,
                columns.head.tolist(),
                sentence_of.tolist(),
                [names.entities[entity] for entity in columns.entity.tolist()],
                columns.starts_entity.tolist(),
                strict=True,
            )
        )
    )
    return Parse(tokens, _sentences(columns))


def _with_full_verbs(
    view: str, columns: TokenColumns, deps: list[str], kinds: list[tuple[str, str]]
) -> list[tuple[str, str]]:
    """`kinds` with "be" as a verb where it stands right after "there"."""
    for i in [i + 1 for i, dep in enumerate(deps[:-1]) if dep == "expl"]:
        start, end = columns.spans[i].tolist()
        if view[start:end].lower() in _BE:
            kinds[i] = ("VERB", kinds[i][1])
    return kinds


def _sentences(columns: TokenColumns) -> tuple[Sentence, ...]:
    first = np.flatnonzero(columns.starts_sentence)
    last = np.append(first[1:], len(columns))[: len(first)]
    starts, ends = columns.spans[first, 0], columns.spans[last - 1, 1]
    rows = zip(*(a.tolist() for a in (first, last, starts, ends, columns.line[first])), strict=True)
    return tuple(Sentence(index, *row) for index, row in enumerate(rows))
