"""Universal parts of speech and lemmas, from words, Penn tags and dependency labels.

In: one token's word, tag and label.  Out: its part of speech and its lemma.  The rules are those of
the treebank's mapping: "have" is an auxiliary beside a verb and a verb of its own elsewhere, "that"
a pronoun, a determiner or a conjunction after its place in the sentence.
"""

import functools

from reportedly.annotate.parse.lemmas import base_form

#: Different tokens whose answer is remembered.
_REMEMBERED = 65_536

_POS_OF_TAG = {
    **dict.fromkeys(". , -LRB- -RRB- `` \"\" '' : HYPH NFP".split(), "PUNCT"),
    **dict.fromkeys("$ # SYM".split(), "SYM"),
    **dict.fromkeys("AFX JJ JJR JJS".split(), "ADJ"),
    **dict.fromkeys("RB RBR RBS".split(), "ADV"),
    **dict.fromkeys("DT PDT WDT WP$".split(), "DET"),
    **dict.fromkeys("EX PRP PRP$ WP".split(), "PRON"),
    **dict.fromkeys("VB VBD VBG VBN VBP VBZ BES HVS".split(), "VERB"),
    **dict.fromkeys("NN NNS".split(), "NOUN"),
    **dict.fromkeys("NNP NNPS".split(), "PROPN"),
    **dict.fromkeys("IN RP".split(), "ADP"),
    **dict.fromkeys("POS TO".split(), "PART"),
    "CC": "CCONJ",
    "CD": "NUM",
    "MD": "AUX",
    "UH": "INTJ",
    "WRB": "SCONJ",
}
_NEGATIONS = frozenset(("not", "n't", "nt"))
_CONJUNCTIONS = frozenset(
    """
    that if because while since so whether although though unless once cause upon till whereas
    whilst except despite but albeit save besides coz til tho
    """.split()
)
_PRONOUNS = frozenset(
    """
    something anyone anything nothing someone everything everyone everybody nobody somebody anybody
    """.split()
)
_AUXILIARIES = {
    "VB": frozenset(("be", "do", "have", "of", "'ve")),
    "VBP": frozenset(("do", "are", "'re", "am", "'m", "have", "'ve", "'s")),
    "VBZ": frozenset(("is", "'s", "has", "does")),
    "VBD": frozenset(("was", "were", "did", "had", "'d")),
    "VBN": frozenset(("been", "had")),
    "VBG": frozenset(("being",)),
}
_FULL_VERBS = frozenset(("do", "does", "did", "'d", "have", "has", "had"))
#: Tags whose part of speech goes by the place in the sentence, too.
_BY_PLACE = frozenset(("IN", "DT", "WDT", "CC"))
_OF_FULL_VERBS = frozenset(("ROOT", "advcl", "ccomp", "conj", "relcl", "xcomp"))
_BASE_OF_PRONOUN = {
    "i": "I", "me": "I", "him": "he", "her": "she", "us": "we", "them": "they",
}  # fmt: skip
_BASE_OF_SHORT = {
    "n't": "not", "nt": "not", "ca": "can", "sha": "shall", "wo": "will",
    "'ll": "will", "'d": "would",
}  # fmt: skip
_BASE_OF_AUXILIARY = {
    **dict.fromkeys("been being is 's are 're am 'm was were".split(), "be"),
    **dict.fromkeys("has have 've had 'd having".split(), "have"),
    **dict.fromkeys("does did do".split(), "do"),
}


@functools.lru_cache(maxsize=_REMEMBERED)
def morphology(word: str, tag: str, dep: str) -> tuple[str, str]:
    """Universal part of speech and lemma of one token."""
    auxiliary = dep == "aux" or dep == "auxpass"
    by_place = auxiliary or tag in _BY_PLACE or word.lower() in _FULL_VERBS
    return _morphology(word, tag, dep if by_place else "")


@functools.lru_cache(maxsize=_REMEMBERED)
def _morphology(word: str, tag: str, dep: str) -> tuple[str, str]:
    lower = word.lower()
    pos = _pos(lower, tag, dep)
    return pos, _lemma(word, lower, tag, pos)


def _pos(lower: str, tag: str, dep: str) -> str:
    if dep in ("aux", "auxpass") and tag != "TO":
        return "AUX"
    if lower in _AUXILIARIES.get(tag, ()):
        return "VERB" if lower in _FULL_VERBS and dep in _OF_FULL_VERBS else "AUX"
    if tag == "IN":
        return "SCONJ" if dep == "mark" or lower in _CONJUNCTIONS else "ADP"
    if tag in ("DT", "WDT"):
        is_pronoun = dep not in ("det", "quantmod", "") or (tag == "WDT" and lower == "that")
        return "PRON" if is_pronoun else "DET"
    if tag == "NN" and lower in _PRONOUNS:
        return "PRON"
    if tag == "RB" and lower in _NEGATIONS:
        return "PART"
    if tag == "CC" and lower == "but" and dep == "advmod":
        return "ADV"
    return _POS_OF_TAG.get(tag, "X")


def _lemma(word: str, lower: str, tag: str, pos: str) -> str:
    if tag == "PRP":
        return _BASE_OF_PRONOUN.get(lower, lower)
    if pos == "PROPN":
        return word
    if tag in _AUXILIARIES and lower in _BASE_OF_AUXILIARY:
        return _BASE_OF_AUXILIARY[lower]
    if tag in ("MD", "RB") and lower in _BASE_OF_SHORT:
        return _BASE_OF_SHORT[lower]
    return base_form(lower, tag)
