"""What is not shown to be independent counts once."""

from reportedly.model import Article, ChainHop
from reportedly.reconcile.independence import SourceIndex, count_sources


def article(name: str, outlet: str | None, copy_group: str | None = None) -> Article:
    return Article(
        article_id=name, path=name, text="", sha256="", outlet=outlet, copy_group=copy_group
    )


def hop(statement: str, at: int, kind: str, name: str) -> ChainHop:
    return ChainHop(statement_id=statement, hop=at, kind=kind, name=name)  # type: ignore[arg-type]


def test_copies_and_outlets_count_once() -> None:
    """Near copies in three outlets, and two reports of one outlet, are one source each."""
    index = SourceIndex.of(
        [
            article("a1", "The Harbour Post", "k1"),
            article("a2", "Evening Bell", "k1"),
            article("a3", "Ferry Times"),
            article("a4", "theferrytimes.co.uk"),
        ]
    )
    counts = count_sources(["a1", "a2", "a3", "a4", "a4"], index)
    assert (counts.n_articles, counts.n_outlets, counts.n_independent) == (4, 3, 2)
    assert counts.groups == (("a1", "a2"), ("a3", "a4"))


def test_named_relay_ties_to_the_outlet_it_names() -> None:
    """Who repeats the Bell's report is no second source, whether or not the Bell is in the pile."""
    articles = [article("a1", "Evening Bell"), article("a2", "Ferry Times"), article("a3", "Gull")]
    chain = [
        hop("s2", 0, "outlet", "Ferry Times"),
        hop("s2", 1, "outlet", "the Evening Bell"),
        hop("s2", 2, "person", "Ada Quill"),
        hop("s3", 1, "outlet", "Evening Bell"),
    ]
    index = SourceIndex.of(articles, chain, {"s2": "a2", "s3": "a3"})
    assert count_sources(["a1", "a2"], index, ["s2"]).n_independent == 1
    assert count_sources(["a2", "a3"], index, ["s2", "s3"]).n_independent == 1
    assert count_sources(["a1", "a2"], index).n_independent == 2


def test_organisation_at_the_end_of_the_chain_is_no_relay() -> None:
    """Two outlets that both asked the ministry are two sources."""
    chain = [hop(s, 1, "organisation", "Harbour Ministry") for s in ("s1", "s2")]
    index = SourceIndex.of(
        [article("a1", "Bell"), article("a2", "Gull")], chain, {"s1": "a1", "s2": "a2"}
    )
    assert count_sources(["a1", "a2"], index, ["s1", "s2"]).n_independent == 2


def test_unknown_outlets_add_nothing() -> None:
    """An article of an unknown outlet may be anybody's; alone, it is one source."""
    index = SourceIndex.of([article("a1", None), article("a2", None), article("a3", "Gull")])
    assert count_sources(["a1", "a2"], index).n_independent == 1
    assert count_sources(["a1", "a2", "a3"], index).n_independent == 1
    assert count_sources([], index).n_independent == 0
