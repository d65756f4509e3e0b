"""Plain text and Markdown: the text verbatim, and regions for what in it is not the article's body.

Nothing is changed, so that offsets hold in the file as it is; headline, byline, dates, captions,
lists, menus, prompts and lists of other articles are marked.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from reportedly.model import RegionKind
from reportedly.offsets import Span
from reportedly.reading import lines
from reportedly.reading.dates import find_date
from reportedly.reading.draft import Draft, Marked
from reportedly.reading.fields import metadata_of
from reportedly.reading.front_matter import read_front_matter
from reportedly.reading.imprint import find_clipped_from, find_imprint, is_imprint
from reportedly.reading.masthead import HEAD_UNITS, find_masthead, is_signature
from reportedly.reading.page_outlet import NO_SITES

#: Furniture stands at the top and the foot; bylines and dates within these many units of the top.
_TOP_UNITS = 10
_FOOT_UNITS = 4
#: Longest line, in characters, that can be the name of the paper above the headline.
_MASTHEAD_CHARS = 120
#: Characters of article that must come before "Leave a reply" is believed to end it.
_ARTICLE_CHARS = 200
#: Lines at least this long before the last one of a paragraph mean that it was wrapped.
_WRAPPED_CHARS = 45
_BLOCK = re.compile(r"[^\s](?:.*\S)?(?:[ \t]*\r?\n[ \t]*\S(?:.*\S)?)*")
_LINE = re.compile(r"\S(?:.*\S)?")
_ITEM = re.compile(r"(?:[-*•·–+]|\d{1,2}[.)])\s+\S")
_MARKUP_BEFORE = re.compile(r"(?:[#>\s]+|[*_]{1,3}(?=\S))*")
_SIGNS = "*_#> \t"
_IMAGE = re.compile(r"!\[(?P<words>[^\]]*)\]\([^)]*\)")
_WORD = re.compile(r"\w+")
#: A whole day, beside the name of a paper.
_DAY_IN = re.compile(r"\b\d{1,2}(?:st|nd|rd|th)?\b[^\n]*\b(?:19|20)\d\d\b")


@dataclass(slots=True)
class _Found:
    """What was found so far while the units of a text are gone through."""

    title: str | None = None
    byline: str | None = None
    outlet: str | None = None
    published: str | None = None
    updated: str | None = None
    url: str | None = None
    lang: str | None = None
    regions: list[Marked] = field(default_factory=list)


def read_plain(
    text: str, title: str | None = None, markup: bool = False, outlet: str | None = None
) -> Draft:
    """`text` with its regions.

    Args:
        title: the headline when known.
        markup: set for Markdown.
        outlet: whose text it is, when known; a first line that says no more is marked.
    """
    found = _Found()
    start = _read_front_matter(text, found) if markup else 0
    units = list(_units(text, start, markup))
    rest = _mark_furniture(text, units, found)
    if title is None and found.title is None:
        _mark_masthead(text, rest, found)
    if outlet and len(rest) > 1 and text[slice(*rest[0])].casefold() == outlet.casefold():
        found.regions.append((rest.pop(0), "boilerplate"))
    _mark_title(text, rest, title or found.title, found)
    _mark_imprint(text, rest, found, title)
    _mark_head(text, rest, found)
    _mark_dates(text, rest, found)
    _mark_body(text, rest, found)
    return Draft(
        text=text,
        regions=tuple(sorted(set(found.regions))),
        title=title or found.title,
        byline=found.byline,
        outlet=found.outlet,
        published=found.published,
        updated=found.updated,
        url=found.url,
        lang=found.lang,
        published_from="text" if found.published else None,
    )


def _read_front_matter(text: str, found: _Found) -> int:
    """Note the fields at the top of a Markdown file; where the text begins."""
    fields, end, start = read_front_matter(text)
    told = metadata_of(fields)
    found.title, found.byline = told["title"], told["byline"]
    found.outlet, found.url, found.lang = told["outlet"], told["url"], told["lang"]
    found.published, found.updated = told["published"], told["updated"]
    if end:
        found.regions.append(((0, end), "boilerplate"))
    return start


def _units(text: str, start: int, markup: bool) -> Iterator[Span]:
    """Spans of paragraphs that were wrapped, and of single lines otherwise."""
    for block in _BLOCK.finditer(text, start):
        inside = [match.span() for match in _LINE.finditer(text, *block.span())]
        for span in [block.span()] if _is_wrapped(text, inside) else inside:
            yield _bare(text, span) if markup else span


def _is_wrapped(text: str, inside: Sequence[Span]) -> bool:
    """True when the lines are one paragraph: long ones, none of which is something by itself."""
    if any(end - start < _WRAPPED_CHARS for start, end in inside[:-1]):
        return False
    words = [text[start:end] for start, end in inside]
    alone = any(lines.is_furniture(line) or lines.find_outlet(line) for line in words)
    return not alone and sum(1 for line in words if _ITEM.match(line)) <= 1


def _bare(text: str, span: Span) -> Span:
    """`span` without the Markdown signs around it; list marks stay."""
    start, end = span
    if _ITEM.match(text, start, end):
        return span
    before = _MARKUP_BEFORE.match(text, start, end)
    start = before.end() if before else start
    while end > start and text[end - 1] in _SIGNS:
        end -= 1
    return (start, end) if end > start else span


def _mark_furniture(text: str, units: Sequence[Span], found: _Found) -> list[Span]:
    """Mark what is not the article's; returns the other units."""
    rest: list[Span] = []
    links = comments = False
    body_chars, menu_end = 0, -2
    for start, end in units:
        line = text[start:end]
        named = lines.find_outlet(line)
        masthead = body_chars <= _ARTICLE_CHARS and named is not None
        masthead = masthead or (body_chars == 0 and start == menu_end + 1)
        masthead = masthead and len(line) <= _MASTHEAD_CHARS
        found.outlet = found.outlet or named
        if named is not None and masthead and _DAY_IN.search(line):
            found.published = found.published or find_date(line)
        furniture = lines.is_furniture(line) and not (
            body_chars <= _ARTICLE_CHARS and is_imprint(line)
        )
        if comments or masthead or furniture or lines.opens_links(line):
            links = links or lines.opens_links(line)
            kind_ends = lines.opens_comments(line) and body_chars > _ARTICLE_CHARS
            comments = comments or kind_ends
            menu_end = end if lines.is_navigation(line) else -2
        elif links and lines.is_headline_like(line) and not lines.find_byline(line):
            pass
        else:
            links, menu_end = False, -2
            body_chars += end - start
            rest.append((start, end))
            continue
        found.regions.append((_with_signs(text, (start, end)), "boilerplate"))
    return rest


def _mark_masthead(text: str, rest: list[Span], found: _Found) -> None:
    """Mark the paper's name above headline and byline: "The Ledger", then what it has to tell.

    On a clipping its day stands beside it.
    """
    clipped = (
        find_clipped_from(text[slice(*rest[0])], text[rest[1][0] :]) if len(rest) > 1 else None
    )
    if clipped is not None:
        found.outlet = found.outlet or clipped.outlet
        found.published = found.published or clipped.published
        found.regions.append((_with_signs(text, rest.pop(0)), "boilerplate"))
        return
    if found.outlet or len(rest) < HEAD_UNITS:
        return
    # "The Marl Ledger", "Business", and the headline.
    n_above = 2 if text[slice(*rest[1])].strip(" *_#").lower() in NO_SITES else 1
    own = [rest[0], *rest[n_above:]]
    lead = [text[start:end] for start, end in own[:HEAD_UNITS]]
    found.outlet = find_masthead(lead, text[own[1][0] :], _are_ranked(text, own))
    if found.outlet:
        found.regions += [(_with_signs(text, span), "boilerplate") for span in rest[:n_above]]
        del rest[:n_above]


def _are_ranked(text: str, rest: Sequence[Span]) -> bool:
    """True for a heading of the first rank with one of the second right below it."""
    ranks = [text[slice(*_with_signs(text, span))].split(" ")[0].strip() for span in rest[:2]]
    return ranks == ["#", "##"]


def _with_signs(text: str, span: Span) -> Span:
    """`span` with the Markdown signs in front of it."""
    start = span[0]
    while start and text[start - 1] in _SIGNS:
        start -= 1
    return start, span[1]


def _mark_title(text: str, rest: list[Span], title: str | None, found: _Found) -> None:
    """Mark the headline: the one that is known, or the first line when it reads like one.

    The day may stand above it.
    """
    if not rest:
        return
    at = int(len(rest) > 1 and _is_day(text[slice(*rest[0])]))
    start, end = rest[at]
    line = text[start:end]
    if title:
        is_title = _WORD.findall(line.lower()) == _WORD.findall(title.lower())
    else:
        is_title = len(rest) > at + 1 and lines.is_headline_like(line) and not _is_head(line)
    if is_title:
        found.title = title or " ".join(line.split())
        found.regions.append(((start, end), "title"))
        del rest[at]


def _is_day(line: str) -> bool:
    return lines.is_date_alone(line) and find_date(line) is not None


def _is_head(line: str) -> bool:
    """True for a byline, a date or a caption, which are short and no headline."""
    return bool(
        lines.find_byline(line)
        or lines.is_caption(line)
        or lines.find_date_label(line)
        or _is_day(line)
    )


def _mark_imprint(text: str, rest: list[Span], found: _Found, title: str | None) -> None:
    """Mark the line under the headline that says whose page it is."""
    if (title or found.title) is None or len(rest) < _HEAD_AND_BODY:
        return
    (start, end), body = rest[0], text[rest[1][0] :]
    imprint = find_imprint(text[start:end], body)
    if imprint is None:
        return
    found.outlet = found.outlet or imprint.outlet
    found.byline = found.byline or imprint.byline
    found.published = found.published or imprint.published
    kind: RegionKind = "byline" if imprint.byline else "dateline"
    found.regions.append(((start, start + imprint.length), kind))
    if start + imprint.length == end:
        del rest[0]


#: Below the imprint stands an article.
_HEAD_AND_BODY = 2


def _mark_head(text: str, rest: list[Span], found: _Found) -> None:
    """Mark bylines near the top, with a date that stands in the same line.

    Below a masthead and a headline a name alone is one.
    """
    headed = found.outlet is not None and found.title is not None
    for start, end in list(rest[:_TOP_UNITS]):
        line = text[start:end]
        posted = None if line.endswith(".") else lines.find_poster(line)
        name = lines.find_byline(line) or posted
        name = name or (line if headed and is_signature(line) else None)
        if name is None:
            continue
        found.byline = found.byline or name
        found.published = found.published or find_date(line)
        found.regions.append(((start, end), "byline"))
        rest.remove((start, end))


def _mark_dates(text: str, rest: list[Span], found: _Found) -> None:
    """Mark lines that only say when the article was published or updated."""
    near = rest[:_TOP_UNITS] + rest[max(_TOP_UNITS, len(rest) - _FOOT_UNITS) :]
    for start, end in near:
        line = text[start:end]
        if not (labelled := lines.find_date_label(line)) and not lines.is_date_alone(line):
            continue
        label, written = labelled or ("published", line)
        date = find_date(written)
        if date is None:
            continue
        if label == "updated":
            found.updated = found.updated or date
        else:
            found.published = found.published or date
        found.regions.append(((start, end), "dateline"))
        rest.remove((start, end))


def _mark_body(text: str, rest: Sequence[Span], found: _Found) -> None:
    """Mark captions, lists, and the dateline that opens the first paragraphs."""
    run: list[Span] = []
    for index, (start, end) in enumerate(rest):
        kind = _kind(text, start, end)
        if kind == "list":
            run.append((start, end))
            continue
        _close_list(run, found)
        if kind:
            found.regions.append(((start, end), kind))
        elif index < 3 and (length := lines.find_dateline(text[start:end])):
            found.regions.append(((start, start + length), "dateline"))
            found.published = found.published or find_date(text[start : start + length])
    _close_list(run, found)


def _kind(text: str, start: int, end: int) -> RegionKind | None:
    line = text[start:end]
    if _ITEM.match(line):
        return "list"
    if lines.is_credits(line):
        return "byline"
    if _IMAGE.fullmatch(line) or lines.is_caption(line):
        return "caption"
    return None


def _close_list(run: list[Span], found: _Found) -> None:
    """One region for two or more items in a row; one alone may be a dash before speech."""
    if len(run) > 1:
        found.regions.append(((run[0][0], run[-1][1]), "list"))
    run.clear()
