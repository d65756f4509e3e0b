"""What each name of a text names: every occurrence votes, and so do the words around it."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from reportedly.annotate.coreference.candidate import Kind
from reportedly.annotate.coreference.family_evidence import find_family_evidence
from reportedly.annotate.coreference.kind_evidence import SIGN, find_kind_evidence
from reportedly.annotate.coreference.lexicon import BODY_WORDS, ORGANISATION_NOUNS, WELL_KNOWN
from reportedly.annotate.coreference.name import Name
from reportedly.annotate.parse.model import Parse
from reportedly.models.names import is_given_name, may_be_same
from reportedly.models.names.organisation import acronyms
from reportedly.models.names.person import person_name

#: What one occurrence says: in a sentence, in a headline, with a title before it.
_IN_TEXT, _IN_HEADLINE, _TITLED = 3, 1, 6
#: A last word such as "University" or "Council" outweighs four occurrences; a well-known name all.
_BODY, _WELL_KNOWN = 12, 100
_GIVEN_NAME = 4
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
    for name in names:
        last = name.words[-1].lower()
        if len(name.words) > 1 and last in BODY_WORDS:
            votes[name.text]["organisation"] += _BODY
        if "&" in name.words[1:-1]:
            votes[name.text]["organisation"] += _BODY
        if name.text.lower() in WELL_KNOWN:
            votes[name.text]["organisation"] += _WELL_KNOWN
        if len(name.words) > 1 and is_given_name(name.words[0]) and name.kind != "work":
            votes[name.text]["person"] += _GIVEN_NAME
        if name.text in sure:
            votes[name.text][sure[name.text]] += _WELL_KNOWN
    for text, kind in (*find_kind_evidence(parse, names), *find_family_evidence(names)):
        if text in votes:
            votes[text][kind] += SIGN
    known = {text: _winner(votes[text]) for text in sorted(votes)}
    _follow_full_names(known, votes)
    return {text: "thing" if kind == "unknown" else kind for text, kind in known.items()}


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
            if any(may_be_same(word, name) for name in given.get(word[:4], ())):
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
    """Weights of the parts of persons' full names; their given names by the first four letters."""
    parts: Counter[str] = Counter()
    given: dict[str, set[str]] = defaultdict(set)
    for text, kind in known.items():
        name = person_name(text)
        if kind == "person" and name.given and len(text.split()) <= 4:
            parts[name.family] += votes[text].total()
            parts[name.given] += votes[text].total()
            given[name.given[:4]].add(name.given)
    return parts, given
