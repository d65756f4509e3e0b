"""Who speaks: the canonical name that the article gives its source, or nobody.

In: a telling and the cast.  Out: a `Speaker`.  A name is given only when the head word of the
source belongs to a cluster with a name, or when a document names the body that made it.
"""

from dataclasses import dataclass

from reportedly.annotate.parse.model import Token
from reportedly.annotate.statements.cast import Cast
from reportedly.annotate.statements.kinds import kind_of, kind_of_word
from reportedly.annotate.statements.telling import Telling
from reportedly.model import Cluster, SourceKind

_NAMED: frozenset[SourceKind] = frozenset(("person", "organisation", "outlet", "work"))
_WRITER = frozenset(("i", "me", "my", "myself"))
#: How a document names its maker: "a Ministry report", "the Ministry's report", "a report by …".
_MAKERS = frozenset(("poss", "compound", "nmod", "amod", "appos"))
_MADE_BY = frozenset(("by", "from", "of"))
_MADE = frozenset(("conduct", "file", "release", "issue", "write", "prepare", "produce"))


@dataclass(frozen=True, slots=True)
class Speaker:
    """Kind, name and cluster of a source; name and cluster are None where none is known."""

    kind: SourceKind
    name: str | None
    cluster: int | None


def speaker_of(telling: Telling, cast: Cast, byline: str | None = None) -> Speaker:
    """The speaker of one telling; the writer's "I" outside quotation marks is the `byline`."""
    head = telling.head
    if head is None:
        return Speaker("unknown", None, None)
    if head.lower in _WRITER and byline is not None and not telling.quoted:
        return Speaker("person", byline, None)
    cluster = cast.find_cluster(head)
    kind = kind_of(telling, cluster)
    if kind == "document":
        maker = _maker(telling, head, cast)
        named = maker or (cluster if cluster is not None and cluster.name else None)
        return Speaker(kind, named.name if named else None, named.cluster if named else None)
    if kind not in _NAMED or cluster is None or cluster.name is None:
        handle = telling.text[head.start : head.end] if head.text.startswith("@") else None
        return Speaker(kind, handle, cluster.cluster if cluster is not None else None)
    both = _joined(telling, head, cluster, cast)
    if both is not None:
        return Speaker(kind, both, None)
    return Speaker(kind, cluster.name, cluster.cluster)


class Makers:
    """Who made the documents that an article quotes: "the report" is the one named before."""

    def __init__(self) -> None:
        self._by_word: dict[str, Speaker] = {}

    def known(self, telling: Telling, speaker: Speaker) -> Speaker:
        """`speaker`, or for a document without a maker the maker named before for such a one."""
        head = telling.head
        if speaker.kind != "document" or head is None:
            return speaker
        word = head.lemma.lower()
        if speaker.name is not None:
            self._by_word[word] = speaker
            return speaker
        articles = (telling.parse.tokens[i].lower for i in telling.parse.children[head.i])
        same = bool(frozenset(articles) & {"the", "this", "that"})
        return self._by_word.get(word, speaker) if same else speaker


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
    return " & ".join(names) if len(set(names)) > 1 else None


def _within(telling: Telling, token: Token) -> bool:
    span = telling.source
    return span is not None and span[0] <= token.start and token.end <= span[1]


def _maker(telling: Telling, head: Token, cast: Cast) -> Cluster | None:
    """The named body or person that made the document."""
    parse = telling.parse
    for at in parse.children[head.i]:
        token = parse.tokens[at]
        if token.dep in _MAKERS and token.pos != "PRON":
            found = cast.find_cluster(token)
            if found is not None and found.name is not None:
                return found
        elif token.lower in _MADE_BY or token.lemma in _MADE:
            found = _first_named(telling, at, cast)
            if found is not None:
                return found
    return None


def _first_named(telling: Telling, at: int, cast: Cast) -> Cluster | None:
    parse = telling.parse
    for i in parse.subtree(at):
        token = parse.tokens[i]
        if token.dep in ("pobj", "conj") and _within(telling, token):
            found = cast.find_cluster(token)
            if found is not None and found.name is not None:
                return found
    return None
