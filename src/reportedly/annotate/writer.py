"""Who writes "I": the one person whom the byline names, or the line about its author at the foot,
or the name below a letter.

In: an article.  Out: a name or None.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from reportedly.model import Article

_NAME = r"[A-Z][\w’'-]+(?: [A-Z]\.?)?(?: [A-Z][\w’'-]+){1,2}"
#: "By Ada Quill" as a line of its own among the first few.
_BYLINE = re.compile(rf"(?:By|(?:Interview|Words|Text|Story|Report) by) (?P<name>{_NAME})(?:,.*)?")
_BYLINE_WITHIN_LINES = 4
#: "Ada Quill meets a baker", "*Bo Varga writes about bells*": a line of its own under the heading.
_STANDFIRST = re.compile(
    rf"[*_]*(?P<name>{_NAME}) (?:writes|reports|reviews|recalls|remembers|reflects|meets|visits"
    r"|watches|spends|spent|talks|looks)\b[^.\"“]{0,90}\.?[*_]*"
)
#: What the line about an author says of them: "Ada Quill is a playwright", "… writes for us".
_ABOUT = re.compile(
    rf"(?P<name>{_NAME}),?(?: [^.]{{0,80}},)? "
    r"(?:is|was|writes|teaches|lives|works|covers|reports|edits|serves|"
    r"has (?:written|been|worked))\b"
)
#: Below the line about the author stand at most a correction and a note on rights.
_ABOUT_WITHIN_LINES = 3
#: Only who tells of themselves is told about at the foot.
_FIRST_PERSON = re.compile(r"\b(?:I|I[’']m|I[’']ve|my|My|me)\b")
#: What others say; and that somebody is quoted, which nobody is in the line about the author.
_QUOTED = re.compile(r"[“\"«„][^”\"»\n]*[”\"»]?")


def find_writer(article: Article) -> str | None:
    """The name of the one person who wrote the article; None for several, a desk or nobody."""
    if article.byline:
        words = article.byline.removeprefix("By ").split()
        named = 2 <= len(words) <= 3 and all(word[0].isupper() for word in words)
        return " ".join(words) if named else None
    return _find_in_text(article.text)


def _find_in_text(text: str) -> str | None:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    for line in lines[:_BYLINE_WITHIN_LINES]:
        signed = _BYLINE.fullmatch(line)
        if signed is not None:
            return signed.group("name")
    for line in lines[1:_BYLINE_WITHIN_LINES]:
        told = _STANDFIRST.fullmatch(line)
        # One of whom the article itself tells is somebody in it, not its author.
        if told is not None and text.count(told.group("name")) == 1 and _says_i(text):
            return told.group("name")
    if (signed_below := _find_signature(text, lines)) is not None:
        return signed_below
    if len(lines) <= _ABOUT_WITHIN_LINES:
        return None
    for line in reversed(lines[-_ABOUT_WITHIN_LINES:]):
        about = _ABOUT.match(line)
        if about is None or _QUOTED.search(line):
            continue
        name = about.group("name")
        # One of whom the article itself tells is somebody in it, not its author.
        alone = text.index(line) == text.index(name)
        return name if alone and _says_i(text[: text.index(line)]) else None
    return None


def _says_i(text: str) -> bool:
    return _FIRST_PERSON.search(_QUOTED.sub("", text)) is not None


#: Lines at the foot in which a letter is signed: what follows are notes on how to get it.
_SIGNED_WITHIN_LINES = 7
#: "Until next Monday," and the like have few words.
_CLOSING_WORDS = 4


def _find_signature(text: str, lines: Sequence[str]) -> str | None:
    """Ada Quill below "Yours," or "Until next week,"."""
    for closing, line in pairwise(lines[-_SIGNED_WITHIN_LINES:]):
        closes = closing.endswith(",") and len(closing.split()) <= _CLOSING_WORDS
        if closes and re.fullmatch(_NAME, line):
            return line if _FIRST_PERSON.search(_QUOTED.sub("", text)) else None
    return None
