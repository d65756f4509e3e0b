"""What the drawings in the browser are made of says the same as strips and tables."""

import json
import re

from starlette.testclient import TestClient

from reportedly.show.web.pictures import points
from reportedly.store.pages_overview import OutletMonth


def data_of(page: str) -> list[dict[str, object]]:
    """The data of all drawings of a page."""
    found = re.findall(r'<script type="application/json">(.*?)</script>', page, re.DOTALL)
    return [json.loads(each) for each in found]


def test_articles_keep_their_outlets_and_numbers() -> None:
    """A month is a point."""
    drawn = points.articles([OutletMonth("", "2016-03", 2), OutletMonth("Beacon", "2016-04", 1)])
    assert [(p.day, p.row, p.n) for p in drawn.points] == [
        ("2016-03", "outlet not known", 2),
        ("2016-04", "Beacon", 1),
    ]


def test_a_person_s_points_lead_to_statements(pages: TestClient) -> None:
    """In rows, with the words on their signs."""
    (drawn,) = data_of(pages.get("/person/e2").text)
    found = drawn["points"]
    assert isinstance(found, list)
    assert {p["row"] for p in found} == {"by them"}
    assert [p["href"] for p in found] == ["/statement/s2", "/statement/s3"]


def test_moments_lead_to_the_table_and_to_words(pages: TestClient) -> None:
    """Every moment's anchor is a row of the page."""
    page = pages.get("/timeline").text
    (drawn,) = data_of(page)
    (moment,) = drawn["moments"]  # type: ignore[misc]
    assert (moment["earliest"], moment["sure"]) == ("2016-03-07", True)
    assert f'id="{moment["anchor"]}"' in page
    assert moment["reports"][0]["href"].startswith("/article/a1?at=")


def test_words_cannot_end_the_data(pages: TestClient) -> None:
    """Markup in an outlet's name stays inside the script element."""
    page = pages.get("/").text
    assert "<i>Evil" not in page
    (drawn,) = data_of(page)
    assert drawn["caption"]


def test_vendored_libraries_come_with_their_licences() -> None:
    """Each file of another's has its licence beside it and its name in NOTICE."""
    from pathlib import Path

    import reportedly.show.web as web

    vendor = Path(web.__file__).parent / "static" / "vendor"
    libraries = sorted(path.name.split("-")[0] for path in vendor.glob("*.js"))
    assert libraries == ["d3", "plot"]
    for name in libraries:
        assert "Permission to use" in (vendor / f"{name}-LICENSE.txt").read_text("utf-8")
