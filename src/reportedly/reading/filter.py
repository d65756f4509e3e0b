"""`reportedly read` as a filter: paths in, one dictionary for each article out, rejects apart."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from reportedly.errors import DocumentRejected
from reportedly.model import Reject
from reportedly.reading.article import ReadResult, read_record
from reportedly.reading.inputs import find_inputs, open_records
from reportedly.reading.records import Limits, Record


def read_filter(
    paths: Sequence[str],
    on_reject: Callable[[Reject], None] | None = None,
    limits: Limits | None = None,
) -> Iterator[dict[str, Any]]:
    """The articles of `paths`, in order, with the keys of the contract; offsets are code points.

    Every input that could not be used is given to `on_reject`; without it rejects are dropped.
    """
    for found in read_all(paths, limits):
        if isinstance(found, Reject):
            if on_reject is not None:
                on_reject(found)
        else:
            yield as_dict(*found)


def read_all(
    paths: Sequence[str], limits: Limits | None = None
) -> Iterator[tuple[Record, ReadResult] | Reject]:
    """Every record of `paths` with its article, or why there is none."""
    for path in find_inputs(paths):
        for record in open_records(path, limits):
            if isinstance(record, Reject):
                yield record
                continue
            result = _read_with_memory(record, limits or Limits())
            yield result if isinstance(result, Reject) else (record, result)


def _read_with_memory(record: Record, limits: Limits) -> ReadResult | Reject:
    try:
        return try_to_read(record, limits)
    except MemoryError:
        detail = "reading it takes more memory than there is; leave it out, or lower the limits"
        return Reject(path=record.path, record=record.record, reason="worker_killed", detail=detail)


def try_to_read(record: Record, limits: Limits) -> ReadResult | Reject:
    """The article of one record, or why there is none; raises nothing but MemoryError."""
    try:
        return read_record(record, limits)
    except DocumentRejected as error:
        reason, detail = error.reason, error.detail
    except MemoryError:
        raise
    except Exception as error:  # the runner's boundary: whatever a library throws costs one record
        reason = "reader_failed"
        detail = f"{type(error).__name__}: {error}"[:400] + "; please report it with this file"
    return Reject(path=record.path, record=record.record, reason=reason, detail=detail)


def as_dict(record: Record, result: ReadResult) -> dict[str, Any]:
    """One line of the filter's output."""
    article = result.article
    return {
        "path": record.path,
        "record": record.record,
        "title": article.title,
        "byline": article.byline,
        "outlet": article.outlet,
        "url": article.url,
        "lang": article.lang,
        "published": article.published,
        "updated": article.updated,
        "text": article.text,
        "regions": [{"span": list(region.span), "kind": region.kind} for region in result.regions],
    }
