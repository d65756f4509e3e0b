"""Errors in one shape, as a page or as JSON: what is wrong and what to do next."""

from dataclasses import dataclass

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from reportedly.errors import ReportedlyError
from reportedly.show.web.rendering import respond


@dataclass(frozen=True, slots=True)
class Problem:
    """What went wrong."""

    status: int
    detail: str


@dataclass(frozen=True, slots=True)
class ErrorPage:
    """Context of `error.html`."""

    error: Problem


def not_found(what: str, identifier: str) -> HTTPException:
    """The error for an identifier that nothing has."""
    return HTTPException(
        404, f"no {what} {identifier!r} in this chronicle; look for it in the search"
    )


def _answer(request: Request, status: int, detail: str) -> Response:
    # A form that was sent has no address to mend: whoever sent it goes back to it.
    template = "undecided.html" if request.method == "POST" else "error.html"
    return respond(request, template, ErrorPage(Problem(status, detail)), status)


def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    detail = error.detail
    if error.status_code == 404 and detail == "Not Found":
        detail = f"there is no page {request.url.path}; begin at the overview"
    return _answer(request, error.status_code, detail)


def _invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    first = error.errors()[0]
    name = first["loc"][-1]
    return _answer(request, 422, f"{name}: {first['msg'].lower()}; change it in the address")


def _chronicle(request: Request, error: Exception) -> Response:
    return _answer(request, 503, str(error))


def _unexpected(request: Request, error: Exception) -> Response:
    detail = (
        f"this page failed ({type(error).__name__}); the terminal shows where, please report it"
    )
    return _answer(request, 500, detail)


def add_handlers(app: FastAPI) -> None:
    """Makes all errors of `app` take this shape."""
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(ReportedlyError, _chronicle)
    app.add_exception_handler(Exception, _unexpected)
