"""Frames: what can become of a thing that is said to last or to come, in whatever words.

In: texts.  Out: `Sign`s of matters.  `couples`, `persons` and `things` are the table; it is data.
How the words before any verb bear on it (`read`) is of use to others, too.
"""

from reportedly.reconcile.findings.frames.matter import Matter
from reportedly.reconcile.findings.frames.reading import BE, GET, auxiliary_in, read, words_of
from reportedly.reconcile.findings.frames.signs import CLAUSE_END, Sign, signs_in

__all__ = [
    "BE",
    "CLAUSE_END",
    "GET",
    "Matter",
    "Sign",
    "auxiliary_in",
    "read",
    "signs_in",
    "words_of",
]
