"""`report`, and the options of long runs: a log file, and limits on what an input may cost."""

import datetime
import json
import logging
from collections.abc import Iterator
from dataclasses import asdict, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reportedly.show.cli import exit_codes
from reportedly.show.cli.exit_codes import with_exit_codes

if TYPE_CHECKING:
    from reportedly.reading.records import Limits

_LIMITS = "reportedly.limits"


class _AsJson(logging.Formatter):
    """One JSON object a line: `time` (UTC), `level`, `event`, and the event's own fields."""

    def format(self, record: logging.LogRecord) -> str:
        """The line of one event."""
        when = datetime.datetime.fromtimestamp(record.created, datetime.UTC)
        line = {
            "time": when.isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "event": record.getMessage(),
            **getattr(record, "fields", {}),
        }
        return json.dumps(line, ensure_ascii=False)


def _begin_log(_: click.Context, __: click.Parameter, path: Path | None) -> None:
    if path is None:
        return
    try:
        handler = logging.FileHandler(path, encoding="utf-8", errors="backslashreplace")
    except OSError as error:
        raise click.BadParameter(f"{path} cannot be written ({error.strerror})") from error
    handler.setFormatter(_AsJson())
    logger = logging.getLogger("reportedly")
    logger.setLevel(logging.INFO)
    logger.addHandler(handler)
    click.get_current_context().call_on_close(lambda: _end_log(logger, handler))


def _end_log(logger: logging.Logger, handler: logging.Handler) -> None:
    logger.removeHandler(handler)
    handler.close()


log_option = click.option(
    "--log",
    type=click.Path(path_type=Path),
    expose_value=False,
    callback=_begin_log,
    help="Adds events to this file, one JSON object a line; no text of articles is in it.",
)


def _keep_limits(context: click.Context, __: click.Parameter, given: tuple[str, ...]) -> None:
    from reportedly.reading.records import Limits

    limits, known = Limits(), {field.name for field in fields(Limits)}
    for each in given:
        name, _, value = each.partition("=")
        if name not in known or not value.isdecimal():
            usual = ", ".join(f"{key}={number}" for key, number in asdict(Limits()).items())
            raise click.BadParameter(f"{each!r} is no NAME=NUMBER of these: {usual}")
        limits = replace(limits, **{name: int(value)})
    context.meta[_LIMITS] = limits


limit_option = click.option(
    "--limit",
    multiple=True,
    metavar="NAME=NUMBER",
    expose_value=False,
    callback=_keep_limits,
    help="How much one input may cost, say text_chars=2000000; see docs/troubleshooting.md.",
)


def chosen_limits() -> "Limits":
    """What `--limit` says, of the command that is running."""
    limits: Limits = click.get_current_context().meta[_LIMITS]
    return limits


@click.command("report")
@click.argument("chronicle", type=click.Path(path_type=Path))
@click.option("--run", type=int, help="The number of a build [default: the last one].")
@click.option("--json", "as_json", is_flag=True, help="The report as one JSON object.")
@with_exit_codes
def report_command(chronicle: Path, run: int | None, as_json: bool) -> None:
    """What a build did: inputs, rejects, rows, time and memory, versions, settings.

    \b
    reportedly report affair.chronicle
    """
    from reportedly.chronicle import Chronicle
    from reportedly.store import runs

    with Chronicle.open(chronicle) as opened:
        listed = runs.summaries(opened.connection)
    found = [each for each in listed if run is None or each[0] == run]
    if not found:
        exit_codes.leave(f"{chronicle} has no build {run}; it has {len(listed)}", exit_codes.FAULT)
    number, started, finished, summary = found[0]
    report = {"number": number, "started": started, "finished": finished}
    report |= json.loads(summary or "{}")
    for line in [json.dumps(report, ensure_ascii=False)] if as_json else report_lines(report):
        click.echo(line)


def report_lines(report: dict[str, Any]) -> Iterator[str]:
    """The report as a person reads it."""
    ended = f"to {report['finished']}" if report["finished"] else "and did not end"
    yield f"build {report['number']}: from {report['started']} {ended}"
    run = report.get("run", {})
    if run.get("interrupted"):
        yield f"  went on with the build of {run['interrupted']}, which had not ended"
    for title, counts, unit in (
        ("inputs", run.get("inputs"), ""),
        ("rejected, by reason", report.get("rejects"), ""),
        ("rows", report.get("rows"), ""),
        ("seconds by phase", run.get("seconds"), " s"),
        ("processor seconds by stage", run.get("cpu_seconds"), " s"),
        ("memory at most", run.get("peak_memory"), " bytes"),
        ("program", run.get("program"), ""),
        ("stages", run.get("stages"), ""),
        ("settings", run.get("settings"), ""),
    ):
        if counts:
            yield f"{title}:"
            yield from (f"  {name}: {_number(value)}{unit}" for name, value in counts.items())


def _number(value: object) -> str:
    if value is None:
        return "by the pile"
    return f"{value:,}" if isinstance(value, int | float) else str(value)


COMMANDS = (report_command,)
