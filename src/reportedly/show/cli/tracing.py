"""Where a statement came from and where it went, in lines of text.

In: all reports of one utterance, earliest first, and the one that was asked about. Out: lines, in
the order of the way: origin, the statement, those made after it, and the other reports.
"""

from collections.abc import Callable, Iterator

from reportedly.model import Variant
from reportedly.offsets import hull
from reportedly.reconcile.copies.passages import shared
from reportedly.reconcile.copies.wording import wording as worded
from reportedly.show.cli.texts import edit_text, place_of
from reportedly.show.outlets import outlet_of
from reportedly.show.web import wording
from reportedly.store.looking_up import Version


def trace_lines(versions: list[Version], asked: str) -> list[str]:
    """All versions of an utterance, with what changed from one to the next."""
    by_id = {version.statement.statement_id: version for version in versions}
    copied = _copied(versions)
    before = _origins(by_id, asked)
    after = _successors(versions, asked)
    shown = {asked, *before, *(name for name, _ in after)}
    rest = [name for name in by_id if name not in shown]

    def shown_as(name: str, depth: int, mark: str = " ") -> list[str]:
        own = f"    {'  ' * depth}near copies: {copied.get(name)} has the whole passage too"
        return [*_version(by_id, name, depth, mark), *([own] if name in copied else [])]

    lines = _section("Where it came from, earliest first", [(name, 0) for name in before], shown_as)
    lines += ["This statement", *shown_as(asked, 0, "→")]
    lines += _section("Where it went", after, shown_as)
    lines += _section("Other reports of the same", [(name, 0) for name in rest], shown_as)
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


def _copied(versions: list[Version]) -> dict[str, str]:
    """Statements within a passage that a near copy before has too, and the statement there."""
    found: dict[str, str] = {}
    for at, version in enumerate(versions):
        for earlier in versions[:at]:
            if _in_shared_passage(version, earlier):
                found[version.statement.statement_id] = earlier.statement.statement_id
                break
    return found


def _in_shared_passage(version: Version, earlier: Version) -> bool:
    one, other = version.article, earlier.article
    if one.copy_group is None or one.copy_group != other.copy_group or one == other:
        return False
    start, end = hull(version.statement.content)
    passages = shared(worded(one.text), worded(other.text)).passages
    return any(p.here[0] <= start and end <= p.here[1] for p in passages)


def _section(
    title: str, names: list[tuple[str, int]], shown_as: Callable[[str, int], list[str]]
) -> list[str]:
    if not names:
        return []
    return [title, *(line for name, depth in names for line in shown_as(name, depth))]


def _changed(variant: Variant) -> str:
    """What became of the words; a fuller version than the one before is not shortened."""
    if variant.change == "trimmed" and all(edit.op == "add" for edit in variant.edits):
        return "with more of it"
    return wording.CHANGES[variant.change]


def _version(by_id: dict[str, Version], name: str, depth: int, mark: str = " ") -> list[str]:
    """Place, words, chain and edits of one version, further right the more steps lie between."""
    space = "  " * depth
    version = by_id[name]
    statement = version.statement
    lines = [
        f"{mark} {space}{place_of(version.article)} ({statement.statement_id})",
        f"    {space}{statement.content_text}",
        f"    {space}{wording.way(version.chain)}",
    ]
    origin = _origin(version)
    if origin and version.variant:
        told = outlet_of(by_id[origin].article) if origin in by_id else "another report"
        edits = "; ".join(edit_text(edit) for edit in version.variant.edits)
        change = _changed(version.variant)
        lines.append(f"    {space}{change}, from {told} ({origin}){': ' + edits if edits else ''}")
    return lines
