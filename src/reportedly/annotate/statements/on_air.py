"""Programmes on which a telling was said, known by what stands beside their titles.

In: a telling and the cast.  Out: hops, in the order of the text.
"""

from reportedly.annotate.parse.model import Token
from reportedly.annotate.statements.cast import Cast
from reportedly.annotate.statements.hops import Hop
from reportedly.annotate.statements.telling import Telling
from reportedly.offsets import contains


def find_programmes(telling: Telling, cast: Cast) -> list[Hop]:
    """Programmes on which it was said, known by what stands beside their titles."""
    parse = telling.parse
    if not telling.around or (telling.verb is None and telling.attribution.cue):
        return []
    around = {token.i for token in telling.around}
    hops = []
    for programme in cast.programmes.in_span((telling.around[0].start, telling.around[-1].end)):
        on, title = (parse.tokens_in(s)[:1] for s in (programme.words, programme.span))
        if not on or not title or not {on[0].i, title[0].i} <= around:
            continue
        if not _in_source(telling, title[0]) and not tells_more(telling, on[0]):
            cluster = cast.find_cluster(title[0])
            whole = cluster is not None and _bare(cluster.name) == _bare(programme.title)
            number = cluster.cluster if cluster is not None and whole else None
            hops.append(Hop("outlet", programme.title, programme.span, number, on_air=True))
    return hops


def _bare(title: str | None) -> str:
    return (title or "").removeprefix("The ")


def tells_more(telling: Telling, token: Token) -> bool:
    """True inside "who is heard on Late Light": a clause about somebody, not the telling's own."""
    for _ in range(_MOST_ABOVE):
        if token == telling.verb or token.head == token.i:
            return False
        if token.dep == "relcl":
            return True
        token = telling.parse.tokens[token.head]
    return False


#: From "on" up to the verb that it belongs to stand hardly more words than this.
_MOST_ABOVE = 6


def _in_source(telling: Telling, token: Token) -> bool:
    return telling.source is not None and contains(telling.source, token.span)
