"""Ties between two named persons: spouse, past and coming unions, brothers and sisters."""

import re
from collections.abc import Iterator

from reportedly.annotate.facts.lexicon import (
    CHILD,
    COUNT,
    HE,
    HUSBAND,
    KNOT,
    LATELY,
    PARTNER,
    PAST_TIE,
    POSTS,
    QUIETLY,
    SHE,
    SIBLING,
    TITLE,
)
from reportedly.annotate.facts.people import Person
from reportedly.annotate.facts.setting import Found, Setting, When
from reportedly.calendar import interval_from_iso
from reportedly.offsets import Span

_KIN = rf"(?P<past>{PAST_TIE})?(?P<kin>{HUSBAND}|{PARTNER}|{SIBLING})"
#: "her husband, the financier Corvin …": the words between the tie and the name, lower case.
_TO_NAME = (
    rf"(?:\s+of\s+{COUNT}\s+years)?"
    r"(?:,\s+\d{1,3},|,|,?\s+the(?:\s+[a-z][\w-]*){1,3}"
    r"|,?(?P<trade>(?:\s+\d{1,3}-year-old)?(?:\s+[a-z][\w-]*){1,3}))?\s+"
    r"(?:(?:(?:the\s+)?(?:Rev|Hon)|Mr|Mrs|Ms|Dr|Sir|Dame|Sen|Gov|Rep)\.?\s+)?"
)
#: "Her footballer husband": what a paper puts before the tie of a couple.  "My dear sister" of a
#: speech is nobody's sister.
_TRADE = rf"(?:(?!{PAST_TIE}|new\b|then\b|not\b)[a-z-]+\s+(?=(?:{HUSBAND}|{PARTNER})\b))?"
_POSSESSOR_KIN = re.compile(
    rf"(?:'s?|s|(?:,\s+\d{{1,3}})?,\s+whose)?\s+(?:new\s+(?={HUSBAND}))?{_TRADE}{_KIN}{_TO_NAME}(?=[A-Z])",
    re.MULTILINE,
)
_KIN_OF = re.compile(rf",?\s+(?:the|is\s+the|was\s+the)\s+{_KIN}\s+of\s+(?=[A-Z])")
#: "Tom Doe and his wife, the judge Ann Doe".
_AND_KIN = re.compile(
    rf"(?:(?:,\s+\d{{1,3}},)?\s+and\s+(?:(?:his|her)\s+)?|,\s+\d{{1,3}},\s+(?P<listed>his|her)\s+)"
    rf"{_TRADE}{_KIN}{_TO_NAME}(?=[A-Z])"
)
#: "A fortnight after wife Ann Doe left": how papers that spare words tell whose she is.
_BARE_KIN = re.compile(
    rf"\b(?:after|as|because|by|for|from|when|while|with|met)\s+(?:(?!{PAST_TIE})[a-z-]+\s+)?"
    rf"(?P<past>(?:ex|former|estranged)[- ])?(?P<kin>{HUSBAND}|{PARTNER})\s+(?=[A-Z])"
)
#: "Ann Doe, Tom Roe's first wife": between the first name and the second, and behind that.
_COMMA = re.compile(r"(?:,\s+\d{1,3})?,\s+(?=[A-Z])")
_OWN_KIN = re.compile(rf"'s?\s+{_KIN}\b(?=\s*(?:[,.;]|$))", re.MULTILINE)
#: "His first marriage, to the judge Ann Doe", "his marriage to Ann Doe, which ended in 2009".
_MARRIAGE_TO = re.compile(
    r"(?:'s?)?\s+(?:(?:(?P<first>first|previous|earlier|former|brief)|second|third)\s+)?marriage,?\s+to\s+"
    r"(?:the\s+)?(?P<trade>(?:[A-Z][a-z]+(?:ish|ian|an|ese)\s+)?(?:[a-z][\w-]*\s+){0,3})(?=[A-Z])"
)
_ENDED = re.compile(
    r"\s*,?\s+(?:which\s+|that\s+)?(?:ended|was\s+dissolved|broke\s+(?:down|up)|collapsed|failed)\b"
)
_UNION = re.compile(
    r"(?:,\s+(?:who\s+is\s+)?\d{1,3},)?(?:,?\s+who|,(?=\s+(?:formerly|previously|once)\s+married))?\s+"
    rf"{QUIETLY}"
    r"(?:(?P<married>(?:is\s+|has\s+been\s+|who\s+is\s+|has\s+)?married(?:\s+to)?|(?:has\s+)?wed"
    rf"|(?:has\s+)?{KNOT}\s+with|(?:has\s+)?got\s+hitched\s+(?:to|with))"
    r"|(?P<dating>(?:(?:is|has\s+been)\s+(?:dating|seeing)|(?:began|started)\s+(?:dating|seeing)))"
    r"|(?P<engaged>(?:is|got|became)\s+engaged\s+to)"
    r"|(?P<proposed>(?:has\s+)?(?:proposed|popped\s+the\s+question)\s+to(?!\s+(?:an?|that)\b))"
    r"|(?P<formerly>(?:was\s+)?(?:formerly|previously|once)\s+married\s+to)"
    r"|(?P<divorced>(?:has\s+|is\s+)?divorced(?:\s+from)?)"
    r"|(?P<separated>(?:has\s+|is\s+)?separated\s+from|(?:has\s+)?(?:split|broken)\s+(?:up\s+)?(?:with|from)))\s+"
    # "Has married the chef Tom Roe", "wed his second wife, 29-year-old model Ann Doe".
    rf"(?:(?:(?:his|her)\s+)?(?:[a-z-]+\s+)?(?:{HUSBAND}|{PARTNER})(?:\s+of\s+(?:a\s+decade|{COUNT}\s+years))?,?\s+)?"
    rf"(?P<trade>(?:(?:the|her|his)\s+)?(?:(?:\d{{1,3}}-year-old|[a-z][\w-]*)\s+){{1,4}})?{TITLE}?(?=[A-Z])"
)
#: "Ann Doe, 48, and Tom Roe, the former mayor, were married in 2003": what stands between.
_WERE_MARRIED = re.compile(
    r"(?:,[^.;\n]{0,80}?,|\s*\(\d{1,3}\))?\s+(?:(?:were|are|got|have\s+been)\s+married\b"
    rf"|(?:have\s+|secretly\s+|quietly\s+){{0,2}}(?:{KNOT}|got\s+hitched|wed|married)\b"
    r"(?=\s*(?:[,.;:\n]|\Z)|\s+(?:in|on|at|last|this|earlier|before|after|when|just|only|during|two|three|\d)\b))"
)
_JOINED = re.compile(r"(?:,\s+[\w ]{1,30},)?\s+and\s+\Z")
_AND_TITLE = re.compile(rf"(?:,\s+\d{{1,3}},|\s*\(\d{{1,3}}\))?\s+and\s+{TITLE}?\Z")
_DESCRIBED = re.compile(r"\s*(?:(?:the|her|his)\s+)?(?:\d{1,3}-year-old\s+)?")
#: What stands between one name and another: "aide Tom Roe".
_AIDE = re.compile(
    r"\s+(?!(?:and|in|at|of|on|from|with|met|told|to)\b)(?:[a-z]+|[A-Z]{2,})\s+[A-Z]"
)
_LIST_GOES_ON = re.compile(r"(?:,\s+\d{1,3})?,?\s+and\s+")
#: "Rumours that Ann Doe is engaged to Tom Roe are false".
_RUMOURED = re.compile(
    r"\b(?:rumou?rs?|speculation|gossip|suggestions?|whispers?|claims?|reports)\s+(?:\w+\s+){0,2}that\s+\Z",
    re.IGNORECASE,
)
_RUMOUR_CHARS = 50
_GOES_ON_CHARS = 30
_POSSESSIVES = frozenset({"her", "his", "my"})
_CHILD_BEFORE = re.compile(
    rf"\b(?:{CHILD}|boy|girl|baby|twins|children|kids|sons|daughters)(?:,|\s+(?:called|named))?\s+\Z"
)
#: "Proposed to Tom Roe that they sell", "… a sale": no hand is asked for.
_PROPOSAL = re.compile(r"\s+(?:that|an?|the|his|her|their|to|how|selling|[a-z]+ing)\b")
_SUBJECTS = frozenset({"he", "she"})
#: "Since her split from Tom Roe", "after Ann Doe's divorce from the singer Tom Roe".
_PARTED_FROM = re.compile(
    r"\b(?:[Aa]fter|[Ss]ince|[Ff]ollowing)\s+(?P<whose>her|his|[A-Z][\w-]+(?:\s[A-Z][\w-]+)?(?='s?\s))(?:'s?)?\s+(?:\w+\s+)?"
    r"(?P<what>split|separation|break-?up|divorce)\s+(?:from|with)\s+"
    r"(?P<trade>(?:(?:the|his|her)\s+)?(?:[a-z][\w-]*\s+){0,4})(?=[A-Z])"
)
#: "Beloved by her husband, Ann was …": the comma opens another clause, and no name is given.
_OPEN = re.compile(r"\s+(?:is|was|has|had|did|will|would|could|said|told|[a-z]{3,}(?:ed|s))\b")


def find_unions(setting: Setting) -> Iterator[Found]:
    """Spouses and other ties, each told of the person whose tie the words name."""
    for person in setting.people.places:
        yield from _possessed(setting, person)
        yield from _marriage_to(setting, person)
        if person.form != "pronoun" or setting.words(person.span).lower() in _SUBJECTS:
            yield from _and_kin(setting, person)
        if person.form == "name":
            yield from _own_kin(setting, person)
            yield from _kin_of(setting, person)
            yield from _were_married(setting, person)
    for person in setting.people.subjects:
        yield from _verbs(setting, person)
    yield from _bare_kin(setting)
    yield from _parted_from(setting)


def _bare_kin(setting: Setting) -> Iterator[Found]:
    """ "Roe has moved out, a week after wife Ann Doe did": of the one other in the sentence."""
    for matched in _BARE_KIN.finditer(setting.view):
        kin = setting.people.find_starting(matched.end(), "name")
        if kin is None:
            continue
        sentence = setting.sentence(matched.start())
        named = setting.people.names_in(sentence)
        others = [p for p in named if p.cluster != kin.cluster and not _is_child(setting, p)]
        # "The 28-year-old is expecting a child with boyfriend Tom Roe": of whom the sentence tells.
        others = others or setting.people.places_in((sentence[0], matched.start()))
        before = [p for p in others if p.span[1] <= matched.start()]
        if before and len({p.cluster for p in others}) == 1:
            yield from _tie(setting, before[0], kin, matched, (before[0].span[0], kin.span[1]))


def _is_child(setting: Setting, person: Person) -> bool:
    """True for Tom of "has a son called Tom with her ex-husband Lee Roe"."""
    begun = max(0, person.span[0] - _GOES_ON_CHARS)
    return _CHILD_BEFORE.search(setting.view[begun : person.span[0]]) is not None


def _is_possessive(setting: Setting, person: Person, after: str) -> bool:
    words = setting.view[slice(*person.span)].lower()
    return words in _POSSESSIVES or (
        # The apostrophe may be lost: "Toms wife".
        person.form == "name" and (after[:1] in ("'", "s", ",") or words.endswith(("'s", "s'")))
    )


def _possessed(setting: Setting, person: Person) -> Iterator[Found]:
    """ "Her husband, Tom Doe"; "Ann Doe's brother Tom"."""
    matched = _POSSESSOR_KIN.match(setting.view, person.span[1])
    if matched is None or not _is_possessive(setting, person, matched[0]):
        return
    other = _find_kin(setting, matched.end())
    holder = _find_beside(setting, person) or person
    if other is None or other.cluster == holder.cluster or _goes_on(setting, other):
        return
    if matched["trade"] and not is_trade(setting, matched.span("trade")):
        return
    if matched[0].rstrip().endswith(",") and _OPEN.match(setting.view, other.span[1]):
        return
    span = (holder.span[0], other.span[1])
    yield from _tie(setting, holder, other, matched, span)


def _find_kin(setting: Setting, at: int) -> Person | None:
    """The person whose name starts at `at`, or stands behind a post: "Quill Salt boss Tom Roe"."""
    person = setting.people.find_starting(at, "name")
    phrase = setting.people.find_starting(at, "nominal") if person is None else None
    if phrase is None:
        return person
    named = setting.people.names_in(phrase.span)
    words = setting.view[at : named[0].span[0]] if len(named) == 1 else ""
    behind = words and named[0].span[1] == phrase.span[1] and words.split()[-1] in POSTS
    return named[0] if behind and named[0].cluster == phrase.cluster else None


def is_trade(setting: Setting, words: Span) -> bool:
    """True for "yoga teacher", "the 29-year-old model": what a paper puts before a name."""
    start = words[0]
    if told := _DESCRIBED.match(setting.view, *words):
        start = told.end()
    tokens = setting.document.parse.tokens_in((start, words[1]))
    return all(token.pos in ("NOUN", "ADJ", "PROPN") for token in tokens)


def _find_beside(setting: Setting, pronoun: Person) -> Person | None:
    """In "Tom Doe, 43, and his wife, Ann" the words themselves say whose wife she is."""
    start = max(0, pronoun.span[0] - 45)
    matched = _JOINED.search(setting.view[start : pronoun.span[0]])
    return setting.people.find_ending(start + matched.start(), "name") if matched else None


def _goes_on(setting: Setting, other: Person) -> bool:
    """True for "her husband, Tom Doe's friend", "her husband, longtime Doe aide Tom Roe": the name
    is not the husband's."""
    following = setting.view[other.span[1] : other.span[1] + _GOES_ON_CHARS]
    return following[:2] in ("'s", "' ") or _AIDE.match(following) is not None


def _kin_of(setting: Setting, person: Person) -> Iterator[Found]:
    """ "Tom Doe, the husband of Ann Doe"."""
    matched = _KIN_OF.match(setting.view, person.span[1])
    other = setting.people.find_starting(matched.end(), "name") if matched else None
    if matched is None or other is None or other.cluster == person.cluster:
        return
    yield from _tie(setting, other, person, matched, (person.span[0], other.span[1]))


def _and_kin(setting: Setting, person: Person) -> Iterator[Found]:
    """ "Tom Doe and his wife, the judge Ann Doe"."""
    matched = _AND_KIN.match(setting.view, person.span[1])
    other = _find_kin(setting, matched.end()) if matched else None
    if matched is None or other is None or other.cluster == person.cluster:
        return
    if matched["trade"] and not is_trade(setting, matched.span("trade")):
        return
    if matched["listed"] and not _is_in_list(setting, person, matched, other):
        return
    if not _goes_on(setting, other):
        yield from _tie(setting, person, other, matched, (person.span[0], other.span[1]))


def _is_in_list(setting: Setting, person: Person, matched: re.Match[str], kin: Person) -> bool:
    """True for "Tom Roe, 66, his wife Ann, 64, and their son": a list, and not another clause."""
    pronouns = HE if matched["listed"] == "his" else SHE
    if person.form != "name" or not setting.people.may_be(person, pronouns):
        return False
    return _LIST_GOES_ON.match(setting.view, kin.span[1]) is not None


def _own_kin(setting: Setting, person: Person) -> Iterator[Found]:
    """ "Ann Doe, Tom Roe's first wife"."""
    comma = _COMMA.match(setting.view, person.span[1])
    other = setting.people.find_starting(comma.end(), "name") if comma else None
    if other is None or other.cluster == person.cluster:
        return
    matched = _OWN_KIN.match(setting.view, other.span[1] - _genitive(setting, other))
    if matched:
        yield from _tie(setting, other, person, matched, (person.span[0], matched.end()))


def _genitive(setting: Setting, person: Person) -> int:
    """How many characters of "'s" the name itself ends with."""
    words = setting.view[slice(*person.span)]
    return 2 if words.endswith("'s") else 1 if words.endswith("'") else 0


def _marriage_to(setting: Setting, person: Person) -> Iterator[Found]:
    """ "His first marriage, to the judge Ann Doe": over, as it is told."""
    words = setting.view[slice(*person.span)]
    if words.lower() not in _POSSESSIVES and person.form != "name":
        return
    matched = _MARRIAGE_TO.match(setting.view, person.span[1] - _genitive(setting, person))
    other = setting.people.find_starting(matched.end(), "name") if matched else None
    if matched is None or other is None or other.cluster == person.cluster:
        return
    if words.lower() not in _POSSESSIVES and not matched[0].startswith("'"):
        return
    over = matched["first"] or _ENDED.match(setting.view, other.span[1])
    if over and not (matched["trade"] and not is_trade(setting, matched.span("trade"))):
        value = f"formerly married to {setting.people.name_of(other.cluster)}"
        span = (person.span[0], other.span[1])
        yield Found(person, "relationship", value, span, 0.9 * person.confidence)


def _parted_from(setting: Setting) -> Iterator[Found]:
    """ "Since her split from Tom Roe, Ann Doe has": what is only spoken of may be long ago."""
    for matched in _PARTED_FROM.finditer(setting.view):
        other = setting.people.find_starting(matched.end(), "name")
        if other is None or _goes_on(setting, other):
            continue
        if matched["trade"] and not is_trade(setting, matched.span("trade")):
            continue
        person = setting.people.find_starting(matched.start("whose"))
        # At the start of a sentence "her" is whom the main clause names.
        comma = setting.view[other.span[1] : other.span[1] + 2] == ", "
        if comma and matched["whose"] in _POSSESSIVES:
            person = setting.people.find_starting(other.span[1] + 2, "name") or person
        if person is None or person.cluster == other.cluster:
            continue
        state = "divorced from" if matched["what"] == "divorce" else "separated from"
        span = (matched.start("whose"), other.span[1])
        value = f"{state} {setting.people.name_of(other.cluster)}"
        yield Found(person, "relationship", value, span, 0.9 * person.confidence)


def _tie(
    setting: Setting, holder: Person, kin: Person, matched: re.Match[str], span: Span
) -> Iterator[Found]:
    """The fact that `kin` is the `matched["kin"]` of `holder`."""
    word, past = matched["kin"].lower(), (matched["past"] or "").lower().strip(" -")
    confidence = 0.95 * min(holder.confidence, 1.0)
    name = setting.people.name_of(kin.cluster)
    if re.fullmatch(SIBLING, word):
        sibling = word.split()[-1]
        whose = setting.people.name_of(holder.cluster)
        yield Found(kin, "relationship", f"{sibling} of {whose}", span, confidence)
    elif re.fullmatch(HUSBAND, word) and past in ("", "second", "third"):
        yield Found(holder, "spouse", name, span, confidence)
    elif re.fullmatch(HUSBAND, word):
        state = {"late": "widowed of", "estranged": "estranged from", "future": "later married to"}
        value = f"{state.get(past, 'formerly married to')} {name}"
        yield Found(holder, "relationship", value, span, confidence)
    else:
        engaged = word.startswith("fianc")
        state_now = "engaged to" if engaged else "partner of"
        value = f"{'formerly ' if past else ''}{state_now} {name}"
        yield Found(holder, "relationship", value, span, confidence)


def _day(setting: Setting, person: Person, wedding: bool) -> When:
    """A wedding is of its own day, or of some day before the article's; a state is of now."""
    if not wedding:
        return "now"
    sentence = setting.sentence(person.span[0])
    if time := setting.find_time(sentence):
        return interval_from_iso(time.earliest, time.latest)
    undated = setting.document.article.published is None
    lately = undated and LATELY.search(setting.view, person.span[1], sentence[1])
    return "now" if lately else "past"


def _were_married(setting: Setting, second: Person) -> Iterator[Found]:
    """ "Ann Doe, 48, and Tom Roe were married in 2003"."""
    matched = _WERE_MARRIED.match(setting.view, second.span[1])
    if matched is None:
        return
    start = max(0, second.span[0] - 30)
    joined = _AND_TITLE.search(setting.view[start : second.span[0]])
    first = setting.people.find_ending(start + joined.start(), "name") if joined else None
    if first and first.cluster != second.cluster:
        name, span = setting.people.name_of(second.cluster), (first.span[0], matched.end())
        yield Found(first, "spouse", name, span, 0.93 * first.confidence)


def _verbs(setting: Setting, person: Person) -> Iterator[Found]:
    """ "Ann Doe married Tom Roe"; "she is engaged to Tom Roe", not "his split from Ann Doe"."""
    if setting.view[slice(*person.span)].lower() in _POSSESSIVES:
        return
    if _RUMOURED.search(setting.before(person.span[0], _RUMOUR_CHARS)):
        return
    matched = _UNION.match(setting.view, person.span[1])
    other = setting.people.find_starting(matched.end(), "name") if matched else None
    if matched is None or other is None or other.cluster == person.cluster:
        return
    if _goes_on(setting, other):
        return
    if matched["proposed"] and _PROPOSAL.match(setting.view, other.span[1]):
        return
    if matched["trade"] and not is_trade(setting, matched.span("trade")):
        return
    told = (name for name, words in matched.groupdict().items() if words and name != "trade")
    state = next(told)
    name, span = setting.people.name_of(other.cluster), (person.span[0], other.span[1])
    confidence = 0.93 * person.confidence
    if state == "married":
        wedding = (
            re.fullmatch(
                r"(?:has )?(?:married|wed|(?:tied|exchanged|got hitched) .*)", matched["married"]
            )
            is not None
        )
        yield Found(person, "spouse", name, span, confidence, _day(setting, person, wedding))
        return
    tie = {
        "dating": "dating",
        "engaged": "engaged to",
        "proposed": "engaged to",
        "divorced": "divorced from",
        "formerly": "formerly married to",
    }
    value = f"{tie.get(state, 'separated from')} {name}"
    # "Got engaged in 2004" tells a state of then; "is engaged" one of now.
    begun = state == "proposed" or (state == "engaged" and not matched["engaged"].startswith("is"))
    when = _day(setting, person, begun)
    yield Found(person, "relationship", value, span, confidence, when)
