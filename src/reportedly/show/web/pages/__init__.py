"""The pages, a module for each group: a typed context, a view that fills it, an address."""

from reportedly.show.web.pages import (
    article,
    beside,
    captured,
    dossier,
    edits,
    finding,
    overview,
    person,
    searching,
    statement,
    story,
    telling,
    timeline,
)

ROUTERS = (
    overview.router,
    article.router,
    beside.router,
    captured.router,
    dossier.router,
    edits.router,
    statement.router,
    person.router,
    story.router,
    timeline.router,
    finding.router,
    searching.router,
    telling.router,
)
