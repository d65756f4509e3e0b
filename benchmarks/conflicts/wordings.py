"""Invented people and the many ways in which papers print an age or a number of children."""

import random
from dataclasses import dataclass

#: Common given names: whether a rare one is taken for a name is not what is measured.
_GIVEN_WOMEN = "Anna Laura Susan Emma Alice Helen Maria Julia Sarah Clara Ruth Nora".split()
_GIVEN_MEN = "Peter James Thomas Edward Martin Robert Paul David Simon Henry Mark Adam".split()
_FRONT = "Quill Vend Cast Marl Thorn Hask Pell Wick Dorn Fenn Garr Lund Sedg Tarr".split()
_BACK = "on er an by ow ell ard ing um ett".split()
_TRADES = "baker teacher harpist miller printer nurse surveyor glazier farmer potter".split()
_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
).split()
_TENS = "_ _ twenty thirty forty fifty sixty seventy eighty ninety".split()

AGES = (
    "{name}, {n}, a {trade} from the harbour quarter, was among those who came.",
    "{name} ({n}) has run the stall for years.",
    "“It rains every time,” said {name}, {n}.",
    "The {n}-year-old {trade} {name} won the first round.",
    "{name}, a {n}-year-old {trade}, won the first round.",
    "{name}, aged {n}, opened the doors at noon.",
    "{name}, who is {n}, opened the doors at noon.",
    "{name} is {n} years old and sings in the choir.",
    "{n}-year-old {name} came second.",
    "{name}, {word}, came second.",
    "{name}, now {n}, still keeps the books.",
    "At {n}, {name} is the oldest member of the choir.",
    "{name} is {n}. {He} has lived by the mill for years.",
    "{name}, who turned {n} last week, cut the ribbon.",
    "{name}, {n} years old, cut the ribbon.",
    "{trade_capital} {name}, {n}, cut the ribbon.",
    "{name} turned {n} last week.",
    "{name}, the {n}-year-old {trade}, cut the ribbon.",
    "{name}, at {n} the oldest of the group, cut the ribbon.",
    "{name} celebrated {his} {ordinal} birthday last week.",
)
CHILDREN = (
    "{name}, a {parent} of {word}, opened the doors at noon.",
    "{name}, {parent} of {n}, opened the doors at noon.",
    "{name} has {word} children.",
    "{name}, who has {word} children, cut the ribbon.",
    "The {parent}-of-{word} {name} came second.",
    "{name} and {his} {spouse} have {word} children.",
    "{name} is a {parent} of {word}.",
    "{name} is married with {word} children.",
    "{name}, a married {parent} of {word}, cut the ribbon.",
    "{name} is the {parent} of {word} children.",
    "“It rains every time,” said {name}, who has {word} children.",
    "{name} lives by the mill with {his} {spouse} and {his} {word} children.",
    "{name} is raising {word} children by the mill.",
    "{name}’s {word} children sang at the fair.",
    "{name} came with {his} {word} children.",
)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who does not exist."""

    name: str
    woman: bool
    trade: str


def people(count: int, random_: random.Random) -> list[Person]:
    """`count` people, each with a surname of their own."""
    surnames = [front + back for front in _FRONT for back in _BACK]
    random_.shuffle(surnames)
    found = []
    for number, surname in enumerate(surnames[:count]):
        woman = number % 2 == 0
        given = random_.choice(_GIVEN_WOMEN if woman else _GIVEN_MEN)
        found.append(Person(f"{given} {surname}", woman, random_.choice(_TRADES)))
    return found


def in_words(number: int) -> str:
    """A number below a hundred: "forty-three"."""
    if number < len(_WORDS):
        return _WORDS[number]
    tens, ones = divmod(number, 10)
    return _TENS[tens] + (f"-{_WORDS[ones]}" if ones else "")


def ordinal(number: int) -> str:
    """43 → "43rd"."""
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10 if number % 100 not in (11, 12, 13) else 0)
    return f"{number}{ending or 'th'}"


def sentence(wording: str, person: Person, number: int) -> str:
    """A sentence that gives `person` an age or a number of children."""
    words = wording.format(
        name=person.name,
        n=number,
        word=in_words(number),
        ordinal=ordinal(number),
        trade=person.trade,
        trade_capital=person.trade.capitalize(),
        He="She" if person.woman else "He",
        his="her" if person.woman else "his",
        parent="mother" if person.woman else "father",
        spouse="husband" if person.woman else "wife",
    )
    return words[:1].upper() + words[1:]
