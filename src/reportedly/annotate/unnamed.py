"""Words by which an article says that somebody does not want to be named.

In: a text and where the words for somebody end.  Out: whether it says so there.
"""

import re

from reportedly.offsets import Span

#: Characters after the words for somebody in which it stands.
_CLAUSE_CHARS = 120
_ASKED = re.compile(
    r",? ?(?:who|(?:speaking|talking)\b)[^.“”\"]{0,60}"
    r"\b(?:anonym\w+|(?:not|n[’']t) (?:want )?(?:to )?be (?:named|identified|quoted by name)"
    r"|declined to (?:be (?:named|identified)|give (?:his|her|their|a) name))"
)


def wants_no_name(text: str, words: Span, limit: int) -> bool:
    """True where the clause after `words`, before `limit`, says so: "a clerk, who asked not to be
    named", "a weaver speaking on condition of anonymity"."""
    end = min(limit, words[1] + _CLAUSE_CHARS)
    return _ASKED.match(text, words[1], end) is not None or (
        _ASKED.search(text, words[0], words[1]) is not None
    )
