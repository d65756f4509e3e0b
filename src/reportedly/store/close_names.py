"""Names close to one that nobody has: for whoever has misspelt it."""

import difflib
import sqlite3

#: Names that are compared, those in most articles first: a second's work at most.
_COMPARED = 20_000

#: Names less alike are other names: of "Quill" and "Quilt" .8 of the letters agree.
_ALIKE = 0.75

#: Suggestions that can be read at a glance.
_SHOWN = 3

#: Single words are compared only where they are long enough to be told apart.
_WORD_CHARS = 4


def close_names(connection: sqlite3.Connection, name: str) -> list[str]:
    """Names like `name`, as a whole or in one of their words, the closest first; at most three."""
    asked = name.casefold().strip()
    if not asked:
        return []
    query = "select name from entities order by n_articles desc, name, entity_id limit ?"
    known = dict.fromkeys(row[0] for row in connection.execute(query, (_COMPARED,)))
    matcher = difflib.SequenceMatcher(autojunk=False)
    matcher.set_seq2(asked)
    scored = [(score, each) for each in known if (score := _score(matcher, each)) >= _ALIKE]
    # Equal scores stay in the order of how often the names are found.
    return [each for _, each in sorted(scored, key=lambda pair: -pair[0])[:_SHOWN]]


def did_you_mean(connection: sqlite3.Connection, name: str, otherwise: str) -> str:
    """The next step for somebody who asked for a name that is not there."""
    close = close_names(connection, name)
    return f"did you mean {' or '.join(close)}?" if close else otherwise


def _score(matcher: difflib.SequenceMatcher[str], name: str) -> float:
    lowered = name.casefold()
    words = [word for word in lowered.split() if len(word) >= _WORD_CHARS]
    return max(_ratio(matcher, each) for each in (lowered, *words))


def _ratio(matcher: difflib.SequenceMatcher[str], text: str) -> float:
    """How much of the two agrees, 0 where it is clear at once that it is too little."""
    matcher.set_seq1(text)
    if matcher.real_quick_ratio() < _ALIKE or matcher.quick_ratio() < _ALIKE:
        return 0.0
    return matcher.ratio()
