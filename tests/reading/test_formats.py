"""Feeds, tables, web archives and MHTML: each gives records that read as the same article."""

import csv
import datetime
import gzip
import io
import json

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from reportedly.model import Reject
from reportedly.reading.article import read_record
from reportedly.reading.inputs import open_records
from reportedly.reading.records import Record
from tests.reading.archives import chunked, http_response, packed_zip, warc_record

_SAID = "The geese may stay, said Odile Farrow, who counted nine of them."


@pytest.fixture
def found(tmp_path):
    """All that one file gives."""

    def run(name: str, content: bytes) -> list[Record | Reject]:
        file = tmp_path / name
        file.write_bytes(content)
        return list(open_records(str(file)))

    return run


_RSS = f"""<?xml version="1.0"?><rss version="2.0"
 xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Radio Skell</title>
<item><title>Geese stay</title><link>https://skell.example/1</link><guid>g1</guid>
<pubDate>Mon, 04 Jun 2018 21:40:00 +0200</pubDate><description>Short.</description>
<content:encoded><![CDATA[<p>{_SAID}</p><p>“No bucket,” she <b>add</b>ed.</p>]]></content:encoded>
</item><item><title>Bucket found</title>
<description>A bucket was found, said Lys Varn.</description></item>
</channel></rss>"""
_ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Radio Skell</title>
<entry><title>Geese stay</title><id>g1</id><published>2018-06-04T21:40:00+02:00</published>
<author><name>Lys Varn</name></author><content type="html">&lt;p&gt;{_SAID}&lt;/p&gt;</content>
</entry></feed>"""


def test_rss_entries_are_articles(found):
    """An entry's full content is its text; its date keeps the zone; the feed is the outlet."""
    first, second = (read_record(item).article for item in found("a.xml", _RSS.encode()))
    assert first.text == f"{_SAID}\n\n“No bucket,” she added."
    assert (first.published, first.outlet) == ("2018-06-04T21:40:00+02:00", "Radio Skell")
    assert (first.title, first.given_id, first.url) == (
        "Geese stay",
        "g1",
        "https://skell.example/1",
    )
    assert second.text == "A bucket was found, said Lys Varn." and second.published is None


def test_atom_and_json_feed(found):
    """The three formats give the same article."""
    (record,) = found("a.atom", _ATOM.encode())
    atom = read_record(record).article
    entry = {
        "id": "g1", "title": "Geese stay", "content_html": f"<p>{_SAID}</p>",
        "date_published": "2018-06-04T21:40:00+02:00", "authors": [{"name": "Lys Varn"}],
    }  # fmt: skip
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "Radio Skell", "items": [entry]}
    (record,) = found("a.json", json.dumps(feed).encode())
    other = read_record(record).article
    for article in (atom, other):
        assert (article.text, article.byline) == (_SAID, "Lys Varn")
        assert (article.published, article.outlet) == ("2018-06-04T21:40:00+02:00", "Radio Skell")


def test_a_feed_with_exploding_entities_ends(found):
    """Entities within entities neither hang nor fill the memory."""
    declared = "".join(f"<!ENTITY e{i} '{f'&e{i - 1};' * 10 if i else 'ha'}'>" for i in range(12))
    hostile = f"<?xml version='1.0'?><!DOCTYPE x [{declared}]>" + _RSS[21:].replace(
        "Short.", "&e11;"
    )
    assert (
        sum(
            len(item.content)
            for item in found("a.xml", hostile.encode())
            if isinstance(item, Record)
        )
        < 9999
    )


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("charset", ["utf-8-sig", "cp1252"])
def test_csv(found, delimiter, charset):
    """Any usual delimiter and charset; cells with line ends and quotation marks are verbatim."""
    file = io.StringIO()
    words = 'A "goose" is not\na gänder.'
    csv.writer(file, delimiter=delimiter).writerows(
        [["Title", "Text"], ["Geese", words], ["No", ""]]
    )
    good, empty = found("a.csv", file.getvalue().encode(charset))
    assert read_record(good).article.text == words
    with pytest.raises(Exception, match="missing_text"):
        read_record(empty)


def test_parquet(found):
    """Rows of a Parquet file are articles, dates as ISO 8601."""
    file = io.BytesIO()
    pq.write_table(pa.table({"Text": [_SAID], "published": [datetime.date(2018, 6, 4)]}), file)
    (record,) = found("a.parquet", file.getvalue())
    article = read_record(record).article
    assert (article.text, article.published) == (_SAID, "2018-06-04")


def _warc(page: bytes) -> bytes:
    response = http_response(
        chunked(gzip.compress(page)), "Content-Encoding: gzip", "Transfer-Encoding: chunked"
    )
    missing = http_response(b"<p>Not found</p>", status="404 Not Found")
    return b"".join(
        (
            warc_record("warcinfo", b"software: none", "application/warc-fields"),
            warc_record("request", b"GET / HTTP/1.1\r\n\r\n", "application/http; msgtype=request"),
            warc_record("response", response, "application/http; msgtype=response"),
            warc_record("response", missing, "application/http; msgtype=response"),
            warc_record("resource", b"\x89PNG", "image/png"),
            warc_record("conversion", _SAID.encode(), "text/plain"),
        )
    )


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_warc(found, page, pack):
    """Pages and texts fetched with success, encodings undone; the capture is kept apart."""
    first, second = found("a.warc", pack(_warc(page(charset="cp1252"))))
    assert (first.kind, first.record, first.url) == ("html", 0, "https://skell.example/a")
    assert first.captured == "2021-03-03T10:00:00+00:00"
    article = read_record(first).article
    assert "“I have crossed that river" in article.text
    assert article.url == "https://skell.example/a" and article.published is None
    assert (second.kind, second.record, second.content) == ("text", 1, _SAID.encode())


def test_a_truncated_warc_says_so(found, page):
    """The readers of WARC are silent about an end that is missing; we are not."""
    whole = _warc(page())
    for content in (whole[:-30], whole + b"WARC/1.1\r\nWARC-Ty", gzip.compress(whole, 0)[:-40]):
        items = found("a.warc.gz", content)
        assert isinstance(items[0], Record)
        assert [item.reason for item in items if isinstance(item, Reject)] == ["truncated"]


def test_wacz(found, page):
    """Of a WACZ only the WARC files are read, not its own lists of pages."""
    members = {
        "datapackage.json": b"{}",
        "archive/data.warc.gz": gzip.compress(_warc(page())),
        "pages/pages.jsonl": b'{"text": "the same again"}\n',
    }
    assert [item.kind for item in found("a.wacz", packed_zip(members))] == ["html", "text"]


def test_mhtml(found, page):
    """The page inside, in its own charset, with its address."""
    head = (
        "From: <Saved by a browser>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; "
        'boundary="b"\r\n\r\n--b\r\nContent-Type: text/html; charset=windows-1252\r\n'
        "Content-Transfer-Encoding: 8bit\r\nContent-Location: https://skell.example/m\r\n\r\n"
    )
    (record,) = found("a.mhtml", head.encode() + page(charset="cp1252") + b"\r\n--b--\r\n")
    article = read_record(record).article
    assert "“I have crossed that river" in article.text
    assert article.url == "https://skell.example/m"


def test_a_repeated_identifier_is_noted_and_both_articles_kept(found):
    """The same identifier with other text is a row of rejects beside two articles."""
    lines = (
        b'{"id": "g", "text": "One."}\n{"id": "g", "text": "One."}\n{"id": "g", "text": "Two."}\n'
    )
    items = found("a.jsonl", lines)
    assert [getattr(item, "reason", "read") for item in items] == [
        "read",
        "read",
        "read",
        "duplicate_id",
    ]
    assert items[-1].record == 2
