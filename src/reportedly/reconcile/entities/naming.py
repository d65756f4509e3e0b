"""From a group of members to its `Entity` row: name, aliases, kind, identifier and evidence."""

from collections import Counter
from collections.abc import Sequence

from reportedly.identifiers import identifier
from reportedly.model import Entity
from reportedly.reconcile.entities.members import Member

#: A fuller name is preferred when it is used at least this often as the most frequent one.
_OFTEN = 1 / 3
_LONGEST_ACRONYM = 5
#: Reasons shown; more of them convince nobody.
_MOST_REASONS = 4


def entity_of(group: Sequence[Member], reasons: Sequence[str]) -> Entity:
    """The row of a group of members (not empty, sorted by publication, article and place).

    Members without names only describe somebody: they give neither name nor identifier.
    """
    named = [member for member in group if member.names] or group
    first = named[0]
    kinds = Counter(member.kind for member in named)
    name = canonical_name(named)
    aliases = {alias for member in named for alias in member.names} - {name}
    articles = {member.article_id for member in group}
    return Entity(
        entity_id=identifier("e", first.article_id, *first.first),
        name=name,
        kind=max(kinds, key=lambda kind: (kinds[kind], kind)),
        aliases=tuple(sorted(aliases)),
        n_articles=len(articles),
        reason=_reason(name, len(articles), reasons),
    )


def canonical_name(group: Sequence[Member]) -> str:
    """The fullest among the names that are frequent; of an outlet, as its articles are signed."""
    outlets = Counter(member.outlet for member in group if member.outlet)
    if outlets:
        return max(outlets, key=lambda name: (outlets[name], name))
    counts = Counter(member.name for member in group)
    full = {name: n for name, n in counts.items() if " " in name} or dict(counts)
    most = max(full.values())
    frequent = [name for name, n in full.items() if n >= _OFTEN * most]
    return max(frequent, key=lambda name: (not _shouted(name), len(name.split()), full[name], name))


def _shouted(name: str) -> bool:
    """All in capitals, as headlines and datelines are, and too long for letters."""
    return name.isupper() and (" " in name or len(name) > _LONGEST_ACRONYM)


def _reason(name: str, n_articles: int, reasons: Sequence[str]) -> str:
    said = list(dict.fromkeys(reason for reason in reasons if reason))
    shown = said[:_MOST_REASONS]
    if len(said) > len(shown):
        shown.append(f"{len(said) - len(shown)} more")
    if n_articles > 1:
        shown.insert(0, f"named in {n_articles} articles")
    return "; ".join(shown) or f"named “{name}” in one article"
