"""The journal of a task: a row at which two attempts died is known as deadly, no other is."""

import os
import signal
from pathlib import Path

import pytest

from reportedly.engine.spark.journal import Journal


def die_at(folder: Path, name: str) -> None:
    """An attempt in a process that is killed while it works on `name`."""
    child = os.fork()
    if child == 0:
        with Journal(folder, 7) as journal:
            with journal.under_way("before"):
                pass
            with journal.under_way(name):
                os.kill(os.getpid(), signal.SIGKILL)
    os.waitpid(child, 0)


def test_two_deaths_at_a_row_make_it_deadly(tmp_path: Path) -> None:
    die_at(tmp_path, "ill")
    with Journal(tmp_path, 7) as journal:
        assert not journal.is_deadly("ill")
    die_at(tmp_path, "ill")
    with Journal(tmp_path, 7) as journal:
        assert journal.is_deadly("ill")
        assert not journal.is_deadly("before")


def test_journals_of_tasks_are_apart(tmp_path: Path) -> None:
    die_at(tmp_path, "ill")
    die_at(tmp_path, "ill")
    with Journal(tmp_path, 8) as journal:
        assert not journal.is_deadly("ill")


@pytest.mark.parametrize(("error", "deadly"), [(MemoryError, True), (ImportError, False)])
def test_no_memory_counts_as_a_death_and_other_errors_do_not(
    tmp_path: Path, error: type[Exception], deadly: bool
) -> None:
    """What is wrong with the installation must not be held against the rows."""
    for _ in range(2):
        with Journal(tmp_path, 1) as journal, pytest.raises(error), journal.under_way("large"):
            raise error
    with Journal(tmp_path, 1) as journal:
        assert journal.is_deadly("large") is deadly
