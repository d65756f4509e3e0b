"""Of which deal a sum beside a property is the price."""

import re

import pytest

from reportedly.reconcile.findings.deals import find_deal, property_of


def _deal(text: str) -> str | None:
    matched = re.search(r"£[\d.]+(?:\s?million|m)?", text)
    assert matched
    return find_deal(text, matched.span(), 2020)


@pytest.mark.parametrize(
    ("text", "deal"),
    [
        ("They have paid £3.2m for Quill House.", "purchase of Quill House"),
        ("Quill House was theirs. The couple paid £2.3million for it.", "purchase of Quill House"),
        ("Quill House has been sold for £4 million.", "sale of Quill House in 2020"),
        ("The £4 million sale of Quill House two years ago.", "sale of Quill House in 2018"),
        ("Quill House was sold in 2014 for £4m.", "sale of Quill House in 2014"),
        ("Quill House was sold for £4m.", None),
        ("They paid £4m, and Quill House and Tarn Hall are theirs.", None),
        ("He spent £4m at Quill House.", None),
    ],
)
def test_purchases_are_the_buyers_and_sales_of_a_year(text: str, deal: str | None) -> None:
    """A sale without a year is of any year, and two houses in a sentence are two."""
    assert _deal(text) == deal


def test_the_property_of_a_deal() -> None:
    """The name without the deal and the year."""
    assert property_of("sale of Quill House in 2020") == "Quill House"
    assert property_of("purchase of Quill House") == "Quill House"
