"""What other names of a text say a name names: beside Mr. Poe "Ann Poe" is a person, and where Ann
Doe and Mr. Poe are named, "Doe Poe" is their firm; "Roe" is short for "Roe Holdings".
"""

from collections.abc import Iterator, Sequence

from reportedly.annotate.coreference.candidate import Kind
from reportedly.annotate.coreference.lexicon import BODY_WORDS
from reportedly.annotate.coreference.name import Name
from reportedly.annotate.coreference.press import PERIODICALS
from reportedly.models.names import is_given_name
from reportedly.models.names.organisation import TRADE_WORDS

#: No person's name begins with these, slogans do.
_COUNTRIES = frozenset("America American Americans Britain British Europe European".split())

#: What firms that are called by their first word make or sell: "Roe" is short for "Roe Foods".
_TRADES = frozenset(
    """airlines brewery breweries cement drinks foods homes hotels motors pharma steel
    supermarkets technologies ventures""".split()
)


def find_family_evidence(names: Sequence[Name]) -> Iterator[tuple[str, Kind]]:
    """(name, kind), mostly of names of two words, by the last names that the text uses too."""
    called = {name.words[0] for name in names if name.title and len(name.words) == 1}
    pairs = sorted({n.words for n in names if len(n.words) == 2 and n.kind != "work"})
    people = {n.words for n in names if len(n.words) == 2 and n.kind == "person"}
    families = {last for _, last in people}
    for words in sorted({name.words for name in names if len(name.words) > 1}):
        makes = words[-1].lower() in _TRADES and words[0] not in families | called
        if makes or words[-1].lower() in TRADE_WORDS | PERIODICALS:
            yield words[0], "organisation"
    for first, last in pairs:
        if last.lower() in BODY_WORDS:
            continue
        if first in _COUNTRIES or (first in families and not is_given_name(first)):
            yield f"{first} {last}", "organisation"
        elif last in called:
            yield f"{first} {last}", "person"
