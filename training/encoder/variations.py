"""Synthetic damage and other newspapers' typography, put on training articles.

In: an article and a random generator. Out: the same article with other quotation marks, lost
apostrophes or no-break spaces, its spans moved along.
"""

import random
import re
from dataclasses import replace

from training.encoder.articles import GoldArticle, GoldAttribution, Span

Edit = tuple[int, int, str]

# How each style prints an opening and a closing double mark.
_STYLES = (('"', '"'), ("“", "”"), ("''", "''"), ("``", "''"), ("«", "»"), ("„", "“"), ("‘", "’"))
_STYLE_WEIGHTS = (5, 2, 2, 1, 1, 1, 1)
_APOSTROPHE = re.compile(r"(?<=\w)['’](?=(?:s|t|re|ve|ll|d|m)\b)")
_OPENING = re.compile(r"“|(?<![^\s(\[—–-])(?:\"|'')(?=\S)")
_CLOSING = re.compile(r"”|(?<=\S)(?:\"|'')(?![^\s)\].,;:!?—–-])")
# Shares of articles that get each change: enough to be learnt, few enough to stay like the news.
_SHARE_STYLE, _SHARE_LOST_APOSTROPHES, _SHARE_NO_BREAK = 0.25, 0.06, 0.05
_SHARE_UNBALANCED = 0.04


def vary(article: GoldArticle, rng: random.Random) -> tuple[GoldArticle, list[int] | None]:
    """The article, changed or not as `rng` decides, and where its offsets stand afterwards."""
    edits: list[Edit] = []
    if rng.random() < _SHARE_STYLE:
        edits += _restyle(article.text, rng)
    elif rng.random() < _SHARE_UNBALANCED:
        marks = [m.span() for m in re.finditer('[“”"]', article.text)]
        edits += [(a, b, "") for a, b in marks if rng.random() < 0.1]
    if rng.random() < _SHARE_LOST_APOSTROPHES:
        edits += [(*m.span(), "") for m in _APOSTROPHE.finditer(article.text)]
    if rng.random() < _SHARE_NO_BREAK:
        edits += [
            (*m.span(), "\u00a0") for m in re.finditer(" ", article.text) if rng.random() < 0.03
        ]
    if not edits:
        return article, None
    return apply_edits(article, edits), moved_offsets(article.text, edits)


def _restyle(text: str, rng: random.Random) -> list[Edit]:
    opening, closing = rng.choices(_STYLES, _STYLE_WEIGHTS)[0]
    found: dict[Span, str] = {}
    for match in _CLOSING.finditer(text):
        found[match.span()] = closing
    for match in _OPENING.finditer(text):
        found[match.span()] = opening
    edits = [(*span, mark) for span, mark in found.items()]
    if rng.random() < 0.5:
        edits += [(*m.span(), "'") for m in re.finditer("’", text)]
    return edits


def apply_edits(article: GoldArticle, edits: list[Edit]) -> GoldArticle:
    """Replace spans of the text; overlapping edits after the first are left out."""
    pieces: list[str] = []
    done = 0
    for start, end, new in sorted(edits):
        if start >= done:
            pieces += [article.text[done:start], new]
            done = end
    pieces.append(article.text[done:])
    moved = moved_offsets(article.text, edits)
    parts = tuple(
        GoldAttribution(*(_move(spans, moved) for spans in (a.source, a.cue, a.content)))
        for a in article.attributions
    )
    return replace(article, text="".join(pieces), attributions=parts)


def moved_offsets(text: str, edits: list[Edit]) -> list[int]:
    """Where each offset of `text` stands after `apply_edits`."""
    moved: list[int] = []
    shift = 0
    for start, end, new in sorted(edits):
        if start < len(moved):
            continue
        moved += [i + shift for i in range(len(moved), start)]
        moved += [start + shift] * (end - start)
        shift += len(new) - (end - start)
    return moved + [i + shift for i in range(len(moved), len(text) + 1)]


def _move(spans: tuple[Span, ...], moved: list[int]) -> tuple[Span, ...]:
    return tuple((moved[a], moved[b]) for a, b in spans if moved[b] > moved[a])
