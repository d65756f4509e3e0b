"""Which verbs of a parse tell that something happened, or is set to happen."""

from collections.abc import Iterator
from typing import Literal

from reportedly.annotate.happenings.lexicon import (
    CONDITIONAL_MARKS,
    FUTURE_AUXILIARIES,
    HEDGES,
    LASTING,
    LIGHT_OBJECTS,
    NOT_EVENTIVE,
    OCCASIONS,
    OPEN_AUXILIARIES,
    SCHEDULING,
    SPEAKING,
    TOLD_OCCASIONS,
)
from reportedly.annotate.parse.model import Parse, Token
from reportedly.content_words import NEGATIONS

Tense = Literal["past", "perfect", "future", "present"]


#: "Was on the first Friday night in" already holds more than a day.
FURTHEST_AUXILIARY = 6
#: Words of "on Friday 3 May", "last night".
_TIME_TAGS = frozenset(("IN", "NNP", "NN", "CD", "JJ", "DT"))


def dependents(parse: Parse, i: int) -> list[Token]:
    """The tokens that depend on token `i` directly."""
    return [parse.tokens[child] for child in parse.children[i]]


def find_tense(parse: Parse, verb: Token) -> Tense | None:
    """`past` or `future` when the verb is told as a fact of that time, `perfect` for "has won",
    `present` for one that only a later day can make an event ("arrives on Friday"); None for all
    else."""
    if verb.pos != "VERB" or _is_open(parse, verb):
        return None
    auxiliaries = [t for t in dependents(parse, verb.i) if t.dep in ("aux", "auxpass")]
    if find_split_auxiliary(parse, verb):
        return "past"
    if any(t.lower in FUTURE_AUXILIARIES for t in auxiliaries):
        return "future"
    if _is_scheduled(parse, verb):
        return "future"
    if verb.tag in ("VBZ", "VBP") and not auxiliaries:
        return "present"
    if any(t.tag in ("VB", "TO") for t in auxiliaries):
        return None
    if any(t.tag in ("VBZ", "VBP") for t in auxiliaries):
        has = any(t.lemma.lower() == "have" for t in auxiliaries)
        return "perfect" if has and verb.tag in ("VBN", "VBD") else None
    if verb.tag == "VBD" or (verb.tag == "VBN" and any(t.tag == "VBD" for t in auxiliaries)):
        return "past"
    if verb.dep == "conj" and verb.tag in ("VBN", "VBD") and not auxiliaries:
        return find_tense(parse, parse.tokens[verb.head])
    return None


def find_split_auxiliary(parse: Parse, verb: Token) -> Token | None:
    """The "was" of "Venn was on Friday night awarded the prize", which parsers take for the verb.

    Between the two stands nothing but an expression of time, without commas.
    """
    above = parse.tokens[verb.head]
    near = 1 < verb.i - above.i <= FURTHEST_AUXILIARY
    if not near or above.lower not in ("was", "were") or verb.tag not in ("VBN", "VBD"):
        return None
    between = parse.tokens[above.i + 1 : verb.i]
    bare = all(t.tag in _TIME_TAGS for t in between)
    return above if bare and between[0].lower in ("on", "last", "this") else None


def _is_scheduled(parse: Parse, verb: Token) -> bool:
    """'is expected to open': an infinitive under a scheduling word."""
    head = parse.tokens[verb.head]
    to = any(t.lower == "to" and t.dep == "aux" for t in dependents(parse, verb.i))
    if not (to and verb.dep == "xcomp" and head.lemma.lower() in SCHEDULING):
        return False
    before = dependents(parse, head.i)
    if head.pos == "ADJ":
        before = [parse.tokens[head.head], *dependents(parse, head.head)]
    negated = any(t.dep == "neg" or t.lower in NEGATIONS for t in before)
    return not negated and any(t.lower in ("is", "are", "'s", "’s") for t in before)


def _is_open(parse: Parse, verb: Token) -> bool:
    """Negated, asked, conditional, or under a modal that leaves it open."""
    around = dependents(parse, verb.i)
    for token in around:
        if token.dep == "neg" or (token.lower in NEGATIONS and token.dep in ("advmod", "det")):
            return True
        if token.dep == "advmod" and token.lower in HEDGES:
            return True
        if token.dep == "aux" and token.lower in OPEN_AUXILIARIES:
            return True
        if token.dep == "mark" and token.lower in CONDITIONAL_MARKS:
            return True
        if token.dep == "advcl" and _is_conditional(parse, token):
            return True
    subjects = [t for t in around if t.dep in ("nsubj", "nsubjpass")]
    if any(t.lower in NEGATIONS for s in subjects for t in (s, *dependents(parse, s.i))):
        return True
    return _asks(parse, verb)


def _is_conditional(parse: Parse, clause: Token) -> bool:
    marks = (t for t in dependents(parse, clause.i) if t.dep == "mark")
    return any(mark.lower in CONDITIONAL_MARKS for mark in marks)


def _asks(parse: Parse, verb: Token) -> bool:
    sentence = parse.sentences[verb.sentence]
    last = parse.tokens[sentence.last - 1]
    return "?" in last.text or (last.i > 0 and "?" in parse.tokens[last.i - 1].text)


def is_eventive(parse: Parse, verb: Token) -> bool:
    """True when the verb, with its object where it is a light one, names an event."""
    lemma = verb.lemma.lower()
    if lemma in SPEAKING and speaks_on_occasion(parse, verb):
        return True
    if lemma == "take" and any(t.dep == "nsubjpass" for t in dependents(parse, verb.i)):
        return True
    if lemma in LIGHT_OBJECTS:
        return any(t.lemma.lower() in LIGHT_OBJECTS[lemma] for t in _complements(parse, verb))
    if lemma == "bear":
        return True
    if begins(parse, verb):
        return True
    return lemma not in NOT_EVENTIVE and lemma.isalpha()


def begins(parse: Parse, verb: Token) -> bool:
    """True for "has run the ferry since May": that day it began.  Only under have or had."""
    around = dependents(parse, verb.i)
    perfect = any(t.lemma.lower() == "have" and t.dep == "aux" for t in around)
    return (
        perfect
        and verb.lemma.lower() in LASTING
        # "Has managed to stay since May" began at no day.
        and not any(t.dep == "xcomp" for t in around)
        and any(t.lower == "since" and t.dep in ("prep", "mark") for t in around)
    )


def speaks_on_occasion(parse: Parse, verb: Token) -> bool:
    """True for "said in a speech", "told the paper in an interview", "told the podcast Hearsay"."""
    if any(_is_told_occasion(parse, t) for t in dependents(parse, verb.i)):
        return True
    prepositions = [t for t in dependents(parse, verb.i) if t.dep == "prep" and t.lower != "as"]
    return any(
        token.dep == "pobj" and token.lemma.lower() in OCCASIONS
        for preposition in prepositions
        for token in dependents(parse, preposition.i)
    )


def _is_told_occasion(parse: Parse, told: Token) -> bool:
    """True for a programme that is told something; "the podcast Hearsay" may be read either way."""
    if told.dep not in ("dobj", "dative"):
        return False
    named = [told, *(t for t in dependents(parse, told.i) if t.dep in ("appos", "compound"))]
    return any(t.lemma.lower() in TOLD_OCCASIONS and t.pos == "NOUN" for t in named)


def _complements(parse: Parse, verb: Token) -> Iterator[Token]:
    for token in dependents(parse, verb.i):
        if token.dep in (
            "dobj",
            "nsubjpass",
            "attr",
            "oprd",
            "prt",
            "acomp",
            "ccomp",
            "advmod",
            "dep",
            "xcomp",
        ):
            yield token
            yield from (t for t in dependents(parse, token.i) if t.dep == "compound")


def find_events(parse: Parse) -> Iterator[tuple[Token, Tense]]:
    """The verbs that tell of an event, in order, each with its tense."""
    for token in parse.tokens:
        if token.pos == "VERB" and is_eventive(parse, token):
            tense = find_tense(parse, token)
            if tense:
                yield token, tense
