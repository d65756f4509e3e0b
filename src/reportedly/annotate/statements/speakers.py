"""Who speaks: the canonical name that the article gives its source, or nobody.

In: a telling and the cast.  Out: a `Speaker`.  A name is given only when the head word of the
source belongs to a cluster with a name, or when a document names the body that made it.
"""

import re
from dataclasses import dataclass

from reportedly.annotate.parse.model import Token
from reportedly.annotate.statements import lexicon
from reportedly.annotate.statements.cast import Cast
from reportedly.annotate.statements.couples import couple_of
from reportedly.annotate.statements.documents import makers_of
from reportedly.annotate.statements.examples import examples_in, examples_of
from reportedly.annotate.statements.handles import find_owner
from reportedly.annotate.statements.kinds import (
    find_document_noun,
    kind_of,
    kind_of_cluster,
    kind_of_word,
)
from reportedly.annotate.statements.outlets import is_own_outlet
from reportedly.annotate.statements.telling import Telling
from reportedly.model import TOGETHER, Cluster, SourceKind
from reportedly.offsets import words_of

_NAMED: frozenset[SourceKind] = frozenset(("person", "organisation", "outlet", "work"))
_WRITER = frozenset(("i", "me", "my", "myself"))


@dataclass(frozen=True, slots=True)
class Speaker:
    """Kind, name and cluster of a source; name and cluster are None where none is known."""

    kind: SourceKind
    name: str | None
    cluster: int | None
    document: str | None = None
    """what a document is called that the source takes up by a pronoun"""
    together: int | None = None
    """the cluster of several who speak as one"""


def speaker_of(
    telling: Telling, cast: Cast, byline: str | None = None, outlet: str | None = None
) -> Speaker:
    """The speaker of one telling; the writer's "I" outside quotation marks is the `byline`, and
    "this paper" the `outlet`."""
    head = telling.head
    before = _find_before_cue(telling, cast) if head is None else None
    if before is not None:
        return Speaker("person", before.name, before.cluster)
    if head is None or _is_told(telling, head):
        return Speaker("unknown", None, None)
    if telling.is_question and telling.part is None and byline is not None:
        return Speaker("person", byline, None)
    if head.lemma.lower() in lexicon.OUTLET_NOUNS and is_own_outlet(telling, head):
        return Speaker("outlet", outlet, None)
    cluster = _cluster_of(telling, head, cast)
    if cluster is not None and is_of_a_body(telling, head):
        return Speaker("person", None, None)
    other = cluster is not None and cluster.name not in (None, byline)
    if head.lower in _WRITER and byline is not None and not telling.quoted and not other:
        return Speaker("person", byline, None)
    if (cluster is None or cluster.name is None) and (handle := _find_handle(telling)):
        owner = find_owner(handle, telling.text, telling.parse, cast)
        if owner is not None:
            return Speaker("person", owner.name, owner.cluster)
        return Speaker("person", handle, None)
    if _may_be_either(telling, head):
        return Speaker("person", None, None)
    kind = kind_of(telling, cluster)
    if kind == "document":
        makers = makers_of(telling.parse, head, cast)
        if len(makers) > 1:
            return Speaker(kind, _names_of(makers), None)
        named = makers[0] if makers else (cluster if cluster and cluster.name else None)
        if named is None and head.pos == "PROPN":
            words = (telling.parse.tokens[i] for i in telling.parse.subtree(head.i))
            name = [t for t in words if t.i <= head.i and t.pos in ("PROPN", "NUM", "ADP", "CCONJ")]
            return Speaker(kind, words_of(telling.text, ((name[0].start, head.end),)), None)
        noun = find_document_noun(cluster) if cluster is not None and head.pos == "PRON" else None
        number = named.cluster if named else None
        return Speaker(kind, named.name if named else None, number, noun)
    members: tuple[Cluster, ...] = ()
    if kind == "collective" and cluster is not None:
        members = cast.members_of(cluster) or couple_of(cluster, cast, telling, byline)
    if members:
        together = cluster.cluster if cluster is not None else None
        kind = kind_of_cluster(members[0])
        return Speaker(kind, _names_of(members), None, together=together)
    if kind == "collective" and (examples := _examples(telling, cluster, cast)):
        only = examples[0].cluster if len(examples) == 1 else None
        return Speaker(kind, _names_of(examples), only)
    if kind == "organisation" and (cluster is None or cluster.name is None):
        cluster = _find_whole(telling, head, cast) or cluster
    if kind == "outlet" and (cluster is None or cluster.name is None):
        cluster = _find_outlet(telling, head, cast) or cluster
    if kind not in _NAMED or cluster is None or cluster.name is None:
        number = cluster.cluster if cluster is not None else None
        return Speaker(kind, _find_printed(telling, head, cluster, kind), number)
    both = _joined(telling, head, cluster, cast)
    if both is not None:
        return Speaker(kind, both, None)
    return Speaker(kind, cluster.name, cluster.cluster)


def is_of_a_body(telling: Telling, head: Token) -> bool:
    """ "The Skelby forward said": a player, whatever the parser takes "forward" for."""
    tokens = telling.parse.tokens[head.i + 1 : head.i + 2]
    before = telling.parse.tokens[head.i - 1] if head.i else head
    named = head.pos == "PROPN" and before.pos in ("DET", "PROPN")
    return named and any(t.lower in _POSITIONS and _within(telling, t) for t in tokens)


#: What players are called and parsers take for adverbs.
_POSITIONS = frozenset("forward back half right left".split())
#: Bodies before which things are said.
_HEARING = frozenset(
    "committee court hearing inquest inquiry judge judges jurors jury panel tribunal trial".split()
)
_HEARS = re.compile(r"\b(?:hears?|heard|learns?)\b", re.IGNORECASE)
_IS_TOLD = re.compile(r"(?:is |was |are |were |been )?told", re.IGNORECASE)


def _is_told(telling: Telling, head: Token) -> bool:
    """ "Baker stole flour, court told", "…, inquest hears": who listens does not say so."""
    if head.lemma.lower() not in _HEARING or telling.source is None:
        return False
    cue = telling.cue_text
    after = any(start >= head.end for start, _ in telling.attribution.cue)
    # "The court told the firm to pay": it tells somebody.
    ends = telling.text[max(b for _, b in telling.attribution.cue) :][:1] in ("", "\n", ".", ",")
    return after and (
        _HEARS.search(cue) is not None or (_IS_TOLD.fullmatch(cue) is not None and ends)
    )


def _find_before_cue(telling: Telling, cast: Cast) -> Cluster | None:
    """ "In an interview with Radio Marl Ada Quill said": two names that parsers take for one."""
    verb = telling.verb
    if verb is None or not verb.i or verb.tag not in ("VBD", "VBZ"):
        return None
    before = telling.parse.tokens[verb.i - 1]
    outlet = cast.find_body_before(telling.parse, before)
    return cast.find_cluster(before) if outlet is not None else None


def _may_be_either(telling: Telling, head: Token) -> bool:
    """ "Ada Quill, a lawyer for Tarn, who denied it": she or Tarn, the words do not tell."""
    who = telling.source is not None and words_of(telling.text, (telling.source,)).lower() == "who"
    tokens = telling.parse.tokens
    link = tokens[head.head]
    if not who or head.dep != "pobj" or link.lower != "for":
        return False
    noun = tokens[link.head]
    return noun.pos == "NOUN" and noun.lemma.lower() in lexicon.REPRESENTATIVES


def _names_of(clusters: tuple[Cluster, ...]) -> str:
    return TOGETHER.join(cluster.name or "" for cluster in clusters)


def _examples(telling: Telling, cluster: Cluster | None, cast: Cast) -> tuple[Cluster, ...]:
    """ "Critics like Ada Quill and Bo Tarn", here or where the text first speaks of them."""
    here = examples_in(telling.parse, telling.source, cast) if telling.source is not None else ()
    return here or (examples_of(telling.parse, cluster, cast) if cluster is not None else ())


def _cluster_of(telling: Telling, head: Token, cast: Cast) -> Cluster | None:
    cluster = cast.find_cluster(head)
    named = cluster is not None and cluster.name is not None
    if named or not head.text.isupper() or telling.source is None:
        return cluster
    return cast.find_capitals(words_of(telling.text, (telling.source,)).rstrip(":")) or cluster


def _find_whole(telling: Telling, head: Token, cast: Cast) -> Cluster | None:
    """The court in "a panel of the Marl Court": what is said by a part that decides for a body."""
    if head.lemma.lower() not in _PARTS:
        return None
    tokens, children = telling.parse.tokens, telling.parse.children
    links = [i for i in children[head.i] if tokens[i].lower in ("of", "at", "on")]
    for below in (tokens[i] for link in links for i in children[link]):
        cluster = cast.find_cluster(below)
        if below.dep == "pobj" and cluster is not None and cluster.name is not None:
            return cluster if cluster.kind == "organisation" else None
    return None


def _find_outlet(telling: Telling, head: Token, cast: Cast) -> Cluster | None:
    """The Lantern in "the Lantern newspaper"; a city's or a company's paper has another name."""
    before = telling.parse.tokens[head.i - 1] if head.i else head
    if head.lemma.lower() not in lexicon.OUTLET_NOUNS or before.entity != "ORG":
        return None
    found = cast.find_cluster(before) if before.dep == "compound" else None
    if found is None or found.name is None or found.kind != "organisation":
        return None
    bodies = {word.lower() for word in found.name.split()} & lexicon.BODIES
    return None if bodies else found


#: What decides for a body as one of its parts.
_PARTS = frozenset("bench board chamber division jury leadership majority management panel".split())


def _find_handle(telling: Telling) -> str | None:
    """ "One user, @quill_says", "@quill_says, who wrote": the name under which somebody posts."""
    if telling.source is None or telling.head is None:
        return None
    head = telling.head.span
    before = telling.text[head[0] - 1 : head[0]] == "@"
    whom = telling.text[head[0] - before : head[1]]
    words = words_of(telling.text, (telling.source,))
    found = _HANDLE.search(words) or (_HANDLE.match(whom) if words.lower() == "who" else None)
    return found.group() if found is not None else None


_HANDLE = re.compile(r"(?<![\w.])@\w{3,}")


def _find_printed(
    telling: Telling, head: Token, cluster: Cluster | None, kind: SourceKind
) -> str | None:
    """A name that no cluster has, as it is printed."""
    if head.pos != "PROPN" or cluster is not None or head.lower in lexicon.POSTS_IN_LETTERS:
        return None
    first, tokens = head.i, telling.parse.tokens
    if head.entity in ("PERSON", "ORG"):
        while first and tokens[first - 1].entity == head.entity and not tokens[first].entity_starts:
            first -= 1
    elif kind in _NAMED and _is_printed_name(telling, head):
        first -= 1
    else:
        return None
    whole = (tokens[first].start, head.end)
    return words_of(telling.text, (whole,)) if head.text[:1].isupper() else None


def _is_printed_name(telling: Telling, head: Token) -> bool:
    """ "Zero Tide" as a whole source: two capitalised words that no list knows."""
    source = telling.parse.tokens_in(telling.source) if telling.source is not None else ()
    capital = all(t.text[:1].isupper() and t.text[1:].islower() for t in source)
    return len(source) == 2 and source[-1] == head and capital and source[0].pos != "DET"


def _joined(telling: Telling, head: Token, cluster: Cluster, cast: Cast) -> str | None:
    """`A & B` for "A and B", when both have names."""
    parse = telling.parse
    names = [cluster.name or ""]
    at = head
    while True:
        following = [i for i in parse.children[at.i] if parse.tokens[i].dep == "conj"]
        if not following or not _within(telling, parse.tokens[following[0]]):
            break
        at = parse.tokens[following[0]]
        other = cast.find_cluster(at)
        if other is None or other.name is None or kind_of_word(parse, at, other) not in _NAMED:
            return None
        names.append(other.name)
    return TOGETHER.join(names) if len(set(names)) > 1 else None


def _within(telling: Telling, token: Token) -> bool:
    span = telling.source
    return span is not None and span[0] <= token.start and token.end <= span[1]
