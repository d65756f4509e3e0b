"""Those whom words for several people or bodies name: "critics like Ada Quill and Bo Tarn".

In: a parse, a span of it and the cast.  Out: the clusters of the examples, in order.
"""

from collections.abc import Sequence

from reportedly.annotate.parse.model import Parse, Token
from reportedly.annotate.statements.cast import Cast
from reportedly.model import Cluster
from reportedly.offsets import Span

#: Words after which examples stand, longest first.
_MARKERS = (
    ("among", "them"),
    ("led", "by"),
    ("such", "as"),
    ("which", "include"),
    ("which", "includes"),
    ("including",),
    ("like",),
)
#: What comes after one of these tells of an example, and names none.
_ENDS = frozenset(("who", "whose", "whom", "which", "where", "when", "that", "―", "—", "–", "--"))
#: Words that may stand between a preposition and the name that it belongs to.
_PREMODIFIERS = frozenset(("DET", "NOUN", "ADJ", "NUM"))


def examples_in(parse: Parse, span: Span, cast: Cast) -> tuple[Cluster, ...]:
    """The named examples within `span`, all of the first one's kind; empty when it has none."""
    tokens = parse.tokens_in(span)
    at = _find_marker(tokens)
    if at is None:
        return ()
    found: dict[int, Cluster] = {}
    for token in tokens[at:]:
        if token.lower in _ENDS:
            break
        mention, cluster = cast.find_mention(token), cast.find_cluster(token)
        if mention is None or cluster is None or mention.form != "name" or token.pos != "PROPN":
            continue
        if cluster.name is not None and not _belongs_to_another(parse, token, tokens[at].i):
            found.setdefault(cluster.cluster, cluster)
    kinds = [cluster.kind for cluster in found.values()]
    return tuple(c for c in found.values() if c.kind == kinds[0] and c.kind != "group")


def examples_of(parse: Parse, cluster: Cluster, cast: Cast) -> tuple[Cluster, ...]:
    """The examples that the first description of an unnamed group names."""
    if cluster.name is not None:
        return ()
    found = (examples_in(parse, span, cast) for span in cast.descriptions_of(cluster))
    return next((examples for examples in found if examples), ())


def _find_marker(tokens: Sequence[Token]) -> int | None:
    """Index after the marker, which stands behind the noun that it explains."""
    words = tuple(token.lower for token in tokens)
    for at in range(1, len(words)):
        for marker in _MARKERS:
            if words[at : at + len(marker)] == marker:
                verb = marker == ("like",) and tokens[at].pos != "ADP"
                return None if verb else at + len(marker)
        if words[at] in _ENDS:
            return None
    return None


def _belongs_to_another(parse: Parse, token: Token, first: int) -> bool:
    """Marl in "Ada Quill of Marl", Quill in "Quill's allies": said of an example, or of its owner.

    Args:
        first: index of the token after the marker.
    """
    if token.dep == "poss" or (token.i + 1 < len(parse.tokens) and _is_mark(parse, token.i + 1)):
        return True
    before = token.i - 1
    while before >= first and parse.tokens[before].pos in _PREMODIFIERS | {"PROPN"}:
        before -= 1
    return before >= first and parse.tokens[before].pos == "ADP"


def _is_mark(parse: Parse, i: int) -> bool:
    return parse.tokens[i].tag == "POS"
