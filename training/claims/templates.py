"""Pairs of news sentences about invented people: what was promised, denied, counted and dated.

In: a random generator and a number. Out: labelled pairs whose label follows from the sentence
pattern: modality, tense, number, name, negation, wider words, an added circumstance.
"""

import random

from training.claims.pairs import Pair

_FIRST = (
    "Maren Tobias Ilse Corin Hedda Jonas Petra Alwin Sunniva Rafe Odile Bastian Nerys Kaspar"
).split()
_LAST = (
    "Halvorsen Quell Brandtner Osei Lindqvist Marlow Teague Varga Pellworm Achterberg Rook Dunmore"
).split()
_BODY = (
    "the council", "the ministry", "the company", "the union", "the committee", "the hospital",
    "the government", "the school board", "the port authority", "the agency",
)  # fmt: skip
_PLACE = "Harrowmere Kestlin Norbridge Vellach Oldhaven Tarnsby Ruskau Millbrook".split()
#: Plain form, past, participle; the object; what cannot be true beside it; a wider wording.
_DEEDS = tuple(
    tuple(line.split(" | "))
    for line in """
resign from | resigned from | resigned from | the board | still sits on the board | left the board
sell | sold | sold | the ferry line | kept the ferry line | gave up the ferry line
close | closed | closed | the terminal | kept the terminal open | shut the terminal
approve | approved | approved | the bridge plan | rejected the bridge plan | backed the bridge plan
buy | bought | bought | the old mill | decided against buying the old mill | acquired the old mill
raise | raised | raised | taxes | lowered taxes | increased taxes
win | won | won | the election | lost the election | was victorious in the election
support | supported | supported | the ban | opposed the ban | was in favor of the ban
leave | left | left | the party | stayed in the party | quit the party
release | released | released | the report | held back the report | published the report
fire | fired | fired | the director | kept the director | dismissed the director
reopen | reopened | reopened | the inquiry | left the inquiry closed | started the inquiry again
""".strip().splitlines()
)
_HARM = (("killed", "dead"), ("injured", "hurt"), ("arrested", "in custody"), ("rescued", "saved"))
_CAUSE = ("a fire", "a crash", "a flood", "an explosion", "a raid", "a storm", "a landslide")
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


def template_pairs(count: int, rng: random.Random) -> list[Pair]:
    """About `count` pairs, all different."""
    found: set[tuple[str, str, str]] = set()
    while len(found) < count:
        maker = rng.choice((_deed_pairs, _deed_pairs, _number_pairs))
        found.update(maker(rng))
    return [Pair(a, b, label, same_scene=False) for a, b, label in sorted(found)]


def _somebody(rng: random.Random) -> str:
    name = f"{rng.choice(_FIRST)} {rng.choice(_LAST)}"
    return rng.choice((name, name.split()[1], rng.choice(_BODY).capitalize(), name))


#: Two sentences about one deed and the label; the names stand for what `_wordings` makes.
_DEED_PATTERNS = (
    ("{did}", "{did_not}", "contradiction"),
    ("{has}", "{did_not}", "contradiction"),
    ("{will}", "{wont}", "contradiction"),
    ("{did}", "{who} {against}", "contradiction"),
    ("{did}", "{who} {wider}", "entailment"),
    ("{who} {wider}", "{did}", "entailment"),
    ("{did}", "{has}", "entailment"),
    ("{has}", "{did}", "entailment"),
    ("{will}", "{may}", "entailment"),
    ("{may}", "{will}", "neutral"),
    ("{plans}", "{did}", "neutral"),
    ("{plans}", "{will}", "neutral"),
    ("{may}", "{did}", "neutral"),
    ("{wont}", "{did_not}", "neutral"),
    ("{will}", "{did}", "neutral"),
    ("{may}", "{did_not}", "neutral"),
    ("{did}", "{other} {past} {thing}", "neutral"),
    ("{did}", "{other} {against}", "neutral"),
    ("{did}", "{did} on {day}", "neutral"),
    ("{did} on {day}", "{did}", "entailment"),
    ("{did} in {place}", "{did}", "entailment"),
    ("{did}", "{did} in {place}", "neutral"),
    ("{did}", "It is not true that {did}", "contradiction"),
    ("{did}", "{other} says that {did}", "neutral"),
    ("{did}", "{who} denied having {done} {thing}", "neutral"),
    ("{other} {past} {thing}", "{did_not}", "neutral"),
    ("{did}", "{who} was asked whether {did}", "neutral"),
)
_PASSIVE_PATTERNS = (
    ("{did}", "{passive}", "entailment"),
    ("{passive}", "{did}", "entailment"),
    ("{passive}", "{did_not}", "contradiction"),
)
_NO_PASSIVE = ("resigned from", "won", "supported", "left")
_NOT_YET = "plans to|wants to|is expected to|is considering whether to|has promised to".split("|")


def _wordings(rng: random.Random) -> dict[str, str]:
    """One deed of one person in all wordings."""
    who, other, place = _somebody(rng), _somebody(rng), rng.choice(_PLACE)
    plain, past, done, thing, against, wider = rng.choice(_DEEDS)
    no = rng.choice(("did not", "didn’t", "never"))
    wont = rng.choice(("will not", "won’t", "will never"))
    may, plans = rng.choice(("may", "might", "could")), rng.choice(_NOT_YET)
    was = "were" if thing == "taxes" else "was"
    agent = who[0].lower() + who[1:] if who.startswith("The ") else who
    names = {"who": who, "other": other, "place": place, "past": past, "done": done}
    things = {"thing": thing, "against": against, "wider": wider, "day": rng.choice(_DAYS)}
    return (
        names
        | things
        | {
            "did": f"{who} {past} {thing}",
            "has": f"{who} has {done} {thing}",
            "will": f"{who} will {plain} {thing}",
            "did_not": f"{who} {no} {past if no == 'never' else plain} {thing}",
            "wont": f"{who} {wont} {plain} {thing}",
            "may": f"{who} {may} {plain} {thing}",
            "plans": f"{who} {plans} {plain} {thing}",
            "passive": f"{thing[0].upper()}{thing[1:]} {was} {done} by {agent}",
        }
    )


def _deed_pairs(rng: random.Random) -> list[tuple[str, str, str]]:
    words = _wordings(rng)
    passive = () if words["past"] in _NO_PASSIVE else _PASSIVE_PATTERNS
    made = _filled((*_DEED_PATTERNS, *passive), words)
    return rng.sample([pair for pair in made if pair[0] != pair[1]], 5)


def _filled(
    patterns: tuple[tuple[str, str, str], ...], words: dict[str, str]
) -> list[tuple[str, str, str]]:
    return [(a.format(**words), b.format(**words), label) for a, b, label in patterns]


_HARM_PATTERNS = (
    ("{plain}", "{high} people were {tail}", "contradiction"),
    ("{plain}", "{low} people were {done} in {cause} in {elsewhere}", "neutral"),
    ("{plain}", "Several people were {tail}", "entailment"),
    ("Several people were {tail}", "{plain}", "neutral"),
    ("{plain}", "At least {plain}", "entailment"),
    ("At least {plain}", "{plain}", "neutral"),
    ("At least {high} people were {tail}", "{plain}", "contradiction"),
    ("{plain}", "More than {high} people were {tail}", "contradiction"),
    ("{plain}", "Nobody was {tail}", "contradiction"),
    ("{plain}", "{Cause} in {place} left {low} people {adjective}", "entailment"),
    ("{plain}", "{short}", "entailment"),
    ("{short}", "{plain}", "entailment"),
    ("{plain}", "{plain} on {day}", "neutral"),
    ("{plain}", "{low} children were {tail}", "neutral"),
)
_COUNTS = (3, 4, 7, 9, 12, 15, 20, 34, 48, 60, 110, 250, 1200)


def _number_pairs(rng: random.Random) -> list[tuple[str, str, str]]:
    low = rng.choice(_COUNTS)
    high = low + rng.choice((1, 2, 5, 10, 40))
    (done, adjective), cause = rng.choice(_HARM), rng.choice(_CAUSE)
    place, elsewhere = rng.sample(_PLACE, 2)
    tail = f"{done} in {cause} in {place}"
    words = {"low": str(low), "high": str(high), "done": done, "adjective": adjective}
    words |= {"cause": cause, "Cause": cause.capitalize(), "place": place, "elsewhere": elsewhere}
    words |= {
        "tail": tail,
        "plain": f"{low} people were {tail}",
        "day": rng.choice(_DAYS),
        "short": f"{cause.split()[-1].capitalize()} in {place}: {low} {done}",
    }
    return rng.sample(_filled(_HARM_PATTERNS, words), 4)
