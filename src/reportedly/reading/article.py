"""From one record to one article: the only place where text is decided on; it never changes after.

Raises `DocumentRejected` with a code of `codes.REJECT_CODES` when the record is no article.
"""

import dataclasses
import hashlib
from dataclasses import dataclass

from reportedly.identifiers import article_identifier
from reportedly.model import Article, Region
from reportedly.reading import fields
from reportedly.reading.captures import Capture
from reportedly.reading.charset import decode_text
from reportedly.reading.codes import rejected
from reportedly.reading.draft import Draft
from reportedly.reading.language import SAMPLE_CHARS, language_of
from reportedly.reading.mail import read_mail
from reportedly.reading.mime import page_of
from reportedly.reading.page import Surroundings, read_fragment, read_page
from reportedly.reading.plain import read_plain
from reportedly.reading.records import Limits, Record
from reportedly.reading.tags import is_markup

_USUAL_LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class ReadResult:
    """One article, what the parts of its text are (`body` has no region), and its page, if any."""

    article: Article
    regions: tuple[Region, ...]
    capture: Capture | None = None


def read_record(record: Record, limits: Limits = _USUAL_LIMITS) -> ReadResult:
    """The article of `record`; raises DocumentRejected."""
    if not record.content.strip(b" \t\r\n\x00"):
        raise rejected("empty", "nothing but white space")
    draft = _DRAFTS[record.kind](record, limits)
    if not any(map(str.isalnum, draft.text)):
        raise rejected("no_text", "no letter and no digit in it")
    if len(draft.text) > limits.text_chars:
        detail = (
            f"{len(draft.text):,} characters are more than one article has; split it, or raise "
            "the limit text_chars"
        )
        raise rejected("too_large", detail)
    article_id = article_identifier(record.content)
    article = Article(
        article_id=article_id,
        path=record.path,
        url=draft.url or record.url,
        outlet=draft.outlet or record.outlet,
        byline=draft.byline,
        title=draft.title,
        lang=language_of(_body(draft), draft.lang),
        text=draft.text,
        published=draft.published,
        updated=draft.updated,
        published_from=draft.published_from,
        given_id=draft.given_id,
        sha256=hashlib.sha256(record.content).hexdigest(),
    )
    regions = (Region(article_id=article_id, span=span, kind=kind) for span, kind in draft.regions)
    return ReadResult(article, tuple(regions), draft.capture)


def _body(draft: Draft) -> str:
    """The start of the text without furniture, which is often in capitals or another language."""
    marked = sorted(span for span, kind in draft.regions if kind == "boilerplate")
    words, at = "", 0
    for start, end in marked:
        words, at = words + draft.text[at:start], max(at, end)
        if len(words) > SAMPLE_CHARS:
            break
    return words + draft.text[at : at + SAMPLE_CHARS]


def _surroundings(record: Record) -> Surroundings:
    return Surroundings(record.url, record.captured, record.outlet, record.charset)


def _check_page(size: int, limits: Limits) -> None:
    if size > limits.page_bytes:
        detail = f"{size:,} bytes are too much for one page; raise the limit page_bytes"
        raise rejected("too_large", detail)


def _html(record: Record, limits: Limits) -> Draft:
    _check_page(len(record.content), limits)
    return read_page(record.content, _surroundings(record))


def _mhtml(record: Record, limits: Limits) -> Draft:
    content, charset, url = page_of(record.content)
    inner = dataclasses.replace(
        record, kind="html", content=content, charset=charset, url=record.url or url
    )
    return _html(inner, limits)


def _mail(record: Record, limits: Limits) -> Draft:
    return read_mail(record.content, limits)


def _text(record: Record, limits: Limits) -> Draft:
    return read_plain(decode_text(record.content))


def _markdown(record: Record, limits: Limits) -> Draft:
    return read_plain(decode_text(record.content), markup=True)


def _object(record: Record, limits: Limits) -> Draft:
    row = fields.parse_object(record.content)
    told = fields.metadata_of(row)
    text, page = fields.find_text(row), fields.find_html(row)
    if text is not None:
        read = _given_text(text, told["title"], limits)
    elif page is not None:
        _check_page(len(page), limits)
        content = page.encode("utf-8", "replace")
        read = read_page(content, Surroundings(told["url"], None, told["outlet"]))
    else:
        keys = ", ".join(sorted(row)[:8]) or "none"
        detail = f"nothing to read in `text`, `body`, `content` or `html` (keys: {keys})"
        raise rejected("missing_text", detail)
    return _with(read, told)


def _entry(record: Record, limits: Limits) -> Draft:
    row = fields.parse_object(record.content)
    told = fields.metadata_of(row)
    markup, text = fields.find_html(row), fields.find_text(row)
    if markup is not None:
        read = _fragment(markup)
    elif text is not None:
        read = _given_text(text, told["title"], limits)
    else:
        raise rejected("missing_text", "a feed entry without content or summary")
    return _with(read, told)


def _given_text(text: str, title: str | None, limits: Limits) -> Draft:
    """What an object gives as its words: paragraphs of HTML lose their tags, the rest nothing."""
    if not is_markup(text):
        return read_plain(text, title)
    _check_page(len(text), limits)
    return _fragment(text)


def _fragment(markup: str) -> Draft:
    return read_fragment(f"<body>{markup}</body>".encode("utf-8", "replace"))


def _with(read: Draft, told: dict[str, str | None]) -> Draft:
    """`read` with what the input states in fields of its own, which goes first."""
    stated = {name: value for name, value in told.items() if value}
    return dataclasses.replace(read, **stated)  # type: ignore[arg-type]


_DRAFTS = {
    "html": _html,
    "mhtml": _mhtml,
    "mail": _mail,
    "text": _text,
    "markdown": _markdown,
    "article": _object,
    "feed_entry": _entry,
}
