"""The cluster engine where workers are processes of their own, on loopback, and some are killed.

Slow to start; run by `make cluster`.
"""

import os
import signal
import socket
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from benchmarks.faults.points import exported
from reportedly.engine.spark.build import build
from reportedly.engine.spark.tasks import Sizes
from reportedly.sample import pile

pytestmark = [pytest.mark.cluster, pytest.mark.usefixtures("spark_installed")]

#: Many small tasks, so that something is under way when a worker dies.
SMALL = Sizes(range_bytes=1000, task_articles=3)
LOOPBACK = "127.0.0.1"
#: Spark's own part is small here, and less of it is to be compiled before it runs.
LIGHT = {
    "spark.driver.extraJavaOptions": "-XX:TieredStopAtLevel=1",
    "spark.executor.extraJavaOptions": "-XX:TieredStopAtLevel=1",
    "spark.sql.codegen.wholeStage": "false",
    "spark.sql.codegen.factoryMode": "NO_CODEGEN",
}


def processes(words: str) -> list[int]:
    """Processes of this machine whose command line holds `words`."""
    found = []
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                command = (folder / "cmdline").read_bytes().replace(b"\0", b" ").decode()
            except OSError:  # it has just ended
                continue
            if words in command:
                found.append(int(folder.name))
    return found


def parent_of(process: int) -> int:
    return int((Path("/proc") / str(process) / "stat").read_text().rpartition(")")[2].split()[1])


def ours(words: str, root: int) -> list[int]:
    """Those of `processes` that descend from `root`."""
    return [process for process in processes(words) if root in ancestors(process)]


def ancestors(process: int) -> set[int]:
    found: set[int] = set()
    try:
        while process > 1:
            process = parent_of(process)
            found.add(process)
    except OSError:  # somebody in the line has just ended
        return found
    return found


class Killer:
    """Kills the first process that `ready` names, as soon as there is one, while a build runs."""

    def __init__(self, ready: Callable[[], list[int]]) -> None:
        self.killed: list[int] = []
        self._ready = ready
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._watch)

    def _watch(self) -> None:
        while not self.killed and not self._over.wait(0.05):
            for process in self._ready()[:1]:
                os.kill(process, signal.SIGKILL)
                self.killed.append(process)

    def __enter__(self) -> "Killer":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()


def annotates(folder: Path) -> bool:
    """True when a task of annotating has begun an article."""
    journals = (folder / "work").glob("annotated-*/journals/task-*.log")
    return any(journal.stat().st_size > len("begin\n") for journal in journals)


def test_workers_in_processes_of_their_own(sample_chronicle: Path, tmp_path: Path) -> None:
    """`local-cluster` has a master, two workers and their executors."""
    folder = tmp_path / "affair"
    build(pile(), folder, master="local-cluster[2,1,1024]", settings=LIGHT, sizes=SMALL)
    assert exported(folder, tmp_path / "ours") == exported(sample_chronicle, tmp_path / "theirs")


def test_a_killed_python_worker_costs_no_row(sample_chronicle: Path, tmp_path: Path) -> None:
    folder = tmp_path / "affair"

    def workers() -> list[int]:
        found = ours("pyspark.daemon", os.getpid()) if annotates(folder) else []
        # The daemon itself is the parent of the workers.
        return [process for process in found if parent_of(process) in found]

    with Killer(workers) as killer:
        build(pile(), folder, master="local[2]", settings=LIGHT, sizes=SMALL)
    assert killer.killed
    assert exported(folder, tmp_path / "ours") == exported(sample_chronicle, tmp_path / "theirs")


@dataclass
class Standalone:
    """A master and two workers of this machine."""

    url: str
    master: subprocess.Popen[bytes]
    workers: list[subprocess.Popen[bytes]]


@pytest.fixture()
def standalone(tmp_path: Path) -> Iterator[Standalone]:
    import pyspark

    home = Path(pyspark.__file__).parent
    with socket.socket() as free:
        free.bind((LOOPBACK, 0))
        port = free.getsockname()[1]
    url = f"spark://{LOOPBACK}:{port}"

    def start(name: str, *arguments: str) -> subprocess.Popen[bytes]:
        command = [str(home / "bin" / "spark-class"), f"org.apache.spark.deploy.{name}"]
        log = (tmp_path / f"{name}-{len(arguments)}-{time.monotonic_ns()}.log").open("wb")
        environment = {**os.environ, "SPARK_LOCAL_IP": LOOPBACK, "SPARK_DAEMON_MEMORY": "512m"}
        return subprocess.Popen(
            [*command, *arguments],
            stdout=log,
            stderr=subprocess.STDOUT,
            env=environment,
            cwd=tmp_path,
            start_new_session=True,
        )

    web = ("--webui-port", "0")
    master = start("master.Master", "--host", LOOPBACK, "--port", str(port), *web)
    own = ("--host", LOOPBACK, "--cores", "1", "--memory", "1g", "--work-dir", str(tmp_path / "w"))
    workers = [start("worker.Worker", *own, *web, url) for _ in range(2)]
    try:
        yield Standalone(url, master, workers)
    finally:
        for process in (*workers, master):
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()


@pytest.mark.parametrize("dies", ["nobody", "a worker"])
def test_a_standalone_master_with_two_workers(
    sample_chronicle: Path, tmp_path: Path, standalone: Standalone, dies: str
) -> None:
    """One of the workers is killed with all that it runs; the other does its work again."""
    folder, victim = tmp_path / "affair", standalone.workers[0]

    def worker() -> list[int]:
        below = ours("", victim.pid) if dies == "a worker" and annotates(folder) else []
        for process in below:
            os.kill(process, signal.SIGKILL)
        return [victim.pid] if below else []

    settings = {**LIGHT, "spark.executor.memory": "512m", "spark.cores.max": "2"}
    with Killer(worker) as killer:
        build(pile(), folder, master=standalone.url, settings=settings, sizes=SMALL)
    assert killer.killed == ([victim.pid] if dies == "a worker" else [])
    assert exported(folder, tmp_path / "ours") == exported(sample_chronicle, tmp_path / "theirs")
