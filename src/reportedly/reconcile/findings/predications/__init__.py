"""Predications: who did what to whom, told as done or negated, in plain text or in speech.

In: a pile.  Out: `Predication`s.  `families` is the table of words for one deed.
"""

from reportedly.reconcile.findings.predications.predication import Predication
from reportedly.reconcile.findings.predications.reading import predications_in

__all__ = ["Predication", "predications_in"]
