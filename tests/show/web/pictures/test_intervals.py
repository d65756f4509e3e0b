"""Facts are drawn over the time for which they are given, those that conflict apart."""

from starlette.testclient import TestClient

from reportedly.model import Fact
from reportedly.show.web.pictures import intervals
from reportedly.store.pages import ArticleLine
from reportedly.store.pages_people import FactLine


def line(value: str, first: str | None, last: str | None, day: str | None) -> FactLine:
    fact = Fact(
        fact_id=value, subject="Maud Odell", attribute="age", value=value, as_of_earliest=first,
        as_of_latest=last, article_id="a1", span=(0, 4), confidence=0.9,
    )  # fmt: skip
    article = ArticleLine("a1", None, "Beacon", None, "x", day, None, day, day, None, None, day)
    return FactLine(fact, article, None)


def test_a_value_stands_where_it_is_given() -> None:
    """By its own days, else by its article's; without any it is not drawn."""
    drawn = intervals.facts(
        [
            ("age", "41", [line("41", "2016", "2016", None)], True),
            ("age", "43", [line("43", None, None, "2018-06-01")], False),
            ("age", "44", [line("44", None, None, None)], False),
        ]
    )
    assert drawn is not None
    assert [strip.name for strip in drawn.strips] == ["age: 41", "age: 43"]
    first, second = (strip.marks[0] for strip in drawn.strips)
    assert (first.kind, second.kind) == ("clash", "fact")
    assert first.width > second.width
    assert first.x < second.x


def test_one_value_is_no_picture() -> None:
    """Nothing to compare."""
    assert intervals.facts([("age", "41", [line("41", "2016", "2016", None)], False)]) is None


def test_the_page_draws_them(pages: TestClient) -> None:
    """Two ages that conflict."""
    page = pages.get("/person/e1").text
    assert page.count('<rect class="m-clash"') == 2
    assert "age: 41" in page
