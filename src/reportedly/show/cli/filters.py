"""The stages run alone, as filters on JSON lines: read, attribute, mentions, dates."""

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import IO, Any

import click

from reportedly.show.cli.exit_codes import with_exit_codes

Document = dict[str, Any]
Filter = Callable[[Iterable[Document]], Iterator[Document]]

#: What may be said of a document beside its text; anything but a text there counts as not said.
_OPTIONAL = ("title", "byline", "published", "outlet", "lang", "url", "dct")

_INPUT = click.argument("source", type=click.File("rb"), default="-", metavar="[FILE]")


@click.command("read")
@click.argument("paths", nargs=-1, required=True, metavar="FILE...")
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

    for article in read_filter(list(paths), tell):
        _write(article)


@click.command("attribute")
@_INPUT
@with_exit_codes
def attribute_command(source: IO[bytes]) -> None:
    """Who said what in each document.

    In: {"doc", "text"} a line, also "title", "published", "outlet".
    Out: {"doc", "attributions"}.

    \b
    reportedly attribute articles.jsonl > attributions.jsonl
    """
    from reportedly.annotate.statements.filter import attribute_filter

    _run(attribute_filter, source, "attributions")


@click.command("mentions")
@_INPUT
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
    for number, line in enumerate(source, 1):
        if not line.strip():
            continue
        try:
            answer = next(iter(stage([_document(line)])))
        except Exception as error:  # the runner's boundary: one bad document never stops a run
            reason = (
                str(error) if isinstance(error, ValueError) else f"{type(error).__name__}: {error}"
            )
            click.echo(f"reportedly: line {number}: {reason}", err=True)
            answer = {"doc": _name_of(line), key: [], "error": f"line {number}: {reason}"}
        _write(answer)


def _document(line: bytes) -> Document:
    from reportedly.reading.charset import whole_characters

    try:
        document = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise ValueError(f"not JSON ({error}); give one JSON object a line") from error
    if not isinstance(document, dict) or not isinstance(document.get("text"), str):
        raise ValueError('no "text" in it; give one object a line with "doc" and "text"')
    document.setdefault("doc", None)
    document["text"] = whole_characters(document["text"])
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
