"""Opens a Spark session for one build, on this machine or on a cluster, and closes it."""

import contextlib
import os
import re
import shutil
import sys
import warnings
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from reportedly.errors import RunAborted

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

#: Times that a task may fail before the build gives up.  A record that kills its worker fails its
#: task twice before it is put aside, so a task can meet half as many of them as this.
TASK_FAILURES = 100
#: Rows that Spark hands to a Python worker at once: payloads of articles are some 20 KB each.
_BATCH_ROWS = 64
_BATCH_BYTES = 16 * 2**20
_LOOPBACK = "127.0.0.1"

_SETTINGS = {
    "spark.task.maxFailures": str(TASK_FAILURES),
    "spark.speculation": "false",
    "spark.sql.execution.arrow.maxRecordsPerBatch": str(_BATCH_ROWS),
    "spark.sql.execution.arrow.maxBytesPerBatch": str(_BATCH_BYTES),
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.parquet.compression.codec": "zstd",
    # One thread for each worker process: the processes are the parallelism.
    "spark.executorEnv.OMP_NUM_THREADS": "1",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
}

#: On one machine: 200 partitions, as Spark has them, take longer to begin than to fill.
_SMALL = {"spark.sql.shuffle.partitions": "8"}


@contextlib.contextmanager
def spark_session(
    master: str, settings: Mapping[str, str] | None = None
) -> Iterator["SparkSession"]:
    """A session on `master`, stopped when the block is left.

    Args:
        master: as Spark names it: `local[4]`, `local-cluster[2,1,1024]`, `spark://HOST:7077`.
        settings: Spark's own settings, which win over those of this program.

    Raises:
        RunAborted: PySpark or Java is missing, or the master cannot be reached.
    """
    _check_installed()
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    if _is_here(master):
        os.environ.setdefault("SPARK_LOCAL_IP", _LOOPBACK)
    # What it says of pandas concerns conversions that this program does not use.
    warnings.filterwarnings("ignore", message="PySpark does not yet fully support pandas")
    from pyspark.sql import SparkSession

    if SparkSession.getActiveSession() is not None:
        raise RunAborted("a session of Spark is open in this process; stop it, then build")
    builder = SparkSession.Builder().master(with_retries(master)).appName("reportedly")
    small = _SMALL if master.startswith("local") else {}
    for name, value in {**_SETTINGS, **small, **(settings or {})}.items():
        builder = builder.config(name, value)
    try:
        session = builder.getOrCreate()
    except Exception as error:  # Py4J wraps whatever the JVM throws
        raise RunAborted(
            f"Spark does not start on {master}: {gist(str(error))}; is the master running, do its "
            "workers start executors, and is this Java 17 or newer?"
        ) from error
    session.sparkContext.setLogLevel("FATAL")
    try:
        yield session
    finally:
        session.stop()


def gist(message: str) -> str:
    """What went wrong, out of a trace of two languages: the last line that names an error."""
    lines = [line.strip() for line in message.splitlines() if line.strip()]
    named = [line for line in lines if "Error: " in line or "Exception: " in line]
    return (named or lines or ["no message"])[-1][:500]


def _check_installed() -> None:
    try:
        import pyspark  # noqa: F401 - only whether it is there
    except ImportError as error:
        raise RunAborted("--engine spark needs PySpark: pip install 'reportedly[spark]'") from error
    home = os.environ.get("JAVA_HOME")
    if shutil.which("java") is None and not (home and (Path(home) / "bin" / "java").is_file()):
        raise RunAborted(
            "--engine spark needs Java 17 or newer, and there is no `java`; install it or set "
            "JAVA_HOME"
        )


def _is_here(master: str) -> bool:
    """True when all of Spark runs on this machine, so that no other needs to reach it."""
    host = urlsplit(master).hostname if "://" in master else None
    return master.startswith("local") or host in (_LOOPBACK, "localhost")


def with_retries(master: str) -> str:
    """`local[4]` as `local[4,100]`: Spark's local mode tries nothing twice unless it is told to."""
    if master == "local":
        return f"local[1,{TASK_FAILURES}]"
    return re.sub(r"^local\[([^,\]]+)\]$", rf"local[\1,{TASK_FAILURES}]", master)
