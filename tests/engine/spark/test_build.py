"""A chronicle built by Spark is the chronicle of the laptop, byte for byte, whatever dies."""

import json
import os
import shutil
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from benchmarks.faults.points import exported
from reportedly.chronicle import Chronicle
from reportedly.engine.build import build as build_on_laptop
from reportedly.engine.spark.build import build
from reportedly.engine.spark.loading import load
from reportedly.engine.spark.tasks import Sizes
from reportedly.errors import ChronicleError, RunAborted
from reportedly.model import Reject
from reportedly.pipeline import ARTICLE_STAGES, TABLE_STAGES
from reportedly.sample import pile
from reportedly.show.cli.running import report_lines
from reportedly.store import found_groups, runs
from reportedly.verify import verify

#: So small that the sample's WARC is cut and annotating takes several tasks and rounds.
SMALL = Sizes(range_bytes=1000, task_articles=5, round_articles=12, part_articles=6)


def groups(file: Path) -> list[dict[str, object]]:
    """Who is who as the machine alone found it, where decisions of people begin, in its order."""
    with Chronicle.open(file) as opened:
        found = found_groups.load(opened.connection)
        return [] if found is None else found.to_pylist()


def told_of_the_build(folder: Path) -> str:
    """What `reportedly report` says of a cluster's folder."""
    with Chronicle.open(folder) as opened:
        ((number, started, finished, summary),) = runs.summaries(opened.connection)
    report = {"number": number, "started": started, "finished": finished}
    return "\n".join(report_lines(report | json.loads(summary or "{}")))


@pytest.mark.usefixtures("shared_session")
def test_the_sample_is_equal_to_the_laptops(sample_chronicle: Path, tmp_path: Path) -> None:
    """Every table, through the folder and through the file, and what the build took is told; a
    second build does nothing."""
    folder, file = tmp_path / "affair", tmp_path / "affair.chronicle"
    stages = [stage.name for stage in (*ARTICLE_STAGES, *TABLE_STAGES)]
    report = build(pile(), folder, sizes=SMALL)
    written = (folder / "chronicle.json").stat().st_mtime_ns
    counts = load(folder, file)
    assert counts == report.rows
    assert exported(file, tmp_path / "ours") == exported(sample_chronicle, tmp_path / "theirs")
    assert exported(folder, tmp_path / "again") == exported(file, tmp_path / "ours")
    assert list(verify(file)) == []
    assert len(list((folder / "tables" / "articles").glob("part=*"))) > 1
    assert not (folder / "work").exists()
    assert groups(file) == groups(sample_chronicle) != []
    assert set(report.run.costs.cpu_seconds) == {"read", *stages}
    assert report.run.annotated == report.rows["articles"]
    assert "utterances: version" in told_of_the_build(folder)
    assert build(pile(), folder, sizes=SMALL) == report
    assert (folder / "chronicle.json").stat().st_mtime_ns == written


PAGES = {
    "calm": "“The lamp is lit,” Ada Quill said.",
    "unlucky": "“The boat is late,” Bram Tolliver said.",
    "deadly": "“The harbour is shut,” Cleo Marsh said.",
}

KILLER = textwrap.dedent(
    """
    import os, pathlib, signal
    import reportedly.engine.{module} as stage

    plain = stage.{function}

    def killing(*given, **named):
        words = str({words})
        once = pathlib.Path(r"{folder}") / "killed-once"
        if "Cleo Marsh" in words or ("Bram Tolliver" in words and not once.exists()):
            once.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return plain(*given, **named)

    stage.{function} = killing
    """
)

KILLERS = {
    "read": {"module": "reading", "function": "try_to_read", "words": "given[0].content"},
    "annotate": {"module": "annotating", "function": "run_stage", "words": "given[1].text"},
}


@pytest.mark.cluster
@pytest.mark.parametrize("phase", ["read", "annotate"])
def test_a_record_that_kills_its_worker_costs_only_itself(
    spark_installed: None, tmp_path: Path, phase: str
) -> None:
    """One kills twice and is rejected as on the laptop; one kills once and is kept."""
    pages = tmp_path / "pages"
    pages.mkdir()
    for name, text in PAGES.items():
        (pages / f"{name}.txt").write_text(text, encoding="utf-8")
    results = {}
    for engine in ("laptop", "spark"):
        folder = tmp_path / engine
        folder.mkdir()
        killer = KILLER.format(folder=folder, **KILLERS[phase])
        (folder / "sitecustomize.py").write_text(killer, encoding="utf-8")
        results[engine] = _built_elsewhere(engine, pages, folder)
    assert results["spark"] == results["laptop"]
    chronicle = tmp_path / "spark" / "pile"
    with Chronicle.open(chronicle) as opened:
        rejects = list(opened.rows(Reject))
    assert [(Path(r.path).stem, r.reason) for r in rejects] == [("deadly", "worker_killed")]
    assert (tmp_path / "spark" / "killed-once").exists()


def _built_elsewhere(engine: str, pages: Path, folder: Path) -> dict[str, str]:
    """The export of a build by the command line, whose workers run a `sitecustomize` of ours."""
    chronicle = folder / "pile"
    program = "from reportedly.show.cli import main; main()"
    command = [sys.executable, "-c", program, "build", str(pages), "--to", str(chronicle)]
    if engine == "spark":
        command += ["--engine", "spark", "--master", "local[2]"]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(folder), *sys.path])}
    done = subprocess.run(command, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return exported(chronicle, folder / "tables")


@pytest.mark.cluster
@pytest.mark.usefixtures("shared_session")
def test_an_interrupted_build_goes_on_after_the_last_finished_step(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was finished is not done again, and the chronicle is that of an undisturbed build."""
    from reportedly.engine.spark import annotating_step, reading_step, reconciling_step

    page = tmp_path / "page.txt"
    page.write_text(PAGES["calm"], encoding="utf-8")
    undisturbed = tmp_path / "undisturbed"
    build(page, undisturbed)

    def stop(*given: object) -> None:
        raise RunAborted("interrupted here")

    folder = tmp_path / "disturbed"
    for module, name in (
        (annotating_step, "_annotate"),
        (reconciling_step, "_run"),
    ):
        with monkeypatch.context() as patched, pytest.raises(RunAborted, match="interrupted here"):
            patched.setattr(module, name, stop)
            build(page, folder)
    monkeypatch.setattr(reading_step, "read", stop)
    monkeypatch.setattr(annotating_step, "_annotate", stop)
    build(page, folder)
    assert exported(folder, tmp_path / "ours") == exported(undisturbed, tmp_path / "theirs")


@pytest.mark.cluster
@pytest.mark.usefixtures("shared_session")
def test_articles_added_later_are_annotated_and_no_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What an earlier build kept is taken over, also when its pages are named otherwise."""
    pages, folder = tmp_path / "pages", tmp_path / "folder"
    pages.mkdir()
    (pages / "calm.txt").write_text(PAGES["calm"], encoding="utf-8")
    build(pages, folder)
    (pages / "calm.txt").rename(pages / "renamed.txt")
    (pages / "unlucky.txt").write_text(PAGES["unlucky"], encoding="utf-8")
    build(pages, folder)
    build_on_laptop(pages, tmp_path / "file.chronicle", workers=1)
    ours = exported(folder, tmp_path / "ours")
    assert ours == exported(tmp_path / "file.chronicle", tmp_path / "theirs")


@pytest.mark.cluster
@pytest.mark.usefixtures("shared_session")
def test_a_pile_with_faults_is_equal_to_the_laptops(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Broken archives, cut or whole, bytes met twice under other names, relative paths."""
    pages = tmp_path / "pages"
    pages.mkdir()
    shutil.copytree(pile() / "archive", pages / "archive")
    archive = (pages / "archive" / "harvest.warc.gz").read_bytes()
    (pages / "broken.warc.gz").write_bytes(archive[:-30])
    (pages / "damaged.warc.gz").write_bytes(archive[:2200] + b"\0" * 40 + archive[2240:])
    (pages / "b.txt").write_text(PAGES["calm"], encoding="utf-8")
    (pages / "c.csv").write_text(PAGES["calm"], encoding="utf-8")
    (pages / "a.jsonl").write_text(PAGES["calm"], encoding="utf-8")
    (pages / "empty.txt").touch()
    monkeypatch.chdir(tmp_path)
    inputs = ["pages", "missing.txt"]
    build(inputs, tmp_path / "folder", sizes=SMALL)
    build_on_laptop(inputs, tmp_path / "file.chronicle", workers=1)
    ours = exported(tmp_path / "folder", tmp_path / "ours")
    assert ours == exported(tmp_path / "file.chronicle", tmp_path / "theirs")
    assert (tmp_path / "ours" / "rejects.jsonl").read_bytes().count(b"\n") >= 4


def test_what_cannot_be_built_says_so(tmp_path: Path) -> None:
    """Before Spark is started at all."""
    (tmp_path / "file").write_text("Somebody's notes.")
    with pytest.raises(RunAborted, match="is a file"):
        build(pile(), tmp_path / "file")
    with pytest.raises(RunAborted, match="nothing to build"):
        build([], tmp_path / "folder")
    with pytest.raises(RunAborted, match="standard input"):
        build("-", tmp_path / "folder")
    with pytest.raises(ChronicleError, match="no finished chronicle"):
        load(tmp_path, tmp_path / "new.chronicle")


def test_loading_replaces_no_file(sample_chronicle: Path, tmp_path: Path) -> None:
    """It may hold what people decided."""
    (tmp_path / "chronicle.json").write_text('{"layout": 1, "state": "x"}')
    there = tmp_path / "there.chronicle"
    shutil.copyfile(sample_chronicle, there)
    with pytest.raises(RunAborted, match="name another file"):
        load(tmp_path, there)
