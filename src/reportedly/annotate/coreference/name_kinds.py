"""What each name of a text names: every occurrence votes, and so do the words around it."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from reportedly.annotate.coreference.candidate import Kind
from reportedly.annotate.coreference.family_evidence import find_family_evidence
from reportedly.annotate.coreference.kind_evidence import SIGN, find_kind_evidence
from reportedly.annotate.coreference.lexicon import (
    BODY_WORDS,
    CLUB_ENDS,
    ORGANISATION_NOUNS,
    TITLES,
    WELL_KNOWN,
)
from reportedly.annotate.coreference.name import Name
from reportedly.annotate.coreference.nominals import noun_kind
from reportedly.annotate.coreference.street_evidence import find_street_evidence
from reportedly.annotate.parse.model import Parse
from reportedly.models.names import is_given_name, may_be_same
from reportedly.models.names.organisation import acronyms
from reportedly.models.names.person import person_name

#: What one occurrence says: in a sentence, in a headline, with a title before it.
_IN_TEXT, _IN_HEADLINE, _TITLED = 3, 1, 6
#: A last word such as "University" or "Council" outweighs four occurrences; a well-known name all.
_BODY, _WELL_KNOWN = 12, 100
_GIVEN_NAME = 4
#: First letters that a given name and what it is cut short to have in common.
_SHARED = 3
#: "U.S." has two full stops and is a place; more stand in the acronym of a body.
_STOPS = 2


def kinds_of_names(
    names: Sequence[Name], parse: Parse, headlines: set[int], sure: Mapping[str, Kind]
) -> dict[str, Kind]:
    """Name → its kind: what most occurrences say; last names follow the full names.

    `sure` are kinds known from elsewhere: the article's own outlet, its author.
    """
    votes: dict[str, Counter[Kind]] = defaultdict(Counter)
    for name in names:
        weight = _IN_HEADLINE if parse.tokens[name.first].sentence in headlines else _IN_TEXT
        votes[name.text][name.kind] += weight + (_TITLED if name.title else 0)
    called = {name.words[0] for name in names if len(name.words) > 1 and "&" not in name.words}
    for name in names:
        last = name.words[-1].lower()
        if len(name.words) > 1 and (last in BODY_WORDS or _is_club(name)):
            votes[name.text]["organisation"] += _BODY
        if "&" in name.words[1:-1] and not _are_two_people(name, called):
            votes[name.text]["organisation"] += _BODY
        if name.text.lower() in WELL_KNOWN:
            votes[name.text]["organisation"] += _WELL_KNOWN
        if len(name.words) > 1 and is_given_name(name.words[0]) and name.kind != "work":
            votes[name.text]["person"] += _GIVEN_NAME
        if name.text in sure:
            votes[name.text][sure[name.text]] += _WELL_KNOWN
    signs = (*find_kind_evidence(parse, names), *find_family_evidence(names))
    for text, kind in find_street_evidence(parse, names):
        votes[text][kind] += _BODY
    for text, kind in (*signs, *_called_by_last_name(names, parse)):
        if text in votes:
            votes[text][kind] += SIGN
    known = {text: _winner(votes[text]) for text in sorted(votes)}
    _follow_full_names(known, votes)
    return {text: "thing" if kind == "unknown" else kind for text, kind in known.items()}


def _are_two_people(name: Name, called: Collection[str]) -> bool:
    """ "Ada & Bo", "Ada Doe & Bo Poe": given names, as such or as the text has them."""
    after = name.words[name.words.index("&", 1) + 1]
    return all(is_given_name(word) or word in called for word in (name.words[0], after))


def _called_by_last_name(names: Sequence[Name], parse: Parse) -> Iterator[tuple[str, Kind]]:
    """ "Desh Orchard", then "Orchard" alone: bodies are called "the Orchard", or by other words."""
    alone = {n.text for n in names if len(n.words) == 1 and not n.cut and _is_bare(n, parse)}
    for words in sorted({n.words for n in names if len(n.words) == 2 and n.kind != "place"}):
        last = words[-1]
        plain = all(word.isalpha() and word.istitle() for word in words) and not last.endswith("s")
        common = noun_kind(last) != "thing" or last.lower() in BODY_WORDS | _CLUBS | TITLES.keys()
        if plain and last in alone and not common:
            yield " ".join(words), "person"


def _is_club(name: Name) -> bool:
    """ "Marl Town" where the parser has a person: no family is called so."""
    last = name.words[-1].lower()
    if name.kind != "person" or name.title or last not in CLUB_ENDS | _TOWNS:
        return False
    return last in CLUB_ENDS or not is_given_name(name.words[0])


#: They end names of clubs and, less often, nicknames.
_TOWNS = frozenset("city county town".split())


def _is_bare(name: Name, parse: Parse) -> bool:
    """Within a sentence, where common nouns have no capitals, and without an article."""
    before = parse.tokens[name.first - 1] if name.first else None
    opens = name.first == parse.sentences[parse.tokens[name.first].sentence].first
    return before is not None and not opens and before.pos != "DET"


#: How sports clubs end and are called: "United lost".
_CLUBS = CLUB_ENDS | frozenset(
    """city town county villa forest celtic orient rugby palace academy club vale""".split()
)


def _winner(votes: Counter[Kind]) -> Kind:
    ranked = sorted(votes.items(), key=lambda item: (item[0] == "unknown", -item[1], item[0]))
    return ranked[0][0]


def _follow_full_names(known: dict[str, Kind], votes: Mapping[str, Counter[Kind]]) -> None:
    """A single word that is part of a person's full name, and no better known as something else."""
    parts, given = _parts_of_persons(known, votes)
    for text, kind in known.items():
        word = text.lower()
        if kind == "person" or not person_name(text).single:
            continue
        if word not in parts:
            if len(word) >= _SHARED and any(
                may_be_same(word, name) for name in given.get(word[:_SHARED], ())
            ):
                known[text] = "person"
            continue
        often = parts[word] >= votes[text].total()
        if kind in ("unknown", "organisation", "work", "thing", "group") or often:
            known[text] = "person"
    bodies = {a: kind for text, kind in known.items() for a in acronyms(text) if kind != "person"}
    for text, kind in known.items():
        if text.replace(".", "") in bodies and (kind != "place" or text.count(".") > _STOPS):
            known[text] = bodies[text.replace(".", "")]
        if kind == "unknown" and text.split()[-1].lower() in ORGANISATION_NOUNS and " " in text:
            known[text] = "organisation"


def _parts_of_persons(
    known: Mapping[str, Kind], votes: Mapping[str, Counter[Kind]]
) -> tuple[Counter[str], dict[str, set[str]]]:
    """Weights of the parts of persons' full names; their given names by the first letters."""
    parts: Counter[str] = Counter()
    given: dict[str, set[str]] = defaultdict(set)
    for text, kind in known.items():
        name = person_name(text)
        if kind == "person" and name.given and len(text.split()) <= 4:
            parts[name.family] += votes[text].total()
            parts[name.given] += votes[text].total()
            given[name.given[:_SHARED]].add(name.given)
    return parts, given
