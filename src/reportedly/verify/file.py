"""The file itself: SQLite's own check, the search index, and the texts against those first read."""

from collections.abc import Iterator

from reportedly.chronicle import Chronicle
from reportedly.model import Article
from reportedly.payload import unpack
from reportedly.store import checking
from reportedly.verify.faults import Fault


def file_faults(chronicle: Chronicle) -> Iterator[Fault]:
    """What is wrong with the file, whatever its rows say."""
    for problem in checking.integrity_problems(chronicle.connection):
        yield Fault("file", str(chronicle.path), problem)
    shown = {article.article_id: article.text for article in chronicle.rows(Article)}
    for article_id, payload in checking.readings(chronicle.connection):
        read = unpack(payload).of(Article)
        if article_id not in shown:
            problem = (
                "was read but is not in the tables yet; finish with: reportedly build --to FILE"
            )
            yield Fault("articles", article_id, problem)
        elif read[0].text != shown.pop(article_id):
            yield Fault("articles", article_id, "text is not the text that was read")
    for article_id in sorted(shown):
        yield Fault("articles", article_id, "stands in the tables but was never read")
