"""`findings`, `who`, `timeline` and `trace`: what people ask of a chronicle, answered in text."""

import json
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reportedly.show.cli import exit_codes
from reportedly.show.cli.exit_codes import with_exit_codes
from reportedly.show.cli.layout import count, say

if TYPE_CHECKING:
    from reportedly.chronicle import Chronicle
    from reportedly.model import ChainHop, Entity
    from reportedly.store.pages import StatementLine

_CHRONICLE = click.argument("chronicle", type=click.Path(path_type=Path))
_JSON = click.option("--json", "as_json", is_flag=True, help="Rows as JSON lines.")
#: Statements among which somebody can choose at a glance.
_CHOICES = 10
_KINDS = ["conflict", "changed_quote", "misattribution", "overtaken", "correction", "agreement"]


def _tell_unfinished(opened: "Chronicle", chronicle: Path) -> None:
    """On standard error: an answer of nothing means nothing before the first build has ended."""
    from reportedly.paths import shown_path
    from reportedly.store import runs

    if runs.is_unfinished(opened.connection):
        click.echo(
            f"reportedly: no build of {shown_path(chronicle)} has ended yet; most is missing;"
            f" go on with: reportedly build --to {shown_path(chronicle)} INPUT",
            err=True,
        )


@click.command("findings")
@_CHRONICLE
@click.argument("name", required=False)
@click.option("--kind", type=click.Choice(_KINDS), help="Only findings of this kind.")
@click.option("--all", "everything", is_flag=True, help="Also those that somebody dismissed.")
@_JSON
@with_exit_codes
def findings_command(
    chronicle: Path, name: str | None, kind: str | None, everything: bool, as_json: bool
) -> None:
    """What a careful reader would point out, with the words on both sides; of one person or body,
    or of all.

    \b
    reportedly findings affair.chronicle --kind conflict
    reportedly findings affair.chronicle "Ada Quill"
    """
    from reportedly.chronicle import Chronicle
    from reportedly.show.cli import texts
    from reportedly.store import looking_up
    from reportedly.store.belonging import belonging
    from reportedly.store.decided import Decided
    from reportedly.store.decision_log import read_log

    with Chronicle.open(chronicle) as opened:
        _tell_unfinished(opened, chronicle)
        dismissed = Decided(opened.connection, read_log(chronicle)).dismissed()
        without = () if everything else dismissed
        listed = looking_up.findings(opened.connection, kind)
        about = None if name is None else _entity(opened, name)
        if about is not None:
            listed = [each for each in listed if about.entity_id in each.about]
        found = [each for each in listed if each.finding_id not in without]
        if as_json:
            _print_json(found)
            return
        articles = looking_up.articles(opened.connection)
        chains = _chains(opened, (e.statement_id for each in found for e in each.evidence))
        numbers = {each.finding_id: number for number, each in enumerate(found, 1)}
        together = belonging(found)
        for number, finding in enumerate(found, 1):
            beside = [numbers[name] for name in together.get(finding.finding_id, [])]
            say(texts.finding_lines(number, finding, articles, chains, beside))
    if as_json:
        return
    if not found:
        say(["nothing to point out" + (f" about {about.name}" if about else "")])
    else:
        one = f"reportedly decide dismiss {chronicle} {found[-1].finding_id}"
        say([f"   {count(len(found), 'finding')}. To leave one out of the list: {one}"])
    if len(found) < len(listed):
        say([f"{len(listed) - len(found)} dismissed; see them with --all"])


@click.command("who")
@_CHRONICLE
@click.argument("name")
@_JSON
@with_exit_codes
def who_command(chronicle: Path, name: str, as_json: bool) -> None:
    """A person or body: names and where they stand, facts, what they said, what was said to and
    about them, by whom without a name, and who is not the same.

    \b
    reportedly who affair.chronicle "Ada Quill"
    """
    from reportedly.chronicle import Chronicle
    from reportedly.show.cli import texts
    from reportedly.show.cli.identity import identity_lines
    from reportedly.store import looking_up
    from reportedly.store.decided import Decided
    from reportedly.store.decision_log import read_log

    with Chronicle.open(chronicle) as opened:
        _tell_unfinished(opened, chronicle)
        found = _entities(opened, name)
        if as_json:
            _print_json(found, lambda entity: {"known": _known(opened, entity.entity_id)})
            return
        articles = looking_up.articles(opened.connection)
        log = read_log(chronicle)
        identity = identity_lines(opened.connection, found[0], log, articles)
        person = looking_up.person(opened.connection, found[0].entity_id)
        gone = Decided(opened.connection, log).dismissed()
        kept = [each for each in person.findings if each.finding_id not in gone]
        person = replace(person, findings=kept)
        said = [s.statement_id for s in (*person.statements, *person.heard, *person.about)]
        chains = _chains(opened, [*said, *(fact.statement_id for fact in person.facts)])
        say(texts.person_lines(found[0], person, articles, chains, identity))
        for other in found[1:10]:
            say([f"Called alike, but somebody else: {other.name} ({other.entity_id})"])


@click.command("timeline")
@_CHRONICLE
@click.argument("name", required=False)
@click.option(
    "--top", type=click.IntRange(min=1), metavar="N", help="The N days that most outlets tell of."
)
@_JSON
@with_exit_codes
def timeline_command(chronicle: Path, name: str | None, top: int | None, as_json: bool) -> None:
    """What happened when, in the articles' own words; of one person, or of all.

    With --top the days, months or years of which most outlets tell, the most reported first: by
    events, what was said, headlines, and days that a sentence names.

    \b
    reportedly timeline affair.chronicle "Ada Quill"
    reportedly timeline affair.chronicle "Ada Quill" --top 5
    """
    from reportedly.chronicle import Chronicle

    with Chronicle.open(chronicle) as opened:
        _tell_unfinished(opened, chronicle)
        found = _top_days(opened, name, top) if top else _events(opened, name)
        if as_json:
            _print_json([row for row, _ in found])
            return
        for _, lines in found:
            say(lines)
    if not found:
        click.echo("nothing here has a day")


def _entities(opened: "Chronicle", name: str) -> "list[Entity]":
    """Who is called so, at least one; leaves the program where nobody is."""
    from reportedly.store import close_names, naming

    found = naming.find_entities(opened.connection, name) if name.strip() else []
    if not found:
        step = close_names.did_you_mean(opened.connection, name, "try a part of the name")
        exit_codes.leave(f"nobody here is called {name!r}; {step}", exit_codes.FAULT)
    return found


def _entity(opened: "Chronicle", name: str) -> "Entity":
    """Whom a name most likely means; the others of that name are told."""
    meant, *others = _entities(opened, name)
    if others:
        also = ", ".join(f"{each.name} ({each.entity_id})" for each in others[:_CHOICES])
        click.echo(f"{meant.name}; called alike: {also}", err=True)
    return meant


def _events(opened: "Chronicle", name: str | None) -> list[tuple[Any, list[str]]]:
    """The events of a pile or of one entity, with the lines that show each."""
    from reportedly.show.cli import texts
    from reportedly.store import looking_up

    entity_id = None if name is None else _entity(opened, name).entity_id
    articles = looking_up.articles(opened.connection)
    listed = looking_up.events(opened.connection, entity_id)
    chains = _chains(opened, (e.statement_id for event in listed for e in event.evidence))
    return [(event, texts.event_lines(event, articles, chains)) for event in listed]


def _chains(
    opened: "Chronicle", statement_ids: Iterable[str | None]
) -> "dict[str, tuple[ChainHop, ...]]":
    """The ways of statements to the reader; None stands for what an article says itself."""
    from reportedly.store import pages

    return pages.chains(opened.connection, (name for name in statement_ids if name))


def _top_days(opened: "Chronicle", name: str | None, top: int) -> list[tuple[Any, list[str]]]:
    """The days of which most tell, with the lines that show each."""
    from reportedly.show.cli.days import day_lines
    from reportedly.store import called, close_names, days, looking_up

    about = called.called(opened.connection, name) if name and name.strip() else None
    if name is not None and (about is None or not (about.entities or about.texts)):
        step = close_names.did_you_mean(opened.connection, name, "try a part of it")
        exit_codes.leave(f"nothing here is called {name!r}; {step}", exit_codes.FAULT)
    articles = looking_up.articles(opened.connection)
    listed = days.days(opened.connection, about)[:top]
    chains = _chains(opened, (told.statement_id for day in listed for told in day.told))
    return [(day, day_lines(day, articles, chains)) for day in listed]


@click.command("trace")
@_CHRONICLE
@click.argument("statement")
@_JSON
@with_exit_codes
def trace_command(chronicle: Path, statement: str, as_json: bool) -> None:
    """Where a STATEMENT, by its identifier or by words of it, came from and where it went: days,
    outlets, what changed.

    \b
    reportedly trace affair.chronicle "the hall will never be for sale"
    reportedly trace affair.chronicle s0f3a5b7c9d1e2f40
    """
    from reportedly.chronicle import Chronicle
    from reportedly.show.cli.tracing import trace_lines
    from reportedly.store import looking_up

    with Chronicle.open(chronicle) as opened:
        _tell_unfinished(opened, chronicle)
        versions = looking_up.versions(opened.connection, statement)
        if not versions:
            statement = _statement_of(opened, statement)
            versions = looking_up.versions(opened.connection, statement)
        if as_json:
            _print_json([version.statement for version in versions])
            return
        say(trace_lines(versions, asked=statement))


def _statement_of(opened: "Chronicle", words: str) -> str:
    """The statement that words are meant to name; leaves the program where it is not one."""
    from reportedly.store import searching

    found = searching.search(opened.connection, searching.Query(words=words), limit=200, offset=0)
    if not found.statements or not words.strip():
        exit_codes.leave(
            f"no statement {words!r}, by identifier or words; try fewer words, or take an "
            "identifier from a page or `export`",
            exit_codes.FAULT,
        )
    # Versions of one thing said are traced together, whichever of them the words are of.
    apart: dict[str, StatementLine] = {}
    for each in found.statements:
        apart.setdefault(each.utterance_id or each.statement_id, each)
    if len(apart) > 1:
        _offer(list(apart.values())[:_CHOICES])
        exit_codes.leave(
            f"{len(apart)} different statements have these words; name one by its identifier",
            exit_codes.FAULT,
        )
    return found.statements[0].statement_id


def _offer(lines: "list[StatementLine]") -> None:
    """Statements to choose from, each with its identifier."""
    from reportedly.show import days, outlets

    for each in lines:
        place = f"{outlets.outlet_of(each.article)}, {days.published(each.article)}"
        who = each.speaker or each.source_text or "somebody"
        say([f"  {who}: {each.content_text}", f"      {place} ({each.statement_id})"])


def _known(opened: "Chronicle", entity_id: str) -> list[dict[str, Any]]:
    """What facts together leave for days of a life, with the facts that give the ends."""
    from reportedly.store import known, looking_up

    return [
        {
            "attribute": days.attribute,
            "earliest": days.earliest,
            "latest": days.latest,
            "facts": [fact.fact_id for fact in days.evidence],
            "n_agreeing": days.n_agreeing,
            "n_other": days.n_other,
        }
        for days in known.known(looking_up.facts_of(opened.connection, entity_id))
    ]


def _print_json(rows: list[Any], more: Callable[[Any], dict[str, Any]] = lambda row: {}) -> None:
    from reportedly import schema

    for row in rows:
        click.echo(json.dumps({**schema.plain(row), **more(row)}, ensure_ascii=False))


COMMANDS = (findings_command, who_command, timeline_command, trace_command)
