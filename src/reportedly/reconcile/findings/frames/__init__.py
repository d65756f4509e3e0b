"""Frames: what can become of a thing that is said to last or to come, in whatever words.

In: texts.  Out: `Sign`s of matters.  `couples`, `persons` and `things` are the table; it is data.
"""

from reportedly.reconcile.findings.frames.matter import Matter
from reportedly.reconcile.findings.frames.signs import CLAUSE_END, Sign, signs_in

__all__ = ["CLAUSE_END", "Matter", "Sign", "signs_in"]
