"""When a page was published and updated, with time and zone where it has them.

Metadata first, then elements made for dates, then words near the headline, then the address of the
page, and htmldate's wide search last.  The day on which an archive fetched the page is a bound,
never the answer.
"""

import copy
import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportedly.reading import lines
from reportedly.reading.dates import day_of, find_date, iso_date
from reportedly.reading.page_blocks import Block
from reportedly.reading.page_metadata import PageMetadata
from reportedly.reading.page_tree import Element, printed_text

#: No web page is older, and htmldate asks for a bound; a later one than all pages stands in for
#: today, so that the clock has no say.
_FIRST_DAY, _LAST_DAY = "1990-01-01", "2099-12-31"
#: Attributes of one element beyond which a page is hostile: htmldate takes their square in time.
_MOST_ATTRIBUTES = 500
#: Blocks around the headline in which a date is the article's own.
_NEAR_HEADLINE = 8
#: Hours by which the zones of newsrooms lie behind universal time (Hawaii) and ahead (Auckland).
_BEHIND, _AHEAD = 10, 13
_URL_DAY = re.compile(r"[/-]((?:19|20)\d\d)[/-]?(\d\d|[a-z]{3})[/-]?(\d\d)(?=[/-]|\b)", re.I)
_PUBLISHED_CLASS = (
    "//*[@itemprop='datePublished']", "//time[@pubdate]",
    "//time[contains(@class,'published') or contains(@class,'entry-date') or "
    "contains(@class,'pubdate') or contains(@class,'post-date')]",
    "//article//header//time", "//article//time", "//main//time", "//header//time",
)  # fmt: skip
_UPDATED_CLASS = (
    "//*[@itemprop='dateModified']",
    "//time[contains(@class,'updated') or contains(@class,'modified')]",
)


@dataclass(frozen=True, slots=True)
class PageDates:
    """ISO 8601 dates; `published_from` is `metadata` or `text`, None when `published` is."""

    published: str | None
    updated: str | None
    published_from: str | None


def dates_of(
    tree: Element,
    metadata: PageMetadata,
    blocks: Sequence[Block],
    headline: int | None,
    captured: str | None,
) -> PageDates:
    """The dates of a page; `headline` is the index of its block, `captured` bounds them."""
    bound = day_of(captured) or _LAST_DAY
    found: dict[str, str] = {}
    for source, label, written in _candidates(tree, metadata, blocks, headline):
        if _days_after(written[:10], bound) <= 1:
            found.setdefault(label, written)
            if label == "published":
                found.setdefault("from", source)
    if "published" not in found and (
        day := _day_of_url(metadata.url) or _searched(tree, metadata.url, bound)
    ):
        where = [block.text for block in blocks if day == day_of(find_date(block.text))]
        if not where or not all(_tells(text) for text in where):
            found.update(published=day, **{"from": "text" if where else "metadata"})
    published, updated = found.get("published"), found.get("updated")
    if published and published.endswith(("Z", "+00:00")):
        published = _as_printed(published, metadata.url, blocks, headline)
    if published and updated and _precedes(updated, published):
        updated = None
    return PageDates(published, updated, found.get("from"))


def _tells(text: str) -> bool:
    """True for a sentence of the article: "On Saturday, 1 June 2019, she cut the ribbon."

    What it tells happened then; it does not say that the page was published on that day.
    """
    words = len(text.split())
    return (
        words >= _SENTENCE_WORDS and text.rstrip()[-1:] in '.!?”"’' and not lines.find_byline(text)
    )


#: Fewer words make a dateline or a line below the headline.
_SENTENCE_WORDS = 20


def _precedes(one: str, other: str) -> bool:
    """True when `one` is before `other`, as far as both are precise."""
    if len(one) > 19 and len(other) > 19:
        return datetime.datetime.fromisoformat(one) < datetime.datetime.fromisoformat(other)
    return one[:10] < other[:10]


def _days_after(written: str, bound: str) -> int:
    """Days from `bound` to a date (which may be coarse); a zone can make it one day."""
    padded = written + "-01-01"[len(written) - 4 :] if len(written) < 10 else written
    try:
        day = datetime.date.fromisoformat(padded)
    except ValueError:
        return 10**6
    return (day - datetime.date.fromisoformat(bound)).days


def _as_printed(moment: str, url: str | None, blocks: Sequence[Block], headline: int | None) -> str:
    """`moment`, which is in universal time, or the day beside it that the page shows its readers.

    Near midnight the two differ; the place's own zone is not known, so the day is all one can say.
    """
    shown = [day for label, day in _printed(blocks, headline) if label == "published"]
    for day in (_day_of_url(url), *shown):
        apart = _days_after(day[:10], moment[:10]) if day else 0
        hour = int(moment[11:13] or 0)
        if day and ((apart == -1 and hour < _BEHIND) or (apart == 1 and hour >= 24 - _AHEAD)):
            return day[:10]
    return moment


def _candidates(
    tree: Element, metadata: PageMetadata, blocks: Sequence[Block], headline: int | None
) -> Iterator[tuple[str, str, str]]:
    """(where from, `published` or `updated`, date), most trustworthy first."""
    if metadata.published:
        yield "metadata", "published", metadata.published
    if metadata.updated:
        yield "metadata", "updated", metadata.updated
    for label, paths in (("published", _PUBLISHED_CLASS), ("updated", _UPDATED_CLASS)):
        for path in paths:
            for element in tree.xpath(path)[:1]:
                machine = iso_date(element.get("datetime") or element.get("content"))
                written = machine or find_date(printed_text(element)[:200])
                if written:
                    yield "metadata" if machine else "text", label, written
    for label, written in _printed(blocks, headline):
        yield "text", label, written


def _printed(blocks: Sequence[Block], headline: int | None) -> Iterator[tuple[str, str]]:
    """Dates in lines that are made for them: near the headline, or with a label anywhere."""
    for index, block in enumerate(blocks):
        if block.owner.tag == "blockquote" or "@" in block.text:
            continue  # the day of an embedded post
        near = headline is not None and abs(index - headline) <= _NEAR_HEADLINE
        labelled = lines.find_date_label(block.text)
        if labelled and (date := find_date(labelled[1])):
            yield labelled[0], date
        elif near and len(block.text) <= 120 and (date := find_date(block.text)):
            alone = lines.is_date_alone(block.text) or lines.find_byline(block.text)
            if alone:
                yield "published", date


def _searched(tree: Element, url: str | None, bound: str) -> str | None:
    """htmldate's answer, when the page bears it out."""
    from reportedly.vendored.htmldate.core import find_date as search

    if any(len(element.attrib) > _MOST_ATTRIBUTES for element in tree.iter()):
        return None
    try:
        day = search(
            copy.deepcopy(tree), original_date=True, extensive_search=True, url=url,
            min_date=_FIRST_DAY, max_date=bound,
        )  # fmt: skip
    except (ValueError, TypeError, OverflowError, RecursionError):
        return None
    if not day or day.endswith("-01-01"):
        return None  # the first of January is what it makes of a year alone
    # A year that the page does not name would be the clock's.
    return str(day) if _names_year(tree, url, day[:4]) else None


def _names_year(tree: Element, url: str | None, year: str) -> bool:
    return (
        year in (url or "")
        or any(year in words for words in tree.itertext())
        or any(year in str(value) for element in tree.iter() for value in element.values())
    )


def _day_of_url(url: str | None) -> str | None:
    found = _URL_DAY.search(url or "")
    if found is None:
        return None
    return find_date(f"{found[1]}-{found[2]}-{found[3]}") or find_date(
        f"{found[3]} {found[2]} {found[1]}"
    )
