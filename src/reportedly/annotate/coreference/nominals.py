"""Descriptions in a text: "the mother of two", "his ex", "a former senator", "the paper".

Every noun phrase that is no name is a candidate; its head noun says what kind of thing it is.
"""

from reportedly.annotate.coreference.candidate import Candidate, Kind
from reportedly.annotate.coreference.lexicon import (
    FEMALE_NOUNS,
    GROUP_NOUNS,
    MALE_NOUNS,
    ORGANISATION_NOUNS,
    OUTLET_NOUNS,
    PERSON_NOUNS,
    PLACE_NOUNS,
    WORK_NOUNS,
)
from reportedly.annotate.coreference.noun_phrases import phrase_tokens
from reportedly.annotate.parse.model import Parse, Token

_DEFINITE = frozenset(
    """the this that these those my your his her its our their whose said such""".split()
)
_INDEFINITE = frozenset(
    """a an some any another no every each many several few most more one two three four five six
    seven eight nine ten both half all other""".split()
)
#: Modifiers that say nothing about which one is meant.
_EMPTY = frozenset(["former", "current", "then", "late", "longtime", "new", "old"]) | frozenset(
    ["the", "a", "an", "of", "in", "on", "at", "to", "for", "very", "own", "such", "same"]
)
#: Dependents of a head that make it a numeral or measure: no entity.
_MEASURES = frozenset(
    """percent % per cent dollar pound euro year month week day hour minute second mile kilometer
    kilometre metre meter foot inch kilo kilogram ton point o'clock am pm""".split()
)


def noun_kind(lemma: str) -> Kind:
    """What the noun names; `thing` for what is no entity of ours."""
    word = lemma.lower()
    for words, kind in (
        (PERSON_NOUNS, "person"),
        (OUTLET_NOUNS, "organisation"),
        (ORGANISATION_NOUNS, "organisation"),
        (GROUP_NOUNS, "group"),
        (PLACE_NOUNS, "place"),
        (WORK_NOUNS, "work"),
    ):
        if word in words:
            return kind  # type: ignore[return-value]
    if word.endswith(("woman", "man", "person", "year-old")):
        return "person"
    return "thing"


def noun_gender(lemma: str) -> str:
    """`f` or `m` when the noun itself says so, else ''."""
    word = lemma.lower()
    if word in FEMALE_NOUNS or word.endswith("woman"):
        return "f"
    return "m" if word in MALE_NOUNS or (word.endswith("man") and word != "human") else ""


def find_nominals(
    parse: Parse,
    named: frozenset[int],
    quotation_of: list[int],
    appositions: frozenset[int],
    sources: frozenset[int] = frozenset(),
) -> list[Candidate]:
    """All candidates of form nominal.

    Args:
        parse: the text's parse.
        named: tokens that belong to names.
        quotation_of: for each token the quotation it stands in, or -1.
        appositions: head tokens that are appositions or predicates of another phrase.
        sources: nouns that are known to head a phrase, whatever the parser says.
    """
    return [
        _nominal(parse, token, quotation_of[token.i], token.i in appositions)
        for token in parse.tokens
        if token.i not in named and (token.i in sources or _may_head(parse, token))
    ]


def _may_head(parse: Parse, token: Token) -> bool:
    if _is_age(parse, token):
        # "The 28-year-old wept": parsers take the verb for the noun that the age describes.
        above = parse.tokens[token.head]
        # "The 28-year-old plans to weep": no other verb says what is told of the plans.
        planned = above.tag == "NNS" and above.i == token.i + 1 and above.head == above.i
        describes = token.dep == "amod" and (above.pos in ("VERB", "AUX") or planned)
        return describes or token.dep in ("nsubj", "nsubjpass", "dobj", "pobj", "appos")
    if token.dep in ("compound", "nmod", "amod", "npadvmod", "intj", "quantmod", "nummod"):
        return False
    named = token.pos == "PROPN" and token.text[:1].isalpha()
    if token.pos != "NOUN" and not named:
        return False
    # "The PM" is no afternoon.
    measure = token.lemma.lower() in _MEASURES and token.text != "PM"
    return not measure and token.entity not in _NO_ENTITY


_NO_ENTITY = ("DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL")


def _is_age(parse: Parse, token: Token) -> bool:
    """The last token of "the 52-year-old" used for a person."""
    if token.lower.endswith("year-old"):
        return True
    words = [t.lower for t in parse.tokens[max(0, token.i - 3) : token.i + 1]]
    return words[-1] in ("old", "olds") and words[:-1] in (["-", "year", "-"], ["-", "years", "-"])


def _nominal(parse: Parse, head: Token, quotation: int, inner: bool) -> Candidate:
    first, last = phrase_tokens(parse, head.i)
    if parse.tokens[last].lower == "of" and last + 1 < len(parse.tokens):
        # "Mother of two moves house": parsers count the moves.
        last += parse.tokens[last + 1].pos == "NUM"
    if first and _is_age(parse, head) and parse.tokens[first - 1].tag == "DT":
        first -= 1  # of what the age was taken to describe
    tokens = parse.tokens[first : last + 1]
    before = [t for t in tokens if t.i < head.i]
    owner = any(parse.tokens[c].dep == "poss" for c in parse.children[head.i])
    lead = before[0].lower if before else ""
    plural = head.tag in ("NNS", "NNPS")
    kind: Kind = "person" if _is_age(parse, head) else noun_kind(head.lemma)
    if kind == "person" and plural:
        kind = "group"
    return Candidate(
        span=(tokens[0].start, tokens[-1].end),
        core=head.span,
        head=head.i,
        sentence=head.sentence,
        form="nominal",
        kind=kind,
        text=head.lemma.lower(),
        phrase=_phrase(parse, head, first, last),
        modifiers=frozenset(
            t.lower
            for t in tokens[: _aside(parse, head, first, last) - first]
            if t.i != head.i and t.pos in ("NOUN", "PROPN", "ADJ", "NUM", "VERB")
        )
        - _EMPTY,
        gender=noun_gender(head.lemma),
        number="pl" if plural else "sg",
        definite=owner or lead in _DEFINITE,
        indefinite=not owner and (lead in _INDEFINITE or not before),
        quotation=quotation,
        inner=inner,
    )


def _aside(parse: Parse, head: Token, first: int, last: int) -> int:
    """Where a clause begins that only tells more: "the friend, who has known her for years"."""
    for child in parse.children[head.i]:
        if child > head.i and parse.tokens[child].dep == "relcl":
            start = parse.subtree(child)[0]
            if first < start <= last and parse.tokens[start - 1].text == ",":
                return start - 1
    return last + 1


def _phrase(parse: Parse, head: Token, first: int, last: int) -> str:
    """The phrase without appositions and clauses, single-spaced as it is printed."""
    for child in parse.children[head.i]:
        if child > head.i and parse.tokens[child].dep in ("appos", "relcl", "acl"):
            # A misread clause may begin before the head: the head stays.
            last = min(last, max(head.i, parse.subtree(child)[0] - 1))
            break
    while last > head.i and parse.tokens[last].pos == "PUNCT":
        last -= 1
    words = ""
    for token in parse.tokens[first : last + 1]:
        glued = token.i > first and parse.tokens[token.i - 1].end == token.start
        words += token.text if glued or not words else f" {token.text}"
    return words
