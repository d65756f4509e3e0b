"""When words were said: hand-written tellings with the days that each allows."""

import pytest

from reportedly.annotate.document import Document
from reportedly.engine.annotating import annotate_document
from reportedly.model import Article, Statement
from tests.annotate.statements.said_cases import CASES, Case

#: What must hold: who speaks is found by a parse, which is wrong now and then.
FLOOR = 0.95


def said(case: Case) -> tuple[str | None, str | None] | None:
    """The interval of the smallest statement that begins with the case's words; None without."""
    article = Article(
        article_id="a1", path="p", text=case.text, sha256="", published=case.published
    )
    start = case.text.index(case.words)
    held = [
        statement
        for statement in annotate_document(Document(article)).of(Statement)
        if any(first <= start + 1 < last for first, last in statement.content)
    ]
    if not held:
        return None
    found = min(held, key=lambda s: abs(s.content[0][0] - start))
    return found.said_earliest, found.said_latest


@pytest.fixture(scope="module")
def missed() -> list[str]:
    """The cases whose days are not those expected."""
    got = {case: said(case) for case in CASES}
    return [f"{c.text} | {c.words}: {d}" for c, d in got.items() if d != (c.earliest, c.latest)]


def test_the_days_of_sayings(missed: list[str]) -> None:
    """Nearly all of the hand-written cases hold."""
    assert len(missed) <= (1 - FLOOR) * len(CASES), "\n".join(missed)
