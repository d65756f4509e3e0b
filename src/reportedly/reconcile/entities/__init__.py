"""All articles' clusters in, entities across articles out, written into every table that names one.

Names decide, other names around them confirm: the same full name is one person; a short form, an
initial, a last name alone needs evidence.  In doubt there are two.  What has no name is no entity.
What people decided (`Constraint`) is applied to what was found, and said in the reasons.
"""

import pyarrow as pa

from reportedly.model import Article, Bearer, Cluster, Constraint, DatedName, Entity, Mention
from reportedly.offsets import Span
from reportedly.reconcile.entities.context import Context
from reportedly.reconcile.entities.groups import Groups
from reportedly.reconcile.entities.identity import bearers_of, identity_of, write
from reportedly.reconcile.entities.kinds import settled
from reportedly.reconcile.entities.linking import Tables
from reportedly.reconcile.entities.members import Member, members_of
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
    bearers = bearers_of(members, grouped(members, joins))
    decisions = rows_of(Constraint, tables[Constraint.table])
    identity = identity_of(bearers, decisions, _places(tables) if decisions else {})
    written, constraints = write(tables, identity)
    written[Entity.table] = table_of(Entity, identity.rows)
    written[DatedName.table] = table_of(DatedName, identity.dated_names)
    written[Constraint.table] = table_of(Constraint, sorted_rows(constraints))
    written[Bearer.table] = table_of(Bearer, bearers)
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


def _places(tables: Tables) -> dict[str, list[tuple[Span, int]]]:
    """Article → spans of its mentions with their cluster."""
    found: dict[str, list[tuple[Span, int]]] = {}
    table = tables[Mention.table]
    columns = (table[name].to_pylist() for name in ("article_id", "cluster", "span"))
    for article, cluster, (start, end) in zip(*columns, strict=True):
        found.setdefault(article, []).append(((start, end), cluster))
    return found


def _first_spans(tables: Tables) -> dict[tuple[str, int], Span]:
    table = tables[Mention.table]
    found: dict[tuple[str, int], Span] = {}
    columns = (table[name].to_pylist() for name in ("article_id", "cluster", "span"))
    for article, cluster, (start, end) in zip(*columns, strict=True):
        key = article, cluster
        found[key] = min(found.get(key, (start, end)), (start, end))
    return found
