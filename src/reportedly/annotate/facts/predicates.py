"""Persons whose predicate stands apart from their name: "Doe, whose play won, is married to Roe".

In: a parse and the places that mean persons.  Out: further places that end where the predicate
begins, so that what is told right behind a name is found there, too: behind a clause between
commas, and for the second of two verbs ("who taught for years and died in May").
"""

import re
from collections.abc import Iterator, Sequence

from reportedly.annotate.facts.people import Person
from reportedly.annotate.parse.model import Parse, Token

_SUBJECT = frozenset(("nsubj", "nsubjpass"))
#: What stands between a subject and its verb and is of the verb.
_OF_VERB = frozenset(("aux", "auxpass", "neg", "advmod"))
#: A clause between commas longer than this is mostly misread.
_LONGEST_CHARS = 180
#: "Ann Doe and Tom Roe's daughter was born": the daughter was, not she.
_OWNED = re.compile(r"\s+and\s+(?:[A-Z][\w-]+\s)*[A-Z][\w-]+'s?\s")
#: What the parse tells is less certain than a name right before its verb.
_SURE = 0.93


def predicates_apart(parse: Parse, names: Sequence[Person], view: str) -> Iterator[Person]:
    """A place for each predicate that does not follow its person's name at once."""
    ending = {place.span[1]: place for place in names}
    for verb in parse.tokens:
        if verb.pos not in ("VERB", "AUX"):
            continue
        start = _begin(parse, verb)
        subject = _find_subject(parse, verb)
        person = ending.get(subject.end) if subject is not None else None
        if person is None or not 0 < start - person.span[1] <= _LONGEST_CHARS:
            continue
        between = view[person.span[1] : start]
        # "A friend of Ann Doe's who died".
        if (
            "\n" in between
            or between[0] == "'"
            or not between[:-1].strip()
            or not between.endswith(" ")
            or _OWNED.match(between)
        ):
            continue
        span = (person.span[0], start - 1)
        yield Person(span, person.cluster, "nominal", _SURE * person.confidence)


def _begin(parse: Parse, verb: Token) -> int:
    """Where "has since been" before "married" begins."""
    first = verb.i
    while first and parse.tokens[first - 1].head == verb.i:
        if parse.tokens[first - 1].dep not in _OF_VERB:
            break
        first -= 1
    return parse.tokens[first].start


def _find_subject(parse: Parse, verb: Token) -> Token | None:
    """The last word of the subject; of the second verb that of the first one."""
    seen = {verb.i}
    while True:
        own = [i for i in parse.children[verb.i] if parse.tokens[i].dep in _SUBJECT]
        if own:
            return _antecedent(parse, verb, parse.tokens[own[0]])
        if verb.dep != "conj" or verb.head in seen:
            return None
        verb = parse.tokens[verb.head]
        seen.add(verb.i)


def _antecedent(parse: Parse, verb: Token, subject: Token) -> Token | None:
    """Of "who" the name that the clause hangs on, or the name beside its noun."""
    if subject.lower != "who":
        return subject if subject.pos == "PROPN" else None
    noun = parse.tokens[verb.head] if verb.dep == "relcl" else None
    if noun is None or noun.pos == "PROPN":
        return noun
    beside = (parse.tokens[i] for i in parse.children[noun.i])
    return next((t for t in beside if t.dep == "appos" and t.pos == "PROPN"), None)
