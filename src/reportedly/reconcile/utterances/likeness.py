"""What tells the retelling of a quotation from another statement about the same thing.

In: two statements' words.  Out: numbers, those that words and places alone give, and those that
need the vectors of the words.  Of the rest of the pile only the rarity of words counts, and whether
the two articles are of one story.
"""

import functools
import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from reportedly.arrays import Flags
from reportedly.content_words import content_stems, names, negations, numbers, stem, words
from reportedly.offsets import hull
from reportedly.reconcile.pairs.reading import Spans, read, within, word_spans
from reportedly.reconcile.utterances.clauses import clauses, passages
from reportedly.reconcile.utterances.wording import Said

#: So many words say too little alone ("the wall", "his plan").
FRAGMENT_WORDS = 4
#: What stands so early in an article is its headline, or repeats it.
HEADLINE_CHARS = 110
#: Beyond this distance, or in another article, it makes no difference how far.
FAR = 1.0
#: The rarest words of a retelling, which a quotation of the same thing must come near.
RAREST = 3
_INFINITIVE = re.compile(r"\W*to\b", re.IGNORECASE)
#: Cues that report what was said.
_REPORTING = re.compile(
    r"\b(?:said|sa(?:y|ys|ying)|told|tell(?:s|ing)?|add(?:ed|s)|argue[ds]|claim(?:ed|s)|note[ds]|"
    r"suggest(?:ed|s)|warn(?:ed|s)|insisted|believes|thinks|announced|according|acknowledged|"
    r"explained|declared|predicted|wrote|testified|stated|accuse[ds]|call(?:ed|s))\b",
    re.IGNORECASE,
)
#: Cues that rate or name what was spoken of ("slammed the plan", "discussed her remarks"): a topic.
_RATING = re.compile(
    r"\b(?:prais|critici|blast|slam|attack|defend|dismiss|reject|discuss|address|mock|target|"
    r"question|rubbish|denounc|condemn|comment|respon|refer|mention|touch|tout|ripp|hammer|ridicul|"
    r"lash|swipe|compla|downplay|oppos|support|back|overstat|clarif|answer|explain|pitch|celebrat|"
    r"highlight|focus|recall|describ|point|stick|echo|weigh|rail|scold|chid|deni|deny)",
    re.IGNORECASE,
)
#: What makes more than a topic of what such a cue governs.
_SENTENCE = re.compile(
    r"^\W*(?:that|if|whether|to)\b|\b(?:is|are|was|were|be|been|has|have|had|will|would|can|could|"
    r"should|may|might|must|did|does|do|[^\W\d_]{3,}ed)\b|n[’']t\b",
    re.IGNORECASE,
)

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Wording:
    """What words and places tell, 0 or 1 unless said otherwise."""

    shared: float
    """weight of the retelling's common words that the quotation has, of all: 0 to 1"""
    names_shared: float
    """names of the retelling that the quotation has, of all; half without any"""
    names_missing: float
    """how many it has not"""
    rarest: float
    """rarity of the rarest common word that both have, in the rarest of the retelling: 0 to 1"""
    longer: float
    """logarithm of the retelling's words by the quotation's"""
    figures: float
    """1 when the quotation has all of the retelling's numbers, -1 when not, 0 without numbers"""
    sign: float
    """1 when the retelling and the clause that has most of its words both negate, -1 when one
    does, 0 when neither"""
    is_fragment: float
    is_mixed: float
    """most of the quotation is retold itself"""
    is_infinitive: float
    is_reported: float
    """the retelling's cue says no more than that it was said"""
    is_topic: float
    """its cue rates something or names what was spoken of, and it is no sentence"""
    same_article: float
    comes_first: float
    """the retelling stands before the quotation: as what leads to it"""
    distance: float
    """characters between the two: a tenth of the logarithm, FAR in other articles"""
    same_story: float
    told_in_headline: float
    quoted_in_headline: float


@dataclass(frozen=True, slots=True)
class Nearness:
    """What vectors of words in their context tell: cosines, from about 0 to 1."""

    clause: float
    """the retelling and the nearest clause of the quotation"""
    by_word: float
    """each word of content and the nearest of the quotation, rare ones most"""
    by_rarest: float
    """the rarest common words and the nearest of the quotation"""
    in_one_clause: float
    """as `by_word`, within the clause where it is highest"""
    back: float
    """the words of that clause, and the nearest of the retelling each"""


@dataclass(frozen=True, slots=True, eq=False)
class Compared:
    """What vectors alone tell of a quotation and a retelling, however rare their words are."""

    clause: float
    """as in `Nearness`"""
    cosines: npt.NDArray[np.float32]
    """[words of the retelling, words of the quotation]"""


Compare = Callable[[str, str], Compared]
"""quotation, retelling → what their vectors tell; both have words"""


@dataclass(frozen=True, slots=True)
class Words:
    """A text's words as the model of pairs finds them: what they are, and which carry content."""

    stems: tuple[str, ...]
    content: Flags
    names: Flags


def wording(
    quotation: Said, retelling: Said, rarities: Mapping[str, float], same_story: bool
) -> Wording:
    """The numbers of two statements that need no model."""
    one, other = quotation.statement, retelling.statement
    quoted, told = one.content_text, other.content_text
    where = hull(one.content), hull(other.content)
    same = one.article_id == other.article_id
    gap = max(where[0][0] - where[1][1], where[1][0] - where[0][1], 0)
    own, have = _common(told), content_stems(quoted)
    mine, theirs = _names(told), _names(quoted)
    figures = numbers(told)
    return Wording(
        shared=_weight(own & have, rarities) / max(_weight(own, rarities), 0.1),
        names_shared=len(mine & theirs) / len(mine) if mine else 0.5,
        names_missing=len(mine - theirs),
        rarest=_most(own & have, rarities) / max(_most(own, rarities), 0.1),
        longer=math.log(max(len(words(told)), 1) / max(len(words(quoted)), 1)),
        figures=0.0 if not figures else 1.0 if figures <= numbers(quoted) else -1.0,
        sign=sign(quoted, told),
        is_fragment=float(len(words(told)) <= FRAGMENT_WORDS),
        is_mixed=float(one.mode == "mixed"),
        is_infinitive=float(bool(_INFINITIVE.match(told))),
        is_reported=float(bool(_REPORTING.search(retelling.cue))),
        is_topic=float(bool(_RATING.search(retelling.cue)) and not _SENTENCE.search(told)),
        same_article=float(same),
        comes_first=float(same and where[1][0] < where[0][0]),
        distance=min(math.log1p(gap) / 10, FAR) if same else FAR,
        same_story=float(same_story),
        told_in_headline=float(where[1][1] <= HEADLINE_CHARS),
        quoted_in_headline=float(where[0][1] <= HEADLINE_CHARS),
    )


def compared(quotation: str, retelling: str) -> Compared:
    """What the model says of the words of two texts."""
    quoted, told = read(quotation), read(retelling)
    whole = _unit(told.vectors.mean(axis=0))
    parts = (quoted.vectors[part].mean(axis=0) for part in _parts(quotation))
    return Compared(
        clause=max(float(_unit(part) @ whole) for part in parts),
        cosines=_unit(told.vectors) @ _unit(quoted.vectors).T,
    )


def nearness(
    quotation: str,
    retelling: str,
    rarities: Mapping[str, float],
    compare: Compare = compared,
) -> Nearness:
    """The numbers of two texts that come of their words' vectors."""
    if not word_spans(quotation) or not word_spans(retelling):
        return Nearness(0.0, 0.0, 0.0, 0.0, 0.0)
    theirs, mine = _words(quotation), _words(retelling)
    found = compare(quotation, retelling)
    cosines = found.cosines
    weights = _weights(mine.stems, rarities)
    content = theirs.content if theirs.content.any() else np.ones_like(theirs.content)
    parts = _parts(quotation)
    with_content = [part & content for part in parts if (part & content).any()] or [content]
    in_each = [_mean(cosines, weights, mine.content, part) for part in with_content]
    inside = with_content[int(np.argmax(in_each))]
    every = np.ones(len(mine.stems), bool)
    return Nearness(
        clause=found.clause,
        by_word=_mean(cosines, weights, mine.content, content),
        by_rarest=_rarest(cosines, weights, mine.content & ~mine.names),
        in_one_clause=max(in_each),
        back=_mean(cosines.T, _weights(theirs.stems, rarities), inside, every),
    )


def sign(quotation: str, retelling: str) -> float:
    """1 when both negate, -1 when one does, 0 when neither; of a quotation its nearest clause."""
    mine = negations(retelling) > 0
    nearest = most_shared(quotation, content_stems(retelling))
    if any((negations(clause) > 0) == mine for clause in nearest):
        return 1.0 if mine else 0.0
    return -1.0


def most_shared(quotation: str, told: frozenset[str]) -> list[str]:
    """The clauses of a quotation that have most of these stems, equally many."""
    counts = [len(content_stems(clause) & told) for clause in clauses(quotation)]
    most = max(counts)
    return [c for c, count in zip(clauses(quotation), counts, strict=True) if count == most]


@functools.lru_cache(maxsize=1 << 12)
def _words(text: str) -> Words:
    stems = tuple(stem(text[start:end].lower()) for start, end in word_spans(text))
    content, named = content_stems(text), _names(text)
    return Words(
        stems,
        np.array([word in content for word in stems], dtype=bool),
        np.array([word in named for word in stems], dtype=bool),
    )


def _parts(text: str) -> list[Flags]:
    """Which words are of each sentence and clause; all where none has any."""
    spans: Spans = word_spans(text)
    parts = [within(spans, *span) for span in passages(text)]
    return [part for part in parts if part.any()] or [np.ones(len(spans), bool)]


def _mean(cosines: npt.NDArray[np.float32], weights: Floats, mine: Flags, theirs: Flags) -> float:
    """How near these words are to the nearest of those, on average by weight; 0 without any."""
    if not mine.any() or not theirs.any():
        return 0.0
    nearest = cosines[mine][:, theirs].max(axis=1)
    return float((nearest * weights[mine]).sum() / weights[mine].sum())


def _rarest(cosines: npt.NDArray[np.float32], weights: Floats, mine: Flags) -> float:
    if not mine.any():
        return 0.0
    rarest = np.argsort(-weights[mine], kind="stable")[:RAREST]
    return float(cosines[mine].max(axis=1)[rarest].mean())


def _unit(vectors: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    found: npt.NDArray[np.float32] = vectors / np.maximum(
        np.linalg.norm(vectors, axis=-1, keepdims=True), 1e-9
    )
    return found


def _common(text: str) -> frozenset[str]:
    """The stems of content that are no names: whom it is about, much is said about."""
    return content_stems(text) - _names(text)


@functools.lru_cache(maxsize=1 << 12)
def _names(text: str) -> frozenset[str]:
    return frozenset(stem(name) for name in names(text))


def _weights(stems: tuple[str, ...], rarities: Mapping[str, float]) -> Floats:
    return np.array([rarities.get(word, 1.0) for word in stems])


def _weight(stems: frozenset[str], rarities: Mapping[str, float]) -> float:
    return sum(rarities.get(word, 1.0) for word in sorted(stems))


def _most(stems: frozenset[str], rarities: Mapping[str, float]) -> float:
    return max((rarities.get(word, 1.0) for word in stems), default=0.0)
