"""Names in a text and what they name: the parser's named entities, repaired over the whole text.

The parser decides sentence by sentence; a text is more consistent than that.  So every form of a
name votes on its kind, capitalised words that it overlooked are taken up when they are known from
elsewhere in the text, and titles, possessives and quotation marks are cut off.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from itertools import pairwise

from reportedly.annotate.coreference.candidate import Kind
from reportedly.annotate.coreference.lexicon import (
    BODY_WORDS,
    FEMALE_NOUNS,
    MALE_NOUNS,
    NOT_NAMES,
    ORGANISATION_NOUNS,
    ORGANISATION_TAILS,
    TITLES,
    WELL_KNOWN,
)
from reportedly.annotate.parse.model import Parse, Sentence, Token
from reportedly.models.names import is_given_name
from reportedly.models.names.person import person_name
from reportedly.offsets import Span

_KINDS: dict[str, Kind] = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "group",
    "WORK_OF_ART": "work",
    "EVENT": "thing",
    "PRODUCT": "thing",
    "LAW": "thing",
}
#: A sentence with more than this share of its longer words capitalised is set like a headline,
#: and its capitals say nothing.
_HEADLINE_CAPITALS = 0.7
_SUFFIXES = frozenset(["jr", "sr", "ii", "iii", "iv"])
#: Marks that no name contains.
_CUTS = frozenset([":", ";", "|", "/", '"', "“", "”", "(", ")", "[", "]"])


@dataclass(frozen=True, slots=True)
class Name:
    """A name in the text: tokens `first` to `last` inclusive, without title and possessive.

    `cut` is the number of characters at the end of the last token that are no part of the name
    (the s of a lost apostrophe).
    """

    first: int
    last: int
    words: tuple[str, ...]
    kind: Kind
    title: str = ""
    cut: int = 0

    @property
    def text(self) -> str:
        """The words with single spaces."""
        return " ".join(self.words)

    def core(self, parse: Parse) -> Span:
        """Offsets of the name."""
        return parse.tokens[self.first].start, parse.tokens[self.last].end - self.cut


def find_names(parse: Parse) -> list[Name]:
    """All names of the text, in order, none overlapping another."""
    headlines = {s.index for s in parse.sentences if _is_headline(parse.sentence_tokens(s))}
    found = [
        name
        for first, last, kind in _runs(parse, headlines)
        if (name := _find_name(parse, first, last, kind)) is not None
    ]
    found = _without_headline_tails(found, parse, headlines)
    known = _vote(found, parse, headlines)
    settled = [replace(name, kind=known[name.text]) for name in found if name.text in known]
    taken = {i for name in settled for i in range(name.first, name.last + 1)}
    settled += _overlooked(parse, known, taken)
    settled += _bodies(parse, settled)
    return sorted(settled, key=lambda name: (name.first, name.last))


def _is_headline(tokens: tuple[Token, ...]) -> bool:
    words = [t for t in tokens if len(t.text) > 3 and t.text.isalpha()]
    capitals = sum(t.text[0].isupper() for t in words)
    ends = tokens[-1].text in ".!?" if tokens else True
    return len(words) >= (5 if ends else 3) and capitals > _HEADLINE_CAPITALS * len(words)


def _capital(token: Token) -> bool:
    return token.text[:1].isupper() or token.text[:1].isdigit()


def _runs(parse: Parse, headlines: set[int]) -> list[tuple[int, int, Kind]]:
    """Runs of tokens that may be names: the parser's entities, then proper nouns outside them."""
    runs: list[tuple[int, int, Kind]] = []
    taken: set[int] = set()
    for first, last, label in _entities(parse):
        if label in _KINDS:
            runs += [(a, b, _KINDS[label]) for a, b in _pieces(parse, first, last)]
        taken.update(range(first, last + 1))
    for sentence in parse.sentences:
        if sentence.index not in headlines:
            runs += _proper_nouns(parse, sentence, taken)
    return sorted(runs)


def _pieces(parse: Parse, first: int, last: int) -> list[tuple[int, int]]:
    """A run cut at marks that no name contains."""
    cuts = [i for i in range(first, last + 1) if parse.tokens[i].text in _CUTS]
    edges = [first - 1, *cuts, last + 1]
    return [(a + 1, b - 1) for a, b in pairwise(edges) if a + 1 <= b - 1]


def _entities(parse: Parse) -> list[tuple[int, int, str]]:
    found: list[tuple[int, int, str]] = []
    for token in parse.tokens:
        if not token.entity:
            continue
        last = found[-1] if found else None
        if last and not token.entity_starts and last[1] == token.i - 1 and last[2] == token.entity:
            found[-1] = (last[0], token.i, last[2])
        else:
            found.append((token.i, token.i, token.entity))
    return found


def _proper_nouns(parse: Parse, sentence: Sentence, taken: set[int]) -> list[tuple[int, int, Kind]]:
    found: list[tuple[int, int, Kind]] = []
    for token in parse.sentence_tokens(sentence):
        if token.i in taken or token.pos != "PROPN" or not token.text[:1].isupper():
            continue
        if found and found[-1][1] == token.i - 1:
            found[-1] = (found[-1][0], token.i, "unknown")
        else:
            found.append((token.i, token.i, "unknown"))
    return found


def _find_name(parse: Parse, first: int, last: int, kind: Kind) -> Name | None:
    """The name in a run of tokens, without article, title, possessive; None if nothing is left."""
    tokens = parse.tokens
    if kind == "person" and (at := _foreign(parse, first, last)) is not None:
        last = at
    title = ""
    while first <= last:
        token = tokens[first]
        bare = token.lower.rstrip(".")
        if bare in TITLES and (first < last or kind == "person") and kind != "work":
            title = f"{title} {token.text}".strip()
        elif _capital(token) and token.pos not in ("DET", "PUNCT"):
            break
        first += 1
    while last >= first and (
        tokens[last].tag == "POS"
        or tokens[last].pos == "PUNCT"
        or not (_capital(tokens[last]) or _is_tail(parse, first, last))
    ):
        last -= 1
    if first > last:
        return None
    if kind in ("person", "unknown") and not title:
        title = _title_before(parse, first)
    words = _words(parse, first, last)
    if _is_no_name(tokens[first], words, kind):
        return None
    return Name(first, last, words, "person" if title and kind != "place" else kind, title)


def _words(parse: Parse, first: int, last: int) -> tuple[str, ...]:
    """The printed words: tokens that touch ("Ki", "-", "moon") are one."""
    words: list[str] = []
    for i in range(first, last + 1):
        token = parse.tokens[i]
        if words and parse.tokens[i - 1].end == token.start:
            words[-1] += token.text
        else:
            words.append(token.text)
    return tuple(words)


def _is_tail(parse: Parse, first: int, last: int) -> bool:
    """A lower-case word that may end a name: "jr", what hangs on by a hyphen, "administration"."""
    token = parse.tokens[last]
    hangs = last - first >= 2 and parse.tokens[last - 1].text == "-"
    return token.lower in _SUFFIXES | ORGANISATION_TAILS or hangs


def _foreign(parse: Parse, first: int, last: int) -> int | None:
    """The last token before something that no person's name contains (a comma, a verb)."""
    for i in range(first + 1, last + 1):
        token = parse.tokens[i]
        if token.text in (",", ":", ";", '"', "|", "/") or token.tag in ("VBD", "VBZ", "MD", "POS"):
            return i - 1
    return None


def _title_before(parse: Parse, first: int) -> str:
    if first == 0:
        return ""
    before = parse.tokens[first - 1]
    same = before.sentence == parse.tokens[first].sentence
    return before.text if same and _capital(before) and before.lower.rstrip(".") in TITLES else ""


def _is_no_name(first: Token, words: tuple[str, ...], kind: Kind) -> bool:
    if len(words) == 1:
        word = words[0].lower().rstrip(".'’")
        if (
            word in NOT_NAMES
            or (word in TITLES and kind != "person")
            or len(word) < 2
            or not any(c.isalpha() for c in word)
        ):
            return True
        if kind == "unknown" and (word in FEMALE_NOUNS or word in MALE_NOUNS):
            return True
    return not any(any(c.isalpha() for c in word) for word in words)


def _without_headline_tails(names: list[Name], parse: Parse, headlines: set[int]) -> list[Name]:
    """In headlines what follows a name is capitalised too: cut where the text below cuts."""
    below = {n.words for n in names if parse.tokens[n.first].sentence not in headlines}
    below |= {words[-1:] for words in below}
    return [
        name
        if name.words in below or parse.tokens[name.first].sentence not in headlines
        else _cut_to_known(name, below, parse)
        for name in names
    ]


def _cut_to_known(name: Name, known: set[tuple[str, ...]], parse: Parse) -> Name:
    for last in range(name.last - 1, name.first - 1, -1):
        words = _words(parse, name.first, last)
        if words in known:
            return replace(name, last=last, words=words)
    return name


def _vote(names: list[Name], parse: Parse, headlines: set[int]) -> dict[str, Kind]:
    """Name → its kind: what most occurrences say; last names follow the full names."""
    votes: dict[str, Counter[Kind]] = defaultdict(Counter)
    for name in names:
        weight = 1 if parse.tokens[name.first].sentence in headlines else 3
        votes[name.text][name.kind] += weight + (6 if name.title else 0)
    for name in names:
        last = name.words[-1].lower()
        if len(name.words) > 1 and last in BODY_WORDS:
            votes[name.text]["organisation"] += 12
        if name.text.lower() in WELL_KNOWN:
            votes[name.text]["organisation"] += 100
        if len(name.words) > 1 and is_given_name(name.words[0]) and name.kind != "work":
            votes[name.text]["person"] += 2
    known = {text: _winner(votes[text]) for text in sorted(votes)}
    _follow_full_names(known, votes)
    return {text: "thing" if kind == "unknown" else kind for text, kind in known.items()}


def _winner(votes: Counter[Kind]) -> Kind:
    ranked = sorted(votes.items(), key=lambda item: (item[0] == "unknown", -item[1], item[0]))
    return ranked[0][0]


def _follow_full_names(known: dict[str, Kind], votes: dict[str, Counter[Kind]]) -> None:
    """A single word that is part of a person's full name, and no better known as something else."""
    parts: Counter[str] = Counter()
    for text, kind in known.items():
        name = person_name(text)
        if kind == "person" and name.given and len(text.split()) <= 4:
            parts[name.family] += sum(votes[text].values())
            parts[name.given] += 1 if is_given_name(name.given) else 0
    for text, kind in known.items():
        if kind == "person" or text.lower() not in parts:
            continue
        often = parts[text.lower()] > sum(votes[text].values())
        if kind in ("unknown", "organisation", "work", "thing", "group") or often:
            known[text] = "person"
    for text, kind in known.items():
        last = text.split()[-1].lower()
        if kind == "unknown" and " " in text:
            known[text] = "organisation" if last in ORGANISATION_NOUNS else "unknown"


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


def _bodies(parse: Parse, names: list[Name]) -> list[Name]:
    """ "The Doe administration", "Tulsa police": a body called by a name and a common noun."""
    found: list[Name] = []
    for name in names:
        after = name.last + 1
        if after >= len(parse.tokens) or name.kind not in ("person", "place", "group", "thing"):
            continue
        tail = parse.tokens[after]
        if tail.lower in ORGANISATION_TAILS and name.first <= parse.tokens[name.last].head <= after:
            found.append(Name(name.first, after, (*name.words, tail.text), "organisation"))
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
        if _words(parse, token.i, last) == words:
            return Name(token.i, last, words, known[" ".join(words)])
    stem = token.text[:-1]
    if token.text.endswith("s") and known.get(stem) == "person" and token.tag != "NNPS":
        return Name(token.i, token.i, (stem,), "person", cut=1)
    return None
