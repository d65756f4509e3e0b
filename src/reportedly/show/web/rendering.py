"""A page's typed context as HTML or as JSON: the same contents from the same object."""

import dataclasses
import functools
from typing import Any
from urllib.parse import urlencode

from fastapi import Request
from fastapi.responses import HTMLResponse, JSONResponse, Response
from jinja2 import Environment
from jinja2.utils import htmlsafe_json_dumps
from markupsafe import Markup

import reportedly
from reportedly import schema
from reportedly.show.templates import environment_of
from reportedly.show.web import citing, private, urls, wording
from reportedly.show.web.hits import stretches
from reportedly.show.web.pictures.drawing import Drawing
from reportedly.store import inputs


def as_json(value: Any) -> Any:
    """`value` as JSON takes it; drawings are left out, for the data they draw stand beside them."""
    if isinstance(value, dict):
        return {str(key): as_json(item) for key, item in value.items()}
    if isinstance(value, (tuple, list)):
        return [as_json(item) for item in value]
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {
            schema.column_name(field.name): as_json(item)
            for field in dataclasses.fields(value)
            if not isinstance(item := getattr(value, field.name), Drawing)
        }
    return value


def _as_data(value: Any) -> Markup:
    """`value` as JSON inside a script element, where it is data and cannot end the element."""
    return htmlsafe_json_dumps(dataclasses.asdict(value))


@functools.cache
def environment() -> Environment:
    """The page's templates, with what they may ask for."""
    made = environment_of("reportedly.show.web")
    made.filters["data"] = _as_data
    made.globals.update(
        citing=citing,
        place=inputs.place,
        urls=urls,
        wording=wording,
        stretches=stretches,
        version=reportedly.__version__,
    )
    return made


def wants_json(request: Request) -> bool:
    """True when the address asks for the twin."""
    return request.query_params.get("format") == "json"


def respond(request: Request, template: str, context: Any, status: int = 200) -> Response:
    """The page `template` with `context` as `page`, or its twin."""
    if request.app.state.is_private:
        context = private.withheld(context)
    if wants_json(request):
        return JSONResponse(as_json(context), status_code=status)
    pairs = [(k, v) for k, v in request.query_params.multi_items() if k != "format"]
    text = (
        environment()
        .get_template(template)
        .render(
            page=context,
            is_private=request.app.state.is_private,
            chronicle_name=request.app.state.chronicle.name,
            twin=urls.twin(request.url.path, urlencode(pairs)),
            section=request.url.path.split("/")[1],
        )
    )
    return HTMLResponse(text.encode("utf-8", "replace"), status_code=status)
