"""Where a pile means somebody or something: by a mention that was told apart, or by plain words.

In: a name, or the identifier of an entity.  Out: its mentions by article, a pattern of its name.
"""

import json
import re
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reportedly.offsets import Span, overlaps
from reportedly.store import naming, pages

#: "787" and "A380" mean one thing, "51" does not; nor do two initials.
SHORTEST_NUMBER, FEWEST_INITIALS = 3, 3


@dataclass(frozen=True, slots=True)
class Called:
    """Somebody or something: its entities, where they are mentioned, texts that have the name."""

    entities: tuple[str, ...]
    places: dict[str, list[Span]]
    name: re.Pattern[str]
    texts: dict[str, str]

    def is_meant(self, article_id: str, span: Span) -> bool:
        """True when the words of `span` name it or mean it by other words."""
        if any(overlaps(span, place) for place in self.places.get(article_id, ())):
            return True
        text = self.texts.get(article_id)
        return text is not None and self.name.search(text, *span) is not None


def called(connection: sqlite3.Connection, name: str) -> Called:
    """Who or what is called `name`: entities of that name, and all texts that have the words."""
    found = naming.find_entities(connection, name)
    same = [e.entity_id for e in found if e.name.casefold() == found[0].name.casefold()]
    places, pattern = _places(connection, same), _pattern({name, *(e.name for e in found[:1])})
    rows = connection.execute("select article_id, text from articles order by article_id")
    texts = {row[0]: row[1] for row in rows if row[0] in places or pattern.search(row[1])}
    return Called(tuple(same), places, pattern, texts)


def entity(connection: sqlite3.Connection, entity_id: str) -> Called:
    """One entity, in the articles that mention it: no other texts are read."""
    places = _places(connection, [entity_id])
    names = {named.name for named in pages.named(connection, [entity_id]).values()}
    return Called((entity_id,), places, _pattern(names), pages.texts(connection, places))


def _places(connection: sqlite3.Connection, entity_ids: Iterable[str]) -> dict[str, list[Span]]:
    query = """select article_id, span from mentions
               where entity_id in (select value from json_each(?))"""
    places: dict[str, list[Span]] = {}
    for article_id, span in connection.execute(query, (json.dumps(sorted(entity_ids)),)):
        places.setdefault(article_id, []).append(pages.span(span))
    return places


def _pattern(names: Iterable[str]) -> re.Pattern[str]:
    """Finds the names in any case, and their short forms as they are written."""
    listed = sorted(names)
    short = {form for name in listed for form in _short_forms(name)}
    # Of nobody's names nothing is found.
    plain, exact = (
        "|".join(["(?!)", *map(re.escape, _longest_first(forms))]) for forms in (listed, short)
    )
    return re.compile(rf"(?<!\w)(?:(?i:{plain})|{exact})(?!\w)")


def _longest_first(forms: Iterable[str]) -> list[str]:
    return sorted(set(forms), key=lambda form: (-len(form), form))


def _short_forms(name: str) -> Iterator[str]:
    """What is left of a name from its number on ("787"), and the initials of a long one."""
    words = name.split()
    number = next((at for at, word in enumerate(words) if any(c.isdigit() for c in word)), 0)
    if number and len(words[number]) >= SHORTEST_NUMBER:
        yield from (" ".join(words[number:]), words[number])
    capitals = [word[0] for word in words if word[0].isupper()]
    if len(capitals) >= FEWEST_INITIALS:
        yield "".join(capitals)
