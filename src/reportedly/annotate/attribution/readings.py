"""The tagger reads a text twice, cut into windows at other places, and either reading is checked.

In: a text and a model.  Out: the rows of both readings, each once, with how sure either was.  What
is found in both is right more often: a row that hangs on where a window ends is found in one.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reportedly.annotate.attribution.alike import Places, same_content, same_source
from reportedly.offsets import Spans

if TYPE_CHECKING:
    from reportedly.annotate.attribution.neural.spans import TaggedAttribution
    from reportedly.annotate.attribution.neural.weights import Model

#: The second reading begins anew at the first line break after this: about half a window.
SHIFT_CHARS = 450


@dataclass(frozen=True, slots=True)
class Reading:
    """A row, and the confidence that the other reading has in the same one, if it has it."""

    row: "TaggedAttribution"
    other: float | None
    first: bool
    """False for a row that only the second reading has"""


def read_twice(text: str, model: "Model") -> list[Reading]:
    """All rows of both readings, the first one's before those that only the second has."""
    from reportedly.annotate.attribution.neural.tagger import tag

    first = tag([text], model)[0]
    cut = text.find("\n", SHIFT_CHARS) + 1
    if not cut or not text[cut:].strip():
        return [Reading(row, row.confidence, first=True) for row in first]
    head, rest = tag([text[:cut], text[cut:]], model)
    second = [*head, *(_shifted(row, cut) for row in rest)]
    found = [Reading(row, other, first=True) for row, other in _checked(first, second)]
    missed = [row for row, other in _checked(second, first) if other is None]
    return [*found, *(Reading(row, None, first=False) for row in missed)]


def _checked(
    rows: Sequence["TaggedAttribution"], others: Sequence["TaggedAttribution"]
) -> list[tuple["TaggedAttribution", float | None]]:
    """Each row with the confidence of the surest of `others` that proposes the same."""
    places = Places(other.content for other in others)
    found: list[tuple[TaggedAttribution, float | None]] = []
    for row in rows:
        near = (others[at] for at in places.near(row.content))
        same = [o.confidence for o in near if _is_same(row, o)]
        found.append((row, max(same, default=None)))
    return found


def _is_same(a: "TaggedAttribution", b: "TaggedAttribution") -> bool:
    return same_content(a.content, b.content) and same_source(a.source, b.source)


def _shifted(row: "TaggedAttribution", by: int) -> "TaggedAttribution":
    def moved(spans: Spans) -> Spans:
        return tuple((start + by, end + by) for start, end in spans)

    return replace(row, source=moved(row.source), cue=moved(row.cue), content=moved(row.content))
