"""Names, bytes and values that nobody expects: the build goes on, says what is wrong, and holds."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from reportedly.chronicle import Chronicle
from reportedly.engine.build import build
from reportedly.errors import ChronicleError
from reportedly.model import Article, Input, Reject
from reportedly.show.export import export
from reportedly.verify import verify

SAID = "“The bridge {} stays,” Ada Quill told the council on Monday. Quill, 52, was late.\n"


@pytest.fixture()
def target(tmp_path: Path) -> Path:
    return tmp_path / "out" / "c.chronicle"


@pytest.fixture(autouse=True)
def _folder(target: Path) -> None:
    target.parent.mkdir()


def holds(target: Path) -> None:
    """The chronicle verifies, and every format can write it."""
    assert [str(fault) for fault in verify(target)] == []
    for form in ("jsonl", "csv", "parquet"):
        with Chronicle.open(target) as opened:
            export(opened, target.parent / form, form)  # type: ignore[arg-type]


def test_names_of_files_that_nobody_expects(tmp_path: Path, target: Path) -> None:
    """Line ends, quotation marks, emoji, bytes that are no UTF-8: read, stored, exported."""
    folder = os.fsencode(tmp_path / "in")
    os.mkdir(folder)  # noqa: PTH102 - Path takes no bytes
    names = [b"a b.txt", b"line\nend.txt", b"quo'te\".txt", "😀.txt".encode(), b"caf\xe9.txt"]
    for number, name in enumerate([*names, b"empty\xff.txt"]):
        with open(os.path.join(folder, name), "w") as file:  # noqa: PTH118, PTH123 - as above
            file.write(SAID.format(number) if name in names else "")
    report = build([tmp_path / "in"], target, workers=0)
    assert (report.rows["articles"], report.rejects) == (5, {"empty": 1})
    with Chronicle.open(target) as opened:
        assert any(place.path.endswith(r"caf\xe9.txt") for place in opened.rows(Input))
        assert [r.path.endswith(r"empty\xff.txt") for r in opened.rows(Reject)] == [True]
    holds(target)
    assert not build([tmp_path / "in"], target, workers=0).reconciled


def test_texts_that_nobody_expects(tmp_path: Path, target: Path) -> None:
    """Nulls, controls, right-to-left marks, emoji, one long word, another language, impossible
    days: every text is kept to the character.
    """
    texts = {
        "null": "“The bridge\x00 stays,” Ada Quill\x00 told the council.\n",
        "controls": "\x1b[31m" + SAID.format("\x01"),
        "right to left": "\u202e“The bridge stays,” Ada Quill told \u05e9\u05dc\u05d5.\u202c\n",
        "emoji": "😀😀 “Yes 😀,” said Ben Orr 👩‍👩‍👧, 52.\n",
        "long word": "x" * 100_000 + " said Ada Quill. “No,” she said.\n",
        "long quotation": "“" + "x" * 100_000 + "”, said Ada Quill.\n",
        "German": "„Die Brücke bleibt“, sagte Ada Quill am Montag dem Rat. Der Rat schwieg dazu.\n",
        "marks": "“" * 2000 + " said Ada Quill. " + "”" * 2000,
        "days": "“No,” said Ada Quill on 31 February 2019, 99/99/9999, in 0000, 99999999999 days "
        "and 10000 years ago, on Monday the 45th.\n",
    }
    file = tmp_path / "texts.jsonl"
    file.write_text(
        "\n".join(json.dumps({"id": name, "text": text}) for name, text in texts.items())
    )
    assert build([file], target, workers=0).rejects == {}
    with Chronicle.open(target) as opened:
        assert {a.given_id: a.text for a in opened.rows(Article)} == texts
    holds(target)


#: Days of publication that are none, or are at the ends of the calendar.
DAYS: list[object] = [
    "garbage", "0000-00-00", "9999-12-31T99:99", "99999-01-01", "2019-02-30", "0001-01-01",
    "9999-12-31", 5, -1, 1e308, ["2019"], {"a": 1}, True, "\ud800",
]  # fmt: skip


def test_metadata_that_nobody_expects(tmp_path: Path, target: Path) -> None:
    """Wrong types, halves of characters, impossible days: the article is kept, the field may go."""
    rows: list[dict[str, object]] = [{"published": day} for day in DAYS]
    rows += [{"id": "half\ud800", "title": "T\udfff", "lang": "zz-\ud800", "byline": "\ud800"}]
    rows += [{"title": 5, "byline": {"x": 1}, "outlet": [1, None], "url": "javascript:alert(1)"}]
    file = tmp_path / "rows.jsonl"
    lines = [json.dumps({"text": SAID.format(n), **row}) for n, row in enumerate(rows)]
    file.write_text("\n".join(lines))
    report = build([file], target, workers=0)
    assert (report.rows["articles"], report.rejects) == (len(rows), {})
    holds(target)


def test_columns_that_nobody_expects(tmp_path: Path, target: Path) -> None:
    """Parquet with numbers, bytes and nested values: texts are read, the rest is rejected."""
    day = pa.array([9223372036854775806, None], pa.timestamp("ns"))
    texts = [SAID.format("old"), SAID.format("new")]
    tables = {
        "numbers": pa.table({"text": [1, 2]}),
        "bytes": pa.table({"text": pa.array([b"\xff\xfe", SAID.encode()])}),
        "good": pa.table({"text": texts, "published": day, "m": [{"a": [1.5]}, None]}),
    }
    for name, table in tables.items():
        file = io.BytesIO()
        pq.write_table(table, file)
        (tmp_path / f"{name}.parquet").write_bytes(file.getvalue())
    report = build([tmp_path / f"{name}.parquet" for name in tables], target, workers=0)
    assert (report.rows["articles"], report.rejects) == (3, {"missing_text": 3})
    holds(target)


def test_a_pipe_is_read_once(tmp_path: Path, target: Path) -> None:
    """`<(zcat …)` and named pipes give what is written into them."""
    os.mkfifo(tmp_path / "pipe")
    writer = f"open({str(tmp_path / 'pipe')!r}, 'w').write({SAID.format('old')!r})"
    with subprocess.Popen([sys.executable, "-c", writer]):
        report = build([tmp_path / "pipe"], target, workers=0)
    assert report.rows["articles"] == 1


def test_a_chronicle_in_the_folder_that_is_read(tmp_path: Path) -> None:
    """Its own files are no input, however it is called."""
    (tmp_path / "a.txt").write_text(SAID)
    for name in ("c.chronicle", "chronicle.of.ours"):
        for _ in range(2):
            report = build([tmp_path], tmp_path / name, workers=0)
        assert report.rejects == {}
        (tmp_path / name).unlink()


def test_one_name_alone_is_one_input(tmp_path: Path, target: Path) -> None:
    """A text is not taken apart into letters, one of which is the root of the disk."""
    (tmp_path / "a.txt").write_text(SAID)
    assert build(str(tmp_path / "a.txt"), target, workers=0).rows["inputs"] == 1


def test_an_empty_folder_is_said_and_forgotten_when_it_is_filled(
    tmp_path: Path, target: Path
) -> None:
    """A reject as long as there is nothing."""
    (tmp_path / "in").mkdir()
    assert build(tmp_path / "in", target, workers=0).rejects == {"empty": 1}
    (tmp_path / "in" / "a.txt").write_text(SAID)
    assert build(tmp_path / "in", target, workers=0).rejects == {}


@pytest.mark.parametrize("name", ["", "folder", "no/such.chronicle", "a\0b"])
def test_a_bad_place_for_a_chronicle(name: str, tmp_path: Path, target: Path) -> None:
    """Named, with the next step, and nothing is left behind."""
    (target.parent / "folder").mkdir()
    with pytest.raises(ChronicleError):
        build(tmp_path, f"{target.parent}/{name}", workers=0)
    assert [path.name for path in target.parent.rglob("*")] == ["folder"]
