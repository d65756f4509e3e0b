"""All articles' clusters in, entities across articles out, written into every table that names one.

Names decide, other names around them confirm: the same full name is one person; a short form, an
initial, a last name alone needs evidence.  In doubt there are two.  What has no name is no entity.
What people decided (`Constraint`) is applied to what was found, and said in the reasons.
"""

import pyarrow as pa

from reportedly.memory import give_back
from reportedly.model import (
    Article,
    Bearer,
    Cluster,
    Constraint,
    DatedName,
    Entity,
    Mention,
)
from reportedly.reconcile.entities.described import find_described, moved
from reportedly.reconcile.entities.grouping import bearers_of, grouped
from reportedly.reconcile.entities.identity import Identity, identity_of, write
from reportedly.reconcile.entities.kinds import settled
from reportedly.reconcile.entities.linking import Tables
from reportedly.reconcile.entities.members import named_clusters
from reportedly.reconcile.entities.outlets import name_outlets
from reportedly.reconcile.entities.roster import Roster, roster_of
from reportedly.reconcile.entities.touched import mention_index, named_articles, touched_bearers
from reportedly.reconcile.entities.whole import entities_of
from reportedly.schema import rows_of, sorted_rows, table_of
from reportedly.stage import Joins


def reconcile(tables: Tables, joins: Joins) -> dict[str, pa.Table]:
    """The stage: see `reportedly.pipeline` for what it reads and writes."""
    roster = _roster(tables, joins)
    give_back()
    grouping = grouped(roster, joins)
    give_back()
    bearers = bearers_of(roster, grouping)
    described = find_described(tables, bearers, joins)
    give_back()
    tables = moved(tables, described.moves)
    # Those without names come last: they give a group neither its name nor its identifier.
    bearers = pa.concat_tables([bearers, table_of(Bearer, described.bearers)])
    identity = _identity(tables, bearers)
    entities = entities_of(roster, grouping, bearers, identity, joins)
    articles = tables[Article.table].select(["article_id", "outlet"])
    written, constraints = write(tables, entities, described.reasons(), identity, articles)
    written[Entity.table] = entities.entities.sort_by("entity_id")
    written[DatedName.table] = table_of(DatedName, identity.dated_names)
    written[Constraint.table] = table_of(Constraint, sorted_rows(constraints))
    written[Bearer.table] = bearers
    return written


def _roster(tables: Tables, joins: Joins) -> Roster:
    """The members of the pile, with their kinds and the outlets that they name settled."""
    wanted = {
        Cluster.table: "article_id cluster name names kind titles pronouns",
        Mention.table: "article_id cluster span",
    }
    asked = {name: tables[name].select(columns.split()) for name, columns in wanted.items()}
    articles = tables[Article.table].select(["article_id", "published", "byline", "outlet"])
    roster = roster_of(joins.by_article(asked, named_clusters), articles)
    roster.kind = settled(roster)
    name_outlets(roster, [outlet for outlet in articles["outlet"].to_pylist() if outlet])
    return roster


def _identity(tables: Tables, bearers: pa.Table) -> Identity:
    """Who is who among those that decisions touch."""
    decisions = rows_of(Constraint, tables[Constraint.table])
    mentions = mention_index(tables[Mention.table], named_articles(decisions))
    return identity_of(touched_bearers(bearers, decisions), decisions, mentions)
