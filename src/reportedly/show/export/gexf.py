"""GEXF 1.3: the network of who quotes whom, for Gephi and the like.

A node is an outlet or a source, an edge leads from each hop of a chain to the one behind it.
Sources without a name are never joined: each is a node of its own.
"""

import itertools
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.sax.saxutils import quoteattr

from reportedly.model import ChainHop
from reportedly.show.export.material import Material, day
from reportedly.show.web.visible import visible

_NAMESPACE = "http://gexf.net/1.3"


@dataclass(slots=True)
class _Edge:
    statements: int = 0
    days: list[str] = field(default_factory=list)


def documents(material: Material) -> Iterator[tuple[str, str]]:
    """One file with the whole network."""
    nodes: dict[str, tuple[str, str]] = {}
    edges: dict[tuple[str, str], _Edge] = defaultdict(_Edge)
    for statement in material.statements:
        hops = material.chain.get(statement.statement_id, ())
        names = [_node(hop, nodes, material) for hop in hops]
        published = day(material.articles[statement.article_id])
        for quoting, quoted in itertools.pairwise(names):
            if quoting == quoted:
                continue  # somebody's account of their own earlier words: nobody quotes another
            edge = edges[(quoting, quoted)]
            edge.statements += 1
            if published:
                edge.days.append(published[:10])
    yield "who-quotes-whom.gexf", "\n".join(_lines(nodes, edges)) + "\n"


def _node(hop: ChainHop, nodes: dict[str, tuple[str, str]], material: Material) -> str:
    entity = material.entities.get(hop.entity_id or "")
    if entity is not None:
        name, label = entity.entity_id, entity.name
    elif hop.kind == "outlet" and hop.name:
        name, label = f"outlet:{hop.name}", hop.name
    else:
        name, label = f"{hop.statement_id}:{hop.hop}", hop.name or hop.kind
    nodes.setdefault(name, (label, hop.kind))
    return name


def _lines(nodes: dict[str, tuple[str, str]], edges: dict[tuple[str, str], _Edge]) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield f'<gexf xmlns="{_NAMESPACE}" version="1.3">'
    yield "<meta><creator>reportedly</creator><description>Who quotes whom</description></meta>"
    yield '<graph defaultedgetype="directed" mode="static">'
    yield '<attributes class="node"><attribute id="kind" title="kind" type="string"/></attributes>'
    yield '<attributes class="edge"><attribute id="first" title="first" type="string"/>'
    yield '<attribute id="last" title="last" type="string"/></attributes>'
    yield "<nodes>"
    for name, (label, kind) in sorted(nodes.items()):
        yield (
            f"<node id={_attribute(name)} label={_attribute(label)}>"
            f'<attvalues><attvalue for="kind" value={_attribute(kind)}/></attvalues></node>'
        )
    yield "</nodes>"
    yield "<edges>"
    for number, ((source, target), edge) in enumerate(sorted(edges.items())):
        days = sorted(edge.days)
        values = "".join(
            f'<attvalue for="{key}" value={_attribute(value)}/>'
            for key, value in (("first", days[0]), ("last", days[-1]))
        ) if days else ""  # fmt: skip
        yield (
            f'<edge id="{number}" source={_attribute(source)} target={_attribute(target)} '
            f'weight="{edge.statements}"><attvalues>{values}</attvalues></edge>'
        )
    yield "</edges>"
    yield "</graph>"
    yield "</gexf>"


def _attribute(text: str) -> str:
    """`text` quoted for XML; characters that XML cannot hold show as their pictures or numbers."""
    plain = visible(text).replace("\ufffe", "").replace("\uffff", "")
    return quoteattr(" ".join(plain.split()))
