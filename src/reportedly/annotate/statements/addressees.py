"""Whom something was said to, where the words around it say so.

In: a telling and the cast.  Out: an `Addressee` or None.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportedly.annotate.attribution.clauses import child, find_agent, noun_phrase
from reportedly.annotate.parse.model import Token
from reportedly.annotate.statements import lexicon
from reportedly.annotate.statements.cast import Cast
from reportedly.annotate.statements.hearers import can_hear
from reportedly.annotate.statements.outlets import is_own_outlet, same_outlet
from reportedly.annotate.statements.taken_up import (
    NOUNS,
    find_name_behind,
    find_taken_up,
    is_bare,
)
from reportedly.annotate.statements.telling import Telling
from reportedly.offsets import Span, words_of

#: Words that name no addressee of their own.
_NOBODY = frozenset(("himself", "herself", "themselves", "itself", "myself", "which", "that", "it"))
_OBJECTS = frozenset(("dobj", "dative", "iobj"))
_NOMINAL = frozenset(("NOUN", "PROPN", "PRON"))


@dataclass(frozen=True, slots=True)
class Addressee:
    """The name the article gives, else its words; `head` is the word that stands for them."""

    name: str
    cluster: int | None
    head: Token
    span: Span


def find_addressee(
    telling: Telling, cast: Cast, own_outlet: str | None, writer: str | None = None
) -> Addressee | None:
    """The addressee of one telling; "told us" means the article's own outlet, "me" its writer."""
    if telling.part is not None:
        return None
    if telling.is_answer and writer is not None and telling.head is not None:
        return Addressee(writer, None, telling.head, telling.head.span)
    head = _told(telling) or _said_to(telling) or _interviewer(telling) or _asked_by(telling)
    head = (
        head or _noun_to(telling) or _met(telling) or _before_colon(telling) or _speaking(telling)
    )
    between = _words_told(telling) if head is None or head.pos != "PRON" else ()
    if between:
        head, span = between[-1], (between[0].start, between[-1].end)
    elif head is not None:
        sentence = telling.parse.sentences[head.sentence]
        span = noun_phrase(telling.parse, head, (sentence.start, _before_clause(telling, head)))
        if telling.text[span[0] : head.start].lower() == "to ":
            span = head.span
    if head is None or head.lower in _NOBODY or not can_hear(telling, head, cast):
        return None
    if _speaks_after(telling, head):
        return None
    if head.lower == "me" and writer is not None and not telling.quoted:
        return Addressee(writer, None, head, span)
    us = telling.attribution.parent is None and (head.lower == "us" or is_own_outlet(telling, head))
    if own_outlet is not None and (us or same_outlet(words_of(telling.text, (span,)), own_outlet)):
        return Addressee(own_outlet, None, head, span)
    named = _named(telling, head, span, cast)
    return _taken_up(telling, named, own_outlet) if telling.attribution.parent is None else named


def _taken_up(telling: Telling, addressee: Addressee, own_outlet: str | None) -> Addressee:
    """The weekly that the article named before, for "the weekly"; Tide 105 of "UK station Tide
    105"."""
    head, words = addressee.head, words_of(telling.text, (addressee.span,))
    if head.lower not in NOUNS or head.end != addressee.span[1] or telling.quoted:
        return addressee
    found = find_name_behind(telling.text, head.end)
    if found is not None and not telling.in_content(head):
        return replace(addressee, name=found[0], cluster=None)
    if addressee.name != words or not is_bare(words):
        return addressee
    before = find_taken_up(telling.text, addressee.span[0], words, own_outlet)
    return replace(addressee, name=before[0], cluster=None) if before is not None else addressee


def _speaks_after(telling: Telling, head: Token) -> bool:
    """ "Fares to rise, warns minister": who speaks, whatever the parser takes him for."""
    cue, source = telling.attribution.cue, telling.attribution.source
    return bool(cue) and any(cue[0][0] < a <= head.start < b for a, b in source)


def _before_clause(telling: Telling, head: Token) -> int:
    """Where "a letter to the council opposing the plan" goes on about the letter."""
    parse = telling.parse
    for at in parse.children[head.i]:
        token = parse.tokens[at]
        if at > head.i and token.dep == "acl" and token.tag == "VBG":
            return parse.tokens[parse.subtree(at)[0] - 1].end
    return parse.sentences[head.sentence].end


def _named(telling: Telling, head: Token, span: Span, cast: Cast) -> Addressee:
    """The addressee with this head word, by name where the article gives one."""
    body = cast.find_body_before(telling.parse, head)
    cluster, span = body or (cast.find_cluster(head), span)
    named = cluster is not None and cluster.name is not None
    name = cluster.name if named and cluster is not None else words_of(telling.text, (span,))
    number = cluster.cluster if cluster is not None else None
    return Addressee(name or words_of(telling.text, (span,)), number, head, span)


def _told(telling: Telling) -> Token | None:
    """X in "told X that …", "urged X to …", "tried to convince X"."""
    verb, parse = _innermost(telling), telling.parse
    if verb is None or verb.lemma.lower() not in lexicon.ADDRESSING:
        return None
    passive = child(parse, verb.i, {"nsubjpass"})
    if passive is not None:
        return passive if verb.lemma == "ask" and passive.tag != "WDT" else None
    if verb.tag == "VBN" and verb.dep in ("advcl", "acl") and verb.lemma in _ASKED:
        return _answers(telling, verb)
    below = (parse.tokens[at] for at in parse.children[verb.i])
    objects = [t for t in below if _is_object(t) and t.i > verb.i and _names_somebody(t)]
    if objects:
        # "co-host Ada Quill": the parser may make several objects of it.
        token = next((t for t in objects if t.entity == "PERSON"), objects[0])
        return None if token.lemma in lexicon.TOLD_THINGS else token
    # "asked Lee to go", "urged Lee to go": the parser may take Lee for the clause's subject.
    clause = child(parse, verb.i, {"ccomp", "xcomp"})
    infinitive = clause is not None and child(parse, clause.i, {"aux"})
    if clause is None or not infinitive or infinitive.lower != "to":
        return None
    inner = child(parse, clause.i, {"nsubj"})
    return inner if inner is not None and inner.i > verb.i else None


def _innermost(telling: Telling) -> Token | None:
    """Convince in the cue "tried to convince"."""
    verb = telling.verb
    for span in telling.attribution.cue:
        for token in telling.parse.tokens_in(span):
            if verb is not None and token.dep == "xcomp" and token.head == verb.i:
                verb = token
    return verb


def _is_object(token: Token) -> bool:
    """Objects, and names that look like a time: "told Marl Today"."""
    return token.dep in _OBJECTS or (
        token.dep == "npadvmod" and token.pos == "PROPN" and token.entity in ("ORG", "PERSON")
    )


def _names_somebody(token: Token) -> bool:
    return token.pos in _NOMINAL or token.lower == "one"


def _answers(telling: Telling, asked: Token) -> Token | None:
    """Ada Quill in "Asked about it, Ada Quill said …"."""
    above = telling.parse.tokens[asked.head]
    if asked.dep == "acl":
        return above if above.pos in _NOMINAL else None
    subject = child(telling.parse, above.i, {"nsubj"})
    return subject if subject is not None and subject.pos in _NOMINAL else None


def _words_told(telling: Telling) -> tuple[Token, ...]:
    """The words between "told" and what was told, when they are a name that parsers may break.

    "told the weekly Hush and Tell that …": the name begins after the word for an outlet.
    """
    verb, content = telling.verb, telling.attribution.content[0][0]
    if verb is None or verb.lemma != "tell" or verb.end > content:
        return ()
    between = [t for t in telling.around if verb.end <= t.start and t.end <= content]
    nouns = [at for at, t in enumerate(between[:3]) if t.lower in lexicon.OUTLET_NOUNS]
    if not nouns or not 1 < len(between) - nouns[0] <= _NAME_TOKENS:
        return ()
    name = between[nouns[0] + 1 :]
    while name and not name[-1].text[0].isalnum():
        name.pop()
    capital = bool(name) and name[0].text[0].isupper() and name[-1].text[0].isupper()
    return tuple(name) if capital else ()


#: Names of outlets have fewer words than this.
_NAME_TOKENS = 7


def _said_to(telling: Telling) -> Token | None:
    """X in "said to X", "wrote in a letter to X", "called on X to …"."""
    verb, parse = telling.verb, telling.parse
    if verb is None:
        return None
    lemma = verb.lemma.lower()
    for at in parse.children[verb.i]:
        token = parse.tokens[at]
        object_ = child(parse, at, {"pobj"}) if token.dep in ("prep", "dative") else None
        if object_ is None or object_.pos not in _NOMINAL:
            continue
        inside = telling.in_content(token) and not _is_handed(telling, token)
        if token.lower == "to" and lemma in lexicon.SAID_TO and not inside:
            return object_
        if token.lower == "to" and (_gives_words(telling, verb) or _puts_it(telling, verb)):
            return object_
        if token.lower == "on" and lemma == "call":
            return object_
        if token.lower == "before" and lemma in lexicon.SAID_BEFORE and _judges(object_):
            return object_
    if (given := _given_to(telling, verb)) is not None:
        return given
    return _sent_to(telling)


def _sent_to(telling: Telling) -> Token | None:
    """X in "a letter to X", also where the parser hangs "to X" on something else."""
    parse = telling.parse
    letter = next((t for t in telling.around if t.lemma in _SENT), None)
    if letter is None:
        return None
    below = (parse.tokens[i] for i in parse.children[letter.i])
    to = next((t for t in below if t.lower == "to"), None)
    if to is not None:
        return child(parse, to.i, {"pobj"})
    line = parse.sentence_tokens(parse.sentences[letter.sentence])
    after = [t for t in line if letter.i < t.i <= letter.i + _RECEIVER_TOKENS]
    return _last_noun(after[1:]) if after and after[0].lower == "to" else None


#: "To the chair of", "to party boss Sir Bo Tarn": those written to have so many words.
_RECEIVER_TOKENS = 8


def _last_noun(tokens: Sequence[Token]) -> Token | None:
    """Tarn in "party boss Bo Tarn on Friday": the last word of the first run of nouns."""
    found: Token | None = None
    for token in tokens:
        # "To staff" is read as a verb.
        noun = token.pos in ("NOUN", "PROPN") or (found is None and token.lower in lexicon.BODIES)
        if noun and token.entity not in ("DATE", "TIME"):
            found = token
        elif found is not None or token.pos not in ("DET", "ADJ", "PRON"):
            break
    return found


def _gives_words(telling: Telling, verb: Token) -> bool:
    """ "Offered some advice to Quill", "made the case to members"."""
    given = child(telling.parse, verb.i, {"dobj"})
    return verb.lemma in _GIVING and given is not None and given.lemma in _WORDS


def _puts_it(telling: Telling, verb: Token) -> bool:
    """ "Put it to her that …"."""
    given = child(telling.parse, verb.i, {"dobj"})
    return verb.lemma == "put" and given is not None and given.lower == "it"


def _given_to(telling: Telling, verb: Token) -> Token | None:
    """Quill in "offered some advice to Quill", where the parser hangs her on the advice."""
    given = child(telling.parse, verb.i, {"dobj"})
    if verb.lemma not in _GIVING or given is None or given.lemma not in _WORDS:
        return None
    below = (telling.parse.tokens[i] for i in telling.parse.children[given.i])
    to = next((token for token in below if token.lower == "to"), None)
    return child(telling.parse, to.i, {"pobj"}) if to is not None else None


def _is_handed(telling: Telling, to: Token) -> bool:
    """ "Reported other numbers to the council": what was said is a thing, and "to" ends it."""
    start, end = telling.attribution.content[-1]
    said = telling.parse.tokens_in((start, end))
    noun = said[0].pos in ("DET", "ADJ", "NOUN", "NUM") and all(t.pos != "VERB" for t in said)
    return noun and start < to.start and said[-1].i in telling.parse.subtree(to.i)


def _judges(token: Token) -> bool:
    """Those before whom one argues."""
    return token.lemma.lower() in _WHO_JUDGE


_WHO_JUDGE = frozenset(
    "board commission committee council court inquiry judge jury magistrate panel tribunal".split()
)


def _met(telling: Telling) -> Token | None:
    """X in "at a breakfast with X", "in a call with X", where what is said has no other hearer."""
    parse, verb = telling.parse, telling.verb
    for token in telling.around:
        if token.lemma.lower() not in _MEETINGS or token.dep != "pobj":
            continue
        link = parse.tokens[token.head]
        if verb is None or link.head != verb.i or link.lower not in ("at", "in", "during", "over"):
            continue
        for at in parse.children[token.i]:
            if parse.tokens[at].lower == "with":
                found = child(parse, at, {"pobj"})
                return found if found is not None and found.pos in _NOMINAL else None
    return None


def _speaking(telling: Telling) -> Token | None:
    """X in "an insider speaking to X said"."""
    parse = telling.parse
    for token in telling.around:
        if token.tag != "VBG" or token.lemma not in ("speak", "talk"):
            continue
        own = {t.i for t in (telling.verb, telling.head) if t is not None}
        if token.dep not in ("acl", "advcl") or token.head not in own:
            continue
        for at in parse.children[token.i]:
            if parse.tokens[at].lower in ("to", "with"):
                found = child(parse, at, {"pobj"})
                return found if found is not None and found.pos in _NOMINAL else None
    return None


#: Where one meets those one speaks to.
_MEETINGS = frozenset(
    "breakfast brunch call chat conversation dinner lunch meeting session talk talks".split()
)


_GIVING = frozenset(("make", "give", "offer", "send", "issue", "deliver", "put", "present"))
_WORDS = frozenset(
    """advice answer apology appeal argument assurance case complaint counsel criticism explanation
    message plea pledge point promise proposal remark reply request speech statement thanks tip
    ultimatum warning word""".split()
)


#: What is sent to somebody.
_SENT = frozenset(("letter", "email", "memo", "message", "note", "postcard", "telegram"))


def _asked_by(telling: Telling) -> Token | None:
    """X in "Quill, asked by X whether …, said"."""
    verb, parse = telling.verb, telling.parse
    # What was asked may be a telling of its own: then the asking is not around this one.
    below = () if verb is None else (parse.tokens[i] for i in parse.children[verb.i])
    for token in (*telling.around, *below):
        if token.lemma.lower() not in _ASKED or token.tag != "VBN" or token == verb:
            continue
        answers = telling.head is not None and token.head == telling.head.i
        if answers or (verb is not None and token.head == verb.i):
            found = find_agent(parse, token)
            return found if found is not None and found.pos in _NOMINAL else None
    return None


_ASKED = frozenset(("ask", "question", "press", "interview"))


def _noun_to(telling: Telling) -> Token | None:
    """X in "her advice to X", "a warning to X", where a noun reports."""
    parse = telling.parse
    for span in telling.attribution.cue:
        for noun in parse.tokens_in(span):
            if noun.pos != "NOUN":
                continue
            to = next((i for i in parse.children[noun.i] if parse.tokens[i].lower == "to"), None)
            found = child(parse, to, {"pobj"}) if to is not None else None
            if found is not None and found.pos in _NOMINAL:
                return found
    return None


def _interviewer(telling: Telling) -> Token | None:
    """X in "in an interview with X"."""
    parse = telling.parse
    for token in telling.around:
        if token.lemma.lower() != "interview":
            continue
        for at in parse.children[token.i]:
            if parse.tokens[at].lower in ("with", "to"):
                found = child(parse, at, {"pobj"})
                if found is not None and found.pos in _NOMINAL and _is_interviewed(telling, found):
                    return found
    return None


def _before_colon(telling: Telling) -> Token | None:
    """X in `Ada Quill, to X, in a letter: "…"`, `A clerk to X: "…"`: lines of a list of sayings."""
    source, cue = telling.source, telling.attribution.cue
    if source is None or not telling.cue_text.endswith(":") or source[1] > cue[-1][1]:
        return None
    told = telling.parse.tokens_in((source[1], cue[-1][1]))
    to = next((n for n, t in enumerate(told) if t.lower == "to"), None)
    if to is None:
        return None
    end = next((n for n, t in enumerate(told) if n > to + 1 and t.text == ","), len(told))
    if any(t.pos == "VERB" for t in told[:end]):
        return None
    before = telling.text[source[1] : told[to].start].strip()
    return _last_noun(told[to + 1 : end]) if before in ("", ",") else None


def _is_interviewed(telling: Telling, token: Token) -> bool:
    """False for "the interview with her", where she is the one who speaks."""
    return telling.head is None or token.lower not in ("her", "him", "them")
