"""Children without names are those whom other articles of the pile name, where all order them
alike."""

from reportedly.model import Article, Fact
from reportedly.reconcile.dating.children_in_order import Children, is_unnamed_child
from reportedly.reconcile.dating.pile import Dated

NAMED = "Ann Doe and the children, Ned, nine, Tabby, seven, and Wim, three."


def _ages(article: str, text: str, ages: dict[str, str]) -> list[Fact]:
    rows = [("Ann Doe", "children", "3", (0, 7))]
    for name, age in ages.items():
        at = text.index(name)
        rows.append((name, "age", age, (at, at + len(name) + 5)))
    return [
        Fact(
            fact_id=f"{article}{name}{value}", subject=name, attribute=attribute, value=value,
            article_id=article, span=span, confidence=0.9,
        )
        for name, attribute, value, span in rows
    ]  # fmt: skip


def _children(*rows: tuple[str, dict[str, str]]) -> Children:
    named = [(f"a{number}", *row) for number, row in enumerate(rows)]
    articles = [Article(article_id=n, path=n, text=text, sha256=n) for n, text, _ in named]
    return Children(Dated(articles, [f for row in named for f in _ages(*row)]))


THREE = {"Ned": "9", "Tabby": "7", "Wim": "3"}


def test_places_in_a_row_are_those_of_named_children() -> None:
    """The second of three is the second eldest; the youngest is the last."""
    children = _children((NAMED, THREE))
    assert children.find("child 2 of 3 of Ann Doe") == "Tabby"
    assert children.find("the youngest child of Ann Doe") == "Wim"
    assert children.find("child 2 of 2 of Ann Doe") is None
    assert children.find("child 2 of 3 of Eva Doe") is None


def test_other_children_of_the_parent_leave_it_open() -> None:
    """Two articles that name other children do not say who the second is."""
    other = "Ann Doe and her kids, Ned, nine, Pip, seven, and Wim, three."
    children = _children((NAMED, THREE), (other, {"Ned": "9", "Pip": "7", "Wim": "3"}))
    assert children.find("child 2 of 3 of Ann Doe") is None


def test_a_row_of_grown_guests_names_no_children() -> None:
    """Ages in a row without a word for children are anybody's."""
    guests = "Ann Doe saw Ned, nine, Tabby, seven, and Wim, three."
    assert _children((guests, THREE)).find("child 2 of 3 of Ann Doe") is None


def test_such_subjects_are_told_apart_from_names() -> None:
    """Nobody is called so."""
    assert is_unnamed_child("child 1 of 2 of Ann Doe")
    assert not is_unnamed_child("Ann Doe")
