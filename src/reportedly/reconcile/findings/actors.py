"""Who resigns, retires, sues or parts: signs of persons in articles in, entities out."""

import itertools
import re

from reportedly.content_words import words
from reportedly.model import Statement
from reportedly.offsets import Span
from reportedly.reconcile.findings.frames import CLAUSE_END, Sign
from reportedly.reconcile.findings.phrases import (
    ASIDE,
    BEFORE_CHARS,
    LEADING,
    NAME,
    PREPOSED,
    PREPOSITIONS,
)
from reportedly.reconcile.findings.pile import Pile
from reportedly.reconcile.findings.sentences import paragraphs_around, sentence_at

#: Two who part are both named before the verb, often with what they do.
COUPLE_CHARS, NEAR_CHARS = 140, 60
#: Characters before "departure" in which its owner stands, and behind "of".
OWNER_CHARS, OWNED_CHARS = 30, 12
#: Characters behind a verb in which the name of its object begins, and words before that name.
OBJECT_CHARS, MOST_BEFORE_NAME = 30, 4
#: Words that another verb of the same subject may take up: "packed his desk and resigned".
MOST_BETWEEN = 8
#: Between two who do the same: "Ada Moll and the diver Tom Brink".
_AND = re.compile(r",?\s+and\s+(?:(?:the|her|his)\s+\w+\s+)?")
#: "The 27-year-old striker", as the subject of a sentence.
_DESCRIPTION = re.compile(
    r"The\s+(?:[a-z0-9][\w-]*\s+)?[a-z0-9][\w-]*(?:er|or|ist|man|ian|ent|ant|old|ef|ress)\s+"
)
#: "Ada Moll and the town have settled".
_BESIDE = re.compile(r"^\s+and\s+(?:the|her|his|their)\s+\w+")
#: "They play a couple who split up".
_OF_A_STORY = re.compile(r"\b(?:a|an|another)\s+(?:\w+\s+)?(?:couple|pair)\s+(?:who|that)\b")
#: "They will have to carry me out".
_OF_SPEAKER = re.compile(r"\bme\b")
#: Between "and" and a verb whose subject stands before: "and would still be".
_AUXILIARIES = frozenset("will would shall wont is was has had never not still also".split())
#: "Dismissed a report that she had left": what is dismissed is no person.
_SAID = frozenset("that report reports claim claims rumour rumours suggestion suggestions".split())
_WHO = re.compile(r",?\s+who\b")
_FOR = re.compile(r"\s+for\b")
#: Two together, as the subject of a sentence.
_PAIR = re.compile(
    r"The\s+(?:happy\s+|loved-up\s+)?(?:pair|couple|two|duo|lovebirds|newlyweds)\s+", re.IGNORECASE
)
#: Characters before "the pair" in which the two are named.
PAIR_CHARS = 600
_FIRST_PERSON = frozenset("i we my our me us im were ive weve ill id wed well".split())
_POSSESSIVES = frozenset("his her its their my our your".split())
_THIRD_PERSON = frozenset("he she they it".split())


def actors(sign: Sign, article_id: str, statement: Statement | None, pile: Pile) -> frozenset[str]:
    """Who resigns, retires or sues; of two who marry both."""
    found = _find_actor(sign, article_id, statement, pile)
    if found is None:
        return _pair(sign, article_id, pile)
    text = pile.articles[article_id].text
    low = max(sentence_at(text, sign.span[0])[0], sign.span[0] - BEFORE_CHARS)
    named = [m for m in pile.mentions.listed(article_id) if low <= m[0][0] < sign.span[0]]
    beside = {
        one
        for (span, one), (other, entity_id) in itertools.pairwise(named)
        if entity_id == found and pile.can_act(one) and _AND.fullmatch(text, span[1], other[0])
    }
    return frozenset((found, *beside))


def _find_actor(sign: Sign, article_id: str, statement: Statement | None, pile: Pile) -> str | None:
    """The last one named before a verb, or behind a verb that tells what is done to somebody."""
    text = pile.articles[article_id].text
    start = max(sentence_at(text, sign.span[0])[0], sign.span[0] - BEFORE_CHARS)
    if sign.sort == "n":
        return _find_owner(sign, article_id, pile)
    if sign.sort == "p" and not sign.passive:
        return _find_object(sign, article_id, pile)
    if statement and statement.speaker_id and _OF_SPEAKER.search(text, *sign.span):
        return statement.speaker_id
    for span, entity_id in reversed(pile.mentions.listed(article_id)):
        owns = text[slice(*span)].lower() in _POSSESSIVES
        if span[1] > start and span[0] < sign.span[0] and not owns and pile.can_act(entity_id):
            last = _end_of_name(text, span, sign.span[0])
            before = words(text[max(start, span[0] - 20) : span[0]])[-1:]
            # "She lost to Ada Moll, who becomes mayor".
            free = not set(before) & PREPOSITIONS or _WHO.match(text, last, sign.span[0])
            acts = last <= sign.span[0] and free
            if acts and _leads_on(text[last : sign.span[0]]):
                return entity_id
    if statement and statement.speaker_id and _speaks_of_self(sign, text, statement):
        return statement.speaker_id
    return _find_described(sign, article_id, pile) if sign.matter.whose == "person" else None


def _pair(sign: Sign, article_id: str, pile: Pile) -> frozenset[str]:
    """ "The pair got engaged": the two people whom the article named last."""
    text = pile.articles[article_id].text
    start = sentence_at(text, sign.span[0])[0]
    plain = _PAIR.match(text, start, sign.span[0])
    if plain is None or set(words(text[plain.end() : sign.span[0]])) - LEADING:
        return frozenset()
    named = [
        entity
        for span, entity in reversed(pile.mentions.listed(article_id))
        if start - PAIR_CHARS <= span[0] < start and pile.is_of(entity, ("person",))
    ]
    last = list(dict.fromkeys(named))[:2]
    return frozenset(last) if len(last) == 2 else frozenset()


def _find_described(sign: Sign, article_id: str, pile: Pile) -> str | None:
    """ "The pitcher changed his mind": the one person whom the paragraph names before."""
    text = pile.articles[article_id].text
    start = sentence_at(text, sign.span[0])[0]
    plain = _DESCRIPTION.match(text, start, sign.span[0])
    rest = words(text[plain.end() : sign.span[0]]) if plain else ("",)
    if any(word not in LEADING for word in rest):
        return None
    paragraph = text.rfind("\n", 0, start) + 1
    named = pile.mentions.starting(article_id, (paragraph, start))
    persons = [e for e in named if pile.is_of(e, ("person",))]
    return persons[0] if len(persons) == 1 else None


def _find_object(sign: Sign, article_id: str, pile: Pile) -> str | None:
    """Whom a club unveils, a board sacks."""
    text, start = pile.articles[article_id].text, sign.span[1]
    for (first, last), entity_id in pile.mentions.listed(article_id):
        if start <= first <= start + OBJECT_CHARS and pile.is_of(entity_id, ("person",)):
            if text[first:last].lower() in _POSSESSIVES:
                return None
            # "Sacked the coach Ada Moll", no more words between.
            between = words(text[start:first])
            said = _SAID.intersection(between)
            return entity_id if len(between) <= MOST_BEFORE_NAME and not said else None
    return None


def _end_of_name(text: str, span: Span, at: int) -> int:
    """Where the name in a mention ends that goes on over a verb: "Ada Moll, who resigned"."""
    comma = text.find(",", span[0], at) if span[1] > at else -1
    return comma if comma > 0 else span[1]


def _speaks_of_self(sign: Sign, text: str, statement: Statement | None) -> bool:
    """True for "I will resign", and for words that begin with the verb: "not resigning"."""
    if statement is None:
        return False
    start = max((s for s, e in statement.content if s <= sign.span[0] < e), default=sign.span[0])
    before = CLAUSE_END.split(text[start : sign.span[0]])[-1] or ""
    said = words(before)
    return bool(set(said) & _FIRST_PERSON) or set(said) <= LEADING - _THIRD_PERSON


def _leads_on(between: str) -> bool:
    """True when nothing between a name and a verb is another subject."""
    between = _BESIDE.sub(" ", between)
    plain = ASIDE.sub(" ", between.rstrip() + ("," if between.count(",") == 1 else ""))
    if any(mark in plain for mark in '.;:!?\n“"') or NAME.search(plain):
        return False
    told = words(plain)
    rest = [w for w in told if w not in LEADING and not w.endswith("ly")]
    end = len(told)
    while end and told[end - 1] in _AUXILIARIES:
        end -= 1
    return not rest or (told[end - 1 : end] in (("and",), ("then",)) and len(rest) <= MOST_BETWEEN)


def _find_owner(sign: Sign, article_id: str, pile: Pile) -> str | None:
    """Whose departure it is: "her departure", "the departure of Ada Moll"."""
    text = pile.articles[article_id].text
    listed = pile.mentions.listed(article_id)
    for (first, last), entity_id in reversed(listed):
        near = sign.span[0] - OWNER_CHARS <= first < sign.span[0]
        if near and pile.can_act(entity_id):
            between = text[min(last, sign.span[0]) : sign.span[0]]
            owned = last > sign.span[0] or text[first:last].lower() in ("his", "her", "their")
            if (owned or text[last - 1] in "s’'") and len(words(between)) <= 2:
                return entity_id
    behind = PREPOSED.match(text, sign.span[1])
    for (first, last), entity_id in listed if behind else ():
        if behind and behind.end() <= first <= behind.end() + OWNED_CHARS:
            # "The resignation of her deputy" is not hers.
            owner = text[first:last].lower() in _POSSESSIVES
            return entity_id if pile.can_act(entity_id) and not owner else None
    return None


def _beneficiary(text: str, start: int, end: int) -> int:
    """Where the words after a sign say for whom."""
    found = _FOR.match(text, start, end)
    return found.end() if found else end


def _is_one_of_two(sign: Sign, article_id: str, statement: Statement, pile: Pile) -> bool:
    """ "She says that she and Joe will never part", "she will never leave him": who speaks is told
    of before the verb, and nobody else in between but beside them."""
    text = pile.articles[article_id].text
    start = max((s for s, e in statement.content if s <= sign.span[0] < e), default=sign.span[0])
    return any(
        start <= span[0] < span[1] <= sign.span[0]
        and entity_id == statement.speaker_id
        and text[slice(*span)].lower() not in _POSSESSIVES
        and (_AND.match(text, span[1]) or _leads_on(text[span[1] : sign.span[0]]))
        for span, entity_id in pile.mentions.listed(article_id)
    )


def couple(sign: Sign, article_id: str, statement: Statement | None, pile: Pile) -> set[str]:
    """The persons near words about a couple."""
    text = pile.articles[article_id].text
    sentence = sentence_at(text, sign.span[0])
    if _OF_A_STORY.search(text, sentence[0], sign.span[0]):
        return set()
    low = max(sentence[0], sign.span[0] - COUPLE_CHARS)
    high = min(sentence[1], sign.span[1] + NEAR_CHARS)
    # "They will see it through for Ada": for their daughter.
    high = high if sign.side == "changes" else min(high, _beneficiary(text, sign.span[1], high))
    near = (
        *pile.mentions.within(article_id, [(low, high)]),
        *pile.mentions.starting(article_id, (low, high)),
    )
    found = {e for e in near if pile.is_of(e, ("person",))}
    if statement and statement.speaker_id and pile.is_of(statement.speaker_id, ("person",)):
        if set(words(statement.content_text)) & _FIRST_PERSON:
            found.add(statement.speaker_id)
        elif not _is_one_of_two(sign, article_id, statement, pile):
            found.discard(statement.speaker_id)
    if not found:
        span = paragraphs_around(text, sentence, after=0)
        found = {e for e in pile.mentions.within(article_id, [span]) if pile.is_of(e, ("person",))}
    return found
