"""All articles' clusters in, entities across articles out, written into every table that names one.

Names decide, other names around them confirm: the same full name is one person; a short form, an
initial, a last name alone needs evidence.  In doubt there are two.  What has no name is no entity.
"""

import pyarrow as pa

from reportedly.model import Article, Cluster, Entity, Mention
from reportedly.offsets import Span
from reportedly.reconcile.entities.context import Context
from reportedly.reconcile.entities.groups import Groups
from reportedly.reconcile.entities.kinds import settled
from reportedly.reconcile.entities.linking import Tables, linked
from reportedly.reconcile.entities.members import Member, members_of
from reportedly.reconcile.entities.naming import entity_of
from reportedly.reconcile.entities.nodes import nodes_of
from reportedly.reconcile.entities.outlets import Outlets, published
from reportedly.reconcile.entities.singles import find_places
from reportedly.reconcile.entities.variants import find_links
from reportedly.schema import rows_of, sorted_rows, table_of
from reportedly.stage import Joins


def reconcile(tables: Tables, joins: Joins) -> dict[str, pa.Table]:
    """The stage: see `reportedly.pipeline` for what it reads and writes."""
    clusters = rows_of(Cluster, tables[Cluster.table])
    found = members_of(clusters, _days(tables), _first_spans(tables), _bylines(tables))
    printed = [outlet for outlet in tables[Article.table]["outlet"].to_pylist() if outlet]
    members = published(settled(found), Outlets(printed))
    groups = grouped(members, joins)
    rows = [(entity_of([members[n] for n in group], reasons), group) for group, reasons in groups]
    entities = {
        (members[n].article_id, members[n].cluster): entity for entity, group in rows for n in group
    }
    written = linked(tables, entities)
    written[Entity.table] = table_of(Entity, sorted_rows([entity for entity, _ in rows]))
    return written


def grouped(members: list[Member], joins: Joins) -> list[tuple[list[int], list[str]]]:
    """(indices of members, reasons) of every entity; `members` sorted by `Member.key`."""
    nodes = nodes_of(members)
    context = Context(members, nodes)
    groups = Groups(nodes)
    groups.join(find_links(members, nodes, context, joins))
    found = {
        keys[0]: ([n for key in keys for n in nodes[key].members], list(reasons))
        for keys, reasons in groups.all()
    }
    for n, (group, reason) in sorted(find_places(members, nodes, groups, context).items()):
        indices, reasons = found.setdefault(group, ([], []))
        indices.append(n)
        reasons.append(reason)
    return [(sorted(indices), reasons) for _, (indices, reasons) in sorted(found.items())]


def _days(tables: Tables) -> dict[str, str]:
    table = tables[Article.table]
    ids, days = table["article_id"].to_pylist(), table["published"].to_pylist()
    return {article: day for article, day in zip(ids, days, strict=True) if day}


def _bylines(tables: Tables) -> dict[str, str]:
    """Names of authors in capitals, as bylines in texts often are, → as the metadata have them."""
    printed = {byline for byline in tables[Article.table]["byline"].to_pylist() if byline}
    return {name.upper(): name for name in sorted(printed) if not name.isupper()}


def _first_spans(tables: Tables) -> dict[tuple[str, int], Span]:
    table = tables[Mention.table]
    found: dict[tuple[str, int], Span] = {}
    columns = (table[name].to_pylist() for name in ("article_id", "cluster", "span"))
    for article, cluster, (start, end) in zip(*columns, strict=True):
        key = article, cluster
        found[key] = min(found.get(key, (start, end)), (start, end))
    return found
