"""The list of commands in the program's help, by what somebody wants to do."""

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
    """A group whose help lists its commands by section, each with its whole first sentence."""

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
