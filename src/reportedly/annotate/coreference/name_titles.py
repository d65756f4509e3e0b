"""Titles that keep their article within a sentence: "told The Long Pier" is one name of two words.

In: a parse and the runs of tokens that may be names.  Out: the runs, those titles whole; parsers
take single words of them for verbs and adverbs.
"""

from collections.abc import Iterator, Sequence

from reportedly.annotate.coreference.candidate import Kind
from reportedly.annotate.parse.model import Parse

Run = tuple[int, int, Kind]

#: Longer runs of capitals are a title and what follows it.
_MOST_WORDS = 4


def keeps_article(parse: Parse, first: int) -> bool:
    """True where a capital "The" stands before the token within a sentence not set in capitals."""
    if first < 1:
        return False
    article, name = parse.tokens[first - 1], parse.tokens[first]
    opens = article.i == parse.sentences[article.sentence].first
    if article.text != "The" or article.sentence != name.sentence or opens:
        return False
    before = parse.tokens[article.i - 1]
    return before.text.islower() or before.tag == "POS"


def whole_titles(parse: Parse, runs: Sequence[Run]) -> list[Run]:
    """The runs, sorted; those within one title put together."""
    found = list(runs)
    for first, last in _titles(parse):
        inside = [run for run in found if first <= run[1] and run[0] <= last]
        person = any(kind == "person" and b > max(a, first) for a, b, kind in inside)
        whole = any(a <= first and b == last for a, b, _ in inside)
        if inside and not whole and not person and inside[-1][1] <= last:
            found = [run for run in found if run not in inside]
            # "Channel Nine's The Long": the station remains.
            found += [(a, first - 3, kind) for a, _, kind in inside if a < first - 2]
            found.append((first, last, "work"))
    return sorted(found)


def _titles(parse: Parse) -> Iterator[tuple[int, int]]:
    """First and last token of two and more words with capitals after such an article."""
    for token in parse.tokens:
        if token.text != "The" or not _follows(parse, token.i):
            continue
        if not keeps_article(parse, token.i + 1):
            continue
        last = token.i
        while _follows(parse, last):
            last += 1
        if 1 < last - token.i <= _MOST_WORDS:
            yield token.i + 1, last


def _follows(parse: Parse, i: int) -> bool:
    """True when the next token goes on with a capital, one space away."""
    if i + 1 >= len(parse.tokens):
        return False
    token, after = parse.tokens[i], parse.tokens[i + 1]
    title = after.text.istitle() and after.text.isalpha() and after.start == token.end + 1
    return title and after.sentence == token.sentence
