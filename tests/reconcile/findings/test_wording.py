"""The words of explanations: quotations in pieces, outlets that nobody knows, ends of sentences."""

import pytest

from reportedly.model import Article, Statement
from reportedly.reconcile.findings.wording import outlet, quoted, sentence, who


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("“They will stay,” … “He’d be lost.”", "“They will stay, … He’d be lost.”"),
        ('"We lost," … "We will be back."', "“We lost, … We will be back.”"),
        ("that the mill “will never be sold”", "“that the mill ‘will never be sold’”"),
        ("“Never,”", "“Never”"),
        ("They called it “a toy” and left", "“They called it ‘a toy’ and left”"),
        ("the mill will never be sold”", "“the mill will never be sold”"),
    ],
)
def test_marks_come_in_pairs(text: str, shown: str) -> None:
    """One pair around the whole, whatever marks the pieces had; those inside stay, made single."""
    assert quoted(text) == shown


def test_a_long_quotation_is_cut_and_closed() -> None:
    """What is cut off takes its closing mark with it."""
    shown = quoted("“" + "word " * 60 + "”", 40)
    assert shown.count("“") == shown.count("”") == 1
    assert shown.endswith(" …”")


def test_an_article_without_an_outlet_goes_by_its_headline() -> None:
    """The headline is not taken for the name of an outlet."""
    article = Article(article_id="a", path="x", title="A bell is found", text="A", sha256="")
    assert outlet(article) == "“A bell is found” (outlet not known)"


def test_a_sentence_ends_once() -> None:
    """No second full stop behind a closed quotation."""
    assert sentence("she said: “We lost.”") == "She said: “We lost.”"
    assert sentence("she left") == "She left."


def test_a_source_ends_before_what_is_told_of_it() -> None:
    """ "a juror, who" leads on to a clause that is not shown."""
    statement = Statement(
        statement_id="s", article_id="a", content=((0, 4),), content_text="Yes.", mode="direct",
        source_text="a juror, who", source_kind="anonymous", confidence=0.9, reason="",
    )  # fmt: skip
    assert who(statement) == "“a juror”"
