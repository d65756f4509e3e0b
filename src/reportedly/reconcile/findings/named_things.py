"""The thing that a phrase names, and the one that words without an object are about."""

import re
from dataclasses import replace

from reportedly.content_words import NEGATIONS, STOP_WORDS, content_stems, stem, words
from reportedly.model import EntityKind, Statement
from reportedly.offsets import Span, trim
from reportedly.reconcile.findings.antecedents import (
    find_antecedent,
    names_elsewhere,
    sentence_before_it,
)
from reportedly.reconcile.findings.frames import Sign, signs_in
from reportedly.reconcile.findings.phrases import NAME, object_span, places
from reportedly.reconcile.findings.pile import Pile
from reportedly.reconcile.findings.sentences import paragraphs_around, sentence_at
from reportedly.reconcile.findings.theme import Theme

#: Fewer mentions make nothing what an article is about.
MAIN_MENTIONS = 3
#: Characters by which the mention of a name of one word is longer: "Moll's".
MOST_OVER = 3
_OWNER = re.compile(r"\s*(?:its|his|her|their|our|my)\s", re.IGNORECASE)
_WHERE = re.compile(r"\b(?:in|at|near)\s+(?:the\s+)?([^\W\d_a-z][\w-]*(?:\s+[^\W\d_a-z][\w-]*)*)")
#: What a sentence may open with.
OPENING = "“\"‘'„«( "
_FIRM = re.compile(r"[^\W\d_a-z][\w-]*[’']s")
_POSSESSOR = re.compile(
    r"[’']s?\s+(?=[a-z])(?!(?:is|was|has|had|will|would|shall|never|belongs|to)\b)"
)
#: What shows a thing is another thing.
_DEPICTION = re.compile(
    r"\b(?:paintings?|pictures?|portraits?|photographs?|sketch(?:es)?|drawings?|models?|postcards?"
    r"|films?|books?|histor(?:y|ies)|maps?|views?|copy|copies)\s+of\b",
    re.IGNORECASE,
)
#: Parts of names that many things have.
_GENERIC = frozenset(
    "school college university academy museum gallery library theatre theater hall house street "
    "road lane avenue square bridge station park hotel hospital club city town united county "
    "county council company group holdings ltd inc limited plc bank party trust church court "
    "centre center north south east west upper lower new old great royal national state mr mrs ms "
    "miss dr sir dame lord lady professor councillor president mayor minister senator governor "
    "secretary chairman director january february march april may june july august september "
    "october november december monday tuesday wednesday thursday friday saturday sunday christmas "
    "easter i".split()
)
#: Matters of something that has a name and is called "the hall", "the place", too.
_OF_BUILDINGS = frozenset(("ownership", "opening"))
#: Matters in which a person can be the other party.
_OF_ANYBODY = frozenset(("talks", "payment"))
#: "The report", "her small shop", and no more of them.
_ONE = re.compile(
    r"\b(?:the|this|that|his|her|its|their|our|my)\s+(?:[\w-]+\s+){0,2}[\w-]*[^s\s](?![\w-])", re.I
)
_EACH = re.compile(r"\b(?:no|not\s+(?:one|a\s+single|any)|every|each|none\s+of)\s+(?!longer)", re.I)
#: What stands between a thing and what is told of it, and contractions that lost their apostrophe.
_OWN_STEMS = content_stems(
    "plan plans intention weeks months years days late due set expected half keep stay open remain "
    "hell theyll youll itll ive weve theyve youve theyre youre"
)


_BUYING = re.compile(
    r"\b(?:bought|bu(?:y|ys|ying)|acquired?|purchased?|moved\s+into)\s+", re.IGNORECASE
)
#: Characters of "the", or of what the thing is, before its name.
LEAD_CHARS = 4
#: "Our home", "their house".
_SAME = {stem(word): stem("house") for word in ("home", "villa", "mansion", "cottage")}
#: What "this house" can be called besides, "home" and the like being one word.
_HOMES = content_stems("house place building flat farm castle estate")


def thing(
    sign: Sign,
    article_id: str,
    statement: Statement | None,
    around: frozenset[str],
    pile: Pile,
) -> Theme:
    """What is sold, closed, opened, won or talked about."""
    for span in places(sign, pile.articles[article_id].text):
        if vowed := _vowed_before(sign, article_id, span, around, pile):
            return vowed
        theme = theme_in(article_id, span, around, pile)
        if not theme and (meant := find_antecedent(article_id, span, pile)):
            span, theme = meant, replace(theme_in(article_id, meant, around, pile), single=True)
        if _is_told_of_a_doer(sign, span):
            persons = _names_of_persons(pile, article_id, span)
            theme = replace(theme, names=theme.names - persons)
        if theme.names or theme.entities:
            return theme
        if theme.nouns:
            if theme.single and (names := names_elsewhere(article_id, span, pile) - _GENERIC):
                theme = replace(theme, names=names)
            described = _called_so(article_id, span, theme, pile)
            described = described or _described(sign, article_id, theme, statement, pile)
            return replace(theme, entities=described)
    unnamed = statement is not None and (sign.rules_out or _is_idiom(sign))
    main = _main_or_only(article_id, around, pile) if unnamed else frozenset()
    return Theme(entities=main, around=around)


def _vowed_before(
    sign: Sign, article_id: str, span: Span, around: frozenset[str], pile: Pile
) -> Theme | None:
    """ "“I will not close Fern Yard,” she said.  It closed in May": the object of the same verb in
    the sentence before."""
    text = pile.articles[article_id].text
    before = sentence_before_it(text, span)
    if before is None:
        return None
    own = text[slice(*before)]
    for told in signs_in(own):
        if told.matter == sign.matter and told.side == "changes" and told.transitive:
            start, end = object_span(told, own)
            theme = theme_in(article_id, (before[0] + start, before[0] + end), around, pile)
            if theme.names or theme.entities:
                return theme
    return None


def _is_idiom(sign: Sign) -> bool:
    """ "They will have to carry us out of here": of the house that is not named."""
    return sign.side == "lasts" and sign.sort == "t" and sign.matter.name in _OF_BUILDINGS


def _is_told_of_a_doer(sign: Sign, span: Span) -> bool:
    """True for a phrase before an active verb, in which a person is no thing."""
    if sign.matter.name in _OF_ANYBODY or sign.side == "late":
        return False
    return span[1] <= sign.span[0] and not sign.passive


def _called_so(article_id: str, span: Span, theme: Theme, pile: Pile) -> frozenset[str]:
    """ "The library": the one that was named before, "Lea Library"."""
    text = pile.articles[article_id].text
    if not theme.single:
        return frozenset()
    before = paragraphs_around(text, sentence_at(text, span[0]), after=0)[0]
    for (first, last), entity_id in reversed(pile.mentions.listed(article_id)):
        own = words(text[first:last])[-1:]
        named = before <= first < span[0] and text[first].isupper() and " " in text[first:last]
        if named and own and stem(own[0]) in theme.nouns:
            return frozenset((entity_id,))
    return frozenset()


def _described(
    sign: Sign, article_id: str, theme: Theme, statement: Statement | None, pile: Pile
) -> frozenset[str]:
    """ "The hall will never be for sale": the thing that the article is about."""
    binding = statement is not None and (sign.rules_out or sign.side == "lasts")
    if not (binding and theme.single and sign.matter.name in _OF_BUILDINGS):
        return frozenset()
    bought = _bought(article_id, pile) if theme.nouns <= _HOMES else frozenset()
    return bought or _main_or_only(article_id, theme.around, pile)


def _bought(article_id: str, pile: Pile) -> frozenset[str]:
    """ "This house": the one thing that the article says somebody has bought."""
    text = pile.articles[article_id].text
    ends = [match.end() for match in _BUYING.finditer(text)]
    found = {
        entity
        for (first, _), entity in pile.mentions.listed(article_id)
        if any(end <= first <= end + LEAD_CHARS for end in ends)
        and pile.is_of(entity, ("place", "organisation", "work"))
    }
    return frozenset(found) if len(found) == 1 else frozenset()


def _main_or_only(article_id: str, around: frozenset[str], pile: Pile) -> frozenset[str]:
    """What an article is about, else the one body or work of the paragraphs around."""
    bodies = [e for e in around if pile.is_of(e, ("organisation", "work"))]
    return main_thing(article_id, pile) or frozenset(bodies if len(bodies) == 1 else ())


def theme_in(article_id: str, span: Span, around: frozenset[str], pile: Pile) -> Theme:
    """The thing that a phrase names; an empty theme where it names none."""
    text = pile.articles[article_id].text
    if _DEPICTION.search(text, *span):
        return Theme()
    names = _names(pile, article_id, span)
    capitals = [m for m in NAME.finditer(text, *span) if not _is_a_word(m, article_id, pile)]
    common = list(text[slice(*span)])
    for match in capitals:
        common[match.start() - span[0] : match.end() - span[0]] = " " * len(match.group())
    nouns = {_SAME.get(noun, noun) for noun in content_stems("".join(common)) - _OWN_STEMS}
    entities = {
        e
        for e in _named_in(article_id, span, pile)
        if pile.is_of(e, ("organisation", "place", "work", "group"))
    }
    if not (names or nouns or entities):
        return Theme()
    where = _where(text, span)
    if nouns or names - where:
        names -= where
    one, each = (p.search(text[slice(*span)]) is not None for p in (_ONE, _EACH))
    return Theme(
        entities=frozenset(entities),
        names=frozenset(names),
        nouns=frozenset(nouns),
        where=frozenset(where),
        single=one,
        each=each,
        around=around,
    )


def _where(text: str, span: Span) -> set[str]:
    """Names of the place in a phrase, or right behind it."""
    found = [match[1] for match in _WHERE.finditer(text, *span)]
    after = _WHERE.match(text, trim(text, (span[1], len(text)))[0])
    found += [after[1]] if after else []
    return {m.group().lower() for name in found for m in NAME.finditer(name)} - _GENERIC


def _named_in(article_id: str, span: Span, pile: Pile) -> tuple[str, ...]:
    """Who or what is mentioned in a phrase, but for the owner of "its headquarters"."""
    text = pile.articles[article_id].text
    owner = _OWNER.match(text, *span)
    return pile.mentions.starting(article_id, (owner.end() if owner else span[0], span[1]))


def _names(pile: Pile, article_id: str, span: Span) -> set[str]:
    """The names in a phrase, but for parts that many things have."""
    text = pile.articles[article_id].text
    found = {
        m.group().lower()
        for m in NAME.finditer(text, *span)
        # "Ada's lead" is a lead, "Moll's" alone may be a firm.
        if not _POSSESSOR.match(text, m.end(), span[1]) and not _is_a_word(m, article_id, pile)
    }
    kept = {name for name in found if name not in STOP_WORDS | NEGATIONS and len(name) > 1}
    return kept - _GENERIC


def _is_a_word(name: re.Match[str], article_id: str, pile: Pile) -> bool:
    """True for a capital that only begins a sentence: "Visitors to the museum"."""
    text = name.string
    start = sentence_at(text, name.start())[0]
    if text[start : name.start()].strip(OPENING) or NAME.match(text, name.end() + 1):
        return False
    return not any(
        span[0] <= name.start() < span[1] and span[1] - name.end() <= MOST_OVER
        for span, _ in pile.mentions.listed(article_id)
    )


def _names_of_persons(pile: Pile, article_id: str, span: Span) -> set[str]:
    """The names in a phrase that are persons', but for "Moll's" alone, which may be a firm's."""
    text = pile.articles[article_id].text
    found: set[str] = set()
    for (first, last), entity_id in pile.mentions.listed(article_id):
        inside = span[0] <= first < span[1] and pile.is_of(entity_id, ("person",))
        if inside and not _FIRM.fullmatch(text, first, last):
            named = NAME.finditer(text, first, min(last, span[1]))
            found.update(match.group().lower() for match in named)
    return found


def main_thing(article_id: str, pile: Pile) -> frozenset[str]:
    """The thing that an article is about: named three times or more, and more than any other."""
    counts = pile.mentions.counts(article_id)
    things: tuple[EntityKind, ...] = ("place", "organisation", "work")
    fitting = sorted((-n, e) for e, n in counts.items() if pile.is_of(e, things))
    if not fitting or -fitting[0][0] < MAIN_MENTIONS:
        return frozenset()
    if len(fitting) > 1 and fitting[0][0] == fitting[1][0]:
        return frozenset()
    return frozenset({fitting[0][1]})
