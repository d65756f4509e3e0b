"""Sentences that say how a state stands, with whom they are about: the material of `overtaken`."""

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from reportedly.calendar import Interval
from reportedly.content_words import words
from reportedly.model import Evidence, Statement
from reportedly.offsets import Span, hull, overlaps, trim
from reportedly.reconcile.findings.pile import Pile
from reportedly.reconcile.findings.states import FAMILIES, Family, Sign, Stance, signs_in

_SENTENCE_END = re.compile(r"\n|[.!?][”\"’']?(?=\s+[^a-z\s])")
_FIRST_PERSON = frozenset("i we my our me us im were ive weve".split())
#: Between a verb and the name of its object.
_OBJECT = re.compile(r"\s+(?:(?:the|its|his|her|their)\s+)?(?=[^\W\d_a-z])")
#: What is told of somebody between two commas.
_ASIDE = re.compile(r",\s[^,;:\n]{8,160},(?=\s)")
#: Characters between a verb and its subject, and between a noun and whom it concerns.
NEAR_CHARS = 60
#: Two who part are both named before the verb, often with what they do.
COUPLE_CHARS = 140
#: Fewer mentions make nothing what an article is about.
MAIN_MENTIONS = 3


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that say how a state stands on a day."""

    sign: Sign
    article_id: str
    span: Span
    subjects: tuple[str, ...]
    published: Interval
    statement: Statement | None = None

    @property
    def evidence(self) -> Evidence:
        """Where it stands."""
        own = self.statement.statement_id if self.statement else None
        return Evidence(self.article_id, self.span, own)


def sentence_at(text: str, at: int) -> Span:
    """The sentence of `text` around offset `at`, roughly."""
    start = 0
    for match in _SENTENCE_END.finditer(text):
        if match.start() >= at:
            return trim(text, (start, match.end()))
        start = match.end()
    return trim(text, (start, len(text)))


def passages_of(pile: Pile, families: tuple[Family, ...] = FAMILIES) -> Iterator[Passage]:
    """All signs of states in all articles, outside boilerplate, in order."""
    by_article: dict[str, list[Statement]] = {}
    for statement in pile.rows(Statement):
        by_article.setdefault(statement.article_id, []).append(statement)
    for article_id in sorted(pile.articles):
        text = pile.articles[article_id].text
        skipped = pile.boilerplate.get(article_id, [])
        statements = by_article.get(article_id, [])
        speech = sorted(span for s in statements for span in s.content)
        for found in signs_in(text, functools.partial(_speech_start, speech), families):
            if any(overlaps(found.span, span) for span in skipped):
                continue
            said_in = _statement_at(found.span, statements)
            sign = denied(found) if said_in and said_in.polarity == "denies" else found
            span = sentence_at(text, sign.span[0])
            subjects = _subjects(sign, article_id, span, said_in, pile)
            if subjects:
                where = hull(said_in.content) if said_in else span
                published = pile.published(article_id)
                yield Passage(sign, article_id, where, subjects, published, said_in)


def denied(sign: Sign) -> Sign:
    """The sign as the words of somebody who denies it."""
    stance: Stance = "ended" if sign.stance == "holds" else "holds"
    return replace(sign, stance=stance, negated=not sign.negated)


def _speech_start(speech: list[Span], at: int) -> int:
    """Start of the innermost content span around offset `at`, 0 outside of speech."""
    return max((start for start, end in speech if start <= at < end), default=0)


def _statement_at(span: Span, statements: list[Statement]) -> Statement | None:
    holding = [s for s in statements if any(overlaps(span, content) for content in s.content)]
    if not holding:
        return None
    return min(holding, key=lambda s: (hull(s.content)[1] - hull(s.content)[0], s.statement_id))


def _subjects(
    sign: Sign, article_id: str, sentence: Span, statement: Statement | None, pile: Pile
) -> tuple[str, ...]:
    """The entities of the right kind near the sign, in its sentence."""
    family = sign.family
    before = COUPLE_CHARS if family.couple else NEAR_CHARS
    low = max(sentence[0], sign.span[0] - before)
    high = min(sentence[1], sign.span[1] + (0 if family.place == "before" else NEAR_CHARS))
    near = pile.mentions.within(article_id, [(low, high)])
    found = {
        e
        for e in (*near, *pile.mentions.starting(article_id, (low, high)))
        if _fits(e, family, pile)
    }
    if statement and statement.speaker_id and _fits(statement.speaker_id, family, pile):
        if set(words(statement.content_text)) & _FIRST_PERSON:
            found.add(statement.speaker_id)
        elif family.place != "before":
            found.discard(statement.speaker_id)
    if "person" not in family.subjects:
        return (
            _nearest(sign, article_id, found, (low, high), pile)
            or _only_one(_paragraph(article_id, sentence, pile), family, pile)
            or (_main_thing(article_id, family, pile) if _has_no_object(sign, statement) else ())
        )
    if not found and family.place == "before":
        found = {e for e in _before_an_aside(article_id, low, sign, pile) if _fits(e, family, pile)}
    if not found and family.couple:
        found = {e for e in _paragraph(article_id, sentence, pile) if _fits(e, family, pile)}
    return tuple(sorted(found))


def _before_an_aside(article_id: str, low: int, sign: Sign, pile: Pile) -> tuple[str, ...]:
    """ "Ada Moll, who had run the mill for thirty years, resigned": who stands before the comma."""
    text = pile.articles[article_id].text
    start = sentence_at(text, sign.span[0])[0]
    aside = next((m for m in _ASIDE.finditer(text, start, sign.span[0]) if m.end() >= low), None)
    if aside is None or _ASIDE.search(text, aside.end() - 1, sign.span[0]):
        return ()
    # A mention may go on into the aside.
    return pile.mentions.starting(
        article_id, (max(start, aside.start() - NEAR_CHARS), aside.start())
    )


def _has_no_object(sign: Sign, statement: Statement | None) -> bool:
    """ "It is not for sale", "he expects the sale to close": of what the article is about."""
    return statement is not None and (sign.negated or sign.family.name == "deal")


def _nearest(
    sign: Sign, article_id: str, candidates: set[str], around: Span, pile: Pile
) -> tuple[str, ...]:
    """The one thing next to the words: "sold the mill to the brewery" is about the mill."""
    # What directly follows a verb is its object, however long the phrase: "sell the mill, the …".
    text = pile.articles[article_id].text
    # "Its sale to the brewery": what was sold stands before, the buyer behind.
    told_before = sign.words.endswith(" to")
    object_ = None if told_before else _OBJECT.match(text, sign.span[1])
    if object_:
        hits = candidates & set(
            pile.mentions.starting(article_id, (sign.span[1], object_.end() + 1))
        )
        if len(hits) == 1:
            return (min(hits),)
    for reach in range(0, max(around[1] - sign.span[1], sign.span[0] - around[0]) + 8, 8):
        behind = (sign.span[1], min(around[1], sign.span[1] + reach))
        before = (max(around[0], sign.span[0] - reach), sign.span[0])
        for span in (before,) if told_before else (behind, before):
            hits = candidates & set(pile.mentions.within(article_id, [span]))
            if hits:
                return (min(hits),)
    return ()


def _only_one(entities: tuple[str, ...], family: Family, pile: Pile) -> tuple[str, ...]:
    """The thing of which a paragraph speaks, when it names no other."""
    fitting = tuple(e for e in entities if _fits(e, family, pile))
    return fitting if len(fitting) == 1 else ()


def _main_thing(article_id: str, family: Family, pile: Pile) -> tuple[str, ...]:
    """The thing that an article is about: named three times or more, and more than any other."""
    counts = pile.mentions.counts(article_id)
    fitting = sorted((-n, e) for e, n in counts.items() if _fits(e, family, pile))
    if not fitting or -fitting[0][0] < MAIN_MENTIONS:
        return ()
    if len(fitting) > 1 and fitting[0][0] == fitting[1][0]:
        return ()
    return (fitting[0][1],)


def _paragraph(article_id: str, sentence: Span, pile: Pile) -> tuple[str, ...]:
    """Entities in the paragraph of a sentence and the one before it."""
    text = pile.articles[article_id].text
    start = text.rfind("\n", 0, sentence[0])
    start = text.rfind("\n", 0, max(0, len(text[:start].rstrip()))) + 1 if start > 0 else 0
    end = text.find("\n", sentence[1])
    return pile.mentions.within(article_id, [(start, len(text) if end < 0 else end)])


def _fits(entity_id: str, family: Family, pile: Pile) -> bool:
    entity = pile.entities.get(entity_id)
    return entity is not None and entity.kind in family.subjects
