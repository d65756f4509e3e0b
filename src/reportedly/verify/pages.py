"""Captured pages against texts: every character that is mapped to a page is the one there."""

import struct
import zlib
from collections.abc import Iterator

from reportedly.chronicle import Chronicle
from reportedly.model import Article
from reportedly.reading.captures import Capture, opened, unpack
from reportedly.store import captures
from reportedly.verify.faults import Fault


def page_faults(chronicle: Chronicle) -> Iterator[Fault]:
    """Every page that cannot be opened, has no article, or whose characters are not the text's."""
    texts = {article.article_id: article.text for article in chronicle.rows(Article)}
    for article_id, payload in captures.everything(chronicle.connection):
        try:
            capture = unpack(payload)
        except (zlib.error, struct.error, ValueError, KeyError, TypeError):
            yield Fault("captures", article_id, "the page cannot be unpacked")
            continue
        text = texts.get(article_id)
        if text is None:
            yield Fault("captures", article_id, "is the page of an article that is not here")
        else:
            yield from _faults(article_id, capture, text)


def _faults(article_id: str, capture: Capture, text: str) -> Iterator[Fault]:
    flow, last = opened(capture)[1].text, 0
    for run in capture.runs:
        here = text[run.start : run.start + run.length]
        if run.start < last or len(here) != run.length or run.length < 1:
            problem = f"maps {run.length} characters at {run.start}, which lie not in the text"
            yield Fault("captures", article_id, problem)
        elif flow[run.flow : run.flow + run.length] != here:
            problem = f"characters {run.start} to {run.start + run.length} are others in the page"
            yield Fault("captures", article_id, problem)
        last = run.start + run.length
