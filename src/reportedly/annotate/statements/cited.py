"""Whose word an outlet passes on: "the Ledger, citing two clerks, reported that …".

In: a telling and the cast.  Out: who is cited, in place of the outlet; the outlet that quotes the
source of a telling.
"""

from dataclasses import dataclass

from reportedly.annotate.attribution.clauses import antecedent, child, noun_phrase
from reportedly.annotate.parse.model import Token
from reportedly.annotate.statements.cast import Cast
from reportedly.annotate.statements.kinds import kind_of_word
from reportedly.annotate.statements.speakers import Speaker
from reportedly.annotate.statements.telling import Telling
from reportedly.model import Cluster, SourceKind
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


def find_cited(telling: Telling, speaker: Speaker, cast: Cast) -> Cited | None:
    """The source of an outlet's report, where the sentence says whom it cites or quotes."""
    allowed = _CITED.get(speaker.kind)
    if allowed is None:
        return None
    for verb in _citing(telling):
        object_ = child(telling.parse, verb.i, _OBJECTS)
        if object_ is None or object_.start < verb.end or telling.in_content(object_):
            continue
        cluster = cast.find_cluster(object_)
        kind = kind_of_word(telling.parse, object_, cluster)
        if kind in allowed:
            return _cited(telling, object_, kind, cluster)
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
        and (t.tag == "VBG" or t.dep == "relcl")
    ]


def _cited(telling: Telling, head: Token, kind: SourceKind, cluster: Cluster | None) -> Cited:
    line = telling.parse.sentences[head.sentence]
    span = noun_phrase(telling.parse, head, (line.start, line.end))
    named = cluster if cluster is not None and kind != "anonymous" else None
    name = named.name if named is not None else None
    number = cluster.cluster if cluster is not None else None
    return Cited(Speaker(kind, name, number), name or words_of(telling.text, (span,)), span)


def find_quoting(telling: Telling) -> Token | None:
    """The Ledger in "the Ledger, which quoted a clerk saying …", where the clerk is the source."""
    head, parse = telling.head, telling.parse
    if head is None or telling.attribution.parent is not None:
        return None
    verb = parse.tokens[head.head]
    if head.dep == "nsubj":
        verb = parse.tokens[verb.head]  # "quoted a clerk saying": the clerk of the clause
    if verb.lemma.lower() not in _CITING or not verb.end <= head.start:
        return None
    subject = child(parse, verb.i, {"nsubj"})
    if subject is None:
        return None
    return antecedent(parse, subject) if subject.lower in ("which", "that") else subject
