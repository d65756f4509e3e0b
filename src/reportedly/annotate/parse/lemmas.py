"""Base forms of English verbs and nouns from their endings and a list of irregular forms.

In: a word in lower case and its Penn tag.  Out: its base form.  The table beside this file is made
by `python -m tools.make_lemmas`; the longest ending that a word has in it decides.
"""

import functools
import re
from collections.abc import Mapping
from importlib import resources

#: Letters off the end, letters put on.
Change = tuple[int, str]
#: Stands before a word's first letter, so that an ending can be a whole word.
_START = "^"
_ENDING_OF_TAG = {"VBZ": "s", "VBG": "ing", "VBD": "ed", "VBN": "ed", "NNS": "plural"}
_MARK_OF_ENDING = {"s": "s", "plural": "s", "ing": "ing", "ed": "ed"}
_COMPARED = {"JJR": "er", "RBR": "er", "JJS": "est", "RBS": "est"}
_COMPARED_IRREGULARLY = {
    "better": "good", "best": "good", "worse": "bad", "worst": "bad",
    "further": "far", "furthest": "far", "farther": "far", "farthest": "far",
}  # fmt: skip
#: Ends of what "-er" leaves of adjectives in "-e": "lat", "larg", "wid", but not "great", "low".
_WANTS_E = re.compile(
    r"(?:(?<![aeiou])(?:at|in|os|is|id|al|ar|ic|ug|av|ur|ut|iv|or)|[aeo]rg|af|[bdpt]l|re|u|rang|ns|oos)\Z"
)
_MEN = re.compile(r"[a-z]*men\Z")


@functools.cache
def _table() -> Mapping[str, Mapping[str, Change]]:
    lines = resources.files(__package__).joinpath("endings.tsv").read_text("utf-8").splitlines()
    found: dict[str, dict[str, Change]] = {}
    for line in lines:
        if not line.startswith("#"):
            kind, ending, off, on = line.split("\t")
            found.setdefault(kind, {})[ending] = int(off), on
    return found


def base_form(word: str, tag: str) -> str:
    """The base form of `word` (lower case); the word itself where its tag says that it is one."""
    kind = _ENDING_OF_TAG.get(tag)
    if kind is None:
        return _positive(word, _COMPARED[tag]) if tag in _COMPARED else word
    irregular = _table()["noun" if kind == "plural" else "verb"].get(word)
    if irregular is not None:
        return irregular[1]
    if kind == "plural" and _MEN.match(word):
        return word[:-3] + "man"
    if not word.endswith(_MARK_OF_ENDING[kind]):
        return word
    off, on = _change(_START + word, _table()[kind])
    return word[: len(word) - off] + on


def _change(word: str, endings: Mapping[str, Change]) -> Change:
    """The change that the longest ending of `word` in the table says."""
    for start in range(len(word)):
        change = endings.get(word[start:])
        if change is not None:
            return change
    return endings[""]


def _positive(word: str, ending: str) -> str:
    """ "bigger" → "big", "latest" → "late", "easier" → "easy"."""
    if word in _COMPARED_IRREGULARLY:
        return _COMPARED_IRREGULARLY[word]
    stem = word.removesuffix(ending)
    if stem == word or len(stem) < 3:
        return word
    if stem.endswith("i"):
        return stem[:-1] + "y"
    if stem[-1] == stem[-2] and stem[-1] not in "ls":
        return stem[:-1]
    return stem + "e" if _WANTS_E.search(stem) else stem
