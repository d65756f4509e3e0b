"""Articles that tell apart a person of one word, "Ada", and one of a fuller name, "Ada Quill".

In: who is called by a word, and who bears it as a given name.  Out: the bearers that the word alone
may mean: a child that is named after a grandmother is not the grandmother anywhere.
"""

from collections.abc import Sequence

from reportedly.models.names.person import person_name
from reportedly.reconcile.entities.context import Context
from reportedly.reconcile.entities.nodes import Nodes

#: Of the articles that give the fuller name at least this share must tell the two apart: one of
#: many in which a text was misread says nothing.
_SHARE = 0.5

Option = tuple[int, list[int]]
"""a group, and its nodes that bear the word"""


def without_forebears(
    word: str, members: Sequence[int], options: Sequence[Option], nodes: Nodes, context: Context
) -> list[Option]:
    """`options` without those whom most of their articles tell apart from somebody of one word.

    Args:
        members: who is called by the word alone, as numbers of the roster.
    """
    alone = {int(nodes.roster.article[n]) for n in members}
    return [
        (group, own)
        for group, own in options
        if any(person_name(nodes.name_of(node)).given != word for node in own)
        or not _tell_apart(own, alone, context)
    ]


def _tell_apart(own: Sequence[int], alone: set[int], context: Context) -> bool:
    articles = {article for node in own for article in context.articles_of(node).tolist()}
    return len(articles & alone) >= _SHARE * len(articles)
