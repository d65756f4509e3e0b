"""What is known of each phrase, as numbers: `Columns`, one array a property.

In: the phrases, the parse and the rules' groups before and after pronouns.  Out: the columns that
single phrases and pairs are described by.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from reportedly.annotate.coreference.candidates import Candidates
from reportedly.annotate.coreference.chains import Chains, Known
from reportedly.annotate.coreference.neural.further import PRONOUN, Phrase
from reportedly.annotate.parse.model import Token

IntArray = npt.NDArray[np.int64]

_KINDS = ("person", "organisation", "place", "work", "group", "thing", "unknown")
_THING = _KINDS.index("thing")
_GENDERS = {"f": 1, "m": 2}
_NUMBERS = {"sg": 1, "pl": 2}


def _numbered(groups: Iterable[str]) -> dict[str, int]:
    """Word → number of its group, from 1."""
    return {word: n for n, group in enumerate(groups, start=1) for word in group.split()}


PRONOUN_GROUPS = (
    "i me my mine myself",
    "we us our ours ourselves",
    "you your yours yourself",
    "he him his himself",
    "she her hers herself",
    "it its itself",
    "they them their theirs themselves",
    *("this", "that", "these those", "one ones", "who which whom whose"),
)
ROLE_GROUPS = (
    *("nsubj csubj", "nsubjpass csubjpass", "dobj obj", "iobj dative", "pobj", "poss", "appos"),
    *("attr", "conj", "compound nmod amod", "npadvmod", "ROOT", "expl", "det", "agent"),
)
ENTITIES = (
    "PERSON ORG GPE NORP LOC FAC DATE TIME EVENT WORK_OF_ART PRODUCT LAW LANGUAGE MONEY QUANTITY "
    "PERCENT ORDINAL CARDINAL"
).split()
LEADS = ("the", "a an", "this these", "that those", "such")
PARTS_OF_SPEECH = ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "VERB", "DET")
#: The rules' reasons, in the order of their numbers; any other counts as none.
REASONS = (
    *("apposition", "epithet of the person named before", "first person in a quotation"),
    *("first person, same speaker", "in the same relation", "kind of thing last named"),
    *("named below", "part of the name", "predicate", "pronoun", "same name", "same noun"),
    *("short form of the name", "the same people named together", "title of the person"),
)
_PRONOUN_OF, _ROLE_OF, _LEAD_OF = map(_numbered, (PRONOUN_GROUPS, ROLE_GROUPS, LEADS))
_ENTITY_OF, _POS_OF = _numbered(ENTITIES), _numbered(PARTS_OF_SPEECH)
_REASON_OF = {reason: n for n, reason in enumerate(REASONS, start=1)}
_POSSESSIVE_LEAD = len(LEADS) + 1


@dataclass(frozen=True, slots=True)
class Columns:
    """One array [phrases] for each property; groups and words are numbered within the text."""

    phrases: tuple[Phrase, ...]
    of: dict[str, IntArray]
    sure: npt.NDArray[np.float32]

    def __len__(self) -> int:
        return len(self.phrases)

    def __getitem__(self, name: str) -> IntArray:
        return self.of[name]


def columns_of(
    phrases: Sequence[Phrase], found: Candidates, chains: Chains, before: Sequence[Known]
) -> Columns:
    """The columns of `phrases`; `chains` are the rules' groups, `before` those before pronouns."""
    columns = _of_phrases(phrases, found) | _of_parse(phrases, found)
    columns |= _of_candidates(phrases, found) | _of_groups(phrases, chains, before)
    sure = [chains.certainty.get(p.candidate, 0.0) or 0.0 for p in phrases]
    return Columns(tuple(phrases), columns, np.array(sure, dtype=np.float32))


def _column(phrases: Sequence[Phrase], value: Callable[[Phrase], int]) -> IntArray:
    return np.array([value(phrase) for phrase in phrases], dtype=np.int64)


def _of_phrases(phrases: Sequence[Phrase], found: Candidates) -> dict[str, IntArray]:
    tokens = found.parse.tokens
    lemmas: dict[str, int] = {}
    texts: dict[str, int] = {}

    def lemma(p: Phrase) -> int:
        word = f"p:{p.text}" if p.form == PRONOUN else tokens[p.head].lemma.lower()
        return lemmas.setdefault(word, len(lemmas))

    return {
        "first": _column(phrases, lambda p: p.first),
        "last": _column(phrases, lambda p: p.last),
        "head": _column(phrases, lambda p: p.head),
        "form": _column(phrases, lambda p: p.form),
        "candidate": _column(phrases, lambda p: p.candidate),
        "lemma": _column(phrases, lemma),
        "text": _column(phrases, lambda p: texts.setdefault(p.text, len(texts))),
        "words": _column(phrases, lambda p: len(p.words)),
        "pronoun": _column(phrases, lambda p: _pronoun(p, tokens[p.head])),
    }


def _pronoun(phrase: Phrase, head: Token) -> int:
    if phrase.form == PRONOUN:
        return _PRONOUN_OF.get(phrase.text, 0)
    return _PRONOUN_OF.get(head.lower, 0) if phrase.first == phrase.last else 0


def _of_parse(phrases: Sequence[Phrase], found: Candidates) -> dict[str, IntArray]:
    tokens, sentences = found.parse.tokens, found.parse.sentences
    heads = [tokens[p.head] for p in phrases]

    def lead(p: Phrase) -> int:
        first = tokens[p.first]
        return _LEAD_OF.get(first.lower, _POSSESSIVE_LEAD if first.tag == "PRP$" else 0)

    def each(value: Callable[[Token], int]) -> IntArray:
        return np.array([value(head) for head in heads], dtype=np.int64)

    return {
        "sentence": each(lambda t: t.sentence),
        "paragraph": each(lambda t: sentences[t.sentence].paragraph),
        "role": each(lambda t: _ROLE_OF.get(t.dep, 0)),
        "governor": each(lambda t: t.head),
        "entity": each(lambda t: _ENTITY_OF.get(t.entity, 0)),
        "pos": each(lambda t: _POS_OF.get(t.pos, 0)),
        "lead": _column(phrases, lead),
        "opens": _column(phrases, lambda p: p.first == sentences[tokens[p.head].sentence].first),
    }


def _of_candidates(phrases: Sequence[Phrase], found: Candidates) -> dict[str, IntArray]:
    rules = [found.found[p.candidate] if p.candidate >= 0 else None for p in phrases]
    both = list(zip(phrases, rules, strict=True))
    tokens = found.parse.tokens

    def definite(p: Phrase) -> bool:
        return tokens[p.first].lower in ("the", "this", "that", "these", "those")

    rows = [
        (
            c.definite if c else definite(p),
            c.indefinite if c else tokens[p.first].lower in ("a", "an"),
            c.quotation if c else -1,
            c.inner if c else False,
            bool(c.parts) if c else False,
            p.candidate in found.speaking,
            len(c.modifiers) if c else max(0, len(p.words) - 1),
            _NUMBERS.get(c.number, 0) if c else 0,
        )
        for p, c in both
    ]
    table = np.array(rows, dtype=np.int64).reshape(len(rows), 8)
    names = "definite indefinite quotation inner joined speaking modifiers number".split()
    return {name: table[:, i] for i, name in enumerate(names)}


def _of_groups(
    phrases: Sequence[Phrase], chains: Chains, before: Sequence[Known]
) -> dict[str, IntArray]:
    rows: list[tuple[int, ...]] = []
    for n, phrase in enumerate(phrases):
        c = phrase.candidate
        if c < 0:
            rows.append((-n - 2, -n - 2, _THING, 0, 0, 1, 0))
            continue
        known = before[c]
        gender = known.gender or chains.candidates[c].gender
        rows.append(
            (
                chains.chain(c).first,
                known.first,
                _KINDS.index(known.kind),
                _GENDERS.get(gender, 0),
                known.named,
                known.size,
                _REASON_OF.get(chains.reasons.get(c, ""), 0),
            )
        )
    table = np.array(rows, dtype=np.int64).reshape(len(rows), 7)
    names = "group earlier_group kind gender named size reason".split()
    return {name: table[:, i] for i, name in enumerate(names)}
