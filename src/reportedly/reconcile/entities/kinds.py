"""What a name names, decided over all articles: parsers err in single sentences, rarely in most."""

import numpy as np

from reportedly.arrays import Flags, Numbers
from reportedly.models.names import is_given_name
from reportedly.models.names.person import person_name
from reportedly.reconcile.entities.names import Names, Whole
from reportedly.reconcile.entities.roster import KINDS, PERSON, Codes, Roster
from reportedly.reconcile.hashing import distinct

#: Share of the articles that must agree on another kind before one article is overruled.
_AGREED = 2 / 3
#: Or so many articles, and so many times as many as for any other kind.
_SEVERAL, _TIMES_AS_MANY = 3, 2
#: "Ann Doe" is a person when one article in so many says so.
_READ_AS_PERSON = 3


def settled(roster: Roster) -> Codes:
    """The kind of each member: the one that most articles give to its name.

    A person's family name counts as a name of a person wherever the full name is given.
    """
    votes = _votes(roster)[roster.names.words[roster.name]]
    total, most = votes.sum(1), votes.max(1)
    # Of kinds with as many votes, the first in the order of the alphabet.
    winner = votes.argmax(1).astype(np.int8)
    second = np.partition(votes, -2, axis=1)[:, -2]
    agreed = (most > 1) & (most >= _AGREED * total)
    agreed |= (most >= _SEVERAL) & (most >= _TIMES_AS_MANY * second)
    found = np.where(agreed, winner, roster.kind)
    some = votes[:, PERSON] >= total / _READ_AS_PERSON
    found[some & _read_as_persons(roster.names, roster.name, some)] = PERSON
    return found


def _votes(roster: Roster) -> Numbers:
    """For each name's key words how many members of each kind have them."""
    names, owners = roster.names, roster.owners()
    members, words = [owners], [names.words[roster.all_names]]
    people = np.flatnonzero(roster.kind == PERSON)
    family = _families(names, np.unique(roster.name[people]))[roster.name[people]]
    members.append(people[family >= 0])
    words.append(family[family >= 0])
    size = max(1, names.n_words)
    once = distinct(np.concatenate(members) * size + np.concatenate(words))
    cells = (once % size) * len(KINDS) + roster.kind[once // size]
    counts = np.bincount(cells, minlength=size * len(KINDS))
    return counts.reshape(size, len(KINDS))


def _families(names: Names, people: Numbers) -> Numbers:
    """The key words that are the family name of each of `people`; -1 where no name is just it."""
    found = np.full(len(names), -1, dtype=np.int64)
    for number in people.tolist():
        words = names.find_words((person_name(names.texts[number]).family,))
        if words is not None:
            found[number] = words
    return found


def _read_as_persons(names: Names, used: Whole, some: Flags) -> Flags:
    """Which of the names used have two words of which the first is a given name."""
    wanted = np.unique(used[some])
    found = np.zeros(len(names), dtype=np.bool_)
    found[wanted] = [_reads_as_person(names.texts[each]) for each in wanted.tolist()]
    return found[used]


def _reads_as_person(name: str) -> bool:
    words = name.split()
    return len(words) == 2 and is_given_name(words[0])
