"""Which statements are worth comparing: articles' statements in, their keys and then pairs out.

Candidates share pairs of neighbouring content words; or speaker and words, as a retelling does,
fewer of them within an article; or words and the outlet that had them, where one of the two passes
these on; or, recalled of somebody unnamed, two words; or, within an article, the few words of a
headline or caption.
"""

import dataclasses
import itertools
import operator
from collections.abc import Iterable, Iterator, Mapping, Sequence

import numpy as np
import pyarrow as pa

from reportedly.arrays import Hashes, Numbers
from reportedly.content_words import content_stems, stem
from reportedly.identifiers import identifier
from reportedly.model import Article, ChainHop, Statement
from reportedly.reconcile.days import day_of, known_day
from reportedly.reconcile.hashing import distinct, hashes, places_in, row_states, state_of
from reportedly.reconcile.meeting import BUCKET as FEW
from reportedly.reconcile.meeting import meeting
from reportedly.reconcile.utterances.comparison import SETTING_WORDS
from reportedly.reconcile.utterances.remembered import WHOLE_WORDS
from reportedly.reconcile.utterances.setting import addressee_of, speaker_of
from reportedly.reconcile.utterances.ways import (
    is_aloud,
    of_somebody_recalled,
    speaks_for_nobody_named,
    with_ways,
)
from reportedly.reconcile.utterances.wording import Said, carries_content, content_of, said
from reportedly.schema import rows_of
from reportedly.stage import Joins

#: Pairs with this many keys in common are compared; one is enough when either has few.
LEAST_SHARED = 2
FEW_KEYS = 6
#: Words at the beginning and at the end of a quotation that was cut at the other.
ENDS = 5
#: Words at the end of what one speaker said that are known again in other persons and tenses.
LAST = 4
#: Words of content in a headline or caption that repeats a quotation of its own article.
CAPTION_CONTENT = 2
_JOINING = frozenset(("and", "but", "so"))
#: Statements that meet for one key.  Larger than elsewhere: a short quotation has few keys, and its
#: only one may be the name of a law that hundreds speak of.
BUCKET = 64
#: Stems of content in common with a candidate of the same speaker; in another article a third of
#: the shorter's are wanted, too.
LEAST_STEMS = 2
#: Words of content of which each two are a key of something recalled.
MOST_STEMS = 16
#: Rows whose keys are in memory at once.
AT_ONCE = 1 << 18
#: More than any two share.
_NEVER = 1 << 40

_fields = operator.attrgetter(*(field.name for field in dataclasses.fields(Statement)))
_HASHES = pa.list_(pa.uint64())
KEYS = pa.schema(
    [
        pa.field("statement_id", pa.string()),
        pa.field("article_id", pa.string()),
        #: the utterance that it reports if nothing else does, and when its article came out
        pa.field("utterance_id", pa.string()),
        pa.field("day", pa.string()),
        #: a hash of everything that comparisons of the statement look at but rarity and story
        pa.field("state", pa.uint64()),
        #: the stems by which rarity is counted, and those of which it is asked
        pa.field("stems", _HASHES),
        pa.field("asked", _HASHES),
        pa.field("words", _HASHES),
        pa.field("retold", _HASHES),
        pa.field("nearby", _HASHES),
        pa.field("first", _HASHES),
        pa.field("relayed", _HASHES),
        pa.field("aloud", _HASHES),
        pa.field("unnamed", _HASHES),
        pa.field("caption", _HASHES),
        pa.field("placed", _HASHES),
        pa.field("content", pa.int64()),
    ]
)


def keys_of(tables: Mapping[str, pa.Table]) -> pa.Table:
    """The keys by which the statements of some articles meet others."""
    articles = {row.article_id: row for row in rows_of(Article, tables[Article.table])}
    hops: dict[str, list[ChainHop]] = {}
    for hop in rows_of(ChainHop, tables[ChainHop.table]):
        hops.setdefault(hop.statement_id, []).append(hop)
    rows = [
        _keys(statement, articles[statement.article_id], hops.get(statement.statement_id, []))
        for statement in rows_of(Statement, tables[Statement.table])
    ]
    return pa.Table.from_pylist(rows, schema=KEYS)


def _keys(statement: Statement, article: Article, hops: list[ChainHop]) -> dict[str, object]:
    one = with_ways(said(statement, article.text), article, hops)
    stems = content_stems(statement.content_text)
    passages = {stem(key) for piece in one.pieces for key in piece}
    own = [article.text[start:end] for start, end in statement.content]
    return {
        "statement_id": statement.statement_id,
        "article_id": statement.article_id,
        "utterance_id": identifier("u", statement.statement_id),
        "day": known_day(article),
        "state": state_of((day_of(article), own, _around(one), _fields(statement))),
        "stems": hashes(stems),
        "asked": hashes(stems | passages | set(one.content)),
        "words": hashes(_word_keys(one)),
        "retold": hashes(_retold_keys(one)),
        "nearby": hashes(f"{article.article_id}|{key}" for key in _retold_keys(one)),
        "first": hashes(_outlet_keys(one, [one.outlet])),
        "relayed": hashes(_outlet_keys(one, one.relays)),
        "aloud": hashes(_two_words(one)) if is_aloud(one) and speaker_of(statement) else [],
        "unnamed": hashes(_two_words(one)) if of_somebody_recalled(one) else [],
        "caption": hashes(_caption_keys(one)) if one.quoted else [],
        "placed": hashes(_placed_keys(one)),
        "content": len(one.content),
    }


def worth_comparing(keys: pa.Table, joins: Joins) -> tuple[Numbers, Numbers]:
    """Rows of `keys` that are worth comparing, as pairs: the smaller numbers and the larger."""
    words, retold = (_counts(keys[name]) for name in ("words", "retold"))
    content = keys["content"].to_numpy()
    meet = _Meeting(row_states(keys, ["statement_id"]), joins)
    found = [
        meet.pairs(keys["words"], np.where(words <= FEW_KEYS, 1, LEAST_SHARED), BUCKET),
        meet.pairs(keys["retold"], np.maximum(LEAST_STEMS, (retold + 2) // 3), BUCKET),
        meet.pairs(keys["nearby"], np.full(len(content), LEAST_STEMS), FEW),
        meet.pairs(_among_few(keys, "relayed", "first"), np.full(len(content), LEAST_STEMS), FEW),
        meet.pairs(_among_few(keys, "unnamed", "aloud"), np.full(len(content), 1), FEW),
        meet.pairs(keys["placed"], np.full(len(content), 1), FEW),
        meet.pairs(keys["caption"], np.where(content <= CAPTION_CONTENT, 1, _NEVER), FEW),
    ]
    both = distinct(np.concatenate(found))
    return both // keys.num_rows, both % keys.num_rows


def _among_few(keys: pa.Table, few: str, many: str) -> pa.ChunkedArray:
    """The keys of two columns that stand in both: what passes on the words of an outlet, and what
    was told to one; few are passed on."""
    rare = distinct(np.concatenate([k for _, k in _each(keys[few])]))
    others = _among(keys[many], rare)
    own = _among(keys[few], distinct(others[1]))
    rows, found = (np.concatenate(both) for both in zip(others, own, strict=True))
    order = np.argsort(rows, kind="stable")
    ends = np.searchsorted(rows[order], np.arange(keys.num_rows + 1)).astype(np.int32)
    return pa.chunked_array([pa.ListArray.from_arrays(pa.array(ends), pa.array(found[order]))])


def _each(column: pa.ChunkedArray) -> Iterator[tuple[Numbers, Hashes]]:
    """The keys of some rows at a time, each with its row."""
    for start in range(0, max(len(column), 1), AT_ONCE):
        part = column.slice(start, AT_ONCE)
        yield start + np.repeat(np.arange(len(part)), _counts(part)), _flat(part)


def _among(column: pa.ChunkedArray, known: Hashes) -> tuple[Numbers, Hashes]:
    """Those keys that are among some, which are in order, with their rows."""
    rows, found = [np.zeros(0, np.int64)], [np.zeros(0, np.uint64)]
    for at, keys in _each(column) if len(known) else ():
        same = known[places_in(known, keys)] == keys
        rows.append(at[same])
        found.append(keys[same])
    return np.concatenate(rows), np.concatenate(found)


def _flat(column: pa.ChunkedArray) -> Hashes:
    found: Hashes = column.combine_chunks().flatten().to_numpy()
    return found


def _counts(keys: pa.ChunkedArray) -> Numbers:
    counts: Numbers = keys.combine_chunks().value_lengths().to_numpy().astype(np.int64)
    return counts


class _Meeting:
    """Rows that share keys; `marks` of the rows say in which bucket of a common key they are."""

    def __init__(self, marks: Hashes, joins: Joins) -> None:
        self._marks = marks
        self._joins = joins

    def pairs(self, keys: pa.ChunkedArray, least: Numbers, bucket: int) -> Numbers:
        """Pairs of rows that share so many keys, each as one number."""
        items = np.repeat(np.arange(len(keys)), _counts(keys))
        flat = keys.combine_chunks().flatten().to_numpy().astype(np.int64)
        pairs = meeting(items, flat, least[items], self._marks, self._joins, bucket=bucket)
        together: Numbers = pairs["left"].to_numpy() * len(keys) + pairs["right"].to_numpy()
        return together


def _word_keys(said: Said) -> Iterator[str]:
    """Pairs of content words, next to each other or with one between; both ends, and the first
    words to one addressee; short ones, and short sentences, whole.

    Words without content between them may change freely, and one content word may.
    """
    content = said.content
    if len(content) < 3:
        yield " ".join(_unjoined(said.keys))
    for piece in map(_unjoined, said.pieces):
        if len(piece) >= WHOLE_WORDS and len(content_of(piece)) < 3:
            yield " ".join(piece)
    if len(said.keys) >= ENDS:
        yield "^" + " ".join(said.keys[:ENDS])
        yield " ".join(said.keys[-ENDS:]) + "$"
    speaker, addressee = speaker_of(said.statement), addressee_of(said.statement)
    if speaker and addressee and said.quoted:
        yield f"{speaker} to {addressee}: {' '.join(said.keys[:SETTING_WORDS])}"
    for step in (1, 2):
        for at in range(len(content) - step):
            yield f"{content[at]} {content[at + step]}"


def _unjoined(words: Sequence[str]) -> Sequence[str]:
    """Without what joins a sentence to the one before, which whoever repeats it leaves out."""
    return words[1:] if words and words[0] in _JOINING else words


def _around(said: Said) -> tuple[object, ...]:
    """What the article tells of a statement beside its row."""
    return said.recalled, said.outlet, said.relays, said.programmes, sorted(said.names)


def _retold_keys(said: Said) -> Iterator[str]:
    speaker = speaker_of(said.statement)
    if speaker:
        yield from (f"{speaker}|{word}" for word in _all_content(said))


def _all_content(said: Said) -> Iterator[str]:
    yield from said.content
    yield from (stem(key) for piece in said.pieces for key in piece if carries_content(key))


def _outlet_keys(said: Said, outlets: Iterable[str | None]) -> Iterator[str]:
    """Words of somebody without a name, and to which outlet they were spoken."""
    if speaks_for_nobody_named(said) and said.statement.source_kind != "unknown":
        for outlet in outlets:
            yield from (f"{outlet}|{word}" for word in _all_content(said) if outlet)


def _two_words(said: Said) -> Iterator[str]:
    """Each two of the first words of content, in either order."""
    stems = tuple(dict.fromkeys(_all_content(said)))[:MOST_STEMS]
    yield from (" ".join(sorted(two)) for two in itertools.combinations(stems, 2))


def _caption_keys(said: Said) -> Iterator[str]:
    yield from (f"{said.statement.article_id}|{word}" for word in said.content)


def _placed_keys(said: Said) -> Iterator[str]:
    """Where the article says to whom and when something was said: both, with each word; and what is
    recalled of a speaker by its last words, persons and tenses made alike."""
    own, addressee = said.statement, addressee_of(said.statement)
    if speaker_of(own) and len(said.keys) >= ENDS:
        yield f"{speaker_of(own)}: {' '.join(said.shifted_keys[-LAST:])}"
    if own.said_earliest and addressee and speaker_of(own):
        yield from (f"{speaker_of(own)} to {addressee}|{word}" for word in said.content)
