"""The fields between lines of `---` or `+++` at the head of a Markdown file.

In: the text.  Out: the fields, keys in lower case, and where the text below them begins.  Of YAML
and TOML only what such heads hold: one value a line, a list in brackets or one item a line.
"""

import re

_MATTER = re.compile(
    r"\A(?:---|\+\+\+)[ \t]*\n(?P<fields>.*?)\n(?:---|\+\+\+)[ \t]*(?:\n|\Z)", re.S
)
_FIELD = re.compile(r"^([\w-]+)[ \t]*[:=][ \t]*(.*)$")
_ITEM = re.compile(r"^[ \t]*-[ \t]+(.+)$")
_LIST = re.compile(r"\[(.*)\]")


def read_front_matter(text: str) -> tuple[dict[str, str | list[str]], int, int]:
    """The fields, where they end, and where the text begins; `({}, 0, 0)` where there are none."""
    matter = _MATTER.match(text)
    if not matter:
        return {}, 0, 0
    fields: dict[str, str | list[str]] = {}
    last = ""
    for line in matter["fields"].splitlines():
        if field := _FIELD.match(line):
            last = field[1].lower().replace("-", "_")
            fields[last] = _value(field[2].strip())
        elif (item := _ITEM.match(line)) and (above := fields.get(last)) is not None:
            items = above if isinstance(above, list) else [above] if above else []
            fields[last] = [*items, _bare(item[1])]
    return fields, len(matter.group().rstrip()), matter.end()


def _value(written: str) -> str | list[str]:
    listed = _LIST.fullmatch(written)
    if listed is None:
        return _bare(written)
    return [name for item in listed[1].split(",") if (name := _bare(item))]


def _bare(written: str) -> str:
    """A value without the quotation marks around it; Obsidian's `[[…]]` is a name, too."""
    value = written.strip()
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        value = value[1:-1]
    return value.strip().removeprefix("[[").removesuffix("]]")
