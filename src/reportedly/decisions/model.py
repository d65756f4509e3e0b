"""`Decision`: one entry of the log, and `Target`: what it is about, named by evidence."""

from dataclasses import dataclass
from typing import Annotated, Literal

from reportedly.model import Place

Action = Literal[
    "merge",
    "split",
    "block",
    "rename",
    "speaker",
    "dismiss",
    "confirm",
    "note",
    "tag",
    "undo",
    "redo",
]
TargetKind = Literal[
    "statement", "finding", "person", "article", "utterance", "story", "event", "claim"
]

#: Actions that change who is who, and so the tables; all others are shown beside them.
IDENTITY: frozenset[Action] = frozenset({"merge", "split", "block", "rename", "speaker"})
#: Actions on one finding of which only the latest counts.
VERDICTS: frozenset[Action] = frozenset({"dismiss", "confirm"})
#: Actions on the log itself.
ON_LOG: frozenset[Action] = frozenset({"undo", "redo"})


@dataclass(frozen=True, slots=True)
class Target:
    """One thing of a chronicle, as it was called when somebody decided on it."""

    kind: Annotated[TargetKind, "what it is"]
    identifier: Annotated[str, "its identifier then; groups may be called otherwise now"]
    label: Annotated[str, "a name or a few of its words, for a person to read"]
    places: Annotated[tuple[Place, ...], "the evidence by which it is found again"] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What somebody decided."""

    decision_id: Annotated[str, "given once, the same in every copy of the log"]
    number: Annotated[int, "its place in this log, from 1"] = 0
    made: Annotated[str, "when, UTC"]
    author: Annotated[str | None, "who, in their own words"] = None
    action: Annotated[Action, "what"]
    target: Annotated[Target | None, "what it is about; null for undo and redo"] = None
    other: Annotated[
        Target | None, "merge and block: the other one; speaker: who said it, null for nobody"
    ] = None
    moved: Annotated[tuple[Place, ...], "split: what is another"] = ()
    words: Annotated[str | None, "the name, note or tag"] = None
    decision: Annotated[str | None, "undo and redo: the decision that it is about"] = None
    replaced: Annotated[str | None, "what stood there before, for a person to read"] = None
    refused: Annotated[str | None, "why it does not hold; null when it was taken up"] = None
