"""The parse of a text, made of what the encoder says of its tokens.

In: an encoding and the text that it was made of.  Out: a `Parse`: tokens with parts of speech,
lemmas, heads and names, and sentences, which never cross lines.
"""

from collections.abc import Iterable

import numpy as np

from reportedly.annotate.encoding.model import Encoding, TokenColumns
from reportedly.annotate.parse.model import Parse, Sentence, Token
from reportedly.annotate.parse.morphology import morphology
from reportedly.annotate.parse.names import Name, consistent
from reportedly.annotate.parse.view import view_of
from reportedly.offsets import Span

#: "There is": a form of "be" after "there" is a verb of its own, not an auxiliary.
_BE = frozenset(("is", "are", "was", "were", "'s", "'re"))

#: No name ends with one of these.
_LEADS_ON = frozenset(("and", "of", "for", "&", "the"))


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
    tags = [names.tags[tag] for tag in columns.tag.tolist()]
    deps = _with_objects([names.deps[dep] for dep in columns.dep.tolist()], tags, columns)
    spans = columns.spans.tolist()
    types, begins = _names(view, encoding, spans, sentence_of.tolist())
    for i, type_ in enumerate(types):
        if type_ == "PERSON" and tags[i] == "NN" and view[spans[i][0]].isupper():
            tags[i] = "NNP"
    kinds = list(map(morphology, [view[start:end] for start, end in spans], tags, deps))
    kinds = _with_full_verbs(view, columns, deps, kinds)
    words = [text[start:end] for start, end in spans]
    tokens = map(
        Token,
        range(len(spans)),
        *columns.spans.T.tolist(),
        words,
        map(str.lower, words),
        [lemma for _, lemma in kinds],
        [pos for pos, _ in kinds],
        *(tags, deps, columns.head.tolist(), sentence_of.tolist(), types, begins),
    )
    return Parse(tuple(tokens), _sentences(columns))


def _with_objects(deps: list[str], tags: list[str], columns: TokenColumns) -> list[str]:
    """`deps` with the objects of prepositions: what hangs on an "of" before it is no compound."""
    for i, head in enumerate(columns.head.tolist()):
        if deps[i] == "compound" and head < i and tags[head] == "IN":
            deps[i] = "pobj"
    return deps


def _names(
    view: str, encoding: Encoding, spans: list[list[int]], sentences: list[int]
) -> tuple[list[str], list[bool]]:
    """For each token the type of its name, or '', and whether it begins one."""
    columns = encoding.tokens
    first = np.flatnonzero(columns.starts_entity)
    inside = columns.entity > 0
    # A name ends where another begins or with the first token that is in none.
    ends = np.flatnonzero(columns.starts_entity | ~inside)
    last = np.append(ends, len(inside))[ends.searchsorted(first, side="right")]
    types = [encoding.inventory.entities[entity] for entity in columns.entity[first].tolist()]
    rows = zip(first.tolist(), last.tolist(), types, strict=True)
    found = [Name(start, _past_hyphen(view, spans, end), type_) for start, end, type_ in rows]
    words = [view[start:end] for start, end in spans]
    found = _whole(words, found, columns.head.tolist())
    of_token, begins = [""] * len(spans), [False] * len(spans)
    for name in consistent(words, found, sentences):
        begins[name.first] = True
        of_token[name.first : name.last] = [name.type] * (name.last - name.first)
    return of_token, begins


def _whole(words: list[str], names: list[Name], heads: list[int]) -> list[Name]:
    """`names`, pieces made one: first and last name, and what "and" or "of" at the end leads to."""
    found: list[Name] = []
    for name in names:
        before = found[-1] if found else name
        beside = before.last == name.first and before.type == name.type
        person = name.type == "PERSON" and name.first <= heads[before.last - 1] < name.last
        if beside and (person or words[before.last - 1] in _LEADS_ON):
            found[-1] = Name(before.first, name.last, name.type)
        else:
            found.append(name)
    return found


def _past_hyphen(view: str, spans: list[list[int]], last: int) -> int:
    """`last`, or the token after it where a name would end in the hyphen before: "Ki-" "moon"."""
    start, end = spans[last - 1]
    joined = view[start:end] == "-" and last < len(spans) and spans[last][0] == end
    return last + 1 if joined else last


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
