"""`Chronicle`: typed rows, frames, former names, words under spans."""

import re
from pathlib import Path

import pandas
import polars
import pytest

from reportedly.chronicle import Chronicle
from reportedly.errors import ChronicleError, ReportedlyError
from reportedly.model import Article, Entity, Statement


def test_rows_are_typed_and_lead_to_their_words(sample_chronicle: Path) -> None:
    """Every statement's words are under its spans."""
    with Chronicle.open(sample_chronicle) as chronicle:
        for statement in chronicle.rows(Statement):
            words = " … ".join(
                " ".join(chronicle.words(statement.article_id, span).split())
                for span in statement.content
            )
            assert words == statement.content_text


def test_frames_hold_the_same_rows(sample_chronicle: Path) -> None:
    """Arrow, pandas and Polars."""
    with Chronicle.open(sample_chronicle) as chronicle:
        arrow = chronicle.arrow("articles")
        assert isinstance(chronicle.pandas("articles"), pandas.DataFrame)
        assert isinstance(chronicle.polars("articles"), polars.DataFrame)
        assert len(chronicle.pandas("articles")) == len(chronicle.polars("articles"))
        assert arrow.num_rows == len(list(chronicle.rows(Article)))


def test_a_row_by_its_identifier(sample_chronicle: Path) -> None:
    """And None for one that is not there."""
    with Chronicle.open(sample_chronicle) as chronicle:
        entity = next(chronicle.rows(Entity))
        assert chronicle.row(Entity, entity.entity_id) == entity
        assert chronicle.row(Entity, "e0") is None


def test_errors_name_the_next_step(sample_chronicle: Path, tmp_path: Path) -> None:
    """An unknown table, article or file."""
    with Chronicle.open(sample_chronicle) as chronicle:
        with pytest.raises(ReportedlyError, match="there are: articles"):
            chronicle.arrow("quotes")
        with pytest.raises(ReportedlyError, match="no article a0"):
            chronicle.words("a0", (0, 1))
    with pytest.raises(ChronicleError, match="reportedly build"):
        Chronicle.open(tmp_path / "none.chronicle")


def test_it_says_what_it_holds(sample_chronicle: Path) -> None:
    """In a notebook the object shows its file and how much is in it, or that it is closed."""
    with Chronicle.open(sample_chronicle) as chronicle:
        assert re.search(r": 20 articles, \d+ statements, \d+ findings>$", repr(chronicle))
    assert repr(chronicle).endswith("closed>")


def test_what_was_closed_says_how_to_open_it_again(sample_chronicle: Path) -> None:
    """No error of the database's; closing twice is none at all."""
    chronicle = Chronicle.open(sample_chronicle)
    chronicle.close()
    chronicle.close()
    with pytest.raises(ChronicleError, match=r"was closed; open it again with Chronicle\.open"):
        chronicle.pandas("statements")


def test_rows_take_types_only(sample_chronicle: Path) -> None:
    """A table's name, which frames take, is refused at once with the step to take."""
    with Chronicle.open(sample_chronicle) as chronicle:
        for wrong in ("statements", str, None):
            with pytest.raises(ReportedlyError, match="is no row type; give one of"):
                chronicle.rows(wrong)  # type: ignore[type-var,arg-type]


def test_a_span_outside_the_text_is_named(sample_chronicle: Path) -> None:
    """No words are given for one that does not lie in the article."""
    with Chronicle.open(sample_chronicle) as chronicle:
        article = next(chronicle.rows(Article))
        for span in ((0, len(article.text) + 1), (-2, 3), (5, 4)):
            with pytest.raises(ReportedlyError, match=f"{span[0]} to {span[1]} is no span"):
                chronicle.words(article.article_id, span)
        whole = (0, len(article.text))
        assert chronicle.words(article.article_id, whole) == article.text
