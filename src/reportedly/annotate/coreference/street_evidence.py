"""Streets and parks that are called like people: "found at Victoria Park", "in Grace Lane".

In: the names of a text.  Out: (name, place) where it ends like a street and stands where places
stand; names whose last word the text has alone, or that speak, are people's.
"""

from collections.abc import Iterator, Sequence

from reportedly.annotate.coreference.candidate import Kind
from reportedly.annotate.coreference.name import Name
from reportedly.annotate.parse.model import Parse, Token

#: Families have these names hardly ever.
_STREETS = frozenset("avenue boulevard crescent gardens road street terrace".split())
#: Families have these names, too.
_MAYBE = frozenset(
    "close court drive green grove hill lane meadow park place quay row square walk wharf".split()
)
#: Where something is, goes or comes from.
_WHERE = frozenset("across along around at from in into near off on onto outside to".split())
#: Verbs of being or happening somewhere, and of getting there; nobody is "in" a person by them.
_HAPPEN = frozenset(
    """arrest arrive attack begin bury call camp climb come cycle die discover drive dwell end
    fall find flee gather go happen hold injure jog kill land live meet move occur open park play
    race reach reside return rush see shoot sit sleep spot stab stage start stay strike stroll
    summon travel visit walk work""".split()
)
#: What is done to places.
_DONE = frozenset("close cordon evacuate flood reopen resurface seal".split())


def find_street_evidence(parse: Parse, names: Sequence[Name]) -> Iterator[tuple[str, Kind]]:
    """(name, "place") for each occurrence that shows a street; people of these names yield none."""
    alone = {name.text for name in names if len(name.words) == 1}
    people = {name.text for name in names if name.title or _is_somebody(parse, name)}
    for name in names:
        last = name.words[-1].lower()
        if len(name.words) not in (2, 3) or name.text in people:
            continue
        if name.kind not in ("person", "place"):
            continue
        if last in _STREETS:
            yield name.text, "place"
        elif last not in _MAYBE or name.words[-1] in alone:
            continue
        elif name.kind == "place" or _is_where(parse, name):
            yield name.text, "place"


def _is_where(parse: Parse, name: Name) -> bool:
    head = name.head(parse)
    if head.dep == "conj":  # "in Grace Lane and Park Grove"
        head = parse.tokens[head.head]
    above = parse.tokens[head.head]
    if head.dep == "nsubjpass":
        return above.lemma in _DONE
    if head.dep == "nsubj":
        return above.lemma == "reopen"
    if head.dep != "pobj" or above.lower not in _WHERE:
        return False
    there = above.lower in ("at", "along") and not _is_aimed(parse, above)
    return there or _happens(parse, above)


def _is_aimed(parse: Parse, preposition: Token) -> bool:
    """ "Laughed at Grace Lane", "anger at Grace Lane"."""
    verb = parse.tokens[preposition.head]
    return verb.pos not in ("VERB", "AUX") or verb.lemma in _AIMED


_AIMED = frozenset(
    """aim bark direct glance glare grin hit jeer laugh lash look nod point rage scream shout smile
    snap stare swear swipe throw wave wink yell""".split()
)


def _happens(parse: Parse, preposition: Token) -> bool:
    verb = parse.tokens[preposition.head]
    # "Called to Grace Lane" is to a place only of those who are called out.
    called = verb.lemma not in ("call", "come", "go", "see", "return", "visit") or (
        preposition.lower != "on" and (verb.tag == "VBN" or preposition.lower not in ("to", "from"))
    )
    return verb.pos == "VERB" and verb.lemma in _HAPPEN and called


def _is_somebody(parse: Parse, name: Name) -> bool:
    """ "Grace Lane, 40,", "Grace Lane said": what only people have and do."""
    after = parse.tokens[name.last + 1 : name.last + 3]
    aged = len(after) > 1 and after[0].text == "," and after[1].text.isdigit()
    head = name.head(parse)
    spoke = head.dep == "nsubj" and parse.tokens[head.head].lemma in _PERSONAL
    return aged or spoke or (len(after) > 1 and after[0].text == "," and after[1].lower == "who")


_PERSONAL = frozenset(
    "add admit ask be claim confirm deny have insist reveal say tell write".split()
)
