"""The name of the outlet in the window's title of a page: "Headline | Section | Name".

In: a page's tree and its address.  Out: a name, and the headline where it stands beside the name.
A name after the headline is believed; any other only where the page confirms it: it is its address,
stands at its head, or is what the page calls itself.
"""

import re
import unicodedata
from collections.abc import Iterator

from reportedly.reading.page_tree import Element, first_text, printed_text

#: Between a headline and the name of the site in `<title>` and `og:title`.
SITE_MARK = re.compile(r"\s+(?:[|–—·«»]|-|::)\s+")
#: The same, and what only a name that the page confirms can be followed by.
_MARK_OR_COLON = re.compile(rf"{SITE_MARK.pattern}|:\s+")
#: A name of up to three words.
_SITE_NAME = re.compile(r"[A-Z][\w&’'!-]*(?: [A-Z&][\w&’'!-]*){0,2}")
#: What pages are called that have no name, sections, and what stands before headlines.
NO_SITES = frozenset(
    "article home index news page print story untitled welcome exclusive live watch video breaking"
    " opinion comment analysis review interview obituary update editorial sport sports culture"
    " business politics world local science life style tech showbiz gallery letters features"
    " uk us".split()
)
#: Words of the longest name after a headline.
_NAME_WORDS = 5
#: Letters of the shortest name that an address confirms.
_LETTERS = 3
_ROOT = re.compile(r"(?:https?://[^/?#]+)?/?(?:index\.\w+)?|\./?|#")


def find_outlet_in_window(tree: Element, host: str | None) -> str | None:
    """The outlet that the window's title names; None where it is not sure that it names one."""
    window = (first_text(tree, "//head/title") or "").strip()
    return (
        find_name_of_address(tree, host)
        or _after_headline(tree, window)
        or (site_before(tree, window) or (None,))[0]
        or _last_part(tree, window)
        or _alone(tree, window)
    )


def site_before(tree: Element, window: str) -> tuple[str, str] | None:
    """The name and the headline of "Velvet | Headline" or "Velvet: Headline", if the page confirms
    the name: it may be a section or a kicker just as well."""
    heads = _heads(tree)
    for mark in (SITE_MARK, _MARK_OR_COLON):
        name, *rest = mark.split(window, maxsplit=1)
        if rest and rest[0] in heads and _is_name(name) and _is_confirmed(tree, name):
            return name, rest[0]
    return None


def find_name_of_address(tree: Element, host: str | None) -> str | None:
    """The first or last part of the window's title that is the address, with blanks."""
    parts = SITE_MARK.split((first_text(tree, "//head/title") or "").strip())
    ends = (parts[-1], parts[0]) if len(parts) > 1 else ()
    return next((part.strip() for part in ends if is_address(part, host)), None)


def is_address(name: str, host: str | None) -> bool:
    """True where a name without its blanks is a part of an address: "The Star", thestar.com."""
    labels = {_squeezed(label) for label in (host or "").split(".")} - {"www", "blog", "news"}
    key = _squeezed(name)
    return len(key) >= _LETTERS and not labels.isdisjoint((key, key.removeprefix("the")))


def _squeezed(name: str) -> str:
    """Letters and digits in lower case, without accents."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    return "".join(filter(str.isalnum, plain))


def _after_headline(tree: Element, window: str) -> str | None:
    for h1 in tree.iter("h1"):
        rest = _behind(window, printed_text(h1))
        parts = [part for part in SITE_MARK.split(rest) if part.strip()]
        if parts and len(parts[-1].split()) <= _NAME_WORDS:
            return parts[-1].strip()
    return None


def _behind(window: str, headline: str) -> str:
    """What follows a headline in a title, whichever of the two has lost its apostrophes."""
    marks = re.compile("['’‘`´]*".join(map(re.escape, _APOSTROPHES.sub("", headline))) + "['’]?")
    found = marks.match(window) if headline else None
    return window[found.end() :] if found is not None else ""


_APOSTROPHES = re.compile("['’‘`´]")


def _last_part(tree: Element, window: str) -> str | None:
    """The name at the end of a title that no heading of the page repeats."""
    *rest, name = SITE_MARK.split(window)
    return name if rest and _is_name(name) and _is_confirmed(tree, name) else None


def _alone(tree: Element, window: str) -> str | None:
    """The window's title where the page does not say it at its head and calls itself by it below:
    "Velvet has learnt" under another headline."""
    heads = _heads(tree)
    if not _is_name(window) or not heads or any(window.lower() in head.lower() for head in heads):
        return None
    own = re.compile(rf"\b{re.escape(window)} (?:has|is|can|understands|was)\b")
    return window if _says(tree, own) else None


def _is_name(words: str) -> bool:
    return bool(_SITE_NAME.fullmatch(words)) and words.lower() not in NO_SITES


def _heads(tree: Element) -> list[str]:
    """Headlines of the first two levels as they are printed."""
    return [printed_text(h) for level in ("h1", "h2") for h in tree.iter(level)]


def _is_confirmed(tree: Element, name: str) -> bool:
    """True where the page has the name at its head, or calls itself by it."""
    own = re.compile(
        rf"(?:\btold|\btells|©|\([cC]\)) {re.escape(name)}\b"
        rf"|\b{re.escape(name)} (?:asked|approached|contacted|understands|can reveal|has learn)"
    )
    wanted = _plain(name)
    return any(_plain(words) == wanted for words in _mastheads(tree)) or _says(tree, own)


def _plain(name: str) -> str:
    return " ".join(name.casefold().split()).removeprefix("the ")


def _mastheads(tree: Element) -> Iterator[str]:
    """What leads to the start of the site, and the first words of the page that lead nowhere."""
    for link in tree.iter("a"):
        if _ROOT.fullmatch((link.get("href") or "").strip()):
            yield printed_text(link)
            yield from (image.get("alt") or "" for image in link.iter("img"))
    body = tree.find(".//body")
    for element in () if body is None else body.iter():
        if isinstance(element.tag, str) and element.tag not in ("script", "style", "noscript"):
            words = (element.text or "").strip()
            if words:
                if element.tag != "a":
                    yield words
                return


def _says(tree: Element, words: re.Pattern[str]) -> bool:
    """True where a paragraph has such words."""
    return any(words.search(printed_text(p)) for p in tree.iter("p"))
