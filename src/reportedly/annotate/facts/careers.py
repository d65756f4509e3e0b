"""Posts that a verb or a description gives: "stepped down as …", "who succeeded him as …",
"The former chief executive of … said".
"""

import re
from collections.abc import Iterator, Sequence

from reportedly.annotate.facts.lexicon import TITLE
from reportedly.annotate.facts.people import Person
from reportedly.annotate.facts.roles import found_post, phrase_from
from reportedly.annotate.facts.setting import Found, Setting
from reportedly.annotate.parse.model import Token

#: Verbs whose "as" names the subject's post: of those who have it, and of those who left it.
_HOLDING = frozenset("serve act work succeed replace return".split())
#: Verbs whose object left the post that their subject now holds.
_SUCCEEDING = frozenset("succeed replace follow".split())
_FROM_WHOM = re.compile(rf"\bfrom\s+{TITLE}?\Z")
_FROM_CHARS = 20
_LEAVING = frozenset("resign quit step stand retire".split())
_APPOINTING = frozenset("appoint name elect install reelect re-elect".split())
#: Of whom it is said that they will stay, they have the post: "will stay on as chairman".
_STAYING = frozenset("stay remain continue".split())
#: What stands before a verb that tells no deed: "never named", "if it named".
_UNREAL = frozenset("not n't never to if whether almost nearly".split())
_MODALS = frozenset("will would can could may might shall should must".split())
#: Verbs of which "to serve as" is true: "continues to serve as chair".
_GOING_ON = frozenset("continue go return start begin".split())
_PAST_TAGS = frozenset(("VBD", "VBN"))
_SENTENCE_START = re.compile(r"(?:\A|\n|[.!?][\"')]*\s+)\Z")
#: How far back a description at the start of a sentence may reach for the only person named.
REACH_CHARS = 300
_OF_NAME = re.compile(r"\b(?:of|for|at)\s+(?:the\s+)?(?:[a-z]+\s+){0,3}[A-Z]")
_FORMER = re.compile(r"The (?:former |ex-)[a-z]+(?: [a-z]+)?|The (?:former |ex-)MP")
_AGED = re.compile(r"\bThe\s+\d{1,3}-year-old\s+(?:[a-z]+\s+){0,2}[a-z]+,\s+")


def find_careers(setting: Setting) -> Iterator[Found]:
    """Posts of named persons that do not stand beside their names."""
    tokens = setting.document.parse.tokens
    for token in tokens:
        if token.lower == "as" and token.pos in ("ADP", "SCONJ"):
            yield from _as_post(setting, token)
        elif token.text == "The" and _starts_sentence(setting, token):
            yield from _described(setting, token)


def _as_post(setting: Setting, as_: Token) -> Iterator[Found]:
    tokens = setting.document.parse.tokens
    verb = tokens[as_.head]
    lemma = verb.lemma.lower()
    passive = lemma in _APPOINTING or verb.lower == "sworn"
    takes = lemma in _SUCCEEDING or _takes_over(setting, verb, as_)
    if verb.pos != "VERB" or not (passive or takes or lemma in _HOLDING | _LEAVING | _STAYING):
        return
    if (takes or lemma in _HOLDING) and _is_not_yet(setting, verb):
        return
    if lemma in _STAYING and not _surely_stays(setting, verb):
        return
    person = find_subject(setting, verb, passive=passive) or _find_appointed(setting, verb)
    phrase = phrase_from(tokens, as_.i + 1, as_.sentence)
    if phrase is None:
        return
    if takes:
        ends = (n for n, token in enumerate(phrase) if token.lower == "from")
        phrase = phrase[: next(ends, len(phrase))]
        before = _find_before(setting, verb, as_.sentence)
        # A shadow follows, too: whom somebody followed must be told.
        if lemma == "follow" and before is None:
            return
        yield from _succeeded(setting, before, phrase)
    if person is None:
        return
    # What was left, or held at some time, is past; who succeeded somebody holds the post.
    left = lemma in _LEAVING | {"serve", "act", "work"} and (
        _is_past(setting, verb) or _went_on(setting, verb)
    )
    for found in found_post(setting, person, phrase, 0.85 * person.confidence):
        value = found.value
        if left and not re.match(r"(?:former|ex)\b", value):
            value = f"former {value}"
        yield Found(person, "role", value, found.span, found.confidence)


def _find_appointed(setting: Setting, verb: Token) -> Person | None:
    """Whom "has named Ann Doe as" makes something; nobody where it may never have come to it."""
    parse = setting.document.parse
    if verb.lemma.lower() not in _APPOINTING or verb.tag not in _PAST_TAGS:
        return None
    around = [parse.tokens[c] for c in parse.children[verb.i]]
    if any(t.tag == "MD" or t.lower in _UNREAL for t in around if t.i < verb.i):
        return None
    objects = [t for t in around if t.dep == "dobj" and t.i > verb.i]
    return setting.people.find_ending(objects[0].end, "name") if len(objects) == 1 else None


def _takes_over(setting: Setting, verb: Token, as_: Token) -> bool:
    """True for "took over as", "takes over from Tom Roe as"."""
    between = setting.document.parse.tokens[verb.i + 1 : as_.i]
    return verb.lemma.lower() == "take" and bool(between) and between[0].lower == "over"


def _find_before(setting: Setting, verb: Token, sentence: int) -> Person | None:
    """Whom somebody succeeded, replaced, followed or took over from."""
    parse = setting.document.parse
    if verb.lemma.lower() in _SUCCEEDING:
        objects = [t for c in parse.children[verb.i] if (t := parse.tokens[c]).dep == "dobj"]
        return setting.people.find_ending(objects[0].end, "name", "pronoun") if objects else None
    end = max(t.end for t in parse.tokens[verb.i : verb.i + 40] if t.sentence == sentence)
    named = setting.people.names_in((verb.end, end))
    told = (p for p in named if _FROM_WHOM.search(setting.before(p.span[0], _FROM_CHARS)))
    return next(told, None)


def _succeeded(setting: Setting, before: Person | None, phrase: Sequence[Token]) -> Iterator[Found]:
    """Whom somebody "replaced as chair": the post is theirs no longer."""
    for found in found_post(setting, before, phrase, 0.85) if before else ():
        # "The chair of the trust, Ann Doe, who replaced him as chair": of the one body named there.
        start, end = setting.sentence(found.span[0])
        body = setting.bodies.find_only_in((start, end)) if " of " not in found.value else None
        value = f"former {found.value} of {body}" if body else f"former {found.value}"
        yield Found(found.subject, "role", value, found.span, found.confidence)


def _is_not_yet(setting: Setting, verb: Token) -> bool:
    """True for "fit to serve as", "would serve as": who says so holds no post yet."""
    parse = setting.document.parse
    helpers = [parse.tokens[c] for c in parse.children[verb.i]]
    if any(h.tag == "MD" or h.lower in _MODALS for h in helpers):
        return True
    to = any(h.lower == "to" and h.i < verb.i for h in helpers)
    return to and parse.tokens[verb.head].lemma.lower() not in _GOING_ON


def _surely_stays(setting: Setting, verb: Token) -> bool:
    """True for "stays", "remains" and "will stay"; not for "may stay", "did not stay", "stayed"."""
    parse = setting.document.parse
    helpers = {parse.tokens[c].lower for c in parse.children[verb.i] if c < verb.i}
    plain = verb.tag == "VBZ" or "will" in helpers
    return plain and not helpers & {"not", "n't", "never", "if", "whether"}


def _is_past(setting: Setting, verb: Token) -> bool:
    parse = setting.document.parse
    helpers = [t for c in parse.children[verb.i] if (t := parse.tokens[c]).dep.startswith("aux")]
    if any(h.tag in ("MD", "VBZ", "VBP", "TO") and h.lemma != "have" for h in helpers):
        return False
    return verb.tag in _PAST_TAGS


def _went_on(setting: Setting, verb: Token) -> bool:
    """True for "went on to serve": a life told from its end."""
    above = setting.document.parse.tokens[verb.head]
    return above.lemma.lower() == "go" and above.tag in _PAST_TAGS


def find_subject(setting: Setting, verb: Token, *, passive: bool) -> Person | None:
    """The named person who is the subject of `verb`, or of the verb that it depends on."""
    parse = setting.document.parse
    wanted = ("nsubjpass",) if passive else ("nsubj",)
    for _ in range(3):
        for child in (parse.tokens[c] for c in parse.children[verb.i]):
            if child.dep in wanted:
                if child.lower in ("who", "which"):
                    return _find_named(setting, parse.tokens[verb.head])
                return setting.people.find_ending(child.end)
        above = verb.dep in ("xcomp", "conj", "relcl") or _went_on(setting, verb)
        if not above or verb.head == verb.i:
            return None
        verb = parse.tokens[verb.head]
    return None


def _find_named(setting: Setting, noun: Token) -> Person | None:
    """Whom the noun before "who" means: in "Ann Doe, the poet, who" it is Ann Doe."""
    tokens = setting.document.parse.tokens
    found = setting.people.find_ending(noun.end)
    if found is None and noun.dep in ("appos", "npadvmod", "nummod"):
        return setting.people.find_ending(tokens[noun.head].end)
    return found


def _starts_sentence(setting: Setting, token: Token) -> bool:
    return bool(_SENTENCE_START.search(setting.before(token.start, 6)))


def _described(setting: Setting, the: Token) -> Iterator[Found]:
    """ "The former chief executive of Roe & Co would not say", of the only person named before."""
    tokens = setting.document.parse.tokens
    aged = _AGED.match(setting.view, the.start)
    first = the.i
    if aged:
        first = next((t.i for t in tokens[the.i : the.i + 12] if t.start == aged.end()), -1)
    phrase = phrase_from(tokens, first, the.sentence) if first >= 0 else None
    if phrase is None or setting.people.names_in((the.start, phrase[-1].end)):
        return
    named = setting.people.find_starting(the.start, "nominal")
    only = setting.people.find_only((_low(setting, the.start), the.start))
    if not _OF_NAME.search(setting.words((phrase[0].start, phrase[-1].end))):
        # "The former mayor": of the only person named before, if coreference says so, too.
        former = _FORMER.fullmatch(setting.words((phrase[0].start, phrase[-1].end)))
        if not (former and named and only and named.cluster == only.cluster):
            return
    person = named or only
    if named is None and person and _in_headline(setting, person):
        return  # a headline names who is talked of, and not only who talks
    if person:
        holder = Person((the.start, phrase[-1].end), person.cluster, "nominal", person.confidence)
        yield from found_post(setting, holder, phrase, 0.85 * person.confidence)


def _in_headline(setting: Setting, person: Person) -> bool:
    title = setting.document.article.title or ""
    repeated = bool(title) and setting.document.text.startswith(title)
    at_top = repeated and person.span[1] <= len(title)
    return at_top or setting.document.kind_at(person.span) == "title"


def _low(setting: Setting, at: int) -> int:
    """How far back a description at `at` reaches: over the paragraph before, if that is short."""
    start = setting.view.rfind("\n", 0, len(setting.view[:at].rstrip())) + 1
    return max(start, at - REACH_CHARS)
