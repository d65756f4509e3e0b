"""The application: all pages over one chronicle file."""

from pathlib import Path

from fastapi import FastAPI
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

import reportedly
from reportedly.show.web import failing, urls
from reportedly.show.web.pages import ROUTERS
from reportedly.show.web.safety import Guard


def make_app(chronicle: Path) -> ASGIApp:
    """The pages of the chronicle at `chronicle`, which each request opens anew."""
    app = FastAPI(
        title="reportedly",
        version=reportedly.__version__,
        # The pages for trying an API out load scripts from elsewhere; the description itself stays.
        docs_url=None,
        redoc_url=None,
    )
    app.state.chronicle = chronicle.resolve()
    for router in ROUTERS:
        app.include_router(router)
    static = Path(__file__).parent / "static"
    app.mount(urls.STATIC, StaticFiles(directory=static), name="static")
    failing.add_handlers(app)
    return Guard(app)
