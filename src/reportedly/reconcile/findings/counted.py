"""What a number counts by the words around it: votes by which somebody won, seats of a hall, those
who watched a match, names under a petition; and what a fine is told with.

In: the text of an article.  Out: each such number with its sort.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_N = r"(\d{1,3}(?:,\d{3})+|\d+)(?![\d.,]*\d)"
_JUST = r"(?:(?:just|only|a\s+mere|exactly)\s+)?"


@dataclass(frozen=True, slots=True)
class Counting:
    """How one sort of number is told, and when two of that sort are of one matter."""

    sort: str
    told: re.Pattern[str]
    most_days: int
    """between two reports; later there may be another election, match or hall"""
    beside: re.Pattern[str] | None = None
    """what its sentence must say besides"""
    fewest: int = 2
    roughest: int = 1
    """a number that this divides was guessed"""


#: Jobs that something is to bring.
PROMISED_JOBS = "promised jobs"
COUNTINGS = (
    Counting(
        "majority",
        re.compile(
            r"(?<!working )(?<!overall )(?<!simple )(?<!parliamentary )(?<!Commons )(?<!Senate )"
            r"\bmajority\s+"
            rf"(?:was\s+|is\s+)?(?:of\s+)?{_JUST}{_N}(?!\s*(?:%|per\s?cent|seats|MPs|to\b))"
            rf"|(?<![\w.,]){_N}-vote\s+majority\b"
        ),
        400,
        fewest=100,  # smaller ones are of members
    ),
    Counting(
        "majority",
        re.compile(rf"\bby\s+{_JUST}{_N}\s+votes\b(?!\s+(?:to|against)\b)"),
        400,
        re.compile(
            r"\b(?:won|wins|winner|elected|held|beat|beating|defeated|lost|took|takes|scraped|sneaked|squeaked"
            r"|squeezed|edged|entered|seat|ousted|unseated)\b"
        ),
        fewest=10,
    ),
    Counting(
        "capacity",
        re.compile(
            rf"(?<![\w.,]){_N}-(?:seat(?:er)?|capacity)\b(?!\s+(?:majority|lead|House|chamber|council|parliament"
            r"|assembly|legislature|[Ss]enate))"
            rf"|\b(?:seats|seating|capacity|room)\s+(?:for|of)\s+{_JUST}{_N}"
            rf"|\b(?:which|that|hall|theatre|stadium|ground|arena|venue)\s+(?:seats|holds)\s+{_JUST}"
            rf"{_N}"
        ),
        200,
        fewest=20,
    ),
    # Sides play again within the week; whoever counts a crowd in hundreds has guessed.
    Counting(
        "attendance",
        re.compile(
            rf"\b(?:attendance|gate)\s+(?:\w+\s+){{0,3}}?(?:was|of)\s+{_JUST}{_N}"
            rf"|\b(?:crowd\s+of|watched\s+by)\s+{_JUST}{_N}"
            rf"|(?<![\w.,]){_N}\s+(?:spectators|fans|supporters)\s+(?:saw|watched|were)\b"
        ),
        4,
        fewest=50,
        roughest=100,
    ),
    # A promise stays what it was, whenever it is told.
    Counting(
        PROMISED_JOBS,
        re.compile(
            r"\b(?:will|would|was\s+to|were\s+to|is\s+to|set\s+to|to)\s+(?:now\s+)?"
            rf"(?:create|bring|provide|support)\s+(?:about\s+|some\s+)?{_N}\s+(?:\w+\s+)?jobs\b"
        ),
        10_000,
    ),
    # More names can be added for a while.
    Counting(
        "signatures",
        re.compile(
            rf"\bsigned\s+by\s+{_JUST}{_N}"
            rf"|(?<![\w.,]){_N}\s+(?:signatures|names|people\s+(?:have\s+)?signed)\b"
        ),
        10,
        re.compile(r"\b(?:petition|letter|appeal|signatures|signed)\b"),
        fewest=50,
    ),
)
#: What a fine is told with, right before or behind the sum.
FINED = re.compile(
    r"(?:\b(?:fined|fine\s+(?:of|was)|fined\s+[^.;,\d£$€]{1,40})\s+(?:an?\s+)?(?:\w+\s+)?\Z)", re.I
)
FINED_CHARS = 70
A_FINE = re.compile(r"\s+fine\b")


def counted(text: str) -> Iterator[tuple[Counting, re.Match[str], str]]:
    """Each counted number: what it counts, the words that tell it, and the number as printed."""
    for counting in COUNTINGS:
        for match in counting.told.finditer(text):
            number = next(n for n in match.groups() if n)
            value = int(number.replace(",", ""))
            guessed = counting.roughest > 1 and value % counting.roughest == 0
            if value >= counting.fewest and not guessed:
                yield counting, match, number
