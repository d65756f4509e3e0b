"""Pages are kept as captured, or left out, and go when something in them is forgotten."""

import sqlite3
from pathlib import Path

import pytest

from reportedly.engine.build import build, captured_pages
from reportedly.engine.forget import forget
from reportedly.reading.captures import MAX_CAPTURE_BYTES, unpack
from reportedly.store import captures
from reportedly.store import connection as store

BODY = (
    "<p>“The bridge stays,” Wilhelmina Quarrell told the council of Tarnholt on Monday evening.</p>"
    "<p>Otto Brandling denied at the same meeting that the bridge had ever been safe at all.</p>"
)
OTHER = BODY.replace("Wilhelmina Quarrell", "The chairwoman")
NAMELESS = f"<body><a href='/people/wilhelmina-quarrell'>more</a>{OTHER}</body>"
PAGES = {"one.html": f"<body>{BODY}</body>", "two.html": NAMELESS, "three.html": f"<p>x</p>{OTHER}"}


@pytest.fixture()
def chronicle(tmp_path: Path) -> Path:
    for name, page in PAGES.items():
        (tmp_path / name).write_text(page)
    (tmp_path / "four.txt").write_text("“No page here,” said Otto Brandling of Tarnholt.\n")
    build([tmp_path], tmp_path / "c.chronicle", workers=0)
    return tmp_path / "c.chronicle"


def kept(chronicle: Path) -> list[bytes]:
    """The pages in the chronicle, sorted."""
    with store.open_existing(chronicle) as opened:
        return sorted(unpack(page).content for _, page in captures.everything(opened))


def test_pages_are_kept_byte_for_byte(chronicle: Path) -> None:
    """One for each article that was read from a page, and for no other."""
    assert kept(chronicle) == sorted(page.encode() for page in PAGES.values())


def test_pages_are_left_out_when_asked(chronicle: Path, tmp_path: Path) -> None:
    """They go at once and stay away, until they are asked for again."""
    build([tmp_path], chronicle, workers=0, pages=False)
    assert kept(chronicle) == []
    (tmp_path / "five.html").write_text(f"<p>Five pages.</p>{OTHER}")
    build([tmp_path], chronicle, workers=0)
    assert kept(chronicle) == []
    build([tmp_path], chronicle, workers=0, pages=True)
    assert len(kept(chronicle)) == 4


def test_reading_again_computes_nothing_anew(chronicle: Path, tmp_path: Path) -> None:
    """Pages that are missing come back without a single article being annotated again."""
    before = kept(chronicle)
    build([], chronicle, workers=0, pages=False)
    report = build([tmp_path], chronicle, workers=0, pages=True)
    assert kept(chronicle) == before
    assert (report.annotated, report.reconciled) == (0, False)


def test_a_forgotten_person_is_in_no_page(chronicle: Path, tmp_path: Path) -> None:
    """Pages with the name in words or in an address go, and do not come back with new ones."""
    forget(chronicle, "Wilhelmina Quarrell")
    assert kept(chronicle) == [PAGES["three.html"].encode()]
    (tmp_path / "six.html").write_text(f"<p>Six.</p>{BODY}")
    build([tmp_path], chronicle, workers=0)
    assert kept(chronicle) == [PAGES["three.html"].encode()]


def test_a_forgotten_article_takes_its_page_along(chronicle: Path, tmp_path: Path) -> None:
    """By its path."""
    forget(chronicle, str(tmp_path / "three.html"))
    assert PAGES["three.html"].encode() not in kept(chronicle)


def test_an_input_that_is_gone_takes_its_page_along(chronicle: Path, tmp_path: Path) -> None:
    """A file that holds another page now."""
    (tmp_path / "three.html").write_text(PAGES["one.html"])
    build([tmp_path], chronicle, workers=0)
    assert PAGES["three.html"].encode() not in kept(chronicle)


def test_a_large_page_is_not_kept(tmp_path: Path) -> None:
    """The article is read all the same."""
    filler = f"<!-- {'x' * MAX_CAPTURE_BYTES} -->"
    (tmp_path / "large.html").write_text(f"<body>{filler}{BODY}</body>")
    report = build([tmp_path], tmp_path / "c.chronicle", workers=0)
    assert report.rows["articles"] == 1
    assert kept(tmp_path / "c.chronicle") == []


def test_names_are_found_however_they_are_written(chronicle: Path) -> None:
    """In other case, between tags, in addresses; a part of a word is no name."""
    with sqlite3.connect(chronicle) as opened:
        pages = dict(captures.everything(opened))
    holding = [name for name in pages if captured_pages.holds(pages[name], ["wilhelmina QUARRELL"])]
    assert len(holding) == 2
    assert not any(captured_pages.holds(page, ["ilhelmina Quarrel"]) for page in pages.values())
