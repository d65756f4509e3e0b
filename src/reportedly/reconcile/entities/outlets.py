"""Outlets of the pile and the names by which articles call them: "the Bugle", "Radio Doe"."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from reportedly.models.names.organisation import key_words
from reportedly.reconcile.entities.members import Member

#: Last words that name no outlet when they stand alone, and that a short form leaves out.
_COMMON_ENDS = frozenset("news online press radio tv agency".split())
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

    def find(self, name: str) -> str | None:
        """The outlet of that name, in any spelling of case, article and full stops."""
        return self._full.get(key_words(name))

    def find_by_short(self, name: str) -> str | None:
        """The one outlet that the short form fits."""
        words = key_words(name)
        return None if words in self._full else self._short.get(words)


def _short_forms(words: Words) -> set[Words]:
    """What comes before "Press" or a frequency; a telling last word."""
    forms: set[Words] = set()
    if len(words) > 1 and (words[-1] in _COMMON_ENDS or words[-1][0].isdigit()):
        forms.add(words[:-1])
    if len(words) > 1 and len(words[-1]) >= _LETTERS and words[-1] not in _COMMON_ENDS:
        forms.add(words[-1:])
    return forms


def published(members: Sequence[Member], outlets: Outlets) -> list[Member]:
    """The members with the outlet that each of them names, if it names one.

    A single last word ("Post") that ends the name of another body of the pile too is left alone.
    """
    ends: dict[str, set[Words]] = defaultdict(set)
    for member in members:
        words = key_words(member.name)
        if len(words) > 1 and member.kind != "person" and not outlets.find_by_short(member.name):
            ends[words[-1]].add(words)
    return [_published(member, outlets, ends) for member in members]


def _published(member: Member, outlets: Outlets, ends: dict[str, set[Words]]) -> Member:
    outlet = outlets.find(member.name)
    if outlet is None:
        outlet = outlets.find_by_short(member.name)
        words = key_words(member.name)
        if outlet and len(words) == 1:
            others = ends[words[-1]] - {key_words(outlet)}
            outlet = None if others or member.kind == "person" else outlet
    return replace(member, outlet=outlet, kind="organisation") if outlet else member
