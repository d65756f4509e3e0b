"""64 bits of each row of an Arrow table: to find and compare what is the same without objects.

In: a table of strings, numbers, lists and records.  Out: one number a row, the same wherever and
among whichever other rows it stands, on every machine; of other columns or another order another.
"""

import hashlib

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from reportedly.arrays import Hashes

Offsets = npt.NDArray[np.int64]

#: Changes whenever the same row gives other bits.
VERSION = "1"
#: Rows at once: what stands beside their words in memory does not grow with the table.
_BATCH_ROWS = 16_384
#: Longer strings are hashed one by one: by words they would take several times their length.
_LONG_BYTES = 256
_WORD_BYTES = 8
#: Strings by which it is told whether a column repeats itself, and how often each must stand there.
_LOOKED_AT, _TIMES_EACH = 512, 4
#: The constants of SplitMix64: its step, and those by which its finaliser spreads bits.
_STEP, _ONE, _OTHER = (
    np.uint64(number) for number in (0x9E3779B97F4A7C15, 0xBF58476D1CE4E5B9, 0x94D049BB133111EB)
)
#: What a null counts as: any number that words and digits hardly ever come to.
_NULL = np.uint64(0xD6E8FEB86659FD93)


def row_hashes(table: pa.Table) -> Hashes:
    """A hash of each row over all columns, in their order."""
    found = [_row_hashes(batch) for batch in table.to_batches(max_chunksize=_BATCH_ROWS)]
    return np.concatenate([np.zeros(0, dtype=np.uint64), *found])


def summed(values: Hashes, lengths: Offsets) -> Hashes:
    """The sums of lists of hashes that stand one after the other, whatever the order in each."""
    ends = np.cumsum(lengths)
    totals = np.concatenate([np.zeros(1, np.uint64), np.cumsum(values, dtype=np.uint64)])
    found: Hashes = totals[ends] - totals[ends - lengths]
    return found


def in_order(values: Hashes, lengths: Offsets) -> Hashes:
    """Hashes of lists of hashes that stand one after the other; another order gives others."""
    starts = np.cumsum(lengths) - lengths
    place = np.arange(len(values)) - np.repeat(starts, lengths)
    sums = summed(_stirred(values + place.astype(np.uint64) * _STEP), lengths)
    return _stirred(sums + lengths.astype(np.uint64) * _OTHER)


def _row_hashes(batch: pa.RecordBatch) -> Hashes:
    found = np.zeros(batch.num_rows, dtype=np.uint64)
    for column in batch.columns:
        found = _stirred(found * _STEP + _of(column))
    return found


def _stirred(values: Hashes) -> Hashes:
    """Each bit of the result hangs on all bits of the value (the finaliser of SplitMix64)."""
    values = (values ^ (values >> np.uint64(30))) * _ONE
    values = (values ^ (values >> np.uint64(27))) * _OTHER
    return values ^ (values >> np.uint64(31))


def _of(array: pa.Array) -> Hashes:
    """A hash of each value."""
    kind = array.type
    if pa.types.is_list(kind) or pa.types.is_large_list(kind):
        found = _of_lists(array)
    elif pa.types.is_struct(kind):
        found = np.zeros(len(array), dtype=np.uint64)
        for column in array.flatten():
            found = _stirred(found * _STEP + _of(column))
    elif pa.types.is_dictionary(kind):
        return _of(array.dictionary_decode())
    elif array.null_count == len(array):
        return np.full(len(array), _NULL)
    elif pa.types.is_primitive(kind):
        found = _stirred(_bits(array) + _STEP)
    elif _repeats(array):
        encoded = array.dictionary_encode()
        found = _of(encoded.dictionary)[encoded.indices.fill_null(0).to_numpy()]
    else:
        found = _of_strings(array.cast(pa.large_binary()))
    return found if not array.null_count else np.where(array.is_null(), _NULL, found)


def _repeats(array: pa.Array) -> bool:
    """True for strings of which the first say that most come again: to number the different ones
    takes less time than to hash each."""
    some = array.slice(0, _LOOKED_AT)
    return len(some) == _LOOKED_AT and len(some.unique()) * _TIMES_EACH < _LOOKED_AT


def _bits(array: pa.Array) -> Hashes:
    """The values of a column of numbers, or true and false, as they lie in memory."""
    if pa.types.is_boolean(array.type):
        array = array.cast(pa.uint8())
    size = array.type.bit_width // 8
    whole = np.frombuffer(array.buffers()[1] or b"", dtype=f"<u{size}")
    return whole[array.offset : array.offset + len(array)].astype(np.uint64)


def _of_lists(array: pa.Array) -> Hashes:
    offsets = np.asarray(array.offsets, dtype=np.int64)
    first = int(offsets[0])
    items = array.values.slice(first, int(offsets[-1]) - first)
    return in_order(_of(items), np.diff(offsets))


def _of_strings(array: pa.Array) -> Hashes:
    """Hashes of binary values."""
    _, offset_buffer, data = array.buffers()
    offsets = np.frombuffer(offset_buffer, dtype=np.int64)[array.offset :][: len(array) + 1]
    lengths = np.diff(offsets)
    found = np.zeros(len(array), dtype=np.uint64)
    if data is None:
        return _stirred(found)
    is_long = lengths > _LONG_BYTES
    short = np.flatnonzero(~is_long)
    found[short] = _of_short(np.frombuffer(data, dtype=np.uint8), offsets[short], lengths[short])
    view = memoryview(data)
    for at in np.flatnonzero(is_long).tolist():
        words = hashlib.blake2b(view[offsets[at] : offsets[at + 1]], digest_size=_WORD_BYTES)
        found[at] = int.from_bytes(words.digest(), "little")
    return found


def _of_short(data: npt.NDArray[np.uint8], starts: Offsets, lengths: Offsets) -> Hashes:
    """Hashes of short values, read in words of eight bytes; the last is filled with zeros."""
    counts = (lengths + _WORD_BYTES - 1) // _WORD_BYTES
    before = np.cumsum(counts) - counts
    behind = _WORD_BYTES * (np.arange(int(counts.sum())) - np.repeat(before, counts))
    places = np.repeat(starts, counts) + behind
    left = np.minimum(np.repeat(lengths, counts) - behind, _WORD_BYTES)
    words = _words_at(data, places) & _MASKS[left]
    found = in_order(words, counts)
    return _stirred(found + lengths.astype(np.uint64))


#: For so many bytes of a word the bits that belong to them.
_MASKS = np.array([(1 << 8 * size) - 1 for size in range(_WORD_BYTES + 1)], dtype=np.uint64)


def _words_at(data: npt.NDArray[np.uint8], places: Offsets) -> Hashes:
    """The eight bytes from each place on, whatever stands behind the end."""
    if not len(places):
        return np.zeros(0, dtype=np.uint64)
    first, last = int(places.min()), int(places.max())
    padded = np.zeros(last - first + _WORD_BYTES, dtype=np.uint8)
    known = data[first : last + _WORD_BYTES]
    padded[: len(known)] = known
    words = np.ndarray((last - first + 1,), dtype="<u8", buffer=padded, strides=(1,))
    return words[places - first]
