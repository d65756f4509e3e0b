"""Days of which most outlets tell, as lines of text for a terminal."""

from reportedly.show.cli.layout import count
from reportedly.show.cli.texts import Articles, Chains, place_of, says, words_around
from reportedly.show.days import day as in_words
from reportedly.store.days import DayTold, Told

#: Places shown under a day: those of different articles; more would hide the next day.
PLACES_SHOWN = 4

_KINDS = {"event": "happened", "said": "said", "headline": "headline", "named": "named"}


def day_lines(day: DayTold, articles: Articles, chains: Chains) -> list[str]:
    """A day, how many tell of it, and places of different articles: events first."""
    sources = f"{count(day.n_outlets, 'outlet')}, {count(day.n_articles, 'article')}"
    best: dict[str, Told] = {}
    for told in sorted(day.told, key=lambda each: list(_KINDS).index(each.kind)):
        best.setdefault(told.article_id, told)
    shown = list(best.values())[:PLACES_SHOWN]
    lines = [f"{in_words(day.date)} — {sources}"]
    for told in shown:
        article = articles[told.article_id]
        lines += [
            f"    {_KINDS[told.kind]}: {_words(told, articles)}",
            f"      {place_of(article)}{says(told.statement_id, chains)}",
        ]
    if len(best) > len(shown):
        lines.append(f"    and {count(len(best) - len(shown), 'more article', 'more articles')}")
    return lines


def _words(told: Told, articles: Articles) -> str:
    article = articles[told.article_id]
    if told.kind == "headline":
        return article.title or "no headline"
    return words_around(article, told.span)
