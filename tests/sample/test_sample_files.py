"""The sample that ships: its files are what they claim to be, and its gold fits their words.

Pages are read here with the standard library, so that a fault in the program's own reading
cannot hide one in the gold.
"""

from __future__ import annotations

import gzip
import json
import re
import runpy
from collections.abc import Iterator
from datetime import date, datetime
from email import message_from_bytes, policy
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import ftfy
import pytest

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
SAMPLE = ROOT / "src" / "reportedly" / "sample"
PILE = SAMPLE / "pile"
GOLD: dict[str, Any] = json.loads((HERE / "gold.json").read_text(encoding="utf-8"))

BLOCKS = {"p", "h1", "h2", "h3", "h4", "li", "div", "figcaption", "span", "title", "blockquote"}
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
# The true birthdays behind the sample, which no article states whole except Linnet's.
BORN = {
    "Thessaly Arkwell": date(1971, 2, 3),
    "Corvin Dalgarth": date(1966, 8, 19),
    "Ambrose Dalgarth": date(2006, 1, 30),
    "Linnet Dalgarth": date(2009, 9, 2),
}
PLANTED_AGE = ("klaxon/his-ex.html", "Ambrose, eleven")


class Paragraphs(HTMLParser):
    """The words of a page, block by block; scripts and styles left out."""

    def __init__(self) -> None:
        super().__init__()
        self.blocks = [""]
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.silent += tag in {"script", "style"}
        if tag in BLOCKS:
            self.blocks.append("")

    def handle_endtag(self, tag: str) -> None:
        self.silent -= tag in {"script", "style"}
        if tag in BLOCKS:
            self.blocks.append("")

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.blocks[-1] += data


def page_blocks(page: bytes) -> list[str]:
    """The paragraphs of a page whatever its charset, mojibake mended."""
    try:
        text = page.decode("utf-8")
    except UnicodeDecodeError:
        text = page.decode("cp1252")
    parser = Paragraphs()
    parser.feed(ftfy.fix_text(text, ftfy.TextFixerConfig(uncurl_quotes=False, unescape_html=False)))
    return [block.strip() for block in parser.blocks if block.strip()]


def warc_contents(path: Path) -> list[bytes]:
    """The content of every record of an archive of ours, which writes no stray blank lines."""
    records = gzip.decompress(path.read_bytes()).split(b"WARC/1.1\r\n")[1:]
    return [record.split(b"\r\n\r\n", 1)[1] for record in records]


def record_blocks(path: Path, record: int) -> list[str]:
    """The paragraphs of one record of an archive, a feed or a JSONL file."""
    if path.suffix == ".gz":
        pages = [
            content for content in warc_contents(path) if b"Content-Type: text/html" in content
        ]
        return page_blocks(pages[record].split(b"\r\n\r\n", 1)[1])
    if path.suffix == ".xml":
        item = list(ElementTree.parse(path).iter("item"))[record]
        content, title = item.findtext(CONTENT), item.findtext("title")
        return [*page_blocks((content or "").encode()), title or ""]
    row = json.loads(path.read_text(encoding="utf-8").splitlines()[record])
    return [row["title"], *row["text"].split("\n")]


def blocks_of(name: str, record: int | None) -> list[str]:
    """The paragraphs of one article of the pile."""
    path = PILE / name
    if record is not None:
        return record_blocks(path, record)
    if path.suffix == ".mhtml":
        message = message_from_bytes(path.read_bytes(), policy=policy.default)
        html = next(part for part in message.walk() if part.get_content_type() == "text/html")
        return page_blocks(html.get_content().encode())
    if path.suffix == ".html":
        return page_blocks(path.read_bytes())
    return path.read_text(encoding="utf-8").split("\n")


def article_keys() -> list[tuple[str, int | None]]:
    return [(row["path"], row["record"]) for row in GOLD["articles"]]


BLOCKS_BY_ARTICLE = {key: blocks_of(*key) for key in article_keys()}


def resolve(place: str) -> tuple[str, int | None]:
    """The path and record that `path` or `path#record` names."""
    path, _, record = place.partition("#")
    return path, int(record) if record else None


def quoted_words() -> Iterator[tuple[tuple[str, int | None], str]]:
    """Every piece of text that the gold says stands in an article, with the article."""
    for table, column in (("statements", "content"), ("facts", "words"), ("regions", "text")):
        for row in GOLD[table]:
            words = row[column] if isinstance(row[column], list) else [row[column]]
            yield from (((row["path"], row["record"]), piece) for piece in words)
    for utterance in GOLD["utterances"]:
        for row in utterance["variants"]:
            words = row["text"] if isinstance(row["text"], list) else [row["text"]]
            yield from (((row["path"], row["record"]), piece) for piece in words)
    for finding in GOLD["findings"]:
        yield from ((resolve(place), piece) for place, piece in finding["words"])


def html_files() -> list[Path]:
    rejected = {row["path"] for row in GOLD["rejects"]}
    pages = sorted(PILE.rglob("*.html"))
    return [page for page in pages if page.relative_to(PILE).as_posix() not in rejected]


def test_every_gold_quotation_stands_in_its_article() -> None:
    """Each piece of gold is found, to the character, inside one paragraph of its article."""
    missing = [
        (key, words)
        for key, words in quoted_words()
        if not any(words in block for block in BLOCKS_BY_ARTICLE[key])
    ]
    assert missing == []


def test_every_title_stands_in_its_article() -> None:
    """The titles of the gold are the headlines of the articles."""
    for row in GOLD["articles"]:
        if row["path"].endswith(".md"):
            assert "# " + row["title"] in BLOCKS_BY_ARTICLE[row["path"], None]
        else:
            assert row["title"] in BLOCKS_BY_ARTICLE[row["path"], row["record"]]


def test_the_pile_has_the_promised_shape() -> None:
    """Enough outlets, years, formats and statements, and half of the articles undated."""
    articles = GOLD["articles"]
    days = sorted(row["published"][:10] for row in articles)
    suffixes = [path.suffix for path in PILE.rglob("*") if path.is_file()]
    assert 17 <= len(articles) <= 20
    assert len({row["outlet"] for row in articles}) == 10
    assert (days[0], days[-1]) == ("2015-05-11", "2019-06-21")
    assert sum(row["dated"] for row in articles) * 2 == len(articles)
    assert len(html_files()) >= 9
    assert suffixes.count(".txt") == 3
    assert {".md", ".xml", ".gz", ".mhtml", ".jsonl"} <= set(suffixes)
    assert len(GOLD["statements"]) >= 90
    assert len({row["story"] for row in articles}) == 2


def test_articles_have_the_length_of_articles() -> None:
    """No article is a stub, none is a feature."""
    for key, blocks in BLOCKS_BY_ARTICLE.items():
        assert 130 <= sum(len(block.split()) for block in blocks) <= 650, key


def test_every_file_of_the_pile_is_accounted_for() -> None:
    """A file holds an article, is a copy of one, or is a reject."""
    files = {path.relative_to(PILE).as_posix() for path in PILE.rglob("*") if path.is_file()}
    known = {row["path"] for row in GOLD["articles"] + GOLD["rejects"]}
    known |= {resolve(place)[0] for group in GOLD["copies"] for place in group}
    assert files == known


def test_pages_carry_what_pages_carry() -> None:
    """Each saved page has a menu, a script or a cookie notice, and a footer to be left out."""
    for path in html_files():
        page = path.read_bytes().decode("cp1252", errors="replace").lower()
        assert "<title>" in page, path
        assert re.search(r"<nav|class=.nav|menu", page), path
        assert "foot" in page, path
        assert re.search(r"cookie|consent|access information|your email address", page), path
    metadata = [b"application/ld+json" in path.read_bytes() for path in html_files()]
    assert 3 <= sum(metadata) < len(metadata)


def test_plain_text_carries_furniture_too() -> None:
    """The text files hold headings of other articles and comment prompts among their words."""
    for path in sorted(PILE.rglob("*.txt")):
        assert re.search(r"(?i)leave a (reply|comment)", path.read_text(encoding="utf-8")), path


def test_undated_inputs_state_no_date() -> None:
    """Pages that the gold calls undated carry no published time in their markup."""
    for row in GOLD["articles"]:
        if not row["dated"] and row["path"].endswith((".html", ".md", ".txt")):
            page = (PILE / row["path"]).read_bytes()
            assert not re.search(rb"datePublished|published_time|<time", page), row["path"]


def test_true_days_lie_within_what_the_evidence_allows() -> None:
    """The true day of publication is inside its interval, and exact when it is stated."""
    for row in GOLD["articles"]:
        first, last = row["published_interval"]
        assert first <= row["published"][:10] <= last
        assert not row["dated"] or first == last


def test_weekdays_fit_their_dates() -> None:
    """Wherever a weekday stands beside a day and a month, the calendar agrees."""
    name = r"(Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*(?: night)?,?\s"
    patterns = (rf"{name}(\d+)\s([A-Z][a-z]{{2}})", rf"{name}([A-Z][a-z]{{2}})[a-z]* (\d+)")
    seen = 0
    for row in GOLD["articles"]:
        text = "\n".join(BLOCKS_BY_ARTICLE[row["path"], row["record"]])
        for found in (match for pattern in patterns for match in re.finditer(pattern, text)):
            weekday, *rest = found.groups()
            day, month = sorted(rest)
            spelled = f"{day} {month} {row['published'][:4]}"
            assert datetime.strptime(spelled, "%d %b %Y").strftime("%a") == weekday, found[0]
            seen += 1
    assert seen >= 7


def test_ages_fit_the_true_births_except_the_planted_one() -> None:
    """Every age given of the family is right on the day of publication, save one."""
    published = {(r["path"], r["record"]): r["published"][:10] for r in GOLD["articles"]}
    wrong = []
    for row in GOLD["facts"]:
        if row["attribute"] == "age" and row["subject"] in BORN:
            day = date.fromisoformat(published[row["path"], row["record"]])
            born = BORN[row["subject"]]
            age = day.year - born.year - ((day.month, day.day) < (born.month, born.day))
            if str(age) != row["value"]:
                wrong.append((row["path"], row["words"]))
    assert wrong == [PLANTED_AGE]


def test_speakers_are_entities_and_chains_run_from_outlet_to_speaker() -> None:
    """Named speakers are listed, chains begin at the article's outlet, parents hold children."""
    known = {row["name"] for row in GOLD["entities"]} | {"Halcyon"}
    outlets = {(row["path"], row["record"]): row["outlet"] for row in GOLD["articles"]}
    for row in GOLD["statements"]:
        assert row["chain"][0] == outlets[row["path"], row["record"]]
        assert all(row["chain"]), row
        own = row["speaker"] or ""
        together = [own] if own in known else own.split(" & ")
        assert row["speaker"] is None or set(together) <= known, row["speaker"]
        named = row["chain"][-1].split(" and ") if len(together) > 1 else [row["chain"][-1]]
        assert row["speaker"] is None or sorted(named) == sorted(together)
        if row["parent"] is not None:
            inner = row["content"] if isinstance(row["content"], list) else [row["content"]]
            assert inner[0] in row["parent"], row


def test_entities_are_named_in_the_pile() -> None:
    """Every alias of the gold's people and places is used somewhere."""
    words = "\n".join(block for blocks in BLOCKS_BY_ARTICLE.values() for block in blocks)
    for row in GOLD["entities"]:
        for alias in row["aliases"]:
            assert alias in words, alias


def test_no_page_points_to_a_real_place() -> None:
    """All full addresses end in .example, or are the names of standards."""
    standards = {"schema.org", "purl.org", "www.w3.org"}
    for path in sorted([*PILE.rglob("*"), *(SAMPLE / "sources").iterdir()]):
        if path.is_file() and path.suffix != ".gz":
            text = path.read_bytes().decode("cp1252", errors="replace")
            hosts = set(re.findall(r"https?://([\w.-]+)", text)) - standards
            assert all(host.endswith(".example") for host in hosts), (path, hosts)


def test_the_hard_charsets_are_hard() -> None:
    """One page is windows-1252 and calls itself UTF-8; another is UTF-8 made twice."""
    page = (PILE / "klaxon" / "never-separate.html").read_bytes()
    assert b'charset="utf-8"' in page
    with pytest.raises(UnicodeDecodeError):
        page.decode("utf-8")
    assert "â€œ" in (PILE / "klaxon" / "we-are-selling.html").read_text(encoding="utf-8")


def test_packed_files_are_made_from_their_sources() -> None:
    """Packing the sources again gives the files of the pile."""
    packed = runpy.run_path(str(ROOT / "tools" / "make_sample_archives.py"))["packed"]
    for name, content in packed(SAMPLE).items():
        stored = (PILE / name).read_bytes()
        if name.endswith(".gz"):
            # Another zlib may compress otherwise; what is inside must be the same.
            stored, content = gzip.decompress(stored), gzip.decompress(content)
        assert stored == content, name


def test_the_archive_repeats_a_page_and_holds_what_is_no_page() -> None:
    """Records 1 and 3 differ in their capture alone; record 2 is an image."""
    contents = warc_contents(PILE / "archive" / "harvest.warc.gz")
    bodies = [content.split(b"\r\n\r\n", 1)[-1] for content in contents]
    assert len(contents) == 5
    assert bodies[1] == bodies[3]
    assert contents[1] != contents[3]
    assert b"image/png" in contents[2]


def test_rejects_hold_no_article() -> None:
    """One reject is empty, the other is a menu without a sentence."""
    assert (PILE / "klaxon" / "page-1.html").read_bytes() == b""
    assert not any(
        block.endswith(".")
        for block in page_blocks((PILE / "hush-and-tell/index.html").read_bytes())
    )
