"""A row as plain words to paste elsewhere: what was said, by whom and where it stands.

In: a statement or other words of an article, as the pages show them. Out: a few lines of text.
"""

from reportedly.show.web import urls, wording
from reportedly.show.web.visible import visible
from reportedly.store.pages import ArticleLine, StatementLine


def statement(line: StatementLine) -> str:
    """What was said, by whom and by which way; outlet, day, headline and author; the address."""
    who = line.speaker or line.source_text or wording.KINDS[line.source_kind]
    said = f"{who} ({wording.MODES[line.mode]}): {line.content_text}"
    # A way of two, the outlet and the speaker, says nothing that the other lines do not say.
    way = wording.way(line.chain) if len(line.chain) > 2 else ""
    return _lines(said, way, line.article)


def words(quoted: str, article: ArticleLine) -> str:
    """Words of an article that are nobody's statement, as those for a fact are."""
    return _lines(f"“{quoted}”", "", article)


def _lines(said: str, way: str, article: ArticleLine) -> str:
    parts = [" ".join(said.split()), way, _source(article), _place(article)]
    return visible("\n".join(_kept(part) for part in parts if part))


def _kept(line: str) -> str:
    """A line that a spreadsheet would run as a formula is kept from it by an apostrophe."""
    return "'" + line if line.startswith(("=", "+", "-", "@")) else line


def _source(article: ArticleLine) -> str:
    day = wording.published(article)
    if not wording.is_dated(article) and day != "undated":
        day += ", by other evidence than a date of its own"
    title = f": “{article.title}”" if article.title else ""
    byline = f", by {article.byline}" if article.byline else ""
    return f"{wording.outlet_of(article)}, {day}{title}{byline}"


def _place(article: ArticleLine) -> str:
    """The article's address where it has one, its file otherwise."""
    return urls.outside(article.url) or article.path
