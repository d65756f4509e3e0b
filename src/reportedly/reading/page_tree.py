"""A page as a tree of elements, for metadata, and which of them nobody sees.

Scripts, styles, comments, controls of forms and hidden elements are left out of what becomes text.
"""

import re

import lxml.etree
import lxml.html
from lxml.html import HtmlElement as Element

from reportedly.reading.codes import rejected

__all__ = ["MAX_DEPTH", "Element", "first_text", "is_unseen", "parse_page", "printed_text"]

#: Depth at which the parser gives up and drops what is below.  Pages by hand or by machine stay
#: below 100; this is libxml2's own limit for trusted documents.
MAX_DEPTH = 2048
_NEVER_TEXT = (
    "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "embed", "audio",
    "video", "canvas", "map", "button", "input", "select", "textarea", "option", "datalist",
    "dialog", "head",
)  # fmt: skip
_HIDDEN_STYLE = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
#: Classes of labels that only a program that reads aloud gets ("Image caption", "Skip to …"), and
#: of boxes that open under the mouse in the middle of a sentence.
_HIDDEN_CLASS = re.compile(
    r"(?:^|\s)(?:sr-only|off-?screen|(?:u-)?visually-?hidden|screen-?reader(?:-text|-only)?|tooltip"
    r"|popover|[\w-]*(?:tooltip|rollover|popover|hover-?card)[\w-]*[-_](?:content|text|block|body|box))"
    r"(?:\s|$)",
    re.IGNORECASE,
)
_PRINTED = ".//text()[not(ancestor::script or ancestor::style or ancestor::template)]"
#: Control characters that XML cannot hold; the parser would stop at the first null.
_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\ufffe\uffff]")


def parse_page(page: str) -> Element:
    """The whole tree; raises DocumentRejected (`no_text`, `nested_too_deep`)."""
    parser = lxml.html.HTMLParser(encoding="utf-8", huge_tree=True, remove_pis=True)
    # A form feed is a blank of HTML, but no character of XML: the tree could be read, not changed.
    content = _CONTROL.sub("", page.replace("\f", " ")).encode("utf-8", "replace")
    try:
        tree = lxml.html.document_fromstring(content, parser=parser)
    except (lxml.etree.LxmlError, ValueError) as error:
        raise rejected("no_text", f"no element of a page in it ({error})") from error
    if any("depth" in entry.message.lower() for entry in parser.error_log):
        raise rejected("nested_too_deep", f"elements nested more than {MAX_DEPTH} deep")
    return tree


def is_unseen(node: Element) -> bool:
    """True for what is never shown as text: scripts, controls, comments, hidden elements."""
    return not isinstance(node.tag, str) or node.tag in _NEVER_TEXT or _is_hidden(node)


def _is_hidden(element: Element) -> bool:
    if element.get("hidden") is not None and element.get("hidden") != "until-found":
        return True
    if _HIDDEN_CLASS.search(element.get("class") or ""):
        return True
    style = element.get("style")
    return bool(style and _HIDDEN_STYLE.search(style))


def printed_text(element: Element) -> str:
    """The words of `element` in one line, without scripts and styles in it."""
    return " ".join("".join(element.xpath(_PRINTED)).split())


def first_text(tree: Element, path: str) -> str | None:
    """The text of the first element or attribute that `path` finds and that has some."""
    for found in tree.xpath(path):
        line = " ".join(found.split()) if isinstance(found, str) else printed_text(found)
        if line:
            return line
    return None
