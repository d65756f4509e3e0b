"""Workers end with whom they work for, and never run the caller's script again."""

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from reportedly.engine.workers import interrupts_held

MODULE = """
import os, pathlib, time

def work(batch):
    (pathlib.Path(batch["folder"][0].as_py()) / str(os.getpid())).touch()
    time.sleep(60)
"""

#: No `if __name__ == "__main__"`: a script as people write it.
SCRIPT = """
import sys
sys.path.insert(0, r"{folder}")
import long_work
import pyarrow as pa
from reportedly.engine.base import Work
from reportedly.engine.laptop import LaptopEngine

print("script runs", flush=True)
batch = pa.record_batch({{"folder": [r"{folder}/pids"]}})
with LaptopEngine(2) as engine:
    list(engine.run(Work("long", long_work.work, long_work.work), [batch, batch]))
"""


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks for processes in /proc")
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_no_worker_is_left_behind(how: signal.Signals, tmp_path: Path) -> None:
    """Interrupted, ended or killed: the workers are gone at once, in the middle of their work."""
    (tmp_path / "pids").mkdir()
    (tmp_path / "long_work.py").write_text(MODULE)
    (tmp_path / "script.py").write_text(SCRIPT.format(folder=tmp_path))
    with subprocess.Popen(
        [sys.executable, tmp_path / "script.py"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as script:
        workers = _until(lambda: [path.name for path in (tmp_path / "pids").iterdir()], 2)
        script.send_signal(how)
        told, _ = script.communicate(timeout=120)
    assert told == b"script runs\n"
    assert _until(lambda: [pid for pid in workers if _lives(pid)], 0) == []


def _until(look, number: int) -> list[str]:
    """What `look` finds, as soon as it finds `number` things."""
    for _ in range(1200):  # a busy machine takes its time
        if len(look()) == number:
            break
        time.sleep(0.1)
    return look()


def _lives(pid: str) -> bool:
    try:
        state = Path("/proc", pid, "stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


def test_a_process_is_never_left_half_begun() -> None:
    """Ctrl-C waits for the end of a block, also where another thread takes the signal."""
    # A cluster's client that another test began has put a handler of its own there.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    done, steps = threading.Event(), []
    other = threading.Thread(target=done.wait)
    other.start()
    try:
        with pytest.raises(KeyboardInterrupt), interrupts_held():
            os.kill(os.getpid(), signal.SIGINT)
            time.sleep(0.01)
            steps.append("still here")
    finally:
        done.set()
        other.join()
        after = signal.signal(signal.SIGINT, before)
    assert steps == ["still here"]
    assert after is signal.default_int_handler
