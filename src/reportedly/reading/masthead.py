"""The paper's name in the first line of a text, above headline and byline.

In: the first lines of a text, and what follows the first.  Out: the name; where the line is all
capitals, spelt as the text spells it elsewhere.
"""

import re
from collections.abc import Sequence

from reportedly.reading import lines

#: Name of the paper, headline, byline, and perhaps a date before it.
HEAD_UNITS = 4
#: One to five words with capitals.
_NAME = re.compile(r"[A-Z][\w&’'-]*(?: (?:[A-Z][\w&’'-]*|of|the|and|from|for|in|on|&)){0,4}")
#: How papers' names end, which headlines do not.
_PAPER = re.compile(
    r" (?:Times|Post|Herald|Courier|Gazette|Echo|Journal|Tribune|Chronicle|Observer|Ledger|Argus"
    r"|Bulletin|Dispatch|Examiner|Mercury|Advertiser|Telegraph|Radio)$"
)
#: More ends, and beginnings, which beside a whole day are a paper's.
_PAPER_WITH_DAY = re.compile(
    r" (?:Mail|Mirror|Express|Standard|Packet|Sentinel|Guardian|Independent|Inquirer|Register"
    r"|Weekly|Monthly|Daily|Magazine|Review|Digest|News|Today|World|Globe|Press|Star|Sun|Reporter|Record"
    r"|Leader|Voice|Messenger|Monitor|Witness|Spectator|Citizen|Pioneer|Enterprise|Beacon|Banner"
    r"|Pilot|Eagle|Bugle|Insider|Online|TV|FM)$"
    r"|^(?:The )?(?:Daily|Weekly) [A-Z]\w+$"
    r"|^(?:The )?(?:Evening|Morning|Sunday) (?:News|Press|Star|Sun|Record|World|Globe|Call)$"
)
#: Names of what one person writes.
_NOTEBOOK = re.compile(
    r" (?:Notes|Notebook|Diary|Letter|Review|Blog|Log)$|^(?:Notes|Letters?|Dispatches|News) From "
)
_SMALL = frozenset(("the", "of", "and", "from", "for", "in", "on"))
#: A line that is nothing but a person's name, below a name in capitals and a headline.
_SIGNED = re.compile(r"[A-Z][a-zà-ÿ]+(?: (?:[A-Z]\.|[A-Z][\w’'-]+)){1,2}")
_WORD = re.compile(r"\w+")
#: The agency in a dateline.
_SHORT = re.compile(r"\((?P<short>[^()]+)\)")
#: Letters of a word in capitals that may be an abbreviation: the ABC, the BBC.
_ABBREVIATED = 3
_VOWEL = re.compile(r"[aeiouy]", re.IGNORECASE)


def find_masthead(lead: Sequence[str], body: str, ranked: bool = False) -> str | None:
    """The name in the first of the lines `lead`; `body` is the text from the second line on.

    The words of a headline come again in the article, each by itself; those of a name do not, or
    as the name of somebody who is told things, and in addresses.  An agency's stands short in the
    dateline below it.

    Args:
        ranked: the first line is marked as a heading of the first rank, the second of the second.
    """
    if len(lead) < HEAD_UNITS or not _NAME.fullmatch(lead[0]):
        return None
    if lines.is_date_alone(lead[1]):
        lead = (lead[0], *lead[2:], lead[1])  # the day may stand between name and headline
    if not lines.is_headline_like(lead[1]) or lines.find_byline(lead[1]):
        return None
    if agency := next((a for line in lead[2:] if (a := _find_agency(lead[0], line))), None):
        short = " " in agency or not agency.isupper()
        return (
            agency if short and not _spelt_out(lead[0], body) else in_usual_letters(lead[0], body)
        )
    signed = any(lines.find_byline(line) or lines.is_date_alone(line) for line in lead[2:])
    signed = signed or (ranked and calls_itself(body, lead[0]))
    if not signed and not (lead[0].isupper() and is_signature(lead[2])):
        return None
    own = {word.lower() for word in _WORD.findall(lead[0])} - _SMALL
    others = set(_WORD.findall(body.replace(lead[0], "").lower()))
    named = _PAPER.search(lead[0].title()) or calls_itself(body, lead[0])
    return None if own & others and not named else in_usual_letters(lead[0], body)


def _find_agency(name: str, line: str) -> str | None:
    """The agency in the dateline of `line`, where it is short for `name`: "NMA", "Northern"."""
    found = _SHORT.search(line, 0, lines.find_dateline(line) or 0)
    if found is None or not name.isupper():
        return None
    words = [word for word in _WORD.findall(name.lower()) if word not in _SMALL]
    short = _WORD.findall(found["short"].lower())
    is_short = short == words[: len(short)] or short == ["".join(word[0] for word in words)]
    return found["short"] if is_short else None


def is_signature(line: str) -> bool:
    """True for a line that is nothing but a person's name."""
    return _SIGNED.fullmatch(line) is not None


def is_paper(name: str) -> bool:
    """True for a name of several words that ends, or begins, like those of papers and notebooks."""
    titled = name.title()
    return bool(_PAPER.search(titled) or _NOTEBOOK.search(titled))


def is_newspaper(name: str) -> bool:
    """True for the name of a paper, no notebook, that stands beside a day."""
    return bool(_PAPER.search(name.title()) or _PAPER_WITH_DAY.search(name.title()))


def _core(name: str) -> str:
    return re.sub(r"^the ", "", name, flags=re.IGNORECASE)


def calls_itself(body: str, name: str) -> bool:
    """True where somebody tells it something, it asks, or its address is given."""
    core = re.escape(_core(name))
    address = re.sub(r"\W", "", _core(name))
    return bool(
        re.search(
            rf"\b(?:tells?|told|asked by|readers of|editor of|subscribe to) (?:the )?{core}\b"
            rf"|(?:^|\n)[*_]{{0,2}}(?:the )?{core}:[*_]{{0,2}} [^\n]*\?"
            rf"|(?:@|www\.|//|\b(?=\w+\.\w)){address}\.[a-z]{{2,}}",
            body,
            re.IGNORECASE,
        )
    )


def _spelt_out(name: str, body: str) -> str | None:
    """A name in capitals as the text spells it elsewhere: "By Ada Quill, Northern News Agency"."""
    found = re.finditer(rf"\b(?:the )?({re.escape(_core(name))})\b", body, re.IGNORECASE)
    return next((f[1] for f in found if not f[1].isupper() and f[1][0].isupper()), None)


def in_usual_letters(name: str, body: str) -> str:
    """A name in capitals as the text spells it elsewhere, else as names are spelt."""
    if not name.isupper():
        return name
    written = _spelt_out(name, body)
    first = "The " if _core(name) != name else ""
    if written:
        return first + written
    words = [_spelt(word, bool(first) or " " in name) for word in _core(name).split()]
    return first + " ".join(words)


def _spelt(word: str, among_words: bool) -> str:
    if word.lower() in _SMALL:
        return word.lower()
    short = len(word) <= _ABBREVIATED or not _VOWEL.search(word)
    return word if short or not among_words else word.capitalize()
