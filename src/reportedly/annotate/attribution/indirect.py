"""Reported speech without quotation marks around it: a verb, its complement and its subject.

In: a scene.  Out: candidates of every frame in which a verb can report: "said that …",
"promised to …", "denied the charge", "called for …", "made the case that …", "is expected to …".
Which of them really report is for `confidence` to weigh.
"""

import dataclasses
import re
from collections.abc import Iterator

from reportedly.annotate.attribution import clauses, evidence
from reportedly.annotate.attribution.candidate import Candidate
from reportedly.annotate.attribution.cues import QUOTING_VERBS
from reportedly.annotate.attribution.pieces import stands_alone
from reportedly.annotate.attribution.rumours import COLD_WATER, RUMOUR
from reportedly.annotate.attribution.scene import Scene
from reportedly.annotate.parse.model import Parse, Token
from reportedly.model import Mode
from reportedly.offsets import Spans

#: Dependents after an object that still say what was said: "called him a liar", "urged us to go".
_MORE = frozenset(("prep", "xcomp", "ccomp", "oprd", "dobj", "acl", "dative"))
#: "She seems to agree": the subject is part of what seems, and nobody is named to whom.
_RAISING = frozenset(("seem", "appear", "look"))
#: Verbs whose object is told what a clause says.
_TELLING = frozenset("advise assure inform persuade promise remind show tell warn".split())
#: What "it" is when somebody, nobody says who, knows or does not know.
_KNOWN = frozenset(("clear", "unclear", "obvious", "apparent", "evident"))
_REPORTED = frozenset("allege believe claim fear report rumor rumour say suggest think".split())
#: Words for a day or hour stand beside the content, not in it.
_TIME = frozenset(("DATE", "TIME"))


def find_indirect(scene: Scene) -> Iterator[Candidate]:
    """Candidates of all verbs outside and inside quotations, in order of the verbs."""
    for verb in scene.parse.tokens:
        if verb.pos == "VERB" or (verb.pos == "AUX" and verb.dep not in ("aux", "auxpass")):
            yield from _of_verb(scene, verb)


def _of_verb(scene: Scene, verb: Token) -> Iterator[Candidate]:
    parse = scene.parse
    if verb.dep in ("parataxis", "advcl") and clauses.child(parse, verb.i, {"nsubj"}):
        yield from _inserted(scene, verb)
    for at in parse.children[verb.i]:
        token = parse.tokens[at]
        if token.dep in ("ccomp", "xcomp"):
            yield from _clause(scene, verb, token)
        elif token.dep == "dobj" and token.i > verb.i:
            yield from _object(scene, verb, token)
        elif token.dep == "dobj" and token.tag in ("WP", "WDT"):
            yield from _made(scene, verb, token.dep, (token.span,), verb.end)
        elif token.dep in ("prep", "agent") and token.i > verb.i and token.dep != "agent":
            yield from _preposition(scene, verb, token)
        elif token.dep in ("acomp", "attr") and token.i > verb.i:
            yield from _predicate(scene, verb, token)
        elif token.dep == "advcl" and token.i > verb.i and token.tag in ("VB", "VBG"):
            yield from _clause(scene, verb, token)
        elif token.dep == "oprd" and not clauses.child(parse, verb.i, {"dobj"}):
            yield from _made(scene, verb, "oprd", _reach(scene, verb, token.i), verb.end)
        elif token.dep == "nsubjpass":
            yield from _passive(scene, verb, token)
    strayed = _find_strayed(parse, verb)
    if strayed is not None:
        spans = _spans(scene, list(parse.subtree(strayed.i)), verb)
        for made in _made(scene, verb, "ccomp:that", spans, verb.end):
            yield dataclasses.replace(made, evidence=(*made.evidence, "that further off"))


def _find_strayed(parse: Parse, verb: Token) -> Token | None:
    """The clause with "that" which parsers give to the main verb: "opened by the woman who had
    sworn, years before, that she …".
    """
    if verb.dep != "relcl" or verb.lemma not in QUOTING_VERBS:
        return None
    if clauses.child(parse, verb.i, _COMPLEMENTS) is not None:
        return None
    above = parse.tokens[verb.head]
    while above.head != above.i and above.pos != "VERB":
        above = parse.tokens[above.head]
    if above.lemma in QUOTING_VERBS or above.i > verb.i:
        return None
    clause = clauses.child(parse, above.i, {"ccomp"})
    mark = clauses.child(parse, clause.i, {"mark"}) if clause is not None else None
    return clause if mark is not None and mark.i > verb.i and mark.lower == "that" else None


_COMPLEMENTS = frozenset(("ccomp", "xcomp", "dobj", "oprd"))


def _clause(scene: Scene, verb: Token, token: Token) -> Iterator[Candidate]:
    """A clause as complement, after the verb or (`It rained, she said`) before it or around it."""
    parse = scene.parse
    indices = parse.subtree(token.i)
    before = [i for i in indices if i < verb.i]
    after = [i for i in indices if i > verb.i]
    if before:
        for made in _made(scene, verb, token.dep + "<", _spans(scene, before, verb), verb.end):
            plain = not after and not _is_quotation_between(scene, made.content[-1][1], verb)
            told = ("told after it",) if plain and _tells_by_name(scene, verb) else ()
            yield dataclasses.replace(made, evidence=(*made.evidence, *told))
    if before and len(after) > 1:
        spans = (*_spans(scene, before, verb), *_spans(scene, after, verb))
        yield from _made(scene, verb, token.dep + "<>", spans, verb.end)
    if before or not after:
        return
    mark = clauses.child(parse, token.i, {"mark"})
    objects = [i for i in parse.children[verb.i] if verb.i < i < after[0]]
    asked = any(parse.tokens[i].dep in ("dobj", "dative") for i in objects)
    frame = token.dep + (":" + mark.lower if mark is not None else "") + ("+dobj" * asked)
    spans = _spans(scene, after, verb)
    if _is_about_nobody(scene, verb) and (clauses.is_passive(parse, verb) or verb.lemma == "be"):
        yield from _impersonal(scene, verb, frame, spans)
        return
    yield from _made(scene, verb, frame, spans, verb.end)
    longer = _with_quotation_after(scene, spans, verb)
    if longer != spans:
        for made in _made(scene, verb, frame, longer, verb.end):
            yield dataclasses.replace(made, evidence=(*made.evidence, "quotation goes on"))
    subject = clauses.child(parse, verb.i, {"nsubj"})
    if verb.lemma in _RAISING and subject is not None and subject.i < verb.i:
        spans = (
            *_spans(scene, list(parse.subtree(subject.i)), verb),
            *_spans(scene, after, verb),
        )
        yield from _made(scene, verb, "raised", spans, verb.end, False)


def _tells_by_name(scene: Scene, verb: Token) -> bool:
    """ "The roof will hold, the owner has told Radio Fern.": who was told it ends the sentence."""
    told = clauses.child(scene.parse, verb.i, {"dobj"}) if verb.lemma == "tell" else None
    if told is None or told.pos != "PROPN" or told.i < verb.i:
        return False
    following = scene.parse.tokens[told.i + 1 : told.i + 2]
    return not following or following[0].text == "." or following[0].sentence != told.sentence


def _is_quotation_between(scene: Scene, start: int, verb: Token) -> bool:
    """True where the verb tells of a quotation, not of the clause before it."""
    quotation = scene.next_quotation(start)
    return quotation is not None and quotation.start < verb.start


def _impersonal(scene: Scene, verb: Token, frame: str, spans: Spans) -> Iterator[Candidate]:
    """`It is clear that …`, `it was said that …`: nobody is named."""
    state = clauses.child(scene.parse, verb.i, {"acomp"})
    known = state is not None and state.lower in _KNOWN
    end = state.end if state is not None else verb.end
    for made in _made(scene, verb, frame, spans, end, False):
        if known or verb.lemma in _REPORTED:
            yield dataclasses.replace(made, evidence=(*made.evidence, "impersonal"))
        else:
            yield made


def _with_quotation_after(scene: Scene, spans: Spans, verb: Token) -> Spans:
    """Parsers often end a clause at a quotation mark: `said it was old, “and nobody cares”`."""
    if not spans or scene.is_quoted(verb):
        return spans
    limit = min(scene.limits_of(verb)[1], spans[-1][1] + _JOINT_CHARS)
    at = scene.next_quotation(spans[-1][1])
    if (
        at is None
        or at.start > limit
        or any(mark in scene.text[spans[-1][1] : at.start] for mark in ".!?;:”\n")
    ):
        return spans
    return (*spans[:-1], (spans[-1][0], at.end))


#: Characters of joining words between a clause and the quotation that ends it.
_JOINT_CHARS = 40


def _inserted(scene: Scene, verb: Token) -> Iterator[Candidate]:
    """ "The bill, she said, will pass": the clause that the verb is inserted into."""
    parse = scene.parse
    own = set(parse.subtree(verb.i))
    around = [i for i in parse.subtree(verb.head) if i not in own]
    before, after = [i for i in around if i < verb.i], [i for i in around if i > verb.i]
    spans = (*_spans(scene, before, verb), *_spans(scene, after, verb))
    yield from _made(scene, verb, "parataxis", spans, verb.end)


def _object(scene: Scene, verb: Token, token: Token) -> Iterator[Candidate]:
    """A thing as complement, with what the verb says of it; or a noun that has one of its own."""
    spans = _reach(scene, verb, token.i)
    later = [scene.parse.tokens[i].dep for i in scene.parse.children[verb.i] if i > token.i]
    more = next((dep for dep in later if dep in ("oprd", "xcomp", "ccomp")), "")
    yield from _made(scene, verb, "dobj" + more, spans, verb.end)
    yield from _noun_complement(scene, verb, token)
    told = _find_told(scene, token) if verb.lemma in _TELLING else None
    if told is not None:
        yield from _made(scene, verb, "ccomp+dobj", _spans(scene, told, verb), verb.end)


def _find_told(scene: Scene, noun: Token) -> list[int] | None:
    """Parsers often take what somebody is told for a clause about them: "told her he left"."""
    parse = scene.parse
    for at in parse.children[noun.i]:
        clause = parse.tokens[at]
        if clause.dep == "relcl" and clauses.child(parse, at, {"nsubj"}):
            indices = list(parse.subtree(at))
            return indices if parse.tokens[indices[0]].tag not in ("WP", "WDT", "WRB") else None
    return None


def _noun_complement(scene: Scene, verb: Token, noun: Token) -> Iterator[Candidate]:
    """ "made the case that …", "took a swipe at …": the noun belongs to the cue."""
    parse = scene.parse
    if noun.pos != "NOUN":
        return
    for at in parse.children[noun.i]:
        token = parse.tokens[at]
        if token.dep == "acl" and token.tag != "VBN" and token.i > noun.i:
            spans = _spans(scene, list(parse.subtree(at)), verb)
            yield from _made(scene, verb, f"noun:{noun.lemma.lower()}", spans, noun.end)
        elif token.dep == "prep" and token.i > noun.i:
            after = [i for i in parse.subtree(at) if i > at]
            if after:
                spans = _spans(scene, after, verb)
                name = f"noun:{noun.lemma.lower()}"
                yield from _made(scene, verb, name, spans, token.end)


def _preposition(scene: Scene, verb: Token, token: Token) -> Iterator[Candidate]:
    """ "called for …", "spoke about …": the preposition belongs to the cue."""
    after = [i for i in scene.parse.subtree(token.i) if i > token.i]
    if not after:
        return
    spans = _spans(scene, after, verb)
    objects = [i for i in scene.parse.children[verb.i] if verb.i < i < token.i]
    dobj = any(scene.parse.tokens[i].dep == "dobj" for i in objects)
    frame = f"prep:{token.lower}" + ("+dobj" if dobj else "")
    yield from _made(scene, verb, frame, spans, token.end)


def _predicate(scene: Scene, verb: Token, token: Token) -> Iterator[Candidate]:
    """ "is confident that …", "was critical of …", "is a critic of …"."""
    parse = scene.parse
    name = f"{token.dep}:{token.lemma.lower()}"
    for at in parse.children[token.i]:
        inner = parse.tokens[at]
        if inner.i < token.i or inner.dep not in ("prep", "ccomp", "xcomp", "acl"):
            continue
        after = [i for i in parse.subtree(at) if i > at or inner.dep != "prep"]
        if after:
            end = inner.end if inner.dep == "prep" else token.end
            named = inner.dep not in ("ccomp", "xcomp") or not _is_about_nobody(scene, verb)
            yield from _made(scene, verb, name, _spans(scene, after, verb), end, named)


def _is_about_nobody(scene: Scene, verb: Token) -> bool:
    """True for `it is clear that …`, `it was said that …`: "it" stands for what follows."""
    subject = clauses.child(scene.parse, verb.i, {"nsubj", "nsubjpass", "expl"})
    return subject is not None and subject.lower == "it"


def _passive(scene: Scene, verb: Token, token: Token) -> Iterator[Candidate]:
    """ "The bill is expected to pass": what is said stands around the verb."""
    parse = scene.parse
    before = [i for i in parse.subtree(token.i) if i < verb.i]
    after = [
        i
        for at in parse.children[verb.i]
        if at > verb.i and parse.tokens[at].dep in ("xcomp", "oprd", "prep")
        for i in parse.subtree(at)
    ]
    agent = clauses.find_agent(parse, verb)
    spans = (*_spans(scene, before, verb), *_spans(scene, after, verb))
    yield from _made(scene, verb, "subject", spans, verb.end, agent or False)
    if agent is not None:
        spans = _spans(scene, before, verb)
        yield from _made(scene, verb, "subject-only", spans, verb.end, agent)


def _reach(scene: Scene, verb: Token, first: int) -> Spans:
    """From the object `first` over everything after it that the verb says of it."""
    parse = scene.parse
    indices = list(parse.subtree(first))
    for at in parse.children[verb.i]:
        token = parse.tokens[at]
        timely = token.dep == "prep" and any(
            parse.tokens[i].entity in _TIME for i in parse.children[at]
        )
        if at > first and token.dep in _MORE and not timely:
            indices += parse.subtree(at)
    return _spans(scene, sorted(i for i in indices if i > verb.i), verb)


def _spans(scene: Scene, indices: list[int], verb: Token) -> Spans:
    """One span from the first to the last of `indices`, whole quotations taken in."""
    if not indices:
        return ()
    parse = scene.parse
    limits = scene.limits_of(verb)
    start, end = clauses.clipped(parse, indices[0], indices[-1], limits)
    if not (limits[0] <= start and end <= limits[1]):
        return ()
    return (scene.whole_quotations((start, end), verb),)


def _made(
    scene: Scene,
    verb: Token,
    frame: str,
    content: Spans,
    cue_end: int,
    subject: Token | bool = True,
) -> Iterator[Candidate]:
    """The candidate; `subject` False means that nobody is named, True that the syntax tells."""
    content = tuple(span for span in content if span[0] < span[1])
    if not content or _is_direct(scene, content):
        return
    parse = scene.parse
    source = subject if isinstance(subject, Token) else None
    if subject is True:
        source = clauses.find_subject(parse, verb)
        if clauses.is_passive(parse, verb) and source is not None:
            source = clauses.find_agent(parse, verb) or source
    spans = evidence.source_spans(parse, source, scene.limits_of(verb))
    if any(s < e2 and s2 < e for s, e in spans for s2, e2 in content):
        spans = ()
    start, end = clauses.cue_of(parse, verb)
    adjacent = (
        cue_end > end and cue_end - end < _CUE_CHARS and cue_end <= _first_after(content, end)
    )
    mode: Mode = "mixed" if scene.has_quotation_in(content) else "indirect"
    shown = parse.tokens[source.i].text if source is not None and spans else ""
    yield Candidate(
        content=content,
        cue=((start, cue_end if adjacent else end),),
        source=spans,
        mode=mode,
        pattern="indirect",
        evidence=(
            *evidence.of_verb(parse, verb, frame),
            *evidence.of_source(parse, source if spans else None),
            *evidence.of_content(scene, content),
            *evidence.of_distance(scene, verb, content),
            *(("in quotation marks",) if scene.is_quoted(verb) else ()),
            *(("cold water",) if _is_doused(scene, start, content) else ()),
        ),
        words=f"“{shown}” is the subject of “{verb.text}”"
        if shown
        else f"a clause that belongs to “{verb.text}”",
    )


def _is_doused(scene: Scene, cue: int, content: Spans) -> bool:
    """True for "the idea that …" behind "poured cold water on"."""
    found = _DOUSING.match(scene.text, cue, content[0][1])
    return found is not None and found.end("on") <= content[0][0] <= found.end()


_DOUSING = re.compile(
    rf"(?:\w+ ){{0,3}}{COLD_WATER}(?P<on>on|over) (?:[\w’'-]+ ){{0,4}}?{RUMOUR}\b"
)


def _is_direct(scene: Scene, content: Spans) -> bool:
    """True for a content that is one quotation of its own: `direct` knows more about those."""
    quotation = scene.quotation_at(content[0][0])
    whole = quotation is not None and content == (quotation.span,)
    return quotation is not None and whole and stands_alone(scene, quotation)


#: A cue longer than this beyond its verb has taken in something else.
_CUE_CHARS = 60


def _first_after(content: Spans, offset: int) -> int:
    return min((s for s, _ in content if s >= offset), default=offset)
