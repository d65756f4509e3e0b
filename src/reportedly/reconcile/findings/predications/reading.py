"""Reads predications: texts with mentions and statements in, who did what to whom out."""

import itertools
import re
from collections.abc import Iterator

from reportedly.content_words import content_stems, numbers, stem
from reportedly.model import Statement
from reportedly.offsets import Span, hull
from reportedly.reconcile.findings.frames import BE, CLAUSE_END, GET, auxiliary_in, read, words_of
from reportedly.reconcile.findings.pile import Pile
from reportedly.reconcile.findings.predications.families import Word, readings
from reportedly.reconcile.findings.predications.predication import Predication
from reportedly.reconcile.findings.sentences import sentence_at

_WORD = re.compile(r"(?<![\w’'])[a-z]+(?:-[a-z]+)*(?![\w’'-])")
_BEHIND_END = re.compile(
    r"[.;:!?\n–—”\"]|,\s+(?:and|but|so|while|which|who|after|as|though)\b"
    r"|\b(?:but|because|although|though|while|unless|and\s+(?:I|we|he|she|it|they))\b"
)
#: Characters before and behind a verb that belong to its clause.
BEFORE_CHARS, BEHIND_CHARS = 90, 110
_NOBODY = re.compile(r"\b(?:nobody|no\s+one|none\s+of\s+(?:us|them))\b", re.IGNORECASE)
_FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e)\b")
#: "The firm insisted that it had never paid", where the word is read as nobody's.
_OF_SPEAKER = re.compile(r"\W*(?:that\s+)?(?:it|they|he|she)\b", re.IGNORECASE)
_AND = re.compile(r",?\s+and\s+(?:(?:the|her|his|Princess|Prince)\s+(?:\w+\s+)?)?")
_BY = re.compile(r"\s*(?:[a-z]+\s+){0,2}by\s+")
_LET_ALONE = re.compile(r"\blet\s+alone\s+(?:ever\s+)?$")
_NEGATIVE = re.compile(
    r"\b(?:not|never|no|nobody|nothing|neither|nor|without)\b|n[’']t\b", re.IGNORECASE
)
#: "No offer", "never had a meeting", "without any payment".
_NO_DEED = re.compile(
    r"\b(?:no|without|never\s+(?:any|an?)|not\s+(?:any|an?|one|a\s+single))\s+"
    r"(?:(?:such|any|an?|secret|formal|official|private)\s+)*(?:[a-z-]+\s+){0,1}$"
    r"|(?:\bnever|n[’']t|\bnot)\s+(?:been\s+|was\s+|had\s+|made\s+|received\s+|have\s+|took\s+)*(?:any|an?)\s+"
    r"(?:[a-z-]+\s+){0,2}$",
    re.IGNORECASE,
)
#: "The tale of a dinner with the minister was pure invention".
_INVENTED = re.compile(
    r"[^.;:!?\n“”\"]{0,80}?\b(?:is|are|was|were)\s+(?:(?:an?|all|just|simply|pure|pure\s+and\s+simple|complete"
    r"|completely|total|totally|utter|utterly|sheer|entirely|absolute)\s+)*"
    r"(?:invention|fiction|fabrication|fantasy|nonsense|rubbish|false|untrue|lies?|made\s+up|invented"
    r"|baseless|fairy\s*tale|tosh|moonshine|bunkum)\b",
    re.IGNORECASE,
)
_TALE = re.compile(
    r"\b(?:tales?|stor(?:y|ies)|reports?|talk|claims?|rumou?rs?|accounts?|suggestions?|idea|gossip"
    r"|allegations?)\s+(?:of|about)\s+(?:[\w’'-]+\s+){0,4}$",
    re.IGNORECASE,
)
#: "The singer", "the 24-year-old winger", as an object.
_DESCRIBED = re.compile(r"\s+the\s+(?:[\w-]+\s+)?[a-z-]*(?:er|or|ist|man|ian|ress|star|old)\b")
#: Verbs that say no more than the noun behind them.
_LIGHT = re.compile(
    r"\b(?:had|has|made|gave|held|struck|issued|received|took|tabled|submitted|lodged|offered|won|got"
    r"|accepted|secured|launched|enjoyed|reached|sent|conducted|carried\s+out)\s+"
    r"(?:(?:an?|the|his|her|their|its)\s+)?(?:[\w£€$.,-]+\s+){0,2}$"
)
#: "At no time did she promise", "nor did they pay".
_INVERTED = re.compile(
    r"\b(?:at\s+no\s+(?:time|point|stage)|never|nor|neither)\s+did\s+(?:[\w’'.-]+\s+){1,3}(?:ever\s+)?$",
    re.IGNORECASE,
)
#: Nobody and nothing in particular, and what says of a deed that it was never done.
_ANY = frozenset(
    stem(word)
    for word in "anybody anyone anything anywhere any cent penny dime pound single slightest bit"
    " ever least else all sort kind whatsoever alone simply".split()
)
#: Verbs that say nothing by themselves, or report.
_EMPTY = frozenset(
    stem(word)
    for word in "become come know say tell see think find feel keep mean put run begin bring build"
    " seem need want look help try happen add use ask believ insist claim call report describ"
    " announc argu reveal stat explain comment expect understand publish name base mention".split()
)


def predications_in(pile: Pile) -> Iterator[Predication]:
    """All that is told or negated of somebody, in all articles, in order."""
    for article_id in sorted(pile.articles):
        text = pile.articles[article_id].text
        for match in _WORD.finditer(text):
            found: set[str] = set()
            for word in readings(match.group()):
                end = match.end()
                if word.rest is not None:
                    idiom = word.rest.match(text, end)
                    if idiom is None:
                        continue
                    end = idiom.end()
                if word.family in found or word.family in _EMPTY:
                    continue
                read_ = _predication(article_id, (match.start(), end), word, pile)
                if read_ is not None:
                    found.add(word.family)
                    yield read_


def _predication(article_id: str, own: Span, word: Word, pile: Pile) -> Predication | None:
    text = pile.articles[article_id].text
    sentence = sentence_at(text, own[0])
    said = pile.statement_over(article_id, own)
    start = _clause_start(text, own[0], sentence[0], said)
    before = text[start : own[0]]
    stop = _BEHIND_END.search(text, own[1], min(sentence[1], own[1] + BEHIND_CHARS))
    end = stop.start() if stop else min(sentence[1], own[1] + BEHIND_CHARS)
    told = _told(text, before, own, word)
    if told is None:
        return None
    denied = _is_denied_there(said, own, text)
    # A tale that is called an invention is denied in just these words.
    negated = told != denied if word.form else told or denied
    mentions = pile.mentions.listed(article_id)
    ahead = [(s, e) for s, e in mentions if start <= s[0] and s[1] <= own[0]]
    behind = [(s, e) for s, e in mentions if own[1] <= s[0] and s[1] <= end]
    acting = _actors(ahead, before, text, said, pile)
    others = {e for _, e in behind if not pile.is_of(e, ("place",))}
    if word.form and not others and _DESCRIBED.match(text, own[1]):
        others |= _only_person(article_id, own[0], pile)
    anybody = _NOBODY.search(before) is not None
    if anybody:
        others |= {said.speaker_id} if said and said.speaker_id else set()
    elif not word.form or _is_passive(before, word):
        by = _BY.match(text, own[1], end)
        agents = {e for s, e in behind if by and s[0] <= by.end() < s[1]}
        acting, others = agents, (acting | others) - agents
    if negated and not word.form and said and said.speaker_id:
        others = others | {said.speaker_id}  # who calls it a tale is in it, or speaks for who is
    if not (acting or others):
        return None
    named = {w for e in acting | others for w in content_stems(pile.name(e) or "")}
    stems = content_stems(text[own[1] : end]) | numbers(text[own[1] : end])
    kept = frozenset(s for s in stems if s not in _ANY) - named
    return Predication(
        article_id=article_id,
        family=word.family,
        actors=frozenset(acting),
        others=frozenset(others),
        stems=kept,
        by_verb=bool(word.form),
        negated=negated,
        anybody=anybody,
        span=(start + len(before) - len(before.lstrip(" ,“\"‘'”")), end),
        at=own[0],
        statement=said,
    )


def _only_person(article_id: str, at: int, pile: Pile) -> set[str]:
    """ "Has dropped the singer": the one person whom the article names up to there."""
    listed = pile.mentions.listed(article_id)
    named = {e for span, e in listed if span[0] < at and pile.is_of(e, ("person",))}
    return named if len(named) == 1 else set()


def _clause_start(text: str, at: int, sentence: int, said: Statement | None) -> int:
    low = max(sentence, at - BEFORE_CHARS)
    ends = [m.end() for m in CLAUSE_END.finditer(text, low, at)]
    if said is not None:
        ends += [s for s, e in said.content if low <= s <= at]
    return max([low, *ends])


def _told(text: str, before: str, own: Span, word: Word) -> bool | None:
    """Is it negated?  None where it is neither told nor negated."""
    if not word.form:
        if _NO_DEED.search(before):
            return True
        if _TALE.search(before):
            return True if _INVENTED.match(text, own[1]) else None
        if _LIGHT.search(before) and not _NEGATIVE.search(before):
            return False
        reading = read(words_of(before), "n", word.form)
        return reading.negated if reading.voice in ("told", "present") else None
    if "base" in word.form and _INVERTED.search(before):
        return True
    reading = read(words_of(before), "v", word.form)
    if reading.voice not in ("told", "present", "arranged"):
        return None
    if _LET_ALONE.search(before):
        return True if _NEGATIVE.search(before) else None
    return reading.negated


def _is_passive(before: str, word: Word) -> bool:
    return "participle" in word.form and auxiliary_in(words_of(before)) in BE | GET


def _actors(
    ahead: list[tuple[Span, str]], before: str, text: str, said: Statement | None, pile: Pile
) -> set[str]:
    """Who stands last before the verb, with whoever is joined to them by "and"; "I" and "we" are
    the speaker."""
    acting = [(span, e) for span, e in ahead if pile.can_act(e)]
    if said and said.speaker_id and _FIRST_PERSON.search(before):
        return {said.speaker_id}
    if not acting:
        own = said is not None and said.mode == "indirect" and _OF_SPEAKER.match(before)
        return {said.speaker_id} if own and said and said.speaker_id else set()
    found = {acting[-1][1]}
    for (span, one), (other, _) in reversed(list(itertools.pairwise(acting))):
        if not _AND.fullmatch(text, span[1], other[0]):
            break
        found.add(one)
    return found


def _is_denied_there(said: Statement | None, own: Span, text: str) -> bool:
    """ "Denied that she had left": a verb of denying governs the clause."""
    if said is None or said.polarity != "denies" or not said.cue:
        return False
    start = max((s for s, _ in said.content if s <= own[0]), default=own[0])
    return hull(said.cue)[0] < start and not CLAUSE_END.search(text, start, own[0])
