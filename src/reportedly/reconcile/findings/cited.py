"""What an outlet that is cited itself reported: statements that cite it in, its own ones out."""

from collections.abc import Iterable

from reportedly.model import Article, Statement
from reportedly.outlets import outlet_key
from reportedly.reconcile.findings.pile import Pile
from reportedly.reconcile.findings.whole import Whole
from reportedly.reconcile.pairs.judging import closeness
from reportedly.schema import rows_of

#: Nearness in meaning from which a statement may be what is spoken of, in an article of the cited
#: outlet within one story, and how many such are shown.
NEAR, MOST_SHOWN = 0.2, 2


def cited_articles(whole: Whole, citing: Iterable[str]) -> list[str]:
    """The articles of one story with some of `citing`, by outlets that any of these cites."""
    names = sorted(set(citing))
    statements = whole.pile_of_statements(whole.having(Statement, "article_id", names))
    cited = {key for keys in statements.sources.relays.values() for key in keys}
    stories = {a.story_id for a in statements.rows(Article) if a.story_id}
    told = rows_of(Article, whole.having(Article, "story_id", sorted(stories)))
    return sorted(a.article_id for a in told if a.outlet and outlet_key(a.outlet) in cited)


def as_first_reported(
    denied: Statement, citing: Iterable[Statement], pile: Pile
) -> list[Statement]:
    """What the outlets that are cited reported before, in the same story, that comes nearest to
    `denied`; of people whom they do not name, since others may have denied it there."""
    keys = {key for s in citing for key in pile.sources.relays.get(s.statement_id, ())}
    told = pile.with_story_of(denied.article_id)
    near = [
        (closeness(denied.content_text, s.content_text), s)
        for article in told
        if _is_cited(article, keys, denied.article_id, pile)
        for s in pile.said_in(article)
        if s.source and not s.speaker_id
    ]
    found = sorted((-close, s.statement_id, s) for close, s in near if close >= NEAR)
    return [s for _, _, s in found[:MOST_SHOWN]]


def _is_cited(article_id: str, keys: set[str], citing: str, pile: Pile) -> bool:
    """Of an article of the same story: is it of one of some outlets, and not of a later day?"""
    article = pile.articles[article_id]
    if article_id == citing or not article.outlet or outlet_key(article.outlet) not in keys:
        return False
    earliest, latest = pile.published(article_id).earliest, pile.published(citing).latest
    return earliest is None or latest is None or earliest <= latest
