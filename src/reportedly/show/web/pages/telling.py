"""What the chronicle tells of its own making: sources, rejects, and how it was made."""

import sqlite3
from dataclasses import dataclass
from importlib import resources

from fastapi import APIRouter, Request, Response

import reportedly
from reportedly.model import Reject
from reportedly.pipeline import ARTICLE_STAGES, READ_VERSION, TABLE_STAGES
from reportedly.show.web import urls
from reportedly.show.web.desk import is_behind
from reportedly.show.web.paging import PageNumber, Paging, paging
from reportedly.show.web.pictures import strips
from reportedly.show.web.pictures.drawing import Strip
from reportedly.show.web.reading import Reading
from reportedly.show.web.rendering import respond
from reportedly.store import captures, counting, ddl, pages_overview, pages_sources, runs
from reportedly.store.pages import PAGE_ROWS, Count, StatementLine
from reportedly.store.pages_sources import CalledAlike, OutletSources, QuotedBy

router = APIRouter()

#: Names under which a folder of `models` keeps its card.
_CARD_FILES = ("card.md", "README.md")

#: Outlets in the table of who is quoted by whom: as many as stand side by side.
_OUTLETS = 10


@dataclass(frozen=True, slots=True)
class OutletRow:
    """An outlet's sources and their bar."""

    outlet: OutletSources
    strip: Strip


@dataclass(frozen=True, slots=True)
class SourcesPage:
    """Context of `sources.html`."""

    total: int
    kinds: list[Count]
    channels: list[Count]
    outlets: list[OutletRow]
    unnamed: list[CalledAlike]
    examples: list[StatementLine]
    quoting: list[str]
    n_other_outlets: int
    quoted: list[QuotedBy]


@dataclass(frozen=True, slots=True)
class RejectsPage:
    """Context of `rejects.html`."""

    rejects: list[Reject]
    reasons: list[Count]
    paging: Paging


@dataclass(frozen=True, slots=True)
class StageNote:
    """A stage, its version and the models that it uses."""

    name: str
    version: str
    models: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """What a model or table that ships with the program says of itself."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class AboutPage:
    """Context of `about.html`."""

    program: str
    built: str | None
    built_by: str | None
    sqlite: str
    settings: dict[str, str]
    tables: dict[str, int]
    stages: list[StageNote]
    cards: list[Card]


def cards() -> list[Card]:
    """The cards of the models in the package, by name."""
    folders = sorted(resources.files("reportedly.models").iterdir(), key=lambda f: f.name)
    return [
        Card(folder.name, (folder / name).read_text("utf-8"))
        for folder in folders
        for name in _CARD_FILES
        if folder.is_dir() and (folder / name).is_file()
    ]


@router.get("/sources")
def sources(request: Request, reading: Reading) -> Response:
    """Who is quoted, how often anonymous, by outlet."""
    parts = pages_sources.sources(reading)
    context = SourcesPage(
        total=sum(count.n for count in parts.kinds),
        kinds=parts.kinds,
        channels=parts.channels,
        outlets=[OutletRow(o, strips.source_kinds(o)) for o in parts.outlets],
        unnamed=parts.unnamed,
        examples=parts.examples,
        quoting=[o.outlet for o in parts.outlets[:_OUTLETS]],
        n_other_outlets=max(0, parts.n_outlets - _OUTLETS),
        quoted=parts.quoted,
    )
    return respond(request, "sources.html", context)


@router.get("/rejects")
def rejects(request: Request, reading: Reading, number: PageNumber = 0) -> Response:
    """Inputs that could not be used, and why."""
    total, found = pages_overview.rejects(reading, offset=number * PAGE_ROWS)
    turned = paging(number, total, lambda n: urls.rejects(page=n))
    context = RejectsPage(found, pages_overview.reject_reasons(reading), turned)
    return respond(request, "rejects.html", context)


def _settings(request: Request, reading: Reading) -> dict[str, str]:
    """What was chosen for this chronicle and these pages, in words."""
    kept = captures.are_kept(reading)
    private = request.app.state.is_private
    behind = is_behind(reading)
    return {
        "Captured pages": "kept beside the articles" if kept else "left out",
        "Whole texts": "withheld on these pages" if private else "shown",
        "Layout of the file": str(ddl.SCHEMA_VERSION),
        "Decisions of people": "the next build works findings out with the last ones"
        if behind
        else "all taken up",
    }


@router.get("/about")
def about(request: Request, reading: Reading) -> Response:
    """Versions, models, numbers of rows, limits."""
    built = runs.latest(reading)
    stages = [StageNote("read", READ_VERSION, ())]
    stages += [StageNote(s.name, s.version, s.models) for s in (*ARTICLE_STAGES, *TABLE_STAGES)]
    context = AboutPage(
        program=f"reportedly {reportedly.__version__}",
        built=built[1] or built[0] if built else None,
        built_by=built[2] if built else None,
        sqlite=sqlite3.sqlite_version,
        settings=_settings(request, reading),
        tables=counting.rows(reading),
        stages=stages,
        cards=cards(),
    )
    return respond(request, "about.html", context)
