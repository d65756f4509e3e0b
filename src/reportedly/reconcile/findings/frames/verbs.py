"""Forms of English verbs: base forms in, the forms that stand in texts out."""

from typing import Literal

VerbForm = Literal["base", "s", "past", "participle", "ing"]

#: Verbs whose past is not made with -ed, among those that news tells of: base, past, participle
#: where it is another.
_LINES = """
become became become
begin began begun
break broke broken
bring brought
build built
buy bought
choose chose chosen
come came come
cut cut
drink drank drunk
fall fell fallen
fight fought
find found
fling flung
get got
give gave given
go went gone
hang hung
hide hid hidden
hit hit
hold held
keep kept
know knew known
lay laid
leave left
lend lent
let let
lose lost
make made
meet met
mislead misled
pay paid
put put
quit quit
rise rose risen
run ran run
say said
see saw seen
seek sought
sell sold
send sent
shut shut
sing sang sung
speak spoke spoken
split split
stand stood
steal stole stolen
strike struck
swear swore sworn
take took taken
teach taught
tell told
think thought
throw threw thrown
win won
withdraw withdrew withdrawn
withhold withheld
write wrote written
"""
IRREGULAR = {
    base: (pasts[0], pasts[-1])
    for base, *pasts in (line.split() for line in _LINES.strip().splitlines())
}
#: "Knew" is "know".
BASES = {form: base for base, forms in IRREGULAR.items() for form in forms}
#: Verbs in which the last letter is doubled before an ending though another syllable precedes it.
_STRESSED_LAST = frozenset("cancel quit transfer".split())
_VOWELS = "aeiou"


def forms(base: str) -> dict[str, frozenset[VerbForm]]:
    """What each form of a verb can be: `sold` is past and participle of `sell`.

    Args:
        base: in lower case.
    """
    past, participle = IRREGULAR.get(base) or (_with_ending(base, "ed"),) * 2
    found: dict[str, set[VerbForm]] = {}
    made: tuple[tuple[str, VerbForm], ...] = (
        (base, "base"),
        (_third_person(base), "s"),
        (past, "past"),
        (participle, "participle"),
        (_with_ending(base, "ing"), "ing"),
    )
    for word, form in made:
        found.setdefault(word, set()).add(form)
    return {word: frozenset(kinds) for word, kinds in found.items()}


def _third_person(base: str) -> str:
    if base.endswith("y") and base[-2] not in _VOWELS:
        return base[:-1] + "ies"
    return base + ("es" if base.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")


def _with_ending(base: str, ending: str) -> str:
    """'dropped', 'closing', 'married', 'agreed'."""
    if base.endswith("ie") and ending == "ing":
        return base[:-2] + "ying"
    if base.endswith("e") and (ending == "ed" or not base.endswith(("ee", "oe"))):
        return base[:-1] + ending
    if base.endswith("y") and base[-2] not in _VOWELS and ending == "ed":
        return base[:-1] + "ied"
    return base + base[-1] + ending if _doubles(base) else base + ending


def _doubles(base: str) -> bool:
    """True for one short syllable that ends in one consonant: "drop", "win", not "join"."""
    if base in _STRESSED_LAST:
        return True
    if len(base) < 3 or base[-1] in _VOWELS + "wxy" or base[-2] not in _VOWELS:
        return False
    vowels = sum(
        a in _VOWELS and (i == 0 or base[i - 1] not in _VOWELS) for i, a in enumerate(base)
    )
    return vowels == 1 and base[-3] not in _VOWELS
