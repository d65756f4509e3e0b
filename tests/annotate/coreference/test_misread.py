"""Names and sources that the parser cuts or misreads, and who goes on speaking."""

import pytest

from reportedly.annotate.attribution import annotate as attribute
from reportedly.annotate.coreference import annotate
from reportedly.annotate.document import Document
from reportedly.model import Article, Cluster, Mention
from reportedly.rows import Rows


def _rows(text: str) -> Rows:
    document = Document(Article(article_id="a1", path="x", text=text, sha256=""))
    return annotate(document, attribute(document, Rows()))


def _names(text: str) -> dict[str, str]:
    return {c.name: c.kind for c in _rows(text).of(Cluster) if c.name is not None}


def _cluster_of(rows: Rows, words: str) -> int | None:
    return next((m.cluster for m in rows.of(Mention) if m.text == words), None)


def test_a_body_ends_before_somebodys_post_in_it() -> None:
    """ "Press" belongs to the secretary."""
    names = _names("Grey House Press Secretary Ada Quill spoke. The Grey House said it would wait.")
    assert "Grey House Press" not in names


def test_initials_with_full_stops_lead_to_the_body() -> None:
    rows = _rows(
        "The Harbour and Pier Commission opened a case on Monday. Bo Tarn said that the H.P.C. had "
        "been slow."
    )
    names = {c.name for c in rows.of(Cluster)}
    assert "H.P.C." not in names and "Harbour and Pier Commission" in names


def test_a_name_may_begin_with_a_written_number() -> None:
    names = _names(
        "The figures were first printed on Zero Tide, a website. Zero Tide said that they were old."
    )
    assert names.get("Zero Tide") == "organisation"


def test_a_work_taken_up_by_it_stays_a_work() -> None:
    """The pronoun fits anything and says nothing of the kind."""
    rows = _rows("A study of piers came out on Monday. It says that piers rot. It names nobody.")
    kinds = {c.cluster: c.kind for c in rows.of(Cluster)}
    it = _cluster_of(rows, "It")
    assert it is not None and kinds[it] == "work"


@pytest.mark.parametrize("noun", ["they", "it"])
def test_a_body_that_spoke_goes_on_speaking(noun: str) -> None:
    verb = "They say" if noun == "they" else "It says"
    rows = _rows(
        f"The Marl Harbour Trust said on Monday that the storms had done harm. {verb} that the "
        "pier will close."
    )
    assert _cluster_of(rows, noun.title()) == _cluster_of(rows, "The Marl Harbour Trust")


def test_who_is_named_in_a_quotation_did_not_say_it() -> None:
    """An epithet for the speaker is not the one whom the speaker talks about."""
    rows = _rows("“What if Ada Quill learned to sing?” the 43-year-old asked on Monday.")
    assert _cluster_of(rows, "the 43-year-old") != _cluster_of(rows, "Ada Quill")
