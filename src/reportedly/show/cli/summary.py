"""The summary at the end of a build, as a person likes to read it."""

import os
import shutil
import sys
from pathlib import Path

import click

from reportedly.engine.build.report import BuildReport
from reportedly.show.cli.layout import count


def print_summary(report: BuildReport) -> None:
    """Prints what the chronicle holds, what was left out, and where to go on."""
    for line in summary_lines(report):
        click.echo(line)


def summary_lines(report: BuildReport) -> list[str]:
    """The summary, line by line."""
    from reportedly.show.web import wording

    lines = ["", *(_held(report) if report.rows["articles"] else ())]
    if report.findings:
        lines.append("What a careful reader would point out:")
        lines += [
            f"  {number:>4} {wording.FOUND[kind][number != 1]}"
            for kind, number in report.findings.items()
        ]
    if report.rejects:
        lines.append(f"Not used: {count(sum(report.rejects.values()), 'input')}")
        lines += [
            f"  {number:>4} {wording.REJECTED.get(reason) or wording.spoken(reason)}"
            for reason, number in report.rejects.items()
        ]
    if report.unapplied:
        lines.append("Decided, but not done:")
        lines += [f"  {each}" for each in report.unapplied]
    if report.run.interrupted:
        lines.append(f"The build of {report.run.interrupted} had not ended; this one went on.")
    if not report.reconciled and report.rows["articles"]:
        lines.append("Nothing had changed since the last build.")
    return [*lines, "", *_next(report)]


def _held(report: BuildReport) -> list[str]:
    """What is in the chronicle, in numbers."""
    from reportedly.show.days import stretch

    rows = report.rows
    outlets = f" of {count(report.outlets, 'outlet')}" if report.outlets else ", outlets not known"
    period = f", {stretch(report.first, report.last)}" if report.first else ""
    return [
        f"{report.path}: {count(rows['articles'], 'article')}{outlets}{period}",
        f"  {report.dated} carry a date, {rows['articles'] - report.dated} do not",
        f"  {count(rows['statements'], 'statement')} of {count(rows['utterances'], 'utterance')} "
        f"in {count(rows['stories'], 'story', 'stories')}",
        f"  {count(rows['entities'], 'person, place or body', 'people, places and bodies')}, "
        f"{count(rows['facts'], 'fact')}, {count(rows['events'], 'dated event')}",
    ]


def _next(report: BuildReport) -> list[str]:
    """What to do now."""
    if not report.rows["articles"]:
        return [
            f"What can be read, and how to name it:  {program()} build --help",
        ]
    return [
        f"Read it in the browser:       {program()} serve {report.path}",
        f"The findings in the terminal: {program()} findings {report.path}",
    ]


def program() -> str:
    """How to call this program from here: by name, or by path where the name is not found."""
    called = Path(sys.argv[0])
    found = shutil.which("reportedly")
    if called.name != "reportedly" or (found and Path(found).resolve() == called.resolve()):
        return "reportedly"
    return os.path.relpath(called)
