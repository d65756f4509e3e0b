"""The list of commands in the program's help, by what somebody wants to do; and what is said to
somebody whose command was not understood."""

from typing import Any

import click

#: Title → its commands, in the order in which they are needed.
SECTIONS = {
    "Make and read a chronicle": ("build", "demo", "serve"),
    "Ask it in the terminal": ("findings", "who", "timeline", "trace"),
    "Correct it, or take something out": ("decide", "forget"),
    "Hand it on": ("export",),
    "Look after it": ("verify", "report", "diff", "load", "doctor"),
    "One step alone, for other programs (JSON lines)": ("read", "attribute", "mentions", "dates"),
}

#: No sentence of a help is as long: lists show it whole.
_WHOLE = 400


class Sections(click.Group):
    """A group whose help lists its commands by section, each with its whole first sentence.

    Commands that are not understood are answered with an example of theirs.
    """

    def invoke(self, ctx: click.Context) -> Any:
        """Runs the command; what is wrong with its words is told with the next step."""
        try:
            return super().invoke(ctx)
        except click.UsageError as error:
            if error.message.startswith("Usage: "):  # a group by itself: the message is its help
                raise
            lines = (error.format_message(), *_next_steps(error))
            raise click.UsageError("\n".join(lines), ctx=error.ctx) from None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Writes a list for each section."""
        widest = max(len(name) for name in self.commands)
        for title, names in SECTIONS.items():
            rows = [
                (name.ljust(widest), self.commands[name].get_short_help_str(_WHOLE))
                for name in names
                if name in self.commands
            ]
            if rows:
                with formatter.section(title):
                    formatter.write_dl(rows)


def _next_steps(error: click.UsageError) -> list[str]:
    """What to write instead, where the help of the command shows it."""
    steps = []
    if "unexpected extra argument" in error.message:
        steps.append('Words that belong together stand in quotation marks: "Ada Quill".')
    help_text = (error.ctx and error.ctx.command.help) or ""
    lines = (line.strip().partition("  ")[0] for line in help_text.splitlines())
    example = next((line for line in lines if line.startswith("reportedly ")), None)
    return [*steps, f"For example: {example}"] if example else steps
