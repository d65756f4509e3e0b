"""Lines that begin with who speaks: transcripts, and interviews printed with names.

In: a text and its attributions.  Out: which of them are such lines, and which ask and which answer.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Literal

from reportedly.model import Attribution
from reportedly.offsets import hull

Part = Literal["question", "answer"]
#: Fewer such lines are headings and headlines.
LEAST_LINES = 3
#: Questions that make one of two speakers the one who asks.
_LEAST_QUESTIONS = 2
#: What stands behind a question mark: quotation marks, and those of bold type.
_BEHIND = "“\"'‘«„”’» *_"
_TWO = 2
#: Fewer lines are no talk; who talks goes on for a second paragraph now and then.
_LEAST_TURNS, _TURNS_SHARE = 6, 0.8
#: Lines with a question of who asks that often ends on something else, and how many times those of
#: who answers, who may ask back.
_OFTEN, _OFTENER = 3, 3


def labelled(text: str, attributions: Sequence[Attribution]) -> Mapping[int, str]:
    """Index → label, of lines like `Quill: I stayed.`; empty where the text has only a few."""
    found = {at: label for at, row in enumerate(attributions) if (label := _label(text, row))}
    return found if len(found) >= LEAST_LINES else {}


def find_exchange(text: str, attributions: Sequence[Attribution]) -> Mapping[int, Part]:
    """Which of the labelled lines ask and which answer; empty unless two speak, and one asks."""
    labels = labelled(text, attributions)
    talk = [(label, text[slice(*hull(attributions[at].content))]) for at, label in labels.items()]
    asking = find_asking(talk, _LEAST_QUESTIONS)
    if asking is None:
        return {}
    return {at: "question" if label == asking else "answer" for at, label in labels.items()}


def find_asking(talk: Sequence[tuple[str, str]], least: int) -> str | None:
    """Which of two who talk asks; None unless they are two, and one of them asks.

    Most of the lines of who asks end with a question mark; or the two take turns, and one asks
    again and again and the other hardly ever: who asks says "There is a husband." too.

    Args:
        talk: who speaks and what is said, line by line.
        least: questions of who asks.
    """
    lines = Counter(name for name, _ in talk)
    if len(lines) != _TWO:
        return None
    asked = Counter(name for name, said in talk if said.rstrip(_BEHIND).endswith("?"))
    asking = [name for name in lines if asked[name] > lines[name] / 2]
    if asking:
        return asking[0] if len(asking) == 1 and asked[asking[0]] >= least else None
    anywhere = Counter(name for name, said in talk if "?" in said)
    seldom, often = sorted(lines, key=lambda name: (anywhere[name], name))
    changes = sum(one[0] != other[0] for one, other in pairwise(talk))
    if len(talk) < _LEAST_TURNS or changes < _TURNS_SHARE * (len(talk) - 1):
        return None
    frequent = anywhere[often] >= _OFTEN and anywhere[often] >= _OFTENER * anywhere[seldom]
    return often if frequent else None


def _label(text: str, row: Attribution) -> str:
    """The words before the colon; "" for other attributions."""
    if len(row.source) != 1 or len(row.cue) != 1 or row.parent is not None:
        return ""
    (start, end), cue = row.source[0], row.cue[0]
    begins = not text[text.rfind("\n", 0, start) + 1 : start].strip(" \t*_")
    direct = text[slice(*cue)] == ":" and cue[0] == end
    return text[start:end] if begins and direct and row.content[0][0] >= cue[1] else ""
