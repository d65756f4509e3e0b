"""Whether an outlook and a later telling are of the same persons or the same thing."""

import re

from reportedly.content_words import words
from reportedly.reconcile.findings.passages import Passage
from reportedly.reconcile.findings.pile import Pile
from reportedly.reconcile.findings.sentences import sentence_at
from reportedly.reconcile.findings.theme import Theme

#: How sure it is that two themes are one: by entity or name, and by a common noun of the same
#: people.
BY_NAME, BY_NOUN = 1.0, 0.8
#: Share of the shorter phrase's common words that the other must have; two of them, unless both
#: speak of one thing that the reader is taken to know.
SHARED_NOUNS, FEWEST_NOUNS = 0.5, 2
#: Share of all words of the shorter phrase where only some names are the same: "the new dome of the
#: Lea Observatory", "the Orr Dome at Lea".
SHARED_TOKENS = 0.67
#: Words that mean a marriage and nothing else.
MARITAL = re.compile(
    r"divorc|husband|wife|marriage|estranged|engagement|wedding|fianc", re.IGNORECASE
)
#: Words that leave open what is meant: a post, or a town.
_LEAVING = re.compile(r"\b(?:leav\w+|stay\w*)(?:\s+(?:at|with|the|\w+))*$", re.IGNORECASE)
_LEFT = re.compile(r"(?:left|leav\w+)\s+(?:the\s+)?(?-i:[A-Z])", re.IGNORECASE)
_ELSEWHERE = re.compile(r"^(?:join|sign|transfer|unveil|poach|complet)", re.IGNORECASE)
_CLAUSE_END = re.compile(r"[.,;:!?\n”\"]")
_NAME = re.compile(r"[^\W\d_a-z][\w’'-]+")
#: Characters behind "leave" in which what is left is named.
NAMED_CHARS = 60
#: Matters in which it must be the same whom somebody acts upon: who endorses one may refuse
#: another.
_OF_BOTH = frozenset(("support", "contest"))
#: Who will never be a judge may be made a director.
_OF_ONE_SORT = frozenset(("appointment",))
_OF_BOTH_IF_NAMED = frozenset(("lawsuit",))
#: What somebody is described as by what it is not.
_BY_ANOTHER = re.compile(r"an?\s+(?:\w+\s+)?(?:rival|competitor|neighbour|offshoot)\s+(?:of|to)\b")


def likeness_of_themes(early: Passage, late: Passage, pile: Pile) -> float:
    """How sure it is that both are of the same subject, 0 where it is not."""
    matter, one, other = early.sign.matter, early.theme, late.theme
    shared = one.entities & other.entities
    if matter.whose == "couple":
        enough = 1 if MARITAL.search(sign_words(late, pile)) else 2
        return BY_NAME if len(shared) >= enough else 0.0
    if matter.whose == "parties":
        return BY_NAME if shared else 0.0
    if matter.whose == "context":
        told = _first_body(late, pile)
        return BY_NOUN if shared and (told is None or told in shared) else 0.0
    if matter.whose == "person":
        same = shared or _speaks_for(early, late, pile)
        return BY_NAME if same and _of_one_body(early, late, pile) else 0.0
    found = _of_one_thing(one, other, tied=matter.tied)
    ties = (one.around & other.around) - shared
    return found if found and (ties or not matter.tied) else 0.0


def _speaks_for(early: Passage, late: Passage, pile: Pile) -> bool:
    """ "We will win the cup": of a team whose captain the later report speaks of, too."""
    if early.sign.matter.name != "contest" or early.statement is None:
        return False
    clause = pile.articles[early.article_id].text[: early.sign.span[0]][-NAMED_CHARS:]
    ours = words(clause)[-4:]
    return "we" in ours and early.statement.speaker_id in late.theme.around


def _of_one_thing(one: Theme, other: Theme, *, tied: bool) -> float:
    names = one.names & other.names
    if one.where and other.where and not one.where & other.where:
        return 0.0
    if names and (one.names <= other.names or other.names <= one.names):
        return BY_NAME
    tokens, others = (theme.names | theme.nouns | theme.where for theme in (one, other))
    placed = (one.names | one.where) & (other.names | other.where)
    if placed and len(tokens & others) >= SHARED_TOKENS * min(len(tokens), len(others)):
        return BY_NOUN
    if one.entities & other.entities and not (one.names and other.names and not names):
        return BY_NAME
    if one.names and other.names:
        return 0.0
    nouns = one.nouns & other.nouns
    fewest = min(len(one.nouns), len(other.nouns))
    if not one.around & other.around or len(nouns) < max(1, SHARED_NOUNS * fewest):
        return 0.0
    if one.single != other.single and not (tied or one.each):
        return 0.0
    known = tied or one.each or one.single
    return BY_NOUN if len(nouns) >= FEWEST_NOUNS or known else 0.0


def _of_one_body(early: Passage, late: Passage, pile: Pile) -> bool:
    """True unless what is left, stayed with, endorsed or sued is another."""
    name = early.sign.matter.name
    if name == "another club":
        # Who managed it when he spoke manages no other now.
        before = pile.articles[early.article_id].text
        return not any(own in before for own in _named_behind(late, pile))
    if name in _OF_ONE_SORT:
        return bool(early.theme.nouns & late.theme.nouns)
    if name in _OF_BOTH or (name in _OF_BOTH_IF_NAMED and early.theme.names and late.theme.names):
        told = {name.lower() for name in _NAME.findall(_sentence(early, pile))}
        also = told & late.theme.names if name == "contest" else set()
        return bool(early.theme.names & late.theme.names or also)
    if name == "board":
        one, other = _named_behind(early, pile), _named_behind(late, pile)
        return not (one - other and other - one)
    if name != "post":
        return True
    named = _named_behind(early, pile)
    told = set(_NAME.findall(_sentence(late, pile)))
    if _LEFT.match(sign_words(late, pile)) and not named & told:
        return _is_left_body(late, pile)
    leaving = _LEAVING.search(sign_words(early, pile)) is not None
    if _ELSEWHERE.match(sign_words(late, pile)):
        leaving = leaving or early.sign.sort == "w"
        return leaving and not set(_NAME.findall(sign_words(late, pile))) & named
    return not (leaving and named) or bool(named & told)


def _first_body(passage: Passage, pile: Pile) -> str | None:
    """The body that a sentence names first before its sign: who cuts the jobs, not its rival."""
    text, end = pile.articles[passage.article_id].text, passage.sign.span[0]
    start = sentence_at(text, end)[0]
    for span, entity_id in pile.mentions.listed(passage.article_id):
        # "Crag Mills, a rival of Dell Mills": what is described by another body is another.
        if start <= span[0] < span[1] <= end and _BY_ANOTHER.match(text, *span):
            return entity_id
        # What opens the sentence is its subject, a place or not.
        opens = span[0] == start and pile.is_of(entity_id, ("place", "group", "work"))
        if start <= span[0] < end and (opens or pile.is_of(entity_id, ("organisation",))):
            return entity_id
    return None


def _is_left_body(late: Passage, pile: Pile) -> bool:
    """ "Left Orr United", not "left Skelby": a body, and no town."""
    start, end = late.sign.span
    left = pile.mentions.within(late.article_id, [(start, end + NAMED_CHARS)])
    near = pile.mentions.starting(late.article_id, (start, end))
    return any(pile.is_of(entity, ("organisation",)) for entity in (*left, *near))


def _named_behind(passage: Passage, pile: Pile) -> set[str]:
    """The names of what somebody will not leave."""
    text = pile.articles[passage.article_id].text
    start, end = passage.sign.span
    behind = _CLAUSE_END.split(text[end : end + NAMED_CHARS])[0]
    return set(_NAME.findall(text[start:end][1:] + behind))


def sign_words(passage: Passage, pile: Pile) -> str:
    """The words that say how the matter stands."""
    return pile.articles[passage.article_id].text[slice(*passage.sign.span)]


def _sentence(passage: Passage, pile: Pile) -> str:
    text = pile.articles[passage.article_id].text
    return text[slice(*sentence_at(text, passage.sign.span[0]))]
