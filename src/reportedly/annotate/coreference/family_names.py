"""Last names that two share: in "her parents, Ann and Bob Doe" Ann is Ann Doe."""

from collections.abc import Sequence
from dataclasses import replace

from reportedly.annotate.coreference.name import Name
from reportedly.annotate.parse.model import Parse
from reportedly.models.names import is_given_name

#: Those of one family, who mostly share its name.
_FAMILY = frozenset(
    """brothers children couple daughters family grandparents kids newlyweds pair parents siblings
    sisters sons spouses twins""".split()
)
#: Tokens before the first name within which such a word stands.
_NEAR = 4


def with_family_names(names: Sequence[Name], parse: Parse) -> list[Name]:
    """ "Her parents, Ann and Bob Doe": Ann is Ann Doe, where the text tells that they are related.

    It does so by a word for a family, or where it has "Ann Doe" in full.
    """
    by_first = {name.first: name for name in names if len(name.words) > 1}
    whole = {name.words for name in names if len(name.words) > 1}
    return [_with_family_name(name, by_first, whole, parse) for name in names]


def _with_family_name(
    name: Name, by_first: dict[int, Name], whole: set[tuple[str, ...]], parse: Parse
) -> Name:
    tokens = parse.tokens
    partner = by_first.get(name.last + 2)
    joined = partner is not None and tokens[name.last + 1].lower in ("and", "&")
    if partner is None or not joined or len(name.words) > 1 or partner.kind != "person":
        return name
    full = (*name.words, *partner.words[1:])
    if full in whole and name.text != partner.words[-1]:
        return replace(name, words=full, kind="person")
    if not is_given_name(name.text) or not is_given_name(partner.words[0]):
        return name
    before = {token.lower for token in tokens[max(0, name.first - _NEAR) : name.first]}
    if not before & _FAMILY:
        return name
    return replace(name, words=full, kind="person")
