"""An invented page and the functions that tests of reading share."""

from collections.abc import Callable

import pytest

from reportedly.reading.article import ReadResult, read_record
from reportedly.reading.records import Kind, Record

_PARAGRAPHS = (
    "Tarnholt will have its footbridge after all, the council decided late on Monday evening.",
    "“I have crossed that river in a bucket,” said Odile Farrow, the mayor of Tarnholt.",
    "Engineers from the county expect that the work on both banks will take eleven months.",
    "“We were not asked,” replied Berit Sallow, who keeps the ferry and nine geese.",
    "A second hearing is planned for the spring, when the water in the Skell is low.",
)


@pytest.fixture
def paragraphs() -> tuple[str, ...]:
    """The paragraphs of the invented article, two of which open with a quotation."""
    return _PARAGRAPHS


@pytest.fixture
def page() -> Callable[..., bytes]:
    """A saved page around the invented article: `head` and `body` are put in, `extra` after it."""

    def make(head: str = "", body: str | None = None, extra: str = "", charset: str = "") -> bytes:
        inner = body or "".join(f"<p>{words}</p>" for words in _PARAGRAPHS)
        written = (
            "<!doctype html><html lang='en'><head><title>A bridge at last | Skell Courier</title>"
            f"{head}</head><body><nav><ul><li><a href='/'>Home</a></li><li><a href='/s'>Sport</a>"
            "</li></ul></nav><main><article><h1>A bridge at last</h1>"
            f"{inner}</article></main>{extra}<footer><p>© 2018 Skell Courier. All rights reserved."
            "</p></footer><script>var tracker = 'never text';</script></body></html>"
        )
        return written.encode(charset or "utf-8")

    return make


@pytest.fixture
def read() -> Callable[..., ReadResult]:
    """`read_record` on bytes of one kind, a page when nothing is said."""

    def run(content: bytes | str, kind: Kind = "html", **around: str) -> ReadResult:
        raw = content.encode() if isinstance(content, str) else content
        return read_record(Record("given/path", None, kind, raw, **around))

    return run


@pytest.fixture
def words_of() -> Callable[[ReadResult, str], list[str]]:
    """The words of all regions of one kind."""

    def run(result: ReadResult, kind: str) -> list[str]:
        text = result.article.text
        return [text[r.span[0] : r.span[1]] for r in result.regions if r.kind == kind]

    return run
