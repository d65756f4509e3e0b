"""What the program's exit code means, in one place, and how errors become one."""

import functools
import os
import sqlite3
import sys
from collections.abc import Callable
from typing import NoReturn, ParamSpec

import click

from reportedly.errors import ReportedlyError, RunAborted, told
from reportedly.paths import shown_path

FAULT = 1
ABORTED = 3
NOTHING_READ = 4
INTERRUPTED = 130

TABLE = """\
  0    done (inputs that could not be used are listed, and are rows of `rejects`)
  1    an answer of "no": faults found, nothing of that name, installation not sound
  2    the command was not understood
  3    the run had to stop: no chronicle there, disk full, port in use, locked
  4    not one article could be read from the inputs
  130  interrupted; what was committed is kept, the same command goes on"""

#: What SQLite says when a disk is full or a quota is reached.
_NO_ROOM = (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR_WRITE)

Params = ParamSpec("Params")


def with_exit_codes(command: Callable[Params, None]) -> Callable[Params, None]:
    """Errors of this package become one line on standard error and the documented code."""

    @functools.wraps(command)
    def run(*args: Params.args, **kwargs: Params.kwargs) -> None:
        try:
            command(*args, **kwargs)
            sys.stdout.flush()
        except RunAborted as error:
            leave(str(error), ABORTED)
        except ReportedlyError as error:
            leave(str(error), FAULT)
        except sqlite3.Error as error:
            if getattr(error, "sqlite_errorcode", None) in _NO_ROOM:
                leave(f"writing failed: {error}; make room, then run it again", ABORTED)
            leave(f"the chronicle cannot be used: {error}; look with: reportedly verify", ABORTED)
        except KeyboardInterrupt:
            leave("interrupted; run the same command again to go on", INTERRUPTED)
        except BrokenPipeError:
            # The reader of our output (`head`, say) has seen enough; nothing is wrong.
            _drop_output()
            sys.exit(0)
        except OSError as error:
            _drop_output()
            leave(f"{told(error)}; make room, check the name, or choose another place", ABORTED)

    return run


def _drop_output() -> None:
    """What is left in the buffer goes nowhere: Python would fail again on it when it ends."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError:  # standard output is no file here, so nothing is left to fail
        return


def leave(message: str, code: int) -> NoReturn:
    """Ends the program with a message on standard error."""
    click.echo(f"reportedly: {shown_path(message)}", err=True)
    sys.exit(code)
