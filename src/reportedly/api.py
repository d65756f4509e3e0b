"""The functions that need no chronicle: `attribute` or `explain` a text, `read` an input."""

import datetime
import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

from reportedly.annotate.document import Document
from reportedly.engine.annotating import annotate_document
from reportedly.errors import ReportedlyError
from reportedly.identifiers import article_identifier
from reportedly.model import Article, Reject, Statement
from reportedly.reading.article import ReadResult
from reportedly.reading.charset import whole_characters
from reportedly.reading.dates import iso_date
from reportedly.reading.filter import read_all
from reportedly.reading.records import Limits
from reportedly.reading.tags import without_tags

if TYPE_CHECKING:
    from reportedly.annotate.attribution.explaining import Explanation


def attribute(
    text: str,
    *,
    title: str | None = None,
    published: str | datetime.date | None = None,
    outlet: str | None = None,
) -> list[Statement]:
    """Who is said to have said what in one text.

    Args:
        text: plain text, or paragraphs of HTML, whose tags are passed over (for whole pages there
            is `read`, which leaves out menus); all spans are code point offsets into it as given,
            half-open.  Halves of characters become U+FFFD.
        title: the headline, when it is not part of the text.
        published: the day of publication, as a date or as words such as "2016-05-03" and "3 May
            2016"; "on Wednesday" hangs on it.  What names no day counts as not given.
        outlet: who published it: the first hop of every chain.

    Returns:
        statements in the order of the text; identifiers of speakers across articles are null.

    Raises:
        ReportedlyError: `text`, `title` or `outlet` is no `str`, or `published` neither that nor a
            date.
    """
    document = document_of(text, title=title, published=published, outlet=outlet)
    return list(annotate_document(document, "statements").of(Statement))


def explain(
    text: str,
    *,
    title: str | None = None,
    published: str | datetime.date | None = None,
    outlet: str | None = None,
    threshold: float = 0.0,
) -> "Explanation":
    """Why `attribute` finds what it finds in one text.

    Args:
        text: as for `attribute`, and so are `title`, `published` and `outlet`.
        threshold: rows less sure than this, from 0 to 1, count as dropped.

    Returns:
        the rows with the words that carried each, what was considered and dropped and why, which
        quotation marks quote nobody, and why a text is not read at all where it is not.

    Raises:
        ReportedlyError: as for `attribute`, or `threshold` is not from 0 to 1.
    """
    from reportedly.annotate.attribution.explaining import explain_document

    if not isinstance(threshold, int | float) or not 0 <= threshold <= 1:
        raise ReportedlyError(f"the threshold is {threshold!r}; give a number from 0 to 1")
    document = document_of(text, title=title, published=published, outlet=outlet)
    return explain_document(document, threshold)


def document_of(
    text: str,
    *,
    title: str | None = None,
    published: str | datetime.date | None = None,
    outlet: str | None = None,
) -> Document:
    """A document out of a bare text, for running stages on it."""
    if not isinstance(text, str):
        raise ReportedlyError(f"the text is of type {type(text).__name__}; give a str")
    for name, given in (("title", title), ("outlet", outlet)):
        if not isinstance(given, str | None):
            raise ReportedlyError(f"{name} is of type {type(given).__name__}; give a str or None")
    day = _day_of(published)
    text = without_tags(whole_characters(text))
    content = text.encode("utf-8")
    article = Article(
        article_id=article_identifier(content),
        path="-",
        title=title,
        text=text,
        published=day,
        published_from="metadata" if day else None,
        published_earliest=day and day[:10],
        published_latest=day and day[:10],
        outlet=outlet,
        sha256="",
    )
    return Document(article)


def _day_of(published: str | datetime.date | None) -> str | None:
    """The day of publication as ISO 8601; None where nothing or no day is given."""
    if isinstance(published, datetime.date):
        return published.isoformat()
    if not isinstance(published, str | None):
        kind = type(published).__name__
        raise ReportedlyError(f"published is of type {kind}; give a str such as '2016-05-03'")
    return iso_date(published)


def read(
    path: str | os.PathLike[str], *, limits: Limits | None = None
) -> Iterator[ReadResult | Reject]:
    """Articles of one input: a page, a text, a feed, an archive, a folder or a glob.

    Yields:
        articles with their regions as they are read, and a `Reject` for each record that cannot
        be used; nothing is raised for a bad document.
    """
    for found in read_all([os.fspath(path)], limits):
        yield found if isinstance(found, Reject) else found[1]
