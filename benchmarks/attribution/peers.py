"""Other programs on the same articles, where they are installed: textacy by paragraph."""

import importlib.util
from typing import Any

from benchmarks.attribution.corpus import Example

Found = dict[str, list[tuple[int, int]]]


def has_textacy() -> bool:
    """True when textacy can be imported."""
    return importlib.util.find_spec("textacy") is not None


def textacy_attributions(example: Example, pipeline: Any) -> list[Found]:
    """Direct quotations as textacy finds them; a whole article at once makes it fail more often."""
    from textacy.extract import direct_quotations

    found: list[Found] = []
    at = 0
    for line in example.text.splitlines(keepends=True):
        try:
            quotes = list(direct_quotations(pipeline(line))) if line.strip() else []
        except ValueError:  # its answer to a paragraph with an odd number of quotation marks
            quotes = []
        for quote in quotes:
            source = [(at + t.idx, at + t.idx + len(t)) for t in quote.speaker]
            content = (at + quote.content.start_char, at + quote.content.end_char)
            found.append({"source": source, "content": [content]})
        at += len(line)
    return found
