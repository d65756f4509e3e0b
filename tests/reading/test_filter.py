"""The filter: the contract's keys, offsets that hold, rejects apart."""

from reportedly.model import Reject
from reportedly.reading.filter import read_filter


def test_keys_offsets_and_rejects(tmp_path, page):
    """One dictionary for each article, in order; what cannot be used goes to the caller."""
    (tmp_path / "a.html").write_bytes(page())
    (tmp_path / "b.html").write_bytes(b"")
    (tmp_path / "c.txt").write_text("Geese stay\n\nBy Lys Varn\n\nThey may, said Odile Farrow.")
    rejects: list[Reject] = []
    first, second = read_filter([str(tmp_path)], rejects.append)
    assert list(first) == [
        "path", "record", "title", "byline", "outlet", "url", "lang", "published", "updated",
        "text", "regions",
    ]  # fmt: skip
    assert [(row.reason, row.path) for row in rejects] == [("empty", str(tmp_path / "b.html"))]
    parts = {r["kind"]: second["text"][slice(*r["span"])] for r in second["regions"]}
    assert parts == {"title": "Geese stay", "byline": "By Lys Varn"}
    assert second["byline"] == "Lys Varn"
