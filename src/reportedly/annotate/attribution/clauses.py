"""Questions to the syntax: the subject of a verb, the words of a cue, the reach of a complement.

In: a parse and tokens of it.  Out: tokens and spans.  The parser is often wrong inside long
quotations, so callers clip what they get here to the part of the sentence that they look at.
"""

from reportedly.annotate.parse.model import Parse, Token
from reportedly.offsets import Span

SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj", "expl"))
#: What a noun phrase is shown without: clauses and remarks about it.
_ASIDES = frozenset(("relcl", "parataxis", "advcl", "ccomp", "punct", "cc", "dep", "mark"))
_NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ", "X"))
#: A verb that hangs on another by one of these has the other's subject when it has none itself.
_SHARING = frozenset(("conj", "xcomp", "advcl", "ccomp", "pcomp", "prep", "aux", "dep"))
#: Further up the tree the subject is another's more often than not.
_STEPS = 6
#: Dependents that belong to the cue: "has also said", "did not say", "pointed out".
_CUE_PARTS = frozenset(("aux", "auxpass", "neg", "prt"))


def child(parse: Parse, i: int, deps: frozenset[str] | set[str]) -> Token | None:
    """The first dependent of token `i` with one of `deps`, if any."""
    for at in parse.children[i]:
        if parse.tokens[at].dep in deps:
            return parse.tokens[at]
    return None


def find_subject(parse: Parse, verb: Token) -> Token | None:
    """The head word of who does what `verb` says, looked for up the tree where it is shared.

    "She rose and said", "went on to say", "a letter saying", "after mocking him": the verb's own
    subject is missing.  For "who said" this is "who"; see `antecedent`.
    """
    if _is_done_to_subject(parse, verb):
        return find_agent(parse, verb)
    quoted = _find_quoted(parse, verb)
    if quoted is not None:
        return quoted
    at = verb
    for _ in range(_STEPS):
        found = _own_subject(parse, at)
        if found is not None and found.dep != "expl":
            return found
        head = parse.tokens[at.head]
        if at.dep in ("acl", "relcl"):
            return _bearer(parse, head)
        if at.dep in ("acomp", "attr", "oprd") or at.dep in _SHARING:
            if at.dep == "ccomp" and at.tag not in ("VBG", "VB"):
                return None
            shared = child(parse, head.i, {"dobj"}) if at.dep in ("xcomp", "ccomp") else None
            if shared is not None and shared.i < at.i and at.tag == "VB":
                return shared
            at = head
            continue
        return None
    return None


def _find_quoted(parse: Parse, verb: Token) -> Token | None:
    """Ada Quill in "the Courier quoted Ada Quill as saying that …": it passes on what she says."""
    link = parse.tokens[verb.head]
    above = parse.tokens[link.head]
    if verb.dep != "pcomp" or link.lower != "as" or above.lemma not in _PASSING_ON:
        return None
    return child(parse, above.i, {"dobj"})


_PASSING_ON = frozenset(("quote", "cite", "paraphrase"))


def _own_subject(parse: Parse, verb: Token) -> Token | None:
    """The verb's subject; in "Courier: A weaver wrote that" not the one who asks or speaks."""
    subjects = [parse.tokens[i] for i in parse.children[verb.i] if parse.tokens[i].dep in SUBJECTS]
    labels = [t for t in subjects[:-1] if parse.tokens[t.i + 1].text == ":"]
    return next((t for t in subjects if t not in labels), None)


def _is_done_to_subject(parse: Parse, verb: Token) -> bool:
    """ "Asked who had given it to her, she hung up": she is asked, and nobody says by whom."""
    below = (parse.tokens[i].dep for i in parse.children[verb.i])
    participle = verb.dep == "advcl" and verb.tag in ("VBN", "VBD")
    return participle and verb.lemma in _DONE_TO and not any(d.startswith(_OWN) for d in below)


#: What is done to somebody whose own verb follows, and what a verb has that rules by itself.
_DONE_TO = frozenset(("ask", "tell", "question", "press", "quiz", "remind", "inform"))
_OWN = ("nsubj", "aux", "mark")


def _bearer(parse: Parse, noun: Token) -> Token | None:
    """Who says it in "a letter saying": the letter; in "his plan to cut": he."""
    if noun.pos not in _NOMINAL:
        return None
    owner = child(parse, noun.i, {"poss"})
    return owner if owner is not None else noun


def antecedent(parse: Parse, subject: Token) -> Token:
    """For "who" in "the man who said" the noun that the relative clause hangs on."""
    if subject.lower in ("who", "which", "that"):
        verb = parse.tokens[subject.head]
        while verb.dep in ("conj", "xcomp"):
            verb = parse.tokens[verb.head]
        if verb.dep == "relcl":
            return parse.tokens[verb.head]
    return subject


def find_agent(parse: Parse, verb: Token) -> Token | None:
    """X in "was described by X"."""
    by = child(parse, verb.i, {"agent"})
    return child(parse, by.i, {"pobj"}) if by is not None else None


def is_passive(parse: Parse, verb: Token) -> bool:
    """True for "was told", "is expected"."""
    return child(parse, verb.i, {"auxpass", "nsubjpass"}) is not None


def noun_phrase(parse: Parse, head: Token, limits: Span) -> Span:
    """The words of the noun phrase of `head` inside `limits`: titles, apposition, "of"-phrases."""
    left = right = head.i
    for at in parse.children[head.i]:
        token = parse.tokens[at]
        if token.dep in _ASIDES or (token.dep == "acl" and parse.tokens[at - 1].pos == "PUNCT"):
            if token.i > head.i and token.dep != "punct" and token.dep != "cc":
                break
            continue
        if token.dep == "conj" and token.pos not in _NOMINAL:
            break
        inside = [i for i in _phrase(parse, token) if parse.tokens[i].sentence == head.sentence]
        left, right = min(left, *inside), max(right, *inside)
    return clipped(parse, left, right, limits)


def _phrase(parse: Parse, token: Token) -> list[int]:
    """`token` and its dependents, without clauses that only tell more about it."""
    found = [token.i]
    for at in parse.children[token.i]:
        inner = parse.tokens[at]
        if inner.dep in ("relcl", "parataxis", "advcl") and inner.i > token.i:
            break
        if inner.dep == "punct" and not (inner.text in ".'’" or inner.i < token.i):
            continue
        found += _phrase(parse, inner)
    return found


def clipped(parse: Parse, left: int, right: int, limits: Span) -> Span:
    """From token `left` to token `right`, without what lies outside `limits` or is punctuation."""
    while left < right and (parse.tokens[left].start < limits[0] or _bare(parse.tokens[left])):
        left += 1
    while right > left and (parse.tokens[right].end > limits[1] or _bare(parse.tokens[right])):
        right -= 1
    return parse.tokens[left].start, parse.tokens[right].end


def _bare(token: Token) -> bool:
    return token.pos == "PUNCT" and not any(char.isalnum() for char in token.text)


def cue_of(parse: Parse, verb: Token) -> Span:
    """The words of a verbal cue: adjacent auxiliaries, negation and particle go with the verb."""
    first = last = verb.i
    parts = {at for at in parse.children[verb.i] if parse.tokens[at].dep in _CUE_PARTS}
    adverbs = {at for at in parse.children[verb.i] if parse.tokens[at].dep == "advmod"}
    while first - 1 in parts or (first - 1 in adverbs and first - 2 in parts):
        first -= 1
    while last + 1 in parts:
        last += 1
    return parse.tokens[first].start, parse.tokens[last].end
