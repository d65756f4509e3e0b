"""Runs of tokens side by side that are one name: "Ann" + "Doe", "Cooper's" + "Lane".

In: the runs that the parser has, each with the kind that it gives.  Out: the same, some of them
put together.
"""

import re
from itertools import pairwise

from reportedly.annotate.coreference.candidate import Kind
from reportedly.annotate.coreference.lexicon import (
    BODY_WORDS,
    FIRMS,
    NOT_NAMES,
    OUTLET_ENDS,
    TITLES,
)
from reportedly.annotate.coreference.nominals import noun_kind
from reportedly.annotate.parse.model import Parse, Token
from reportedly.models.names import find_likely_gender, is_given_name
from reportedly.models.names.organisation import TRADE_WORDS


def joined(parse: Parse, runs: list[tuple[int, int, Kind]]) -> list[tuple[int, int, Kind]]:
    """Two runs side by side that are one name: a given name taken for a place, "Doe" + "Estates".

    A whole name elsewhere in the text ("Ann Doe") shows that the parser cut one in two here.
    """
    whole = {tuple(t.text for t in parse.tokens[a : b + 1]) for a, b, _ in runs if b > a}
    firms = _firms_of_trade(parse, runs, whole)
    found: list[tuple[int, int, Kind]] = []
    for first, last, kind in runs:
        before = found[-1] if found else None
        if before and before[1] == first - 1 and before[2] not in ("work", "group"):
            words = tuple(t.text for t in parse.tokens[before[0] : last + 1])
            trade = words[-1].lower() in TRADE_WORDS and before[1] == before[0]
            if _touch(parse, before[1], first) and (words in whole or trade):
                found[-1] = (before[0], last, "organisation" if trade else kind)
                continue
        if before and _is_hyphened(parse, before[1], first):
            found[-1] = (before[0], last, before[2])
            continue
        if before and _is_acronym_before(parse, before, (first, last, kind)):
            found[-1] = (before[0], last, "organisation")
            continue
        if before and _is_firm(parse, before, (first, last), {words[0] for words in whole}):
            found[-1] = (before[0], last, "organisation")
            continue
        if before and (before[0], last) in firms:
            found[-1] = (before[0], last, "organisation")
            continue
        if before and _is_street(parse, before, (first, last)):
            found[-1] = (before[0], last, "place")
            continue
        if _opens_as_given(parse, (first, last, kind)):
            found = found[: -1 if before and before[1] == first - 1 else None]
            found.append((first - 1, last, "person"))
            continue
        if before and _is_shouted_whole(parse, before, (first, last)):
            found[-1] = (before[0], last, "person")
            continue
        if before and _is_given_before(parse, before, (first, last, kind)):
            found[-1] = (before[0], last, "person")
            continue
        if before and _completes(parse, before[1], first):
            found[-1] = (before[0], last, "organisation")
            continue
        found.append((first, last, kind))
    return found


def _is_hyphened(parse: Parse, one: int, other: int) -> bool:
    """ "Carr" + "-" + "Rees", where the text has a name that ends in "Carr-Rees"."""
    if other != one + 2 or parse.tokens[one + 1].text != "-":
        return False
    parts = parse.tokens[one : other + 1]
    if any(a.end != b.start for a, b in pairwise(parts)):
        return False
    double = tuple(token.text for token in parts)
    places = range(len(parse.tokens) - 2)
    return any(
        at != one
        and parse.tokens[at + 2].entity == "PERSON"
        and tuple(t.text for t in parse.tokens[at : at + 3]) == double
        for at in places
    )


def _is_firm(
    parse: Parse, before: tuple[int, int, Kind], run: tuple[int, int], given: set[str]
) -> bool:
    """ "Latch" + "&" + "Gower": two last names; "Ada & Bo" are two people.

    Args:
        given: first words of longer names of the text.
    """
    first, last = run
    words = parse.tokens[before[0]], parse.tokens[last]
    single = before[0] == before[1] == first - 2 and first == last
    joined = single and parse.tokens[first - 1].text == "&"
    return joined and not any(is_given_name(t.text) or t.text in given for t in words)


def _firms_of_trade(
    parse: Parse, runs: list[tuple[int, int, Kind]], whole: set[tuple[str, ...]]
) -> set[tuple[int, int]]:
    """ "The estate agents Latch and Gower": two last names behind a trade that firms are in, there
    and wherever the text has both again.

    Args:
        whole: longer names of the text; where it has both of them in such, they are two people.
    """
    families = {words[-1] for words in whole}
    found: dict[tuple[int, int], tuple[str, str]] = {}
    firms: set[tuple[str, str]] = set()
    for (first, end, _), (start, last, _) in pairwise(runs):
        if not first == end == start - 2 == last - 2 or parse.tokens[end + 1].lower != "and":
            continue
        one, other = parse.tokens[first].text, parse.tokens[last].text
        if families >= {one, other} or is_given_name(one) or is_given_name(other):
            continue
        found[first, last] = one, other
        trade = parse.tokens[first - 1] if first else None
        if (
            trade
            and trade.lower.removesuffix("s") in FIRMS
            and trade.sentence == parse.tokens[last].sentence
        ):
            firms.add((one, other))
    return {place for place, names in found.items() if names in firms}


def after_outlet(parse: Parse, first: int, last: int, kind: Kind) -> list[tuple[int, int, Kind]]:
    """ "In an interview with Radio Marl Ann Doe said": the station and the person, two names.

    Of "Speaking to the Marl Gazette Ann Doe said", too, where the parser has one name.
    """
    start = first - (first > 0 and parse.tokens[first - 1].text == "Radio")
    words = parse.tokens[start : last + 1]
    opens = parse.tokens[parse.sentences[words[0].sentence].first].text
    behind = parse.tokens[last + 1] if last + 1 < len(parse.tokens) else None
    verb = behind is not None and behind.tag in ("VBD", "VBZ")
    if opens not in _TO_OUTLET or not verb or kind not in ("person", "organisation"):
        return [(first, last, kind)]
    for at in range(1, len(words) - 1):
        station = words[0].text == "Radio" and at > 1
        ends = station or (at > 1 and words[at - 1].lower in OUTLET_ENDS | _AIR)
        given = words[at].text
        if ends and given.istitle() and (is_given_name(given) or find_likely_gender(given)):
            return [(start, start + at - 1, "organisation"), (start + at, last, "person")]
    return [(first, last, kind)]


#: What opens a sentence in which somebody talks to an outlet.
_TO_OUTLET = frozenset(("Interviewed", "In", "On", "Speaking", "Talking", "Writing", "Chatting"))
_AIR = frozenset("fm magazine news radio television tv weekly".split())


def _is_street(parse: Parse, before: tuple[int, int, Kind], run: tuple[int, int]) -> bool:
    """ "Cooper's" + "Lane": a street, park or inn that is called after somebody."""
    first, last = run
    between = parse.tokens[before[1] + 1 : first]
    owner = between or parse.tokens[before[1] : before[1] + 1]
    return (
        first == last
        and parse.tokens[first].text in _STREETS
        and before[1] >= first - 2
        and owner[-1].tag == "POS"
        and owner[-1].sentence == parse.tokens[first].sentence
    )


#: What ends the names of places called after somebody.
_STREETS = frozenset(
    """Alley Arms Avenue Bay Bridge Close Corner Court Cross Farm Field Garden Gardens Gate Green
    Harbour Head Hill Inn Island Landing Lane Park Place Point Quay Reach Road Row Square Street
    Terrace Walk Wharf Wood Yard""".split()
)


def _completes(parse: Parse, one: int, other: int) -> bool:
    """ "Court of Appeals" + "for the" + "Sixth Circuit": what such a body's name goes on with."""
    body, between = parse.tokens[one], parse.tokens[one + 1 : other]
    if body.text not in _OF_SOMETHING or body.sentence != parse.tokens[other].sentence:
        return False
    if not between or between[0].text not in ("for", "of", "on"):
        return False
    rest = [*between[1:], parse.tokens[other]]
    while rest and rest[0].text == "the":
        rest = rest[1:]
    following = rest[0] if rest else parse.tokens[other + 1 : other + 2][0]
    return len(rest) <= 1 and following.text[:1].isupper()


#: Bodies that are named after what they are for.
_OF_SOMETHING = frozenset(
    """Academy Alliance Appeals Association Board Bureau Center Centre Coalition College Commission
    Committee Council Court Department Federation Institute League Ministry Office School
    Society Union University""".split()
)


def _is_acronym_before(
    parse: Parse, before: tuple[int, int, Kind], run: tuple[int, int, Kind]
) -> bool:
    """ "U.S." + "Harbour Fund", "U.N." + "Rivers": what the initials hang on is their body."""
    initials, (first, last, kind) = parse.tokens[before[1]], run
    if not _INITIALS.fullmatch(initials.text) or not first <= initials.head <= last:
        return False
    if before[1] != first - 1 or initials.dep != "compound":
        return False
    after = parse.tokens[last + 1] if last + 1 < len(parse.tokens) else initials
    alone = first == last and not is_title(parse.tokens[last]) and after.pos not in _NOMINAL
    return kind == "organisation" or (kind == "unknown" and alone)


def _is_given_before(
    parse: Parse, before: tuple[int, int, Kind], run: tuple[int, int, Kind]
) -> bool:
    """ "Ondra" + "Vale": the parser knows a last name as a person's, and the word before it only
    as part of the phrase; it sounds like a given name, as "Crooked" and "Classic" do not.
    """
    first, last, kind = run
    given = parse.tokens[before[0]]
    single = before[0] == before[1] == first - 1 and first == last
    if not single or kind != "person" or before[2] != "unknown" or is_title(given):
        return False
    part = given.dep == "compound" and given.head == first and given.text.istitle()
    called = is_given_name(given.text) or find_likely_gender(given.text) is not None
    plain = noun_kind(given.text) == "thing" and given.lower not in NOT_NAMES
    return part and called and plain and _touch(parse, before[0], first)


def _is_shouted_whole(parse: Parse, before: tuple[int, int, Kind], run: tuple[int, int]) -> bool:
    """ "ADA" + "QUILL": a given name and one word more, both in capitals."""
    one, other = parse.tokens[before[0]], parse.tokens[run[1]]
    single = before[0] == before[1] == run[0] - 1 and run[0] == run[1]
    shouted = one.text.isupper() and other.text.isupper() and len(other.text) > _ACRONYM
    plain = noun_kind(other.lower) == "thing" and other.lower not in NOT_NAMES | BODY_WORDS
    return single and shouted and plain and is_given_name(one.text) and _touch(parse, one.i, run[0])


#: Letters of a body may stand behind a given name in capitals, which is its founder's.
_ACRONYM = 4


def _opens_as_given(parse: Parse, run: tuple[int, int, Kind]) -> bool:
    """ "Honor" before "Doe, a spokeswoman for", "Grace" before "Doe said": given names that are
    words, too, open sentences, where all words have capitals.
    """
    first, last, kind = run
    if kind != "person" or first != last or not first or last + 2 >= len(parse.tokens):
        return False
    given, name, behind, after = parse.tokens[first - 1 : first + 3]
    opens = given.i == parse.sentences[name.sentence].first and given.text.istitle()
    if not opens or given.tag == "MD" or is_title(given) or noun_kind(given.lower) != "thing":
        return False
    told = behind.text == "," and (after.lower in ("a", "an", "who") or after.text.isdigit())
    if given.pos == "PROPN" and given.dep == "compound" and given.head == first:
        return told or (is_given_name(given.text) and behind.tag in ("VBD", "VBZ"))
    return is_given_name(given.text) and told


_INITIALS = re.compile(r"(?:[A-Z]\.){2,4}")
_NOMINAL = frozenset(("NOUN", "PROPN"))


def _touch(parse: Parse, one: int, other: int) -> bool:
    """In one paragraph, capitals both, a space between; the parser may see two sentences there."""
    a, b = parse.tokens[one], parse.tokens[other]
    here, there = parse.sentences[a.sentence], parse.sentences[b.sentence]
    apart = here.paragraph != there.paragraph or b.start != a.end + 1
    return not apart and a.text[:1].isupper() and b.text[:1].isupper()


def is_title(token: Token) -> bool:
    """True for "Dr", "Senator" and what else stands before names."""
    return token.lower.rstrip(".") in TITLES
