"""Posts and occupations: "Ann Doe, the chief executive of Roe & Co", "spokeswoman Ann Doe".

The value is the article's own words without articles; a past post keeps its "former".
"""

import re
from collections.abc import Iterator, Sequence

from reportedly.annotate.facts.ended_posts import has_ended
from reportedly.annotate.facts.lexicon import POSTS
from reportedly.annotate.facts.people import Person
from reportedly.annotate.facts.posts import post_value
from reportedly.annotate.facts.setting import Found, Setting, When
from reportedly.annotate.parse.model import Token
from reportedly.offsets import Span

#: A longer phrase is a description, no post.
LONGEST_CHARS = 90
#: Where a role ends: at punctuation, at a clause, at a time.
_STOPS = frozenset(
    "who whose which that when where while since until but after before following amid".split()
)
#: "Chairman last year": the time is no part of the post.
_POINTING = frozenset({"last", "this", "next"})
_TIMES = frozenset(
    "year month week season spring summer autumn winter night monday tuesday wednesday thursday "
    "friday saturday sunday".split()
)
_DASHES = frozenset({"-", "--", "–", "—"})
#: Nouns that parsers take for verbs: "host of the reality show".
_SHOWS = frozenset({"show", "shows", "series"})
_PUNCTUATION = frozenset(',;:.()"!?“”‘[]')
_VERBAL = frozenset({"VERB", "AUX", "PRON"})
_PREFIX = re.compile(r"\b(?:ex|then)-\Z", re.IGNORECASE)
_MODIFIERS = frozenset({"compound", "amod", "nmod", "nn"})
_INSIDE = frozenset({"DET", "NOUN", "PROPN", "ADJ", "PRON"})
_TITLES = frozenset({"Mr", "Mrs", "Ms", "Miss", "Dr", "Sir", "Dame", "Sen", "Rep", "Gov"})
#: Titles that follow a post and are none of it: "legal analyst Judge Roe".
_JUDGES = frozenset({"Judge", "General", "Colonel", "Captain", "Professor", "Senator"})
_YEAR = re.compile(r"\b(?:19|20)\d\d\s\Z")
#: Words without which another post is named; parsers hang them on the name as well.
_CHANGING = frozenset(
    "presumptive former acting interim outgoing retired deputy late then-vice".split()
)
_LEFT = frozenset({"NOUN", "PROPN", "ADJ"})
_KIN = frozenset(
    "husband wife widow widower partner father mother son daughter brother sister friend".split()
)
#: Nobody's post: party marks, ages and ties of family stand where posts stand.
_NOT_A_POST = re.compile(
    r"\b(?:year-old|\d+-year|mother|father|son|daughter|wife|husband|brother|sister|friend|fan"
    r"|supporter|critic|one|leader among|member of the audience|likely|possible|potential|would-be"
    r"|if|fellow|next|future|eventual|prospective|good|great|best|strong|only|leading|oldest"
    r"|youngest|worst|lone|sole|\w+est)\b"
    # "His patron" is somebody's; a chef patron runs a house.
    r"|(?<!chef )(?<!chef-)\bpatron\b(?!\s+of)"
    # "Tennis queen", "chart king": papers crown them; those who reign are "king of …" or capitals.
    r"|\A(?-i:(?![Cc]rown )(?:[A-Za-z][a-z]+ )?(?:queen|king|prince|princess))\Z",
    re.IGNORECASE,
)


def find_roles(setting: Setting) -> Iterator[Found]:
    """The posts that the article gives to named persons beside their names."""
    for person in setting.people.names:
        tokens = setting.document.parse.tokens_in(person.span)
        if tokens and not _is_no_name(setting, person, tokens[-1]):
            yield from _after(setting, person, tokens[-1])
            yield from _before(setting, person, tokens[0])
            yield from _introduced(setting, person, tokens[0])
            yield from _copula(setting, person, tokens[-1])


def _is_no_name(setting: Setting, person: Person, last: Token) -> bool:
    """True for the name in "a Roe supporter", and for a title taken for a name ("General")."""
    head = setting.document.parse.tokens[last.head]
    modifier = last.dep in ("compound", "amod", "nmod") and head.i > last.i
    return modifier or setting.people.name_of(person.cluster).lower() in POSTS


def _is_post(token: Token) -> bool:
    return token.lower in POSTS and token.pos in ("NOUN", "PROPN")


def _after(setting: Setting, person: Person, last: Token) -> Iterator[Found]:
    """ "Ann Doe, the former chief executive of Roe & Co,"."""
    tokens = setting.document.parse.tokens
    at = last.i + 1
    if at >= len(tokens) or tokens[at].text != "," or tokens[at].sentence != last.sentence:
        return
    # An age may stand between: "Ann Doe, 43, a teacher".
    if at + 2 < len(tokens) and tokens[at + 1].text.isdigit() and tokens[at + 2].text == ",":
        at += 2
    phrase = phrase_from(tokens, at + 1, last.sentence)
    opens = phrase and _opens_sentence(setting, person, phrase[-1])
    if phrase and not opens and not _is_list(setting, person, phrase):
        yield from found_post(setting, person, phrase, 0.93)


def _opens_sentence(setting: Setting, person: Person, last: Token) -> bool:
    """True in "Against Doe, the governor won": the phrase is the subject of what follows."""
    tokens = setting.document.parse.tokens
    start = setting.document.parse.tokens_in(person.span)[0].i
    while start > 0 and tokens[start - 1].pos == "PROPN":
        start -= 1
    following = tokens[last.i + 1 : last.i + 2]
    verb = bool(following) and following[0].pos in ("VERB", "AUX")
    return verb and start > 0 and tokens[start - 1].pos in ("ADP", "SCONJ")


def phrase_from(tokens: Sequence[Token], at: int, sentence: int) -> list[Token] | None:
    """The noun phrase that starts at token `at` and ends before punctuation, if it names a post."""
    phrase: list[Token] = []
    for token in tokens[at : at + 16]:
        if token.sentence != sentence or _ends_phrase(token, tokens):
            break
        phrase.append(token)
    else:
        return None
    while phrase and phrase[-1].pos in ("ADP", "CCONJ", "SCONJ", "DET", "PART", "ADV"):
        phrase.pop()
    return phrase if _names_post(phrase) else None


def _ends_phrase(token: Token, tokens: Sequence[Token]) -> bool:
    """True at punctuation (not inside a hyphenated word), at a clause, and at a verb."""
    if token.text in _DASHES:
        return not (tokens[token.i - 1].end == token.start and _glued(token, tokens))
    if token.text in _PUNCTUATION or token.lower in _STOPS:
        return True
    following = tokens[token.i + 1].lower if token.i + 1 < len(tokens) else ""
    if token.lower in _POINTING and following in _TIMES:
        return True
    if token.lower in _SHOWS and tokens[token.i - 1].pos in ("NOUN", "ADJ"):
        return False
    return token.pos in _VERBAL and token.tag != "PRP$" and token.dep != "amod"


def _glued(token: Token, tokens: Sequence[Token]) -> bool:
    return token.i + 1 < len(tokens) and tokens[token.i + 1].start == token.end


def _names_post(phrase: Sequence[Token]) -> bool:
    """The head of the phrase, before its first "of" or "for", must be a post."""
    head: Token | None = None
    for token in phrase:
        if token.pos == "ADP" and head is not None:
            if head.lower == "member" and _is_of_parliament(token, phrase):
                return True
            break
        if token.pos in ("NOUN", "PROPN"):
            head = token
    return (
        head is not None
        and _is_post(head)
        and phrase[0].pos in ("DET", "NOUN", "PROPN", "ADJ", "PRON")
    )


def _is_of_parliament(of: Token, phrase: Sequence[Token]) -> bool:
    """True for the "of" in "member of the Scottish parliament"."""
    following = [t.lower for t in phrase if of.i < t.i <= of.i + 3]
    return of.lower == "of" and bool({"parliament", "congress", "assembly"} & set(following))


def _is_list(setting: Setting, person: Person, phrase: Sequence[Token]) -> bool:
    """True when the phrase is the next item of a list: "Ann Doe, President Roe and …"."""
    others = [
        p
        for p in setting.people.names_in((phrase[0].start, phrase[-1].end))
        if p.cluster != person.cluster
    ]
    if others and _is_holder(setting, others[-1], phrase):
        return True
    if others:
        if any(token.tag == "POS" for token in phrase):
            return False
        return phrase[0].pos != "DET" or phrase[0].lower not in ("a", "an", "the")
    return False


def _is_holder(setting: Setting, other: Person, phrase: Sequence[Token]) -> bool:
    """True for the name at the end of "ambassador for the islands Tom Roe": the post is his."""
    before = [token for token in phrase if token.end <= other.span[0]]
    if not before or other.span[1] < phrase[-1].end:
        return False
    return before[-1].pos == "NOUN" and before[-1].tag != "POS"


def _before(setting: Setting, person: Person, first: Token) -> Iterator[Found]:
    """ "Roe & Co spokeswoman Ann Doe": the nouns right before the name, the last of them a post."""
    tokens = setting.document.parse.tokens
    start = first.i
    while start > 0 and _modifies(tokens[start - 1], tokens[first.i], start == first.i):
        start -= 1
    if start > 0 and start < first.i and tokens[start - 1].lower in _CHANGING:
        start -= 1
    phrase = list(tokens[start : first.i])
    # "His running mate presidential nominee Doe": two posts, of two people.
    if len(phrase) > 1 and phrase[0].lower == "mate":
        phrase.pop(0)
    if not phrase or not _is_post(phrase[-1]):
        return
    # "A recommendation Attorney General Doe adopted": a title has no plain noun before it.
    while phrase[0].pos == "NOUN" and phrase[0].text.islower() and phrase[-1].text[0].isupper():
        phrase.pop(0)
    if setting.people.names_in((phrase[0].start, phrase[-1].end)):
        return
    # "Former Secretary Doe" can be either of two Does, and "2004 nominee Doe" was it in 2004.
    if setting.people.shares_last_name(person) or _YEAR.search(setting.before(phrase[0].start, 6)):
        return
    if len(phrase) > 1 and phrase[-1].text in _JUDGES and _is_plain(phrase[-2]):
        phrase = phrase[:-1] if _is_post(phrase[-2]) else phrase[-1:]
    yield from found_post(setting, person, phrase, 0.92, until=person.span[1])


def _is_plain(token: Token) -> bool:
    """True for a word before a title that is no part of it: not "former", not "Chief"."""
    return token.text.islower() and token.lower not in _CHANGING


def _introduced(setting: Setting, person: Person, first: Token) -> Iterator[Found]:
    """ "The mayor, Ann Doe, said"; "the hall's spokeswoman, Ann Doe"."""
    tokens = setting.document.parse.tokens
    comma = first.i - 1
    while comma > 0 and tokens[comma].text.rstrip(".") in _TITLES:
        comma -= 1
    after = setting.view[person.span[1] : person.span[1] + 1]
    if comma < 1 or tokens[comma].text != "," or after not in (",", ".", ";", ")", "\n", ""):
        return
    phrase = _phrase_until(tokens, comma, first.sentence)
    if phrase and not setting.people.names_in((phrase[-1].start, phrase[-1].end)):
        yield from found_post(setting, person, phrase, 0.92, until=person.span[1])


_POSSESSORS = frozenset(("the", "its", "his", "her", "their"))


def _phrase_until(tokens: Sequence[Token], comma: int, sentence: int) -> list[Token] | None:
    """The noun phrase with an article or possessor that ends right before token `comma`."""
    if not _is_post(tokens[comma - 1]):
        return _phrase_with_body(tokens, comma, sentence)
    for start in range(comma - 1, max(-1, comma - 9), -1):
        token = tokens[start]
        if token.sentence != sentence or (token.pos not in _INSIDE and token.tag != "POS"):
            return None
        if token.tag == "POS" and start > 0 and tokens[start - 1].pos == "PROPN":
            return list(tokens[_owner_from(tokens, start - 1) : comma])
        if token.pos == "DET" or token.tag == "PRP$":
            phrase = list(tokens[start:comma])
            return phrase if token.lower in _POSSESSORS else None
    return None


def _owner_from(tokens: Sequence[Token], last: int) -> int:
    """Where the owner whose name ends at token `last` begins: "Quill Salt's", "the super PAC's"."""
    start = last
    while start > 0 and tokens[start - 1].pos == "PROPN":
        start -= 1
    before = start - 1
    while before > 0 and tokens[before].pos == "ADJ":
        before -= 1
    return before if before >= 0 and tokens[before].lower in ("the", "a", "an") else start


def _phrase_with_body(tokens: Sequence[Token], comma: int, sentence: int) -> list[Token] | None:
    """ "The chair of the trust", which ends right before token `comma` and begins its sentence."""
    for start in range(comma - 3, max(-1, comma - 12), -1):
        token = tokens[start]
        if token.sentence != sentence or token.pos in _VERBAL or token.text in _PUNCTUATION:
            return None
        if token.lower == "the" and _names_post(tokens[start:comma]):
            begins = start == 0 or tokens[start - 1].sentence != sentence
            return list(tokens[start:comma]) if begins else None
    return None


def _modifies(token: Token, name: Token, nearest: bool) -> bool:
    """True when a word before a name can be part of the post that stands before it."""
    if token.sentence != name.sentence or token.pos not in _LEFT:
        return False
    return nearest or (token.dep in _MODIFIERS and token.head > token.i)


def _copula(setting: Setting, person: Person, last: Token) -> Iterator[Found]:
    """ "Ann Doe is the chief executive of Roe & Co"."""
    tokens = setting.document.parse.tokens
    at = last.i + 1
    # An age may stand between: "Ann Doe, 43, is the mayor".
    if [t.text for t in tokens[at : at + 3 : 2]] == [",", ","] and tokens[at + 1].text.isdigit():
        at += 3
    # Behind the comma of the age, or one of its own.
    aged = tokens[at - 1].text == "," and at > last.i + 1
    who = [t.lower for t in tokens[at : at + (1 if aged else 2)]][-1:] == ["who"]
    at += (1 if aged else 2) if who else 0
    # The comma that closes an apposition: "her brother, Tom Roe, is mayor of Quill".
    at += [t.lower for t in tokens[at : at + 2]] == [",", "is"]
    if at >= len(tokens) or tokens[at].lower != "is" or tokens[at].sentence != last.sentence:
        return
    phrase = phrase_from(tokens, at + 1, last.sentence)
    # "Ann Doe, who is head of the trust": a post of some body needs no article.
    bodied = phrase is not None and any(t.lower in ("of", "at") for t in phrase[1:3])
    if phrase is None or not (phrase[0].lower in ("a", "an", "the") or bodied):
        return
    if _IF.search(setting.before(person.span[0], _IF_CHARS)):
        return
    # "She is the candidate who can win" and "a better candidate" praise; they name no post.
    after = tokens[phrase[-1].i + 1 : phrase[-1].i + 2]
    praised = any(token.tag in ("JJR", "JJS", "RBR", "RBS") for token in phrase)
    # "She is the first mayor to dance" says that others were mayors before.
    words = setting.words((phrase[0].start, phrase[-1].end))
    praised = praised or _ORDINAL.match(words) is not None
    if not praised and not (after and after[0].lower in _STOPS):
        yield from found_post(setting, person, phrase, 0.92)


#: "If Doe is the nominee" says that she may become it.
_IF = re.compile(
    # Transcripts glue the letter of who asks to the first word: "QIf Doe is the nominee".
    r"(?:\b|(?-i:(?<=\b[QA])(?=[A-Z])))(?:if|unless|whether|once|until|suppos(?:e|ing)|assuming|imagine|should)\b[^.;\n]*\Z",
    re.IGNORECASE,
)
_IF_CHARS = 30
_ORDINAL = re.compile(
    r"(?:the\s+)?(?:first|second|third|\d+(?:st|nd|rd|th))\s+(?!lady|minister|secretary|deputy|vice)"
    r"(?:\w+\s+)*?(?:president|mayor|governor|senator|chancellor|prime\s+minister|judge|justice)\b",
    re.IGNORECASE,
)
#: "Secretary Doe" is said for life, and of what she was it says nothing; nor does "the chief".
_COURTESY = re.compile(r"(?:former\s+)?(?:secretary|chief|head)", re.IGNORECASE)
#: "King Roe" of one who is nicknamed so is no king.
_NICKNAMED = re.compile(
    r"\b(?:nicknamed|dubbed|known\s+as|styled|aka|a\.k\.a\.)\s+(?:the\s+)?[\"']*\Z", re.IGNORECASE
)
_NICKNAMED_CHARS = 24
#: How long somebody has a post is not which.
_NEW = re.compile(r"\A(?:new|newly[ -](?:appointed|elected|named))\s+(?=[A-Za-z])")
#: The end of half a word: what follows "Holloway-" is no whole name, and "former" may stand before.
_PAST = re.compile(r"former|ex[ -]", re.IGNORECASE)
_CUT = re.compile(r"\w-$")


def found_post(
    setting: Setting, person: Person, phrase: Sequence[Token], confidence: float, until: int = 0
) -> Iterator[Found]:
    """The fact that `person` holds the post that `phrase` names, if it names one."""
    if not (phrase := _without_kin(_without_times(setting, phrase))):
        return
    words: Span = (phrase[0].start, phrase[-1].end)
    if _NICKNAMED.search(setting.before(words[0], _NICKNAMED_CHARS)):
        return
    if before := _PREFIX.search(setting.before(words[0], 5)):
        words = words[0] - len(before[0]), words[1]
    elif _CUT.search(setting.before(words[0], 2)):
        return
    value = _NEW.sub("", post_value(setting, phrase, words))
    if len(value) > LONGEST_CHARS or _NOT_A_POST.search(value) or _COURTESY.fullmatch(value):
        return
    span = (min(person.span[0], words[0]), max(words[1], until))
    if (ended := has_ended(setting, words[1])) and not _PAST.match(value):
        value = f"former {value}"
    # A sentence about 1952 names the president of 1952.
    when: When = "past" if setting.looks_back(person.span[0]) and not ended else "now"
    yield Found(person, "role", value, span, confidence, when)


def _without_kin(phrase: Sequence[Token]) -> Sequence[Token]:
    """The phrase without a tie beside the post: "the chairman of Roe & Co and Doe's husband"."""
    ands = [n for n, token in enumerate(phrase) if token.lower == "and"]
    if not phrase or not ands:
        return phrase
    first, then = phrase[: ands[-1]], phrase[ands[-1] + 1 :]
    if then and then[-1].lower in _KIN and any(t.tag in ("POS", "PRP$") for t in then):
        return first
    return then if first and first[-1].lower in _KIN and _names_post(then) else phrase


def _without_times(setting: Setting, phrase: Sequence[Token]) -> Sequence[Token]:
    """The phrase up to its first expression of time: "mayor of Roe in March" names no month."""
    starts = {
        t.span[0] for t in setting.timexes if phrase[0].start < t.span[0] < phrase[-1].end
    }  # fmt: skip
    cut = next(
        (
            n
            for n, token in enumerate(phrase)
            # "The Today anchor": a time that is part of a name follows no preposition.
            if token.start in starts
            and (token.text.islower() or phrase[n - 1].pos == "ADP")
            and phrase[n - 1].tag != "POS"
        ),
        len(phrase),
    )
    if cut < len(phrase) and phrase[cut + 1 : cut + 2] and phrase[cut + 1].tag == "POS":
        return phrase
    while cut < len(phrase) and cut > 0 and phrase[cut - 1].pos in ("ADP", "ADV", "DET"):
        cut -= 1
    return phrase[:cut]
