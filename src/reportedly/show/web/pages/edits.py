"""Decisions: the desk of one thing, the history of all, and the forms' answers."""

import re
import sqlite3
import threading
from dataclasses import dataclass
from typing import Annotated, get_args
from urllib.parse import parse_qs, quote

from fastapi import APIRouter, Depends, HTTPException, Request, Response
from fastapi.responses import JSONResponse, RedirectResponse

from reportedly.decisions.model import ON_LOG, Action, Decision, Target
from reportedly.decisions.telling import told
from reportedly.engine.editing import Wish, decide
from reportedly.errors import ReportedlyError
from reportedly.show.web import urls
from reportedly.show.web.desk import DecidedNow, Desk, author_of, desk_of, is_behind, token_of
from reportedly.show.web.failing import not_found
from reportedly.show.web.paging import PageNumber, Paging, paging
from reportedly.show.web.reading import Reading
from reportedly.show.web.rendering import as_json, respond, wants_json
from reportedly.store import naming_things
from reportedly.store.decided import Decided, Entry
from reportedly.store.decision_log import read_log
from reportedly.store.pages import PAGE_ROWS, open_for_reading

router = APIRouter()

#: A note of the greatest length, its characters escaped, and a few hundred articles.
_MOST_BYTES = 200_000
#: A path of this server's own: no scheme, no host, nothing that a browser would take for one.
_OWN_PATH = re.compile(r"/(?![/\\])[^\x00-\x20\\]*")
#: A year, in seconds, for the name that somebody gave themselves.
_REMEMBERED_S = 365 * 24 * 3600

_ACTIONS = get_args(Action)


@dataclass(frozen=True, slots=True)
class DeskPage:
    """Context of `desk.html`."""

    target: Target
    desk: Desk


@dataclass(frozen=True, slots=True)
class EditsPage:
    """Context of `edits.html`."""

    entries: list[Entry]
    waiting: list[Entry]
    behind: bool
    working: bool
    seen: int
    paging: Paging
    token: str


@dataclass(frozen=True, slots=True)
class RefusedPage:
    """Context of `refused.html`: what was not taken up, and what stands there now."""

    decision: Decision
    words: str
    history: list[Entry]
    fields: list[tuple[str, str]]
    back: str
    token: str


@router.get("/desk/{kind}/{identifier}")
def desk(
    request: Request, reading: Reading, decided: DecidedNow, kind: str, identifier: str
) -> Response:
    """Notes, tags, corrections and history of one thing."""
    known = naming_things.KINDS
    target = naming_things.name_thing(reading, known[kind], identifier) if kind in known else None
    if target is None:
        raise not_found(kind, identifier)
    context = DeskPage(target, desk_of(request, decided, kind, target.identifier))
    return respond(request, "desk.html", context)


@router.get("/edits")
def edits(
    request: Request, reading: Reading, decided: DecidedNow, number: PageNumber = 0
) -> Response:
    """All decisions, the latest first, and those that wait."""
    history = decided.history()
    start = number * PAGE_ROWS
    context = EditsPage(
        entries=history[start : start + PAGE_ROWS],
        waiting=decided.waiting(),
        behind=is_behind(reading),
        working=bool(getattr(request.app.state, "working", False)),
        seen=decided.seen,
        paging=paging(number, len(history), lambda n: urls.edits(page=n)),
        token=token_of(request),
    )
    return respond(request, "edits.html", context)


async def _form(request: Request) -> dict[str, list[str]]:
    """The fields of a form of this server's own.

    Raises HTTPException for one that is too long or does not come from these pages.
    """
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > _MOST_BYTES:
            raise HTTPException(413, "this is too long for a decision; write a shorter note")
    fields = parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=2000)
    if fields.get("token", [""])[0] != token_of(request):
        raise HTTPException(
            403, "this form was made before the server was started; reload the page, then send it"
        )
    return fields


Form = Annotated[dict[str, list[str]], Depends(_form)]


@router.post("/edits")
def make(request: Request, form: Form) -> Response:
    """Takes a decision, and leads back to where it was made."""
    wish = _wish(form, author_of(request))
    try:
        made = decide(request.app.state.chronicle, wish)
    except ReportedlyError as error:
        raise HTTPException(422, str(error)) from error
    except sqlite3.OperationalError as error:
        detail = f"writing it down failed: {error}; make room on the disk, then send it again"
        raise HTTPException(503, detail) from error
    if wants_json(request):
        return JSONResponse(as_json(made), status_code=409 if made.refused else 201)
    if made.refused:
        return _refused(request, made, form)
    answer = RedirectResponse(_back(form), status_code=303)
    if wish.author:
        answer.set_cookie(
            "author", quote(wish.author), max_age=_REMEMBERED_S, httponly=True, samesite="strict"
        )
    return answer


def _first(form: dict[str, list[str]], name: str) -> str:
    return form.get(name, [""])[0].strip()


def _wish(form: dict[str, list[str]], author: str) -> Wish:
    action, kind, seen = _first(form, "action"), _first(form, "kind"), _first(form, "seen")
    if action not in _ACTIONS:
        raise HTTPException(422, f"action: {action!r} is none; one of {', '.join(_ACTIONS)}")
    if kind and kind not in naming_things.KINDS:
        raise HTTPException(422, f"kind: {kind!r} is none; one of {', '.join(naming_things.KINDS)}")
    return Wish(
        action=action,  # type: ignore[arg-type]  # checked above
        kind=naming_things.KINDS.get(kind),
        identifier=_first(form, "id"),
        other=_first(form, "other"),
        words=_first(form, "words"),
        articles=tuple(form.get("article", ())),
        aliases=tuple(form.get("alias", ())),
        decision=_first(form, "decision"),
        author=_first(form, "author") if "author" in form else author,
        seen=int(seen) if seen.isascii() and seen.isdigit() and len(seen) < 12 else None,
    )


def _back(form: dict[str, list[str]]) -> str:
    back = _first(form, "back")
    return back if _OWN_PATH.fullmatch(back) else urls.EDITS


def _refused(request: Request, made: Decision, form: dict[str, list[str]]) -> Response:
    """The page that says what stands there now; the same can be sent again, having seen it."""
    connection = open_for_reading(request.app.state.chronicle)
    try:
        decided = Decided(connection, read_log(request.app.state.chronicle))
        target = made.target
        history = decided.about(target.kind, target.identifier) if target else []
    finally:
        connection.close()
    again = made.action not in ON_LOG
    fields = [
        (name, value)
        for name, values in form.items()
        for value in values
        if again and name not in ("token", "seen")
    ]
    context = RefusedPage(made, told(made), history, fields, _back(form), token_of(request))
    return respond(request, "refused.html", context, 409)


@router.post("/edits/take-up")
def take_up(request: Request, form: Form) -> Response:
    """Works findings, quotations and events out anew, beside the server's other work."""
    state = request.app.state
    if not getattr(state, "working", False):
        state.working = True
        threading.Thread(target=_build, args=(state,), daemon=True).start()
    if wants_json(request):
        return JSONResponse({"working": True}, status_code=202)
    return RedirectResponse(urls.EDITS, status_code=303)


def _build(state: object) -> None:
    from reportedly.engine.build import build

    try:
        build([], state.chronicle, workers=0)  # type: ignore[attr-defined]
    finally:
        state.working = False  # type: ignore[attr-defined]
