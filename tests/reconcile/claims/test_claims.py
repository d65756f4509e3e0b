"""Claims: which statements say the same."""

import pytest

from reportedly.engine.joins import LaptopJoins
from reportedly.model import Article, ChainHop, Claim, Mention, Polarity, Statement
from reportedly.reconcile.claims import reconcile
from reportedly.schema import rows_of, table_of

#: Statements of others, so that rare words can be told from common ones.
_OTHERS = (
    "The harbour dues will rise again next winter",
    "Our choir needs another tenor before Easter",
    "Nobody has mended the clock on the market hall",
    "The ferry timetable will change on Sunday",
)


def claims(
    *said: str, polarity: Polarity = "asserts", days: tuple[str, ...] = ()
) -> tuple[list[Claim], list[Statement]]:
    """The claims of statements that each stand in an article of their own; the polarity is that
    of the last one."""
    articles, statements = [], []
    for number, words in enumerate((*said, *_OTHERS)):
        day = days[number] if number < len(days) else "2018-06-01"
        articles.append(
            Article(
                article_id=f"a{number}",
                path="x",
                text=words,
                sha256="",
                outlet=f"Outlet {number}",
                published=day,
            )
        )
        statements.append(
            Statement(
                statement_id=f"s{number}",
                article_id=f"a{number}",
                content=((0, len(words)),),
                content_text=words,
                mode="indirect",
                polarity=polarity if number == len(said) - 1 else "asserts",
                confidence=0.9,
                reason="",
            )
        )
    tables = {
        "articles": table_of(Article, articles),
        "statements": table_of(Statement, statements),
        "chain": table_of(ChainHop, []),
        "mentions": table_of(Mention, []),
    }
    found = reconcile(tables, LaptopJoins())
    return rows_of(Claim, found["claims"]), rows_of(Statement, found["statements"])


def same(*said: str, polarity: Polarity = "asserts", days: tuple[str, ...] = ()) -> bool:
    """True when the first two statements make one claim."""
    _, statements = claims(*said, polarity=polarity, days=days)
    by_id = {s.statement_id: s.claim_id for s in statements}
    return by_id["s0"] == by_id["s1"]


def test_two_ways_of_saying_the_same_make_one_claim() -> None:
    """Order of words, tense and small words make no difference; the claim counts both."""
    found, statements = claims(
        "The foundry was sold to a brewery in Tallow Street",
        "A brewery in Tallow Street has bought what was the foundry, and sold it",
    )
    assert {s.claim_id for s in statements[:2]} == {statements[0].claim_id}
    claim = next(c for c in found if c.claim_id == statements[0].claim_id)
    assert (claim.n_statements, claim.n_outlets, claim.n_independent) == (2, 2, 2)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The foundry was sold to a brewery", "The foundry was not sold to a brewery"),
        ("The foundry employs 40 smiths in town", "The foundry employs 60 smiths in town"),
        ("The foundry was sold to a brewery", "The foundry burned down in a storm"),
        ("That is not true", "That is not true"),
    ],
)
def test_what_differs_in_sign_number_or_content_stays_apart(one: str, other: str) -> None:
    """A negation, another number, other words, or too few words make two claims."""
    assert not same(one, other)


def test_a_denial_is_not_what_it_denies() -> None:
    """Polarity counts as a negation."""
    words = "The foundry was sold to a brewery in Tallow Street"
    assert same(words, words)
    assert not same(words, words, polarity="denies")


def test_years_apart_two_claims_are_made() -> None:
    """The same words about another time are another claim."""
    words = "The foundry was sold to a brewery in Tallow Street"
    assert not same(words, words, days=("2015-06-01", "2018-06-01"))


def test_every_statement_that_says_something_makes_a_claim() -> None:
    """No clause is left without a claim, and every claim has its statements."""
    found, statements = claims("The foundry was sold", "It rained on Friday")
    assert {s.claim_id for s in statements} == {c.claim_id for c in found}
    assert sum(c.n_statements for c in found) == len(statements)


def test_what_only_names_a_thing_is_no_claim() -> None:
    """Two who speak of the sale of a foundry have not yet said anything of it."""
    named = "the sale of the old foundry in Tallow Street"
    found, statements = claims(named, named)
    assert [s.claim_id for s in statements[:2]] == [None, None]
    assert named not in {c.text for c in found}
