"""Outlets of the pile and the names by which articles call them: "the Bugle", "Radio Doe"."""

from collections import Counter, defaultdict
from collections.abc import Iterable

import numpy as np

from reportedly.arrays import Flags
from reportedly.models.names.organisation import key_words
from reportedly.reconcile.entities.roster import ORGANISATION, PERSON, Roster

#: Last words that name no outlet when they stand alone, and that a short form leaves out.
_COMMON_ENDS = frozenset("news online press radio tv agency weekly monthly magazine".split())
#: Letters of a last word that names an outlet by itself.
_LETTERS = 4

Words = tuple[str, ...]


class Outlets:
    """The outlets that published the articles, findable by their full and short names."""

    def __init__(self, printed: Iterable[str]) -> None:
        counts = Counter(printed)
        spelt: dict[Words, list[str]] = defaultdict(list)
        for name in sorted(counts, key=lambda name: (-counts[name], -len(name), name)):
            spelt[key_words(name)].append(name)
        self._full = {words: names[0] for words, names in spelt.items()}
        short: dict[Words, set[str]] = defaultdict(set)
        for words, name in self._full.items():
            for form in _short_forms(words):
                short[form].add(name)
        self._short = {form: min(names) for form, names in short.items() if len(names) == 1}
        self.names = sorted(set(self._full.values()))

    def find(self, words: Words) -> str | None:
        """The outlet of that name, in any spelling of case, article and full stops."""
        return self._full.get(words)

    def find_by_short(self, words: Words) -> str | None:
        """The one outlet that the short form fits."""
        return None if words in self._full else self._short.get(words)

    def last_words(self) -> frozenset[str]:
        """The words that are a short form by themselves."""
        return frozenset(form[0] for form in self._short if len(form) == 1)


def _short_forms(words: Words) -> set[Words]:
    """What comes before "Press", "News Agency" or a frequency; a telling last word."""
    forms: set[Words] = set()
    rest = words
    while len(rest) > 1 and (rest[-1] in _COMMON_ENDS or rest[-1][0].isdigit()):
        rest = rest[:-1]
        forms.add(rest)
    if len(words) > 1 and len(words[-1]) >= _LETTERS and words[-1] not in _COMMON_ENDS:
        forms.add(words[-1:])
    return forms


def named_outlets(roster: Roster, outlets: Outlets) -> list[str | None]:
    """For each name (not yet each member) the outlet that it names, if it names one.

    A single last word ("Post") that ends the name of another body of the pile too names none.
    """
    all_words = [key_words(text) for text in roster.names.texts]
    others = _ends(roster, outlets, all_words)
    found = []
    for words in all_words:
        outlet = outlets.find(words)
        if outlet is None:
            outlet = outlets.find_by_short(words)
            if outlet and len(words) == 1 and others[words[-1]] - {key_words(outlet)}:
                outlet = None
        found.append(outlet)
    return found


def _ends(roster: Roster, outlets: Outlets, all_words: list[Words]) -> defaultdict[str, set[Words]]:
    """Last words that are short forms → the names of bodies that end with them."""
    wanted = outlets.last_words()
    found: defaultdict[str, set[Words]] = defaultdict(set)
    for number in np.unique(roster.name[roster.kind != PERSON]).tolist():
        words = all_words[number]
        if len(words) > 1 and words[-1] in wanted and not outlets.find_by_short(words):
            found[words[-1]].add(words)
    return found


def name_outlets(roster: Roster, printed: Iterable[str]) -> None:
    """Notes in the roster which members name one of the outlets; these are organisations."""
    outlets = Outlets(printed)
    found = named_outlets(roster, outlets)
    numbers: dict[str | None, int] = {name: at for at, name in enumerate(outlets.names)}
    by_name = np.array([numbers.get(outlet, -1) for outlet in found], dtype=np.int32)
    full = np.zeros(len(found), dtype=np.bool_)
    for number in np.flatnonzero(by_name >= 0).tolist():
        words = key_words(roster.names.texts[number])
        full[number] = len(words) > 1 or outlets.find(words) is not None
    own = by_name[roster.name]
    # A person's last name that is an outlet's last word, too, is the person's.
    fits: Flags = (own >= 0) & (full[roster.name] | (roster.kind != PERSON))
    roster.outlet = np.where(fits, own, -1).astype(np.int32)
    roster.printed = outlets.names
    roster.kind = np.where(fits, np.int8(ORGANISATION), roster.kind)
