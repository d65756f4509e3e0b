"""The report of a run, its log, the limits on inputs, and what differs between two chronicles."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from reportedly.show.cli import main

TEXT = "“The bridge stays,” Ada Quill told the council on Monday. Quill, 52, is the mayor.\n"


def run(*arguments: object) -> tuple[int, str]:
    """Exit code and everything printed."""
    result = CliRunner().invoke(main, [str(argument) for argument in arguments])
    return result.exit_code, result.output


@pytest.fixture()
def built(tmp_path: Path) -> Path:
    """A chronicle of one article and one reject, with its log beside it."""
    (tmp_path / "one.txt").write_text(TEXT)
    (tmp_path / "two.txt").write_text("")
    target = tmp_path / "c.chronicle"
    inputs = [tmp_path / "one.txt", tmp_path / "two.txt"]
    code, _ = run("build", *inputs, "--to", target, "--log", tmp_path / "log.jsonl")
    assert code == 0
    return target


def test_the_report_tells_inputs_rows_times_memory_versions_settings(built: Path) -> None:
    """For people, and the same as JSON."""
    code, told = run("report", built)
    assert code == 0
    for words in ("build 1: from", "named: 2", "empty: 1", "statements:", "attribution:", "worker"):
        assert words in told
    report = json.loads(run("report", built, "--json")[1])
    assert report["run"]["inputs"] == {"named": 2, "unchanged": 0, "read": 2, "put_aside": 0}
    assert set(report["run"]["cpu_seconds"]) >= {"read", "attribution", "facts", "findings"}
    assert set(report["run"]["seconds"]) == {"read", "annotate", "reconcile"}
    assert report["run"]["peak_memory"]["program"] > 10_000_000
    assert report["run"]["settings"]["text_chars"] == 1_000_000
    assert report["rejects"] == {"empty": 1}


def test_a_build_that_is_not_there(built: Path) -> None:
    """Its number is named."""
    code, told = run("report", built, "--run", 7)
    assert code == 1
    assert "no build 7" in told


def test_the_log_has_events_and_no_words_of_articles(built: Path) -> None:
    """One JSON object a line, with time, level and event."""
    text = (built.parent / "log.jsonl").read_text()
    events = [json.loads(line) for line in text.splitlines()]
    assert all({"time", "level", "event"} <= event.keys() for event in events)
    told = [event["event"] for event in events]
    assert told[0] == "build_started" and told[-1] == "build_ended"
    assert told.count("input_read") == 2 and told.count("rejected") == 1
    for word in ("bridge", "Quill", "mayor"):
        assert word not in text


def test_a_log_that_cannot_be_written_is_said_at_once(tmp_path: Path) -> None:
    """Before anything is read."""
    code, told = run("build", "--to", tmp_path / "c", "--log", tmp_path / "no" / "log.jsonl")
    assert code == 2
    assert "cannot be written" in told


def test_a_limit_raised_reads_what_was_too_large(tmp_path: Path) -> None:
    """The reject names the limit; the same command with a higher one reads the input again."""
    (tmp_path / "long.txt").write_text(TEXT * 20)
    build = ["build", tmp_path / "long.txt", "--to", tmp_path / "c.chronicle"]
    code, told = run(*build, "--limit", "text_chars=1000")
    assert code == 4
    assert "raise the limit text_chars" in told
    code, told = run(*build, "--limit", "text_chars=10000")
    assert code == 0
    assert "1 article, " in told


@pytest.mark.parametrize("bad", ["text_chars", "text_chars=many", "words=5", "text_chars=-1"])
def test_a_limit_that_is_none(bad: str, tmp_path: Path) -> None:
    """The message lists those that there are."""
    code, told = run("build", tmp_path, "--to", tmp_path / "c.chronicle", "--limit", bad)
    assert code == 2
    assert "record_bytes=" in told


def test_the_difference_of_two_chronicles(built: Path, tmp_path: Path) -> None:
    """The same, then one article more: told with words, and as JSON."""
    assert run("diff", built, built) == (0, "the same: every row and every group\n")
    (tmp_path / "three.txt").write_text("“The ferry sank,” said Otto Brandling, a ferryman.\n")
    grown = tmp_path / "grown.chronicle"
    inputs = [tmp_path / name for name in ("one.txt", "two.txt", "three.txt")]
    assert run("build", *inputs, "--to", grown, "--quiet")[0] == 0
    code, told = run("diff", built, grown)
    assert code == 0
    assert "articles: 1 the same, 0 changed, 0 gone, 1 new" in told
    assert "The ferry sank" in told
    tables = {
        each["table"]: each for each in json.loads(run("diff", built, grown, "--json")[1])["tables"]
    }
    assert len(tables["articles"]["new"]) == 1
