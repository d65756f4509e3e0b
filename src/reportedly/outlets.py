"""One form for the ways in which an outlet's name is written.

In: a name or an address as articles print it.  Out: a key that is the same for `The Courier`,
`Courier magazine`, `courier.com` and `https://www.thecourier.co.uk/news`.
"""

import functools
import re

_NOT_A_LETTER = re.compile(r"[\W_]+")
_LEADING_ARTICLE = re.compile(r"^the\s+", re.IGNORECASE)
#: What sort of outlet it is, in small letters: no part of its name.
_SORT = re.compile(
    r"^(?:magazine|newspaper|paper|weekly|website|tabloid)\s+(?=[^\W\d_a-z])"
    r"|(?<=\w)\s+(?:magazine|newspaper|website)$"
)
_ADDRESS = re.compile(
    r"(?:https?://)?(?P<host>[^\W_](?:[\w-]*[^\W_])?(?:\.[^\W_](?:[\w-]*[^\W_])?)+)(?:[/?#:]\S*)?",
    re.IGNORECASE,
)
#: Ends of addresses beside those of countries, which have two letters.
_ENDS = frozenset(
    "com net org info biz edu gov int news press media online site blog example".split()
)
#: What stands before the end of a country: "co.uk", "com.au".
_BEFORE_COUNTRY = frozenset("co com net org gov ac edu ne or".split())
#: Where each of many writers has an address: the label before is the outlet's name.
_HOSTS_OF_MANY = frozenset(
    "blogspot wordpress substack medium tumblr ghost livejournal typepad wixsite github".split()
)
#: Words that begin with "the" without an article in front: "theatre.com" is no "Atre".
_ONE_WORD = re.compile(
    r"the(?:at(?:re|er)|olog|rap(?:y|ist|eut)|rm[ao]|ory|ories|sis|me|spian|ft|ssal)"
)


@functools.lru_cache(maxsize=4_096)
def outlet_key(name: str) -> str:
    """One form for the ways in which an outlet's name is written: `The Courier`, `courier.com`,
    `Courier magazine`."""
    bare = _named_by(name.strip()) or _LEADING_ARTICLE.sub("", name.strip())
    bare = _SORT.sub("", bare)
    return _NOT_A_LETTER.sub("", bare).casefold() or name.casefold()


def is_same_outlet(one: str | None, other: str | None) -> bool:
    """True where two articles are of one outlet, however each writes it, or both of none known."""
    return outlet_key(one or "") == outlet_key(other or "")


def is_address(name: str) -> bool:
    """True for the address of a site in place of its name."""
    return _named_by(name.strip()) is not None


def name_over_address(name: str) -> tuple[bool, int, str]:
    """A key for `max` over the spellings of one outlet: names before addresses, the longest."""
    return not is_address(name), len(name), name


def _named_by(address: str) -> str | None:
    """The label of an address that names the site, without the article run together with it; None
    where it is no address."""
    matched = _ADDRESS.fullmatch(address)
    if matched is None:
        return None
    *labels, end = matched["host"].lower().split(".")
    if end not in _ENDS and not (len(end) == 2 and end.isalpha()):
        return None
    while len(labels) > 1 and (labels[-1] in _BEFORE_COUNTRY or labels[-1] in _HOSTS_OF_MANY):
        labels.pop()
    label = labels[-1]
    own = label.removeprefix("the").removeprefix("-")
    return own if own and not _ONE_WORD.match(label) else label
