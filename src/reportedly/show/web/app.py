"""The application: all pages over one chronicle file."""

from pathlib import Path

from fastapi import FastAPI
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

import reportedly
from reportedly.show.web import failing, private, urls
from reportedly.show.web.access import LOOPBACK, Access, Doorkeeper
from reportedly.show.web.pages import ROUTERS
from reportedly.show.web.safety import Guard


def make_app(chronicle: Path, *, access: Access = LOOPBACK, is_private: bool = False) -> ASGIApp:
    """The pages of the chronicle at `chronicle`, which each request opens anew.

    Args:
        access: under which names they are served, and whether a token is asked for.
        is_private: whole texts and captured pages are not shown.
    """
    app = FastAPI(
        title="reportedly",
        version=reportedly.__version__,
        # The pages for trying an API out load scripts from elsewhere; the description itself stays.
        docs_url=None,
        redoc_url=None,
    )
    app.state.chronicle = chronicle.resolve()
    app.state.is_private = is_private
    for router in ROUTERS:
        app.include_router(router)
    static = Path(__file__).parent / "static"
    app.mount(urls.STATIC, StaticFiles(directory=static), name="static")
    failing.add_handlers(app)
    withholds = private.is_whole if is_private else _nothing
    return Guard(Doorkeeper(app, access), knows=access.knows, withholds=withholds)


def _nothing(_path: str) -> bool:
    return False
