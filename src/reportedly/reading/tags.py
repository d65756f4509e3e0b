"""HTML in what is given as text: whether it is there, and a text of the same length without it.

Databases of papers, feeds and crawlers give paragraphs as `<p>…</p>` under `text` or `content`.
Read as words, "Quill.</p" would be somebody's name.
"""

import re

_BLOCKS = (
    "article|aside|blockquote|body|br|dd|div|dl|dt|figcaption|figure|footer|h[1-6]|head|header|hr|"
    "html|li|main|ol|p|pre|section|table|tbody|td|th|thead|title|tr|ul"
)
_WITHIN = "a|abbr|b|cite|code|em|font|i|img|mark|q|s|small|span|strong|sub|sup|time|u"
_ATTRIBUTES = r"(?:\s+[\w:@.-]+(?:\s*=\s*(?:\"[^\"<>]*\"|'[^'<>]*'|[^\s\"'<>=]+))?)*\s*/?"
_TAG = re.compile(
    rf"</?(?:(?P<block>{_BLOCKS})|{_WITHIN}){_ATTRIBUTES}>|<!--[^<>]*-->", re.IGNORECASE
)
#: Plain text that speaks of tags seldom closes one of these, or breaks its lines twice.
_CLOSED = re.compile(r"</(?:p|div|section|article|blockquote|li|h[1-6])\s*>", re.IGNORECASE)
_TWO_BREAKS = re.compile(r"<br\s*/?>[^<]*+<br\s*/?>", re.IGNORECASE)
#: Marks that change who speaks, by their names in HTML; all others are left as they are written.
_MARKS = {
    "quot": '"', "#34": '"', "#x22": '"', "#39": "'", "#x27": "'", "apos": "'", "nbsp": " ",
    "#160": " ", "ldquo": "“", "#8220": "“", "rdquo": "”", "#8221": "”", "lsquo": "‘",
    "#8216": "‘", "rsquo": "’", "#8217": "’", "mdash": "—", "#8212": "—", "ndash": "–",
    "#8211": "–",
}  # fmt: skip
_MARK = re.compile(rf"&(?P<name>{'|'.join(_MARKS)});(?P<word>(?=\w))?", re.IGNORECASE)


def is_markup(text: str) -> bool:
    """Whether a text that was given as plain is HTML: it closes paragraphs, or breaks lines."""
    return _CLOSED.search(text) is not None or _TWO_BREAKS.search(text) is not None


def without_tags(text: str) -> str:
    """`text` with white space for each tag and the marks that entities stand for; same length."""
    if "<" in text:
        text = _TAG.sub(_space_for, text)
    return _MARK.sub(_mark_for, text) if "&" in text else text


def _space_for(tag: re.Match[str]) -> str:
    """A blank line for what ends a paragraph, spaces for what stands within one."""
    length = len(tag.group())
    return "\n\n".ljust(length) if tag["block"] else " " * length


def _mark_for(entity: re.Match[str]) -> str:
    """The mark beside the word that it belongs to: before one it opens, else it closes."""
    mark, length = _MARKS[entity["name"].lower()], len(entity.group())
    return mark.rjust(length) if entity["word"] is not None else mark.ljust(length)
