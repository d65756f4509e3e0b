"""The diagram of a quotation's way, from what its page gives."""

from dataclasses import replace

from starlette.testclient import TestClient

from reportedly.model import Variant
from reportedly.show.web.pictures.journey import journey
from reportedly.store.pages import ArticleLine, StatementLine
from reportedly.store.pages_quotes import Report


def _report(name: str, outlet: str, origin: str | None, day: str | None = "2016-03-07") -> Report:
    stated = "metadata" if day else None
    article = ArticleLine(
        name, None, outlet, None, "p", day, stated, None, None, None, None, day
    )  # fmt: skip
    line = StatementLine(
        statement_id=name,
        content=((0, 1),),
        content_text="x",
        source_text=None,
        mode="direct",
        speaker_id=None,
        speaker=None,
        source_kind="unknown",
        channel=None,
        addressee_id=None,
        addressee=None,
        said_earliest=None,
        said_latest=None,
        utterance_id="u1",
        claim_id=None,
        polarity="asserts",
        confidence=0.9,
        article=article,
        chain=(),
    )
    variant = Variant(
        utterance_id="u1", statement_id=name, from_statement_id=origin, change="trimmed"
    )
    return Report(line, variant)


def test_one_report_travels_nowhere() -> None:
    """There is no picture of a single report."""
    assert journey([_report("s1", "Beacon", None)]) is None


def test_lanes_dots_and_lines() -> None:
    """A lane for each outlet, a dot for each report, a line from where each comes from."""
    drawn = journey(
        [
            _report("s1", "Beacon", None),
            _report("s2", "Trumpet", "s1"),
            _report("s3", "Beacon", "s2", day=None),
        ]
    )
    assert drawn is not None
    assert [lane.name for lane in drawn.lanes] == ["Beacon", "Trumpet"]
    assert [dot.day for dot in drawn.dots] == ["7 March 2016", "7 March 2016", "undated"]
    assert len(drawn.lines) == 2
    assert drawn.dots[0].y == drawn.dots[2].y != drawn.dots[1].y
    assert [dot.x for dot in drawn.dots] == sorted({dot.x for dot in drawn.dots})
    assert drawn.dots[-1].x < drawn.width


def test_an_outlet_with_and_without_its_article_has_one_lane() -> None:
    """Pages of one newspaper call it "Beacon" and "The Beacon"."""
    drawn = journey([_report("s1", "Beacon", None), _report("s2", "The Beacon", "s1")])
    assert drawn is not None
    assert [lane.name for lane in drawn.lanes] == ["The Beacon"]
    assert drawn.dots[0].y == drawn.dots[1].y


def test_a_way_in_pictures_is_told_in_words_too(pages: TestClient) -> None:
    """The picture's links are among those of the list of versions, so nobody needs the picture."""
    page = pages.get("/utterance/u1").text
    picture, _, words = page.partition('<h2 id="versions">')
    for link in ("/article/a1?s=s2#s2", "/article/a2?s=s3#s3"):
        assert link in picture
        assert link in words


def test_days_that_are_not_stated_are_told_roughly() -> None:
    """Over a dot stands as much as is known, and on its sign all of it."""
    known = (
        ("2018-06-07", "2018-06-29", "about June 2018", "between 7 and 29 June 2018"),
        ("2018-03-07", "2018-09-29", "about 2018", "between 7 March and 29 September 2018"),
        ("2018-03-07", "2019-09-29", "2018 to 2019", "between 7 March 2018 and 29 September 2019"),
        ("2018-03-07", None, "March 2018 or later", "7 March 2018 or later"),
        (None, "2018-03-07", "March 2018 or earlier", "7 March 2018 or earlier"),
    )
    for first, last, short, told in known:
        report = _report("s2", "Trumpet", "s1", day=None)
        line = report.statement
        article = replace(line.article, published_earliest=first, published_latest=last)
        report = replace(report, statement=replace(line, article=article))
        drawn = journey([_report("s1", "Beacon", None), report])
        assert drawn is not None
        assert drawn.dots[1].day == short
        assert drawn.dots[1].label.startswith(f"{told}, Trumpet")


def test_rungs_stand_in_the_order_of_the_dots() -> None:
    """On a narrow screen a rung for each report, from the first day down, a bow for each origin."""
    drawn = journey(
        [
            _report("s1", "Beacon", None, "2016-03-07"),
            _report("s2", "A" * 60, "s1", "2016-03-09"),
            _report("s3", "Trumpet", "s1", "2016-03-08"),
        ]
    )
    assert drawn is not None
    assert [rung.day for rung in drawn.narrow.rungs] == [
        "7 March 2016",
        "8 March 2016",
        "9 March 2016",
    ]
    heights = [rung.y for rung in drawn.narrow.rungs]
    assert heights == sorted(heights)
    assert heights[-1] < drawn.narrow.height
    assert len(drawn.narrow.bows) == 2
    assert max(len(rung.outlet) for rung in drawn.narrow.rungs) < 60


def test_a_long_day_at_the_edge_is_written_within_the_picture() -> None:
    """It stands left of its dot there, and over it elsewhere."""
    last = _report("s2", "Trumpet", "s1", day=None)
    article = replace(
        last.statement.article, published_earliest="2016-09-20", published_latest="2016-09-29"
    )
    drawn = journey(
        [
            _report("s1", "Beacon", None),
            replace(last, statement=replace(last.statement, article=article)),
        ]
    )
    assert drawn is not None
    early, late = drawn.dots
    assert early.day_x == early.x
    assert late.day == "about September 2016" and late.day_x < late.x
    assert late.day_x + 6.6 * len(late.day) / 2 <= drawn.width
