"""What is fuzzed: each reader from bytes to articles, and the stages from a text to rows.

A reader may reject, and nothing else; a stage may find nothing, and nothing else.
"""

import hashlib

from benchmarks.fuzz.running import Fault
from reportedly.annotate.document import Document
from reportedly.engine.annotating import annotate_document
from reportedly.model import Article, Reject
from reportedly.reading.filter import try_to_read
from reportedly.reading.inputs import records_of_bytes
from reportedly.reading.records import Limits
from reportedly.rows import Rows


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
