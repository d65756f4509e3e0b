"""`verify`, `forget` and `doctor`."""

from pathlib import Path

import click

from reportedly.show.cli import exit_codes
from reportedly.show.cli.exit_codes import with_exit_codes
from reportedly.show.cli.printable import printable

#: More faults than this tell nothing new; the rest is counted.
_SHOWN_FAULTS = 50


@click.command("verify")
@click.argument("chronicle", type=click.Path(path_type=Path))
@with_exit_codes
def verify_command(chronicle: Path) -> None:
    """Re-reads every span of every table against the articles, and fails on one wrong character.

    \b
    reportedly verify affair.chronicle
    """
    from reportedly.verify import verify

    faults = 0
    for faults, fault in enumerate(verify(chronicle), 1):
        if faults <= _SHOWN_FAULTS:
            click.echo(str(fault))
    if faults:
        exit_codes.leave(
            f"{chronicle}: {faults} faults; build it again from its inputs", exit_codes.FAULT
        )
    click.echo(f"{chronicle}: every span and every reference holds")


@click.command("forget")
@click.argument("chronicle", type=click.Path(path_type=Path))
@click.argument("name")
@click.option("--yes", is_flag=True, help="Do not ask.")
@with_exit_codes
def forget_command(chronicle: Path, name: str, yes: bool) -> None:
    """Removes a person (by name) or an article (by URL or path) with everything derived.

    A forgotten article is not read again; a forgotten person's names are blackened in all texts,
    also in those added later.

    \b
    reportedly forget affair.chronicle "Ada Quill"
    """
    from reportedly.engine.forget import find_what_to_forget, forget
    from reportedly.show.cli.progress import shown_progress

    if not yes:
        found = printable(" and ".join(find_what_to_forget(chronicle, name)))
        click.confirm(f"Remove {found}, from {chronicle} for good?", abort=True)
    with shown_progress(quiet=False) as progress:
        for done in forget(chronicle, name, progress=progress):
            click.echo(f"forgotten: {done}")


@click.command("doctor")
@with_exit_codes
def doctor_command() -> None:
    """Tells whether the installation is sound: libraries, models, the sample.

    \b
    reportedly doctor
    """
    from reportedly.engine.doctor import checks

    sound = True
    for check in checks():
        click.echo(f"{'ok  ' if check.sound else 'BAD '} {check.name}: {check.detail}")
        sound = sound and check.sound
    if not sound:
        exit_codes.leave("not sound; install again: pip install --force-reinstall reportedly", 1)


COMMANDS = (verify_command, forget_command, doctor_command)
