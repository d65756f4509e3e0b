"""Names in a text and what they name: the parser's named entities, repaired over the whole text.

The parser decides sentence by sentence; a text is more consistent than that.  So every form of a
name votes on its kind, capitalised words that it overlooked are taken up when they are known from
elsewhere in the text, and titles, possessives and quotation marks are cut off.
"""

import re
from collections import defaultdict
from dataclasses import replace

from reportedly.annotate.coreference.candidate import Kind
from reportedly.annotate.coreference.family_names import with_family_names
from reportedly.annotate.coreference.headlines import headline_sentences, settled_in_headlines
from reportedly.annotate.coreference.lexicon import ASSEMBLIES, ORGANISATION_TAILS
from reportedly.annotate.coreference.lost_apostrophes import with_apostrophes, without_broken_mark
from reportedly.annotate.coreference.name import Name, printed_words
from reportedly.annotate.coreference.name_edges import trimmed
from reportedly.annotate.coreference.name_kinds import kinds_of_names
from reportedly.annotate.coreference.name_runs import names_of_parse
from reportedly.annotate.coreference.name_titles import keeps_article
from reportedly.annotate.coreference.nominals import noun_kind
from reportedly.annotate.coreference.press import NO_PRESS, Press
from reportedly.annotate.parse.model import Parse, Token
from reportedly.models.names.person import person_name


def find_names(parse: Parse, press: Press = NO_PRESS) -> list[Name]:
    """All names of the text, in order; a body called by a person's name overlaps that name."""
    headlines = headline_sentences(parse)
    printed = _without_nouns(names_of_parse(parse, headlines), parse, headlines)
    written = [trimmed(without_broken_mark(name), parse) for name in printed]
    found = settled_in_headlines(written, parse, headlines)
    known = kinds_of_names(found, parse, headlines, press.kinds())
    families = {person_name(text).family for text, kind in known.items() if kind == "person"}
    settled = [_settled(name, known[name.text], families, parse) for name in found]
    settled = with_family_names(settled, parse)
    settled = with_apostrophes(settled, known, parse, headlines)
    taken = {i for name in settled for i in range(name.first, name.last + 1)}
    settled += _overlooked(parse, known, taken)
    settled += _bodies(parse, settled)
    return sorted(settled, key=lambda name: (name.first, name.last))


def _without_nouns(names: list[Name], parse: Parse, headlines: set[int]) -> list[Name]:
    """Without "Lawmaker" of a headline, unless the text below has it with a capital, too."""
    inside = {
        token.text
        for token in parse.tokens
        if token.sentence not in headlines and token.i != parse.sentences[token.sentence].first
    }
    return [
        name
        for name in names
        if len(name.words) > 1
        or parse.tokens[name.first].sentence not in headlines | {0}
        or noun_kind(name.text) != "person"
        or name.text in inside
    ]


def _settled(name: Name, kind: Kind, families: set[str], parse: Parse) -> Name:
    """The name with its kind; "the Does" are the family of Ann Doe."""
    before = parse.tokens[name.first - 1].lower if name.first else ""
    word = name.words[-1].lower()
    if len(name.words) == 1 and before == "the" and word.endswith("s") and word[:-1] in families:
        kind = "group"
    if kind == "person" and len(name.words) == 1 and not name.title and _are_followers(name, parse):
        kind = "group"
    if kind == "work" and keeps_article(parse, name.first):
        return replace(name, kind=kind, first=name.first - 1, words=("The", *name.words))
    return replace(name, kind=kind)


def _are_followers(name: Name, parse: Parse) -> bool:
    """ "Roeites", "Roeers" in a text that has Roe: those who follow him, or belong to his club."""
    stem = _FOLLOWERS.sub("", name.text)
    return stem != name.text and any(token.text == stem for token in parse.tokens)


_FOLLOWERS = re.compile(r"(?:ers|ites|istas|ians)$")


def _overlooked(parse: Parse, known: dict[str, Kind], taken: set[int]) -> list[Name]:
    """Occurrences of known names that the parser passed over, and those with a lost apostrophe."""
    by_first: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for text in sorted(known):
        words = tuple(text.split())
        if known[text] in ("person", "organisation", "place") and len(text) > 2:
            by_first[words[0]].append(words)
    found: list[Name] = []
    for token in parse.tokens:
        if token.i in taken or not token.text[:1].isupper():
            continue
        if name := _known_at(parse, token, by_first, known, taken):
            found.append(name)
            taken.update(range(name.first, name.last + 1))
    return found


def _known_at(
    parse: Parse,
    token: Token,
    by_first: dict[str, list[tuple[str, ...]]],
    known: dict[str, Kind],
    taken: set[int],
) -> Name | None:
    for words in sorted(by_first.get(token.text, ()), key=lambda w: (-len(w), w)):
        last = token.i + len(words) - 1
        if last >= len(parse.tokens) or any(i in taken for i in range(token.i, last + 1)):
            continue
        if printed_words(parse, token.i, last) == words:
            return Name(token.i, last, words, known[" ".join(words)])
    stem = token.text[:-1]
    if token.text.endswith("s") and known.get(stem) == "person" and token.tag != "NNPS":
        return Name(token.i, token.i, (stem,), "person", cut=1)
    return None


def _bodies(parse: Parse, names: list[Name]) -> list[Name]:
    """ "The Doe administration", "Tulsa police": a body called by a name and a common noun."""
    found: list[Name] = []
    for name in names:
        after = name.last + 1
        if after >= len(parse.tokens) or name.kind not in ("person", "place", "group", "thing"):
            continue
        tail = parse.tokens[after]
        if tail.lower in ASSEMBLIES and name.kind != "place":
            continue
        if tail.lower in ORGANISATION_TAILS and name.first <= parse.tokens[name.last].head <= after:
            found.append(Name(name.first, after, (*name.words, tail.text), "organisation"))
    return found
