"""How commands end when somebody interrupts, closes the pipe, or the disk is full."""

import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from reportedly.sample import pile
from reportedly.show.cli.exit_codes import with_exit_codes

COMMAND = [sys.executable, "-m", "reportedly"]


@pytest.mark.parametrize("phase", ["Reading", "Annotating", "Reconciling"])
def test_an_interrupted_build_says_how_to_go_on(phase: str, tmp_path: Path) -> None:
    """In every phase exit code 130, one line, no traceback; the group is told, as by Ctrl-C."""
    command = [*COMMAND, "build", str(pile()), "--to", str(tmp_path / "c.chronicle")]
    with subprocess.Popen(
        [*command, "--workers", "2"], stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as build:
        assert build.stderr is not None
        for line in build.stderr:
            if line.startswith(phase):
                break
        os.killpg(build.pid, signal.SIGINT)
        _, told = build.communicate(timeout=120)
    assert build.returncode == 130
    assert "Traceback" not in told
    assert told.splitlines()[-1].startswith("reportedly: interrupted; run the same command again")
    asked = [*COMMAND, "findings", str(tmp_path / "c.chronicle")]
    answer = subprocess.run(asked, capture_output=True, text=True, check=False)
    assert "has ended yet" in answer.stderr, "nothing found is not nothing to find"


@pytest.mark.parametrize(
    "arguments", [["findings"], ["timeline"], ["findings", "--json"], ["verify"]], ids=" ".join
)
def test_a_reader_that_has_seen_enough(arguments: list[str], sample_chronicle: Path) -> None:
    """`… | head -1` ends without a word."""
    command, *rest = arguments
    with subprocess.Popen(
        [*COMMAND, command, str(sample_chronicle), *rest],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as asked:
        assert asked.stdout and asked.stderr
        asked.stdout.close()
        assert asked.stderr.read() == b""
    assert asked.returncode == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="has no full disk to write to")
def test_a_full_disk_at_the_end_of_the_pipe(sample_chronicle: Path) -> None:
    """Exit code 3, and what to do."""
    with Path("/dev/full").open("wb") as full:
        asked = subprocess.run(
            [*COMMAND, "findings", str(sample_chronicle)],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert asked.returncode == 3
    assert "no space left" in asked.stderr and "Traceback" not in asked.stderr


def test_a_full_disk_under_the_chronicle(capsys: pytest.CaptureFixture[str]) -> None:
    """Nobody is sent to look for a fault in a sound file."""

    @with_exit_codes
    def write() -> None:
        connection = sqlite3.connect(":memory:")
        connection.execute("pragma max_page_count = 2")
        connection.executescript("create table a (b); create table c (d)")

    with pytest.raises(SystemExit) as ended:
        write()
    assert ended.value.code == 3
    said = capsys.readouterr().err
    assert "disk is full; make room, then run it again" in said and "verify" not in said


def test_a_damaged_chronicle_is_said(own_chronicle: Path) -> None:
    """Bytes lost in the middle of the file: exit code 3 and where to look, no traceback."""
    content = bytearray(own_chronicle.read_bytes())
    content[8192:-4096] = bytes(len(content) - 12288)
    own_chronicle.write_bytes(content)
    for command in ("findings", "verify", "timeline"):
        asked = subprocess.run(
            [*COMMAND, command, str(own_chronicle)], capture_output=True, text=True, check=False
        )
        assert asked.returncode in (1, 3)
        assert "Traceback" not in asked.stderr and "reportedly: " in asked.stderr
