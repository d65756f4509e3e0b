"""A web page to a draft: its headline and article as one text with regions, and its metadata.

Paragraphs are separated by an empty line, the headline comes first; charsets and wrongly decoded
characters are mended, quotation marks and no-break spaces stay as they are.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.model import RegionKind
from reportedly.reading import lines
from reportedly.reading.captures import find_capture
from reportedly.reading.charset import decode_page, mended
from reportedly.reading.codes import rejected
from reportedly.reading.dates import find_date
from reportedly.reading.draft import Draft, Marked
from reportedly.reading.page_blocks import Block, blocks_of, key_of
from reportedly.reading.page_body import choose, kind_of
from reportedly.reading.page_dates import PageDates, dates_of
from reportedly.reading.page_flow import Flow, Run, after_mending, places, runs_of, visible
from reportedly.reading.page_metadata import PageMetadata, metadata_of
from reportedly.reading.page_outlet import is_address
from reportedly.reading.page_tree import Element, parse_page

#: Fewest letters and digits of an article; below it a page is a menu, a picture or a notice.
_LEAST_LETTERS = 50
#: The same where words are quoted, as menus and notices do not: one sentence may be an article.
_LEAST_LETTERS_QUOTED = 20
_QUOTED = re.compile('[“„«"][^“”„«»"\n]{4,}[”“»"]')
#: Fewest letters and digits by which a heading is known as the title in another form.
_LEAST_ALIKE = 15


def _is_enough(texts: list[str]) -> bool:
    """True when so many words are an article and not what stands around one."""
    quoted = any(map(_QUOTED.search, texts))
    letters = sum(len(key_of(text)) for text in texts)
    return letters >= (_LEAST_LETTERS_QUOTED if quoted else _LEAST_LETTERS)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is known of a page from around it: address, day of capture (ISO 8601), outlet, charset
    as an HTTP header or MIME part declares it.
    """

    url: str | None = None
    captured: str | None = None
    outlet: str | None = None
    charset: str | None = None


def read_page(content: bytes, around: Surroundings) -> Draft:
    """The draft of a page; raises DocumentRejected (`no_text`, `nested_too_deep`)."""
    tree = parse_page(decode_page(content, around.charset))
    metadata = metadata_of(tree, around.url)
    shown, flow = visible(tree)
    body = shown.find("body")
    blocks = blocks_of(body if body is not None else shown, flow)
    headline = _headline(blocks, metadata.title)
    chosen = choose(blocks, _extracted(shown), headline)
    parts = [(block.text, kind) for block, kind in chosen] or _stated(metadata)
    if not _is_enough([text for text, _ in parts]):
        detail = (
            "no article in the page: a menu, a picture, or made by scripts; save the page from "
        )
        raise rejected("no_text", detail + "the browser once its text is shown")
    printed = metadata.title if headline is None else blocks[headline].text.replace("\n", " ")
    title = mended(printed) if printed else None
    text, regions = assembled(title, parts)
    dates = dates_of(tree, metadata, blocks, headline, around.captured)
    title_block = None if headline is None else blocks[headline]
    sources = [*([title_block] if title else []), *(block for block, _ in chosen)]
    runs = _runs(text, sources, flow)
    return Draft(
        text=text,
        regions=regions,
        title=title,
        byline=_byline(metadata, text, regions, blocks),
        outlet=around.outlet or _outlet(metadata, blocks),
        url=metadata.url,
        lang=metadata.lang,
        published=dates.published,
        updated=dates.updated,
        published_from=dates.published_from,
        capture=find_capture(content, around.charset, runs),
    )


def page_dates(page: str, around: Surroundings) -> PageDates:
    """The dates of a page, also of one without an article; raises as `read_page` does."""
    tree = parse_page(page)
    metadata = metadata_of(tree, around.url)
    shown, flow = visible(tree)
    body = shown.find("body")
    blocks = blocks_of(body if body is not None else shown, flow)
    headline = _headline(blocks, metadata.title)
    return dates_of(tree, metadata, blocks, headline, around.captured)


def read_fragment(content: bytes) -> Draft:
    """The draft of a page in UTF-8 that is an article and nothing else, as feeds carry it."""
    shown, flow = visible(parse_page(decode_page(content)))
    blocks = blocks_of(shown, flow)
    text, regions = assembled(None, [(block.text, kind_of(block)) for block in blocks])
    capture = find_capture(content, None, _runs(text, blocks, flow))
    return Draft(text=text, regions=regions, capture=capture)


def _runs(text: str, blocks: Sequence[Block | None], flow: Flow) -> tuple[Run, ...]:
    """Where the characters of `text` stand in the page: it is `blocks`, each mended, in a row.

    A headline that only the metadata have is None, and stands nowhere.
    """
    found: list[Run] = []
    start = 0
    for block in blocks:
        if block is None:
            start = text.index("\n\n") + 2 if "\n\n" in text else len(text)
            continue
        words = mended(block.text)
        where = after_mending(places(block.text, block.source), block.text, words)
        found += runs_of(where, start, text, flow.text)
        start += len(words) + 2
    return tuple(found)


def _extracted(shown: Element) -> str | None:
    """trafilatura's text of the page, which says where the article is."""
    from reportedly.vendored.trafilatura.core import bare_extraction

    found = bare_extraction(shown, favor_precision=True, include_comments=False)
    return None if found is None else str(getattr(found, "text", "") or "")


def _headline(blocks: Sequence[Block], title: str | None) -> int | None:
    """The block that is the headline: the `<h1>` with its words, else the first with them.

    A heading that has the title's words and some more, or most of them, is the headline as well:
    titles in metadata lose or gain the name of the site.
    """
    key = key_of(title or "")
    same = [index for index, block in enumerate(blocks) if key and block.key == key]
    alike = [index for index, block in enumerate(blocks) if key and _alike(block, key)]
    printed = [index for index in same if _stands_in(blocks[index], ("h1",))]
    return next(iter(printed or same or alike), None)


def _alike(block: Block, key: str) -> bool:
    shorter, longer = sorted((block.key, key), key=len)
    if len(shorter) < _LEAST_ALIKE or len(shorter) * 2 < len(longer):
        return False
    return longer.startswith(shorter) and _stands_in(block, ("h1", "h2"))


def _stands_in(block: Block, tags: tuple[str, ...]) -> bool:
    return any(element.tag in tags for element in (block.owner, *block.owner.iterancestors()))


def _stated(metadata: PageMetadata) -> list[tuple[str, RegionKind]]:
    """What the metadata hold of the article, for pages that show theirs by script or for money."""
    words = metadata.article_body or metadata.teaser
    return [(words, "body")] if words else []


def assembled(
    title: str | None, parts: Sequence[tuple[str, RegionKind]]
) -> tuple[str, tuple[Marked, ...]]:
    """One text out of a headline and blocks, and the regions in it."""
    text = ""
    regions: list[Marked] = []
    headline: list[tuple[str, RegionKind]] = [(title, "title")] if title else []
    for words, kind in (*headline, *parts):
        start = len(text) + (2 if text else 0)
        text = f"{text}\n\n{mended(words)}" if text else mended(words)
        found = kind if kind != "body" else _kind_of_line(text[start:])
        if found == "embedded_post" and _goes_on(text, start, regions):
            (start, _), found = regions.pop()
        if found != "body":
            regions.append(((start, len(text)), found))
        elif len(regions) < 4 and (length := lines.find_dateline(text[start:])):
            regions.append(((start, start + length), "dateline"))
    return text, tuple(sorted(regions))


def _goes_on(text: str, start: int, regions: Sequence[Marked]) -> bool:
    """True when the post before `start` has no signature yet ("— Name (@name) day"): same post."""
    if not regions or regions[-1][1] != "embedded_post":
        return False
    (begin, end), _ = regions[-1]
    return end + 2 == start and "(@" not in text[begin:end]


def _byline(
    metadata: PageMetadata, text: str, regions: Sequence[Marked], blocks: Sequence[Block]
) -> str | None:
    """The author in the metadata, in a byline of the text, or in a line such as "Posted by …"."""
    if metadata.byline:
        return mended(metadata.byline)
    printed = [text[start:end] for (start, end), kind in regions if kind == "byline"]
    names: list[str | None] = [lines.find_byline(line) for line in printed]
    names += [lines.find_poster(block.text) for block in blocks]
    return next((mended(name) for name in names if name), None)


def _outlet(metadata: PageMetadata, blocks: Sequence[Block]) -> str | None:
    """The name in the metadata, with the article that the page prints before it, else the name
    in the page's own copyright line, which is its last.
    """
    owners = [owner for block in blocks if (owner := lines.find_outlet(block.text))]
    name = metadata.outlet
    if name is None:
        return mended(owners[-1]) if owners else None
    # An address by itself says less than a name that is made of the same letters.
    bare = name.islower() and "." in name
    alike = [owner for owner in owners if bare and is_address(owner, name)]
    if alike:
        return mended(alike[-1])
    full, short = f"The {mended(name)}", mended(name)
    # In a sentence ("The Post uses cookies") the article is grammar.
    alone = re.compile(rf"(?<![\w ]){re.escape(full)}(?! [a-z])(?!\w)")
    lone = [block.text for block in blocks if len(block.text) < 200 and short in block.text]
    plain = any(full not in text for text in lone)
    return full if any(alone.search(text) for text in lone) and not plain else short


def _kind_of_line(line: str) -> RegionKind:
    if lines.find_byline(line) or lines.is_credits(line):
        return "byline"
    if (dated := lines.find_date_label(line)) and find_date(dated[1]):
        return "dateline"
    return "boilerplate" if lines.is_furniture(line) or lines.opens_links(line) else "body"
