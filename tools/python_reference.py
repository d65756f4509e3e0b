"""The reference page of the Python library, out of signatures and docstrings: `docs/python.md`.

What it lists is what this project promises to keep; everything else may change.
"""

import ast
import dataclasses
import inspect
import re
import textwrap
from collections.abc import Callable, Iterator
from typing import Any

import reportedly
from reportedly import errors
from reportedly.annotate.attribution.explaining import Dropped, Explanation, Marks
from reportedly.chronicle import Chronicle
from reportedly.compare import compare
from reportedly.engine.build.costs import Costs
from reportedly.engine.build.report import BuildReport
from reportedly.engine.progress import Progress
from reportedly.reading.article import ReadResult
from reportedly.reading.records import Limits
from reportedly.show.export import export
from reportedly.verify import Fault, verify

_HEAD = """# The library

Made from the docstrings by `make docs`; do not edit. What stands here is kept from version to
version, and so are the tables ([tables.md](tables.md)), whose rows are the classes of
`reportedly.model`. All offsets are code points, half-open: `text[start:end]`.

```python
import reportedly
from reportedly.model import Statement
from reportedly.verify import verify

report = reportedly.build(["clippings/"], to="affair.chronicle")
print(report.rows["statements"], "statements,", sum(report.rejects.values()), "inputs not used")

with reportedly.Chronicle.open("affair.chronicle") as chronicle:
    for statement in chronicle.rows(Statement):
        words = [chronicle.words(statement.article_id, span) for span in statement.content]
        print(statement.speaker or "nobody named", statement.mode, words)

assert list(verify("affair.chronicle")) == []  # every span re-read, every identifier followed
```

A text alone, and why it is read as it is:

```python
import reportedly

text = "“The hall stays open,” Ada Quill told the Post on Monday. Sources said nothing."
for statement in reportedly.attribute(text, published="2016-05-03", outlet="The Packet"):
    print(statement.speaker, statement.said_earliest, statement.reason)
for dropped in reportedly.explain(text).dropped:
    print(dropped.confidence, dropped.why)
```
"""

#: Import path → the functions there, in the order of the page.
_FUNCTIONS: dict[str, tuple[Callable[..., Any], ...]] = {
    "reportedly": (reportedly.attribute, reportedly.explain, reportedly.read, reportedly.build),
    "reportedly.verify": (verify,),
    "reportedly.compare": (compare,),
    "reportedly.show.export": (export,),
}
_RECORDS = (BuildReport, Costs, Explanation, Dropped, Marks, ReadResult, Limits, Fault)
_ERRORS = (
    errors.ReportedlyError,
    errors.DocumentRejected,
    errors.RunAborted,
    errors.ChronicleError,
)
_SECTION = re.compile(r"^(Args|Returns|Yields|Raises):$")
_ITEM = re.compile(r"([\w, ]+): (.*)")


def python_page() -> str:
    """The whole page."""
    lines = [_HEAD]
    for path, functions in _FUNCTIONS.items():
        lines += [f"## `{path}`", ""]
        for function in functions:
            lines += _callable(function, f"{path}.{function.__name__}")
    lines += ["## `reportedly.Chronicle`", "", *_prose(Chronicle)]
    for name, method in vars(Chronicle).items():
        if isinstance(method, property):
            lines += [f"### `Chronicle.{name}`", "", *_prose(method)]
        elif not name.startswith("_"):
            lines += _callable(getattr(method, "__func__", method), f"Chronicle.{name}")
    lines += ["## `reportedly.engine.progress.Progress`", "", *_prose(Progress)]
    for name, method in vars(Progress).items():
        if not name.startswith("_"):
            lines += _callable(method, f"Progress.{name}")
    lines += ["## What functions give back, and take", ""]
    for record in _RECORDS:
        lines += [f"### `{record.__module__}.{record.__name__}`", "", *_prose(record)]
        lines += [*_fields(record), ""]
    lines += ["## Errors", "", "All of them derive from `reportedly.errors.ReportedlyError`.", ""]
    for error in _ERRORS:
        lines.append(f"- `{error.__name__}`: {_folded(inspect.getdoc(error) or '')}")
    return "\n".join(lines).rstrip() + "\n"


def _callable(function: Callable[..., Any], path: str) -> list[str]:
    return [
        f"### `{path}`",
        "",
        "```text",
        _signature(function, path),
        "```",
        "",
        *_prose(function),
    ]


def _signature(function: Callable[..., Any], path: str) -> str:
    """One parameter a line; `self` and `cls` are nobody's to give."""
    found = inspect.signature(function)
    kept = [p for p in found.parameters.values() if p.name not in ("self", "cls")]
    name = path.rpartition(".")[2]
    named_only = next((n for n, p in enumerate(kept) if p.kind is p.KEYWORD_ONLY), len(kept))
    told = [*map(str, kept[:named_only]), *(["*"] if kept[named_only:] else [])]
    told += map(str, kept[named_only:])
    inside = "".join(f"\n    {each}," for each in told)
    answer = found.return_annotation
    answer = answer if isinstance(answer, str) else inspect.formatannotation(answer)
    whole = f"{name}({inside}{chr(10) if inside else ''}) -> {answer}"
    return _short(whole)


def _short(types: str) -> str:
    """Types by their last name, as a reader imports them."""
    types = re.sub(r"Optional\[([^\]]+)\]", r"\1 | None", types.replace("~", ""))
    return re.sub(r"\b(?:collections\.abc|typing|pathlib|os|reportedly(?:\.\w+)*)\.", "", types)


def _prose(thing: Any) -> list[str]:
    """A docstring as Markdown: sections in bold, their items as a list."""
    lines: list[str] = []
    for block in (inspect.getdoc(thing) or "").split("\n\n"):
        head, _, rest = block.partition("\n")
        if section := _SECTION.match(head):
            lines += [f"**{section[1]}**", "", *_items(textwrap.dedent(rest)), ""]
        elif block.startswith("with "):
            lines += ["```text", block, "```", ""]
        else:
            lines += [_folded(block), ""]
    return lines


def _items(text: str) -> Iterator[str]:
    """Items of a section, or its one sentence; continued lines are indented."""
    for item in re.split(r"\n(?=\S)", text) if _ITEM.match(text) else [text]:
        named = _ITEM.match(_folded(item))
        yield f"- `{named[1]}`: {named[2]}" if named else f"- {_folded(item)}"


def _fields(record: type) -> list[str]:
    """The fields of a record, with what stands behind or above each in the source."""
    said = _said_of_fields(record)
    lines = ["| field | type | meaning |", "|---|---|---|"]
    for field in dataclasses.fields(record):
        hint = field.type if isinstance(field.type, str) else inspect.formatannotation(field.type)
        shown = _short(hint).replace("|", "or")
        lines.append(f"| `{field.name}` | `{shown}` | {said.get(field.name, '')} |")
    return lines


def _said_of_fields(record: type) -> dict[str, str]:
    source = textwrap.dedent(inspect.getsource(record))
    lines, said, last = source.splitlines(), {}, ""
    (declared,) = ast.parse(source).body
    assert isinstance(declared, ast.ClassDef)
    for node in declared.body:
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            last, above, at = node.target.id, [], node.lineno - 2
            while lines[at].strip().startswith("#:"):
                above.insert(0, lines[at].strip()[2:].strip())
                at -= 1
            said[last] = _folded(" ".join(above))
        elif last and isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            said[last] = _folded(str(node.value.value))
    return said


def _folded(text: str) -> str:
    return " ".join(text.split())
