"""A process that writes to a chronicle as a build does, until it is told to stop."""

import os
import sqlite3
import time
from multiprocessing.synchronize import Event


def write(path: str, stop: Event) -> None:
    """Writes as a build does while it annotates: a transaction of eight articles' results."""
    writer = sqlite3.connect(path, isolation_level=None, timeout=30)
    writer.execute("pragma synchronous = normal")
    payload, number = os.urandom(20_000), 0
    while not stop.is_set():
        writer.execute("begin immediate")
        for stage in range(8):
            row = (f"x{number % 500}", f"stage {stage}", "benchmark", payload)
            writer.execute("insert or replace into kept values (?, ?, ?, ?)", row)
        writer.execute("commit")
        number += 1
        time.sleep(0.02)
    writer.execute("delete from kept where fingerprint = 'benchmark'")
    writer.close()
