"""Rows: anchored, each told once, given to the statement that says it, the same every time."""

from reportedly.model import Statement

ANN = {"Ann Doe": ("Doe",)}


def test_a_quoted_fact_names_its_statement(facts_of):
    text = "“Ann Doe, 43, sings,” said Roe. Ann Doe, 43, sings."
    statement = Statement(
        statement_id="s1",
        article_id="a1",
        content=((1, 20),),
        content_text="Ann Doe, 43, sings,",
        mode="direct",
        confidence=0.9,
        reason="quoted",
    )
    facts = facts_of(text, ANN, statements=(statement,))
    assert sorted((f.span[0], f.statement_id) for f in facts) == [(1, "s1"), (32, None)]


def test_the_same_fact_is_told_once(facts_of):
    assert len(facts_of("Ann Doe, 43, sings. Doe, 43, is loud.", ANN)) == 1


def test_an_undated_article_leaves_the_days_open(facts_of):
    (fact,) = facts_of("Ann Doe, 43, sings.", ANN, published=None)
    assert (fact.as_of_earliest, fact.as_of_latest) == (None, None)


def test_identifiers_hang_on_content_alone(facts_of):
    text = "Ann Doe, 43, sings."
    assert facts_of(text, ANN) == facts_of(text, ANN)
    assert facts_of(text, ANN)[0].fact_id != facts_of("Ann Doe, 44, sings.", ANN)[0].fact_id
