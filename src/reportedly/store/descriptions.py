"""What articles call somebody who has no name: words fit to be listed, without what stands around.

In: the words of a source as an article has them.  Out: a description, or nothing where they say
nothing of anybody.
"""

import re

#: What stands before a description and does not belong to it.
_ARTICLE = re.compile(r"^(?:an?|the|(?:one|another)(?! of)) (?=\w)", re.IGNORECASE)

_MARKS = " ,.;:“”\"'‘’«»„"

#: Words that stand for a source and describe nobody.
_SAY_NOTHING = frozenset(
    "another anyone anybody everyone everybody he her him his i it many nobody one others she some "
    "somebody someone that their them they this those us we which who you".split()
) | {"no one", "those who"}


def find_description(words: str) -> str | None:
    """The words without marks and blanks around them; None where they describe nobody."""
    plain = " ".join(words.split()).strip(_MARKS)
    return plain if plain and plain.casefold() not in _SAY_NOTHING else None


def without_article(description: str) -> str:
    """`an insider` → `insider`: "one of the guests" stays whole."""
    return _ARTICLE.sub("", description)
