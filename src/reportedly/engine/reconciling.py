"""The run of the reconciling stages over the tables of all articles."""

import contextlib
import gc
import time
from collections.abc import Callable, Iterator

import pyarrow as pa

from reportedly.engine.spilling import Spilled
from reportedly.memory import give_back
from reportedly.pipeline import TABLE_STAGES
from reportedly.stage import Joins, TableStage, fingerprints

#: Rows point at no row, so that hardly anything is found by looking for circles among millions of
#: them; as often as Python looks by itself, it takes a third of the time.
_COLLECTING = (100_000, 50, 100)


@contextlib.contextmanager
def rarely_collecting() -> Iterator[None]:
    """Has Python look for circles of objects more rarely meanwhile."""
    before = gc.get_threshold()
    gc.set_threshold(*_COLLECTING)
    try:
        yield
    finally:
        gc.set_threshold(*before)


@contextlib.contextmanager
def _loaded() -> Iterator[None]:
    """Has all stages loaded; the program itself, which stays, is not looked through for circles
    each time memory is given back."""
    for stage in TABLE_STAGES:
        stage.load()
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


@rarely_collecting()
def reconcile(
    tables: Spilled,
    joins: Joins,
    started: Callable[[str], None],
    took: dict[str, float] | None = None,
) -> None:
    """All table stages in order; what one gave is on the disk before the next begins.

    Args:
        tables: those of the articles; gets those that the stages write.
        joins: the engine's joins.
        started: told each stage's name before it runs.
        took: gets the seconds of a processor that each stage took.
    """
    with _loaded():
        for stage in TABLE_STAGES:
            started(stage.name)
            began = time.process_time()
            _run(stage, tables, joins)
            give_back()
            if took is not None:
                took[stage.name] = time.process_time() - began


def _run(stage: TableStage, tables: Spilled, joins: Joins) -> None:
    given = {kind.table: tables[kind.table] for kind in stage.reads}
    own = joins.for_stage(mark_of(stage), tables.loaded(given))
    written: dict[str, pa.Table] = stage.load()(given, own)
    for kind in stage.writes:
        tables.put(kind.table, written.pop(kind.table), given.get(kind.table))


def mark_of(stage: TableStage) -> str:
    """Changes with what a stage does, whatever it reads: names what it worked out."""
    return " ".join((stage.name, stage.version, *stage.models))


def reconcile_fingerprint() -> str:
    """Changes with any table stage."""
    return " ".join(fingerprints(TABLE_STAGES).values())
