"""Words to paste name who, by which way, where and when, and the article's place."""

from reportedly.model import ChainHop
from reportedly.show.web import citing
from reportedly.store.pages import ArticleLine, StatementLine


def _article(**given: str | None) -> ArticleLine:
    fields: dict[str, str | None] = dict.fromkeys(ArticleLine.__slots__)
    known = {"article_id": "a1", "path": "pile/ferry.html", "outlet": "Trumpet", **given}
    return ArticleLine(**{**fields, **known})  # type: ignore[arg-type]


def _said(article: ArticleLine, *hops: str) -> StatementLine:
    return StatementLine(
        statement_id="s1",
        content=((0, 1),),
        content_text="“The ferry\nwill be sold”",
        source_text="the mayor",
        mode="direct",
        speaker_id=None,
        speaker=None,
        source_kind="person",
        channel=None,
        addressee_id=None,
        addressee=None,
        said_earliest=None,
        said_latest=None,
        utterance_id=None,
        claim_id=None,
        polarity="asserts",
        confidence=0.9,
        article=article,
        chain=tuple(
            ChainHop(statement_id="s1", hop=n, name=name, kind="person")
            for n, name in enumerate(hops)
        ),
    )


def test_a_statement_with_its_way_and_source() -> None:
    """Speaker, words on one line, the way where it is longer than two, the source, the address."""
    article = _article(
        title="Sold!",
        byline="Jo Roe",
        url="https://trumpet.example/sold",
        published="2016-03-07",
        published_from="metadata",
    )
    assert citing.statement(_said(article, "Trumpet", "a friend", "the mayor")).split("\n") == [
        "the mayor (quoted): “The ferry will be sold”",
        "Trumpet › a friend › the mayor",
        "Trumpet, 7 March 2016: “Sold!”, by Jo Roe",
        "https://trumpet.example/sold",
    ]


def test_a_day_that_was_worked_out_says_so() -> None:
    """Who pastes it elsewhere must not take an interval for what the article says."""
    article = _article(published_from="inferred", published_earliest="2016-03-01")
    text = citing.words("aged 43", article)
    assert "1 March 2016 or later, by other evidence than a date of its own" in text


def test_no_address_that_is_none() -> None:
    """An address that is no page of the web is not handed on; the file is named."""
    article = _article(url="javascript:alert(1)")
    assert citing.words("aged 43", article).endswith("\npile/ferry.html")


def test_nothing_that_a_spreadsheet_would_run() -> None:
    """A headline or outlet that begins as a formula does is no formula where it is pasted."""
    assert "\n'=1+1, undated" in citing.words("x", _article(outlet="=1+1"))


def test_hidden_characters_are_shown() -> None:
    """What turns a line around is handed on by name."""
    assert "[U+202E]" in citing.words("\u202eturned", _article())
