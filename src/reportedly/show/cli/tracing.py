"""Where a statement came from and where it went, in lines of text.

In: all reports of one utterance, earliest first, and the one that was asked about. Out: lines, in
the order of the way: origin, the statement, those made after it, and the other reports.
"""

from collections.abc import Iterator

from reportedly.show.cli.texts import edit_text, place_of
from reportedly.store.looking_up import Version


def trace_lines(versions: list[Version], asked: str) -> list[str]:
    """All versions of an utterance, with what changed from one to the next."""
    by_id = {version.statement.statement_id: version for version in versions}
    before = _origins(by_id, asked)
    after = _successors(versions, asked)
    shown = {asked, *before, *(name for name, _ in after)}
    rest = [name for name in by_id if name not in shown]
    lines = _section("Where it came from, earliest first", [(name, 0) for name in before], by_id)
    lines += ["This statement", *_version(by_id[asked], 0, "→")]
    lines += _section("Where it went", after, by_id)
    lines += _section("Other reports of the same utterance", [(name, 0) for name in rest], by_id)
    return lines


def _origins(by_id: dict[str, Version], asked: str) -> list[str]:
    """The versions from which the asked one most likely comes, the first one first."""
    found: list[str] = []
    name = _origin(by_id[asked])
    while name and name in by_id and name not in found and name != asked:
        found.insert(0, name)
        name = _origin(by_id[name])
    return found


def _origin(version: Version) -> str | None:
    return version.variant.from_statement_id if version.variant else None


def _successors(versions: list[Version], asked: str) -> list[tuple[str, int]]:
    """The versions that most likely come from the asked one, each after its own origin, with how
    many steps lie between."""
    children: dict[str, list[str]] = {}
    for version in versions:
        if origin := _origin(version):
            children.setdefault(origin, []).append(version.statement.statement_id)

    def below(name: str, depth: int, seen: frozenset[str]) -> Iterator[tuple[str, int]]:
        for child in children.get(name, ()):
            if child not in seen:
                yield child, depth
                yield from below(child, depth + 1, seen | {child})

    return list(below(asked, 0, frozenset((asked,))))


def _section(title: str, names: list[tuple[str, int]], by_id: dict[str, Version]) -> list[str]:
    if not names:
        return []
    return [title, *(line for name, depth in names for line in _version(by_id[name], depth))]


def _version(version: Version, depth: int, mark: str = " ") -> list[str]:
    """Place, words, chain and edits of one version, further right the more steps lie between."""
    space = "  " * depth
    statement = version.statement
    chain = " › ".join(hop.name or hop.kind for hop in version.chain)
    lines = [
        f"{mark} {space}{place_of(version.article)} ({statement.statement_id})",
        f"    {space}{statement.content_text}",
        f"    {space}{chain}",
    ]
    origin = _origin(version)
    if origin and version.variant:
        edits = "; ".join(edit_text(edit) for edit in version.variant.edits)
        lines.append(
            f"    {space}{version.variant.change} from {origin}{': ' + edits if edits else ''}"
        )
    return lines
