"""What the tests of attribution share: attributions of a text as words."""

from collections.abc import Callable

import pytest

from reportedly.annotate.attribution.rows import attributions_of
from reportedly.annotate.document import Document
from reportedly.model import Article, Attribution, Region
from reportedly.offsets import words_of

Words = tuple[str, str, str]


@pytest.fixture(scope="session")
def attribute() -> Callable[..., tuple[Attribution, ...]]:
    """Text (and regions) to rows."""

    def made(text: str, *regions: Region, lang: str | None = None) -> tuple[Attribution, ...]:
        article = Article(article_id="a1", path="a.txt", text=text, lang=lang, sha256="")
        return attributions_of(Document(article, regions))

    return made


@pytest.fixture(scope="session")
def attributed(
    attribute: Callable[..., tuple[Attribution, ...]],
) -> Callable[[str], list[Words]]:
    """Text to (source, cue, content) of each row, in words."""

    def made(text: str) -> list[Words]:
        return [
            (words_of(text, r.source), words_of(text, r.cue), words_of(text, r.content))
            for r in attribute(text)
        ]

    return made
