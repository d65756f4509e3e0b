"""The stage as a filter: documents in, their expressions of time and their own days out.

One dictionary for each document, in order, as the contract has it; offsets are code points.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from reportedly.annotate.dates.evidence import find_evidence
from reportedly.annotate.dates.publication import published_days
from reportedly.annotate.dates.recognise import find_expressions
from reportedly.annotate.document import Document
from reportedly.calendar import find_interval
from reportedly.model import Article


def dates_filter(documents: Iterable[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    """What each document says about time.

    Args:
        documents: each with `doc`, `text` and `dct` (ISO day of writing, or None).

    Yields:
        `{"doc", "timexes": [{"start", "end", "type", "value"}], "published": [first, last]}`.
    """
    for record in documents:
        dct = record.get("dct")
        written = find_interval(dct)
        article = Article(
            article_id=str(record["doc"]),
            path="-",
            text=str(record["text"]),
            published=dct if written else None,
            url=record.get("url"),
            sha256="",
        )
        expressions = find_expressions(article.text, written.exact_day if written else None)
        evidence = find_evidence(Document(article), expressions)
        yield {
            "doc": record["doc"],
            "timexes": [
                {"start": e.start, "end": e.end, "type": e.type, "value": e.value}
                for e in expressions
            ],
            "published": list(published_days(evidence).days.iso()),
        }
