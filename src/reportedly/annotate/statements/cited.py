"""Whose word an outlet passes on: "the Ledger, citing two clerks, reported that …".

In: a telling and the cast.  Out: who is cited, in place of the outlet; the outlet that quotes the
source of a telling.
"""

from dataclasses import dataclass, replace

from reportedly.annotate.attribution.clauses import antecedent, child, noun_phrase
from reportedly.annotate.parse.model import Token
from reportedly.annotate.statements.cast import Cast
from reportedly.annotate.statements.kinds import kind_of_word
from reportedly.annotate.statements.outlets import SORTS
from reportedly.annotate.statements.speakers import Speaker
from reportedly.annotate.statements.telling import Telling
from reportedly.model import SourceKind
from reportedly.offsets import Span, words_of

_CITING = frozenset(("cite", "quote"))
_OBJECTS = frozenset(("dobj", "pobj", "dative"))
#: Whose word somebody else's is told by: a body cites lawyers, too, and speaks for itself.
_CITED: dict[SourceKind, frozenset[SourceKind]] = {
    "outlet": frozenset(("person", "anonymous", "organisation", "outlet", "document")),
    "organisation": frozenset(("anonymous",)),
}


@dataclass(frozen=True, slots=True)
class Cited:
    """Who is cited: the speaker, the words that tell who it is, and where they stand."""

    speaker: Speaker
    name: str
    span: Span
    head: Token


def as_paper(telling: Telling, speaker: Speaker, cast: Cast) -> Speaker:
    """Gavel in "Gavel reported, citing a friend of the couple": one word that no first name
    belongs to, and who cites those without a name publishes."""
    name = (speaker.name or "").split()
    if speaker.kind != "person" or len(name) != 1 or telling.quoted:
        return speaker
    for verb in _citing(telling):
        object_ = child(telling.parse, verb.i, _OBJECTS)
        if object_ is None or object_.start < verb.end or telling.in_content(object_):
            continue
        if _cited(telling, object_, cast).speaker.kind == "anonymous":
            return replace(speaker, kind="outlet")
    return speaker


def cited_by(telling: Telling, speaker: Speaker, cast: Cast) -> tuple[Cited, ...]:
    """The sources of an outlet's report, where the sentence says whom it cites or quotes, and whom
    that one cites: "citing the agency Wire, which quoted a clerk"."""
    found = _find_cited(telling, speaker, _citing(telling), cast)
    if found is None:
        return ()
    line = telling.parse.sentence_tokens(telling.parse.sentences[found.head.sentence])
    behind = [t for t in line if t.head == found.head.i and t.dep == "relcl"]
    citing = [t for t in behind if t.lemma.lower() in _CITING and not telling.in_content(t)]
    last = _find_cited(telling, found.speaker, citing, cast)
    return (found,) if last is None else (found, last)


def _find_cited(
    telling: Telling, speaker: Speaker, citing: list[Token], cast: Cast
) -> Cited | None:
    allowed = _CITED.get(speaker.kind)
    if allowed is None:
        return None
    for verb in citing:
        object_ = child(telling.parse, verb.i, _OBJECTS)
        if object_ is None or object_.start < verb.end or telling.in_content(object_):
            continue
        found = _cited(telling, object_, cast)
        if found.speaker.kind in allowed:
            return found
    return None


def _citing(telling: Telling) -> list[Token]:
    """The verbs that cite, beside the telling's own or behind its source."""
    head, verb, tokens = telling.head, telling.verb, telling.parse.tokens
    if verb is None:
        return []
    own = {verb.i, *([head.i] if head is not None else [])}
    line = telling.parse.sentence_tokens(telling.parse.sentences[verb.sentence])
    return [
        t
        for t in line
        if t.lemma.lower() in _CITING
        and not telling.in_content(t)
        and (t.i == verb.i or t.head in own or tokens[t.head].head in own)
        and (t.tag == "VBG" or t.dep == "relcl" or (t.i == verb.i and t.tag != "VBN"))
    ]


def _cited(telling: Telling, head: Token, cast: Cast) -> Cited:
    cluster = cast.find_cluster(head)
    kind = kind_of_word(telling.parse, head, cluster)
    line = telling.parse.sentences[head.sentence]
    span = noun_phrase(telling.parse, head, (line.start, line.end))
    before = telling.parse.tokens[head.i - 1] if head.i else head
    if head.lemma.lower() in SORTS and before.pos == "PROPN":  # "Satin magazine"
        kind, cluster = "outlet", cast.find_cluster(before) or cluster
    named = cluster if cluster is not None and kind != "anonymous" else None
    name = named.name if named is not None else None
    number = cluster.cluster if cluster is not None else None
    return Cited(Speaker(kind, name, number), name or words_of(telling.text, (span,)), span, head)


def _agent(telling: Telling, verb: Token) -> Token | None:
    """X in "was quoted by X as saying" and in "was quoted as saying by X"."""
    parse = telling.parse
    for token in telling.around:
        under = parse.tokens[token.head]
        if token.lower == "by" and token.i > verb.i and (under == verb or under.lemma in _TOLD):
            return child(parse, token.i, {"pobj"})
    return None


_TOLD = frozenset(("say", "tell"))


def find_quoting(telling: Telling) -> Token | None:
    """The Ledger in "the Ledger, which quoted a clerk saying …", where the clerk is the source."""
    head, parse = telling.head, telling.parse
    if head is None or telling.attribution.parent is not None:
        return None
    verb = parse.tokens[head.head]
    if verb.lemma.lower() in _CITING and verb.tag == "VBN" and head.dep == "nsubjpass":
        return _agent(telling, verb)
    if head.dep == "nsubj":
        verb = parse.tokens[verb.head]  # "quoted a clerk saying": the clerk of the clause
    if verb.lemma.lower() not in _CITING or not verb.end <= head.start:
        return None
    subject = child(parse, verb.i, {"nsubj"})
    if subject is None:
        return None
    return antecedent(parse, subject) if subject.lower in ("which", "that") else subject
