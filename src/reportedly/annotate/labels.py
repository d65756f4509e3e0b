"""Lines that begin with who speaks: transcripts, and interviews printed with names.

In: a text and its attributions.  Out: which of them are such lines, and which ask and which answer.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Literal

from reportedly.model import Attribution

Part = Literal["question", "answer"]
#: Fewer such lines are headings and headlines.
LEAST_LINES = 3
#: Questions that make one of two speakers the one who asks.
_LEAST_QUESTIONS = 2
_QUOTED = "“\"'‘«„”’»"


def labelled(text: str, attributions: Sequence[Attribution]) -> Mapping[int, str]:
    """Index → label, of lines like `Quill: I stayed.`; empty where the text has only a few."""
    found = {at: label for at, row in enumerate(attributions) if (label := _label(text, row))}
    return found if len(found) >= LEAST_LINES else {}


def find_exchange(text: str, attributions: Sequence[Attribution]) -> Mapping[int, Part]:
    """Which of the labelled lines ask and which answer; empty unless two speak, and one asks."""
    labels = labelled(text, attributions)
    lines = Counter(labels.values())
    asked = Counter(label for at, label in labels.items() if _asks(text, attributions[at]))
    asking = [label for label in lines if asked[label] > lines[label] / 2]
    answering = [label for label in lines if label not in asking]
    if len(asking) != 1 or len(answering) != 1 or asked[asking[0]] < _LEAST_QUESTIONS:
        return {}
    return {at: "question" if label == asking[0] else "answer" for at, label in labels.items()}


def _label(text: str, row: Attribution) -> str:
    """The words before the colon; "" for other attributions."""
    if len(row.source) != 1 or len(row.cue) != 1 or row.parent is not None:
        return ""
    (start, end), cue = row.source[0], row.cue[0]
    begins = not text[text.rfind("\n", 0, start) + 1 : start].strip(" \t*_")
    direct = text[slice(*cue)] == ":" and cue[0] == end
    return text[start:end] if begins and direct and row.content[0][0] >= cue[1] else ""


def _asks(text: str, row: Attribution) -> bool:
    return text[: row.content[-1][1]].rstrip(_QUOTED + " *_").endswith("?")
