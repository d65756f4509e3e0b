"""What is fuzzed: each reader from bytes to articles, the stages from a text to rows, and the
filters of the command line from lines to lines.

A reader may reject, and nothing else; a stage may find nothing, and nothing else; a filter answers
each line, and says of a bad one what is wrong with the line.
"""

import hashlib
import json
import re

from click.testing import CliRunner

from benchmarks.fuzz.running import Fault
from reportedly.annotate.document import Document
from reportedly.engine.annotating import annotate_document
from reportedly.model import Article, Reject
from reportedly.reading.filter import try_to_read
from reportedly.reading.inputs import records_of_bytes
from reportedly.reading.records import Limits
from reportedly.rows import Rows
from reportedly.show.cli import main

FILTERS = ("attribute", "mentions", "dates")
#: How an answer begins that blames the program and not the line.
_FAILED = re.compile(r"line \d+: \w*(?:Error|Exception|Rejected): ")


def read(name: str, content: bytes) -> list[Article]:
    """Reads an input; raises Fault for an error of the program that stands behind a reject."""
    limits, articles = Limits(), []
    for record in records_of_bytes(content, name, limits):
        result = record if isinstance(record, Reject) else try_to_read(record, limits)
        if not isinstance(result, Reject):
            articles.append(result.article)
        elif result.reason == "reader_failed":
            raise Fault(result.detail)
    return articles


def annotate(content: bytes) -> Rows:
    """All stages of an article on a text; raises what they raise."""
    text = content.decode("utf-8", "replace")
    digest = hashlib.sha256(content).hexdigest()
    article = Article(article_id=f"a{digest[:16]}", path="x", text=text, sha256=digest)
    return annotate_document(Document(article))


def filtered(content: bytes) -> None:
    """Lines through each filter; raises Fault for an answer that it must not give."""
    for name in FILTERS:
        result = CliRunner().invoke(main, [name], input=content)
        if result.exception is not None:
            raise Fault(f"{name}: {result.exception!r}")
        for line in filter(None, result.stdout.split("\n")):
            if _FAILED.match(json.loads(line).get("error", "")):
                raise Fault(f"{name}: {line[:500]}")
