"""What statements say, as other stages find it kept."""

from reportedly.model import Article, Mention, Row, Statement
from reportedly.reconcile.claims.candidates import SAID, said_in
from reportedly.row_hashes import row_hashes
from reportedly.schema import table_of

TEXT = "Ilse Quell did not say that 9 mills would be sold. She denied that they were."


def test_the_version_changes_with_what_is_found() -> None:
    """Results are kept under that name for more than one stage: whoever changes what `said_in`
    gives raises `SAID`, and puts the new number here."""
    article = Article(article_id="a1", path="x", text=TEXT, sha256="", published="2019-03-04")
    spans = ((28, 49), (67, 76))
    statements = [
        Statement(
            statement_id=f"s{at}",
            article_id="a1",
            content=((start, end),),
            content_text=TEXT[start:end],
            cue=((11, 22),) if at == 0 else ((55, 61),),
            polarity="denies" if at else "asserts",
            mode="indirect",
            confidence=0.9,
            reason="",
        )
        for at, (start, end) in enumerate(spans)
    ]
    mention = Mention(
        article_id="a1", span=(28, 35), text="9 mills", form="name", entity_id="e1",
        confidence=0.9, cluster=0,
    )  # fmt: skip
    rows: dict[type[Row], list[Row]] = {
        Article: [article],
        Statement: [*statements],
        Mention: [mention],
    }
    found = said_in({kind.table: table_of(kind, listed) for kind, listed in rows.items()})
    assert found["about"].to_pylist() == [["e1"], []]
    assert (SAID, hex(int(row_hashes(found).sum()))) == (
        "what statements say, 4",
        "0x49db0bd43fdf52b5",
    )
