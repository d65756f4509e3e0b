"""Which version a report most likely comes from, and in what order versions stand."""

from reportedly.model import Article, ChainHop, Statement
from reportedly.reconcile.independence import SourceIndex
from reportedly.reconcile.utterances.lineage import Lineage
from reportedly.reconcile.utterances.wording import said

FULL = "I would sooner row to the moon than sell this pier, and I cannot row"
SHORT = "I would sooner row to the moon"
#: Name, article, words, mode
Report = tuple[str, str, str, str]


def _lineage(
    days: dict[str, str], *reports: Report, relays: dict[str, str] | None = None
) -> Lineage:
    """Reports in articles named after their outlets, undated ones by a day after "-"; `relays`
    names whom one passes on."""
    texts = {name: "\n".join(r[2] for r in reports if r[1] == name) for name in days}
    articles = {
        name: Article(
            article_id=name,
            path="x",
            text=texts[name],
            sha256="",
            outlet=name,
            published=None if day[0] == "-" else day,
            published_latest=day.removeprefix("-"),
        )
        for name, day in days.items()
    }
    told = {}
    for name, article, words, mode in reports:
        start = texts[article].index(words)
        statement = Statement(
            statement_id=name, article_id=article, content=((start, start + len(words)),),
            content_text=words, mode=mode, confidence=0.9, reason="",  # type: ignore[arg-type]
        )  # fmt: skip
        told[name] = said(statement, texts[article])
    chain = [
        ChainHop(statement_id=name, hop=1, kind="outlet", name=outlet)
        for name, outlet in (relays or {}).items()
    ]
    standing = {name: one.statement.article_id for name, one in told.items()}
    return Lineage(told, articles, SourceIndex.of(articles.values(), chain, standing))


def _origins(lineage: Lineage, *names: str) -> dict[str, str | None]:
    return {v.statement_id: v.from_statement_id for v in lineage.variants("u", names)}


def test_a_headline_comes_from_the_quotation_below_it() -> None:
    """Also where the quotation is told of a programme, of which nothing else is there."""
    lineage = _lineage(
        {"Courier": "2015-05-02"},
        ("head", "Courier", f"‘{SHORT}’", "direct"),
        ("body", "Courier", f"“{FULL}”", "direct"),
        relays={"body": "Night Ferry"},
    )
    assert lineage.in_order(("body", "head")) == ["body", "head"]
    assert _origins(lineage, "body", "head") == {"body": None, "head": "body"}


def test_nobody_takes_words_from_a_headline_that_has_them_in_part() -> None:
    """A later report of the same few words comes from the whole quotation."""
    lineage = _lineage(
        {"Courier": "2015-05-02", "Herald": "2015-05-03"},
        ("head", "Courier", f"‘{SHORT}’", "direct"),
        ("body", "Courier", f"“{FULL}”", "direct"),
        ("later", "Herald", f"“{SHORT}”", "direct"),
    )
    assert _origins(lineage, "body", "head", "later")["later"] == "body"


def test_words_are_left_out_more_often_than_added() -> None:
    """A report in pieces comes from the version that has them all."""
    lineage = _lineage(
        {"Courier": "2015-05-02", "Gull": "2015-05-03", "Herald": "2017-05-03"},
        ("full", "Courier", f"“{FULL}”", "direct"),
        ("part", "Gull", f"“{SHORT}”", "direct"),
        ("late", "Herald", f"She would “{SHORT[8:]}”, she said, “and I cannot row”", "mixed"),
    )
    assert _origins(lineage, "full", "late", "part")["late"] == "full"


def test_an_undated_page_stands_at_the_last_day_that_it_can_have() -> None:
    """Known to be out by a day, it comes before what is dated later."""
    lineage = _lineage(
        {"Gull": "-2015-05-02", "Courier": "2015-05-04"},
        ("part", "Courier", f"“{SHORT}”", "direct"),
        ("full", "Gull", f"“{FULL}”", "direct"),
    )
    assert lineage.in_order(("full", "part")) == ["full", "part"]


def test_who_passes_words_on_stands_behind_whom_it_names() -> None:
    """Of one day, the outlet that has them from another comes second."""
    lineage = _lineage(
        {"Courier": "2015-05-02", "Gull": "2015-05-02"},
        ("first", "Gull", f"“{SHORT}”", "direct"),
        ("relay", "Courier", f"“{FULL}”", "direct"),
        relays={"relay": "The Gull"},
    )
    assert lineage.in_order(("first", "relay")) == ["first", "relay"]
