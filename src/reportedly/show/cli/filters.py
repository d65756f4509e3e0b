"""The stages run alone, as filters on JSON lines: read, attribute, mentions, dates."""

import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import IO, TYPE_CHECKING, Any

import click

from reportedly.show.cli import exit_codes
from reportedly.show.cli.exit_codes import with_exit_codes
from reportedly.show.cli.running import chosen_limits, limit_option

if TYPE_CHECKING:
    from reportedly.reading.records import Limits

Document = dict[str, Any]
Filter = Callable[[Iterable[Document]], Iterator[Document]]

#: What may be said of a document beside its text; anything but a text there counts as not said.
_OPTIONAL = ("title", "byline", "published", "outlet", "lang", "url", "dct")

_INPUT = click.argument("source", type=click.File("rb"), default="-", metavar="[FILE]")


@click.command("read")
@click.argument("paths", nargs=-1, required=True, metavar="FILE...")
@limit_option
@with_exit_codes
def read_command(paths: tuple[str, ...]) -> None:
    """Articles out of pages, texts, feeds and archives, one JSON object a line.

    What cannot be read is named on standard error.

    \b
    reportedly read page.html clippings/ feed.xml crawl.warc.gz
    """
    from reportedly.model import Reject
    from reportedly.reading.filter import read_filter
    from reportedly.show.cli.progress import line_of

    def tell(reject: Reject) -> None:
        click.echo(f"reportedly: {line_of(reject)}", err=True)

    found = False
    for article in read_filter(list(paths), tell, chosen_limits()):
        found = True
        _write(article)
    if not found:
        exit_codes.leave("not one article could be read", exit_codes.NOTHING_READ)


@click.command("attribute")
@click.argument("source", default="-", metavar="[FILE|TEXT]")
@click.option("--explain", is_flag=True, help="Read TEXT or FILE and say why each row is there.")
@click.option("--json", "as_json", is_flag=True, help="The explanation as JSON.")
@click.option(
    "--threshold",
    type=click.FloatRange(0, 1),
    default=0.0,
    metavar="P",
    help="Leave out rows less sure than this.",
)
@limit_option
@with_exit_codes
def attribute_command(source: str, explain: bool, as_json: bool, threshold: float) -> None:
    """Who said what in each document.

    In: {"doc", "text"} a line, also "title", "published", "outlet".
    Out: {"doc", "attributions"}; "abstained" tells why a text is not read.

    With --explain: one text, or a file with one article or several; out come the marked text, the
    words that carried each row, and what was considered and dropped.

    Of rows surer than 0.87 nine in ten are right when retold, more when quoted (measured on
    articles that nothing was fitted on).

    \b
    reportedly attribute articles.jsonl > attributions.jsonl
    reportedly attribute --explain "“We stay,” Ada Quill told the Post."
    """
    from reportedly.engine.attributing import attribute_filter

    if explain:
        for text in _texts(source):
            _explain(text, threshold, as_json)
        return
    lines = click.File("rb").convert(source, None, click.get_current_context())
    _run(lambda documents: attribute_filter(documents, threshold), lines, "attributions")


def _texts(source: str) -> Iterator[str]:
    """The text itself, that of standard input, or those of the articles of a file."""
    from pathlib import Path

    from reportedly.api import read
    from reportedly.model import Reject
    from reportedly.show.cli.progress import line_of

    if source == "-":
        yield sys.stdin.buffer.read().decode("utf-8", "replace")
    elif len(source) > _LONGEST_PATH or "\n" in source or not Path(source).exists():
        yield source
    else:
        for found in read(source):
            if isinstance(found, Reject):
                click.echo(f"reportedly: {line_of(found)}", err=True)
            else:
                yield found.article.text


#: No system opens a file by a longer name.
_LONGEST_PATH = 4096


def _explain(text: str, threshold: float, as_json: bool) -> None:
    from reportedly.api import explain
    from reportedly.show.cli import explaining

    explanation = explain(text, threshold=threshold)
    if as_json:
        _write(explaining.as_json(explanation))
        return
    for line in explaining.lines_of(explanation):
        click.echo(line, color=False if os.environ.get("NO_COLOR") else None)


@click.command("mentions")
@_INPUT
@limit_option
@with_exit_codes
def mentions_command(source: IO[bytes]) -> None:
    """People, organisations and places in each document, and which words mean the same.

    In: {"doc", "text"} a line.  Out: {"doc", "clusters"}.

    \b
    reportedly mentions articles.jsonl > mentions.jsonl
    """
    from reportedly.annotate.coreference.filter import mentions_filter

    _run(mentions_filter, source, "clusters")


@click.command("dates")
@_INPUT
@limit_option
@with_exit_codes
def dates_command(source: IO[bytes]) -> None:
    """Expressions of time in each document and what they mean.

    In: {"doc", "text", "dct"} a line; "dct", the day of writing, may be null.
    Out: {"doc", "timexes", "published"}.

    \b
    reportedly dates articles.jsonl > dates.jsonl
    """
    from reportedly.annotate.dates.filter import dates_filter

    _run(dates_filter, source, "timexes")


def _run(stage: Filter, source: IO[bytes], key: str) -> None:
    """One output line for each input line, in order; a bad line becomes a line that says so."""
    limits = chosen_limits()
    for number, line in enumerate(_lines(source, limits.record_bytes), 1):
        if not line.strip():
            continue
        try:
            answer = next(iter(stage([_document(line, limits)])))
        except Exception as error:  # the runner's boundary: one bad document never stops a run
            reason = (
                str(error) if isinstance(error, ValueError) else f"{type(error).__name__}: {error}"
            )
            click.echo(f"reportedly: line {number}: {reason}", err=True)
            answer = {"doc": _name_of(line), key: [], "error": f"line {number}: {reason}"}
        _write(answer)


def _lines(source: IO[bytes], most: int) -> Iterator[bytes]:
    """The lines; of one that is longer than `most` bytes a beginning that is too long still."""
    while line := source.readline(most + 1):
        rest = line
        while len(rest) > most and not rest.endswith(b"\n"):
            rest = source.readline(most + 1)
        yield line


def _document(line: bytes, limits: "Limits") -> Document:
    from reportedly.reading.charset import whole_characters
    from reportedly.reading.tags import without_tags

    if len(line) > limits.record_bytes:
        raise ValueError(
            f"more than {limits.record_bytes:,} bytes; split it, or raise the limit record_bytes"
        )
    try:
        document = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise ValueError(
            f"not JSON ({error}); give one JSON object a line, as `reportedly read` makes of pages "
            "and texts"
        ) from error
    if not isinstance(document, dict) or not isinstance(document.get("text"), str):
        raise ValueError('no "text" in it; give one object a line with "doc" and "text"')
    if (count := len(document["text"])) > limits.text_chars:
        raise ValueError(f"a text of {count:,} characters; split it, or raise the limit text_chars")
    document.setdefault("doc", None)
    document["text"] = without_tags(whole_characters(document["text"]))
    for name in _OPTIONAL:
        if not isinstance(document.get(name), str):
            document[name] = None
    return document


def _name_of(line: bytes) -> Any:
    try:
        document = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return document.get("doc") if isinstance(document, dict) else None


def _write(value: Document) -> None:
    text = json.dumps(value, ensure_ascii=False)
    sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace") + b"\n")
    sys.stdout.buffer.flush()


COMMANDS = (read_command, attribute_command, mentions_command, dates_command)
