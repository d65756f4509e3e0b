"""The search: words, phrases and filters; counts to narrow by; the same as CSV."""

import csv
import io
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response

from reportedly.show.export.csv_table import ENCODING, cell
from reportedly.show.web import private, urls, wording
from reportedly.show.web.pages.timeline import AskedPeriod
from reportedly.show.web.paging import PageNumber, Paging, paging
from reportedly.show.web.reading import Reading
from reportedly.show.web.rendering import respond
from reportedly.store import pages, pages_articles, searching
from reportedly.store.close_names import close_names
from reportedly.store.pages import PAGE_ROWS, ArticleLine, Count, StatementLine

router = APIRouter()

#: Articles listed beside the statements.
_ARTICLES = 8

#: Rows of a CSV: what a spreadsheet opens at once; the page says so.
_CSV_ROWS = 10_000

_CSV_COLUMNS = (
    "statement_id", "published", "outlet", "title", "speaker", "source_kind", "source",
    "mode", "channel", "said_earliest", "said_latest", "content", "chain", "confidence", "link",
    "url", "path",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a facet, how many hits it has, and the search narrowed to it or widened again."""

    label: str
    n: int
    href: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Choices:
    """One facet."""

    field: str
    choices: list[Choice]


@dataclass(frozen=True, slots=True)
class SearchPage:
    """Context of `search.html`."""

    query: searching.Query
    people: dict[str, str]
    total: int
    statements: list[StatementLine]
    n_without_day: int
    """how many more fit whose articles nothing puts within a year"""
    n_articles: int
    articles: list[ArticleLine]
    facets: list[Choices]
    outlets: list[Count]
    csv: str
    close: list[str]
    """names like what was asked for, where nothing was found"""
    paging: Paging


def _manner(kind: str = "", mode: str = "", channel: str = "") -> tuple[str, str, str]:
    return kind, mode, channel


def _others(told: str = "", about: str = "") -> tuple[str, str]:
    return told, about


def _query(
    between: AskedPeriod,
    manner: Annotated[tuple[str, str, str], Depends(_manner)],
    q: str = "",
    speaker: str = "",
    outlet: str = "",
    by: str = "",
    others: Annotated[tuple[str, str], Depends(_others)] = ("", ""),
) -> searching.Query:
    period = (between.earliest, between.latest)
    return searching.Query(q, speaker, outlet, *manner, *period, by, *others)


Asked = Annotated[searching.Query, Depends(_query)]


def _link(query: searching.Query, **changed: object) -> str:
    values = {
        "q": query.words,
        "by": query.by,
        "speaker": query.speaker,
        "told": query.told,
        "about": query.about,
        "outlet": query.outlet,
        "kind": query.kind,
        "mode": query.mode,
        "channel": query.channel,
        "from_": query.earliest,
        "to": query.latest,
    }
    return urls.search(**{**values, **changed})


@router.get("/search")
def search(
    request: Request, reading: Reading, query: Asked, number: PageNumber = 0, format: str = ""
) -> Response:
    """Statements that fit, by day."""
    if format == "csv":
        lines = searching.search(reading, query, limit=_CSV_ROWS, offset=0).statements
        return _csv(private.withheld(lines) if request.app.state.is_private else lines)
    found = searching.search(reading, query, limit=PAGE_ROWS, offset=number * PAGE_ROWS)
    n_articles, articles = searching.search_articles(reading, query, limit=_ARTICLES)
    asked = [query.speaker, query.told, query.about]
    named = pages.named(reading, asked)
    context = SearchPage(
        query=query,
        people={name: named[name].name if name in named else name for name in asked if name},
        total=found.total,
        statements=found.statements,
        n_without_day=found.n_without_day,
        n_articles=n_articles,
        articles=articles,
        facets=[_choices(reading, query, facet) for facet in found.facets],
        outlets=pages_articles.outlets(reading),
        csv=_link(query, format="csv"),
        close=[] if found.total or n_articles else _close(reading, query),
        paging=paging(number, found.total, lambda n: _link(query, page=n)),
    )
    return respond(request, "search.html", context)


def _close(reading: Reading, query: searching.Query) -> list[str]:
    return close_names(reading, query.by or query.words)


def _year(query: searching.Query, count: Count) -> Choice:
    year = count.value
    chosen = query.earliest == query.latest == year
    given = "" if chosen else year
    return Choice(year, count.n, _link(query, from_=given, to=given), chosen)


def _choices(reading: Reading, query: searching.Query, facet: searching.Facet) -> Choices:
    names = {
        "speaker": {
            name: entity.name
            for name, entity in pages.named(reading, (c.value for c in facet.counts)).items()
        }
        if facet.field == "speaker"
        else {},
        "kind": wording.KINDS,
        "mode": wording.MODES,
        "channel": wording.CHANNELS,
    }.get(facet.field, {})
    if facet.field == "year":
        return Choices("year", [_year(query, count) for count in facet.counts])
    chosen = getattr(query, facet.field)
    return Choices(
        facet.field,
        [
            Choice(
                label=names.get(count.value, count.value),
                n=count.n,
                href=_link(query, **{facet.field: "" if chosen == count.value else count.value}),
                chosen=chosen == count.value,
            )
            for count in facet.counts
        ],
    )


def _csv(lines: list[StatementLine]) -> Response:
    """RFC 4180 with a byte order mark, which spreadsheets need to read UTF-8."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(_CSV_COLUMNS)
    for line in lines:
        writer.writerow([cell(value) for value in _values(line)])
    body = out.getvalue().encode(ENCODING, "replace")
    headers = {"content-disposition": 'attachment; filename="statements.csv"'}
    return Response(body, media_type="text/csv; charset=utf-8", headers=headers)


def _values(line: StatementLine) -> tuple[object, ...]:
    article = line.article
    return (
        line.statement_id,
        article.published,
        article.outlet,
        article.title,
        line.speaker,
        line.source_kind,
        line.source_text,
        line.mode,
        line.channel,
        line.said_earliest,
        line.said_latest,
        line.content_text,
        " > ".join(hop.name or hop.kind for hop in line.chain),
        line.confidence,
        urls.statement_words(article.article_id, line.statement_id),
        urls.outside(article.url),
        article.path,
    )
