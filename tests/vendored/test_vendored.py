"""What is vendored is what `tools.vendor` makes of the releases, and reads pages as they do."""

import importlib.metadata
import subprocess
import sys

import pytest
from lxml import html

from reportedly.vendored.htmldate.core import find_date
from reportedly.vendored.trafilatura.core import bare_extraction
from tools.vendor import PARTS, Part, differing

PAGE = """<html><head><title>Ferry</title></head><body><nav><a href="/">Home</a></nav><article>
<h1>Ferry runs aground</h1>
<p>The ferry to Marrow Island ran aground on Sunday night, and nobody was hurt, said Ada Quill.</p>
<p>She said the crew had seen the light too late, and that the pier would stay shut all week.</p>
<p>Stand: {day}</p></article><footer><p>All rights reserved</p></footer></body></html>"""


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.name)
def test_the_files_are_those_of_the_release(part: Part) -> None:
    """Nobody edits them here: who wants a change writes it into `tools.vendor`."""
    installed = {found.name: found.version for found in importlib.metadata.distributions()}
    if installed.get(part.name) != part.version:
        pytest.skip(f"{part.name} {part.version} is not installed")
    assert differing(part) == []


def test_text_is_that_of_the_library() -> None:
    """The article without what stands around it."""
    trafilatura = pytest.importorskip("trafilatura")
    trees = [html.fromstring(PAGE) for _ in range(2)]
    ours, theirs = (
        extract(tree, favor_precision=True, include_comments=False)
        for extract, tree in zip((bare_extraction, trafilatura.bare_extraction), trees, strict=True)
    )
    assert ours.text == theirs.text
    assert "pier would stay shut" in ours.text
    assert "All rights" not in ours.text


@pytest.mark.parametrize(
    ("day", "wanted"),
    [("15.04.2020", "2020-04-15"), ("Miércoles, 15 de Abril de 2020", "2020-04-15")],
)
def test_days_are_found_in_other_languages(day: str, wanted: str) -> None:
    """By the tables of the library, and by ours where it would ask another one."""
    page = html.fromstring(PAGE.format(day=day).replace("Stand: Mi", "Mi"))
    assert find_date(page, original_date=True, extensive_search=True) == wanted


def test_nothing_of_the_whole_libraries_is_loaded() -> None:
    """They are not installed with the package."""
    code = (
        "import sys, reportedly.vendored.trafilatura.core, reportedly.vendored.htmldate.core;"
        "print({name.split('.')[0] for name in sys.modules}"
        " & {'trafilatura', 'htmldate', 'courlan', 'babel', 'dateparser', 'urllib3'})"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
