"""The dossier of a person or story, as a file to keep, print or hand on."""

import re

from fastapi import APIRouter, Request, Response

from reportedly.chronicle import Chronicle
from reportedly.show import dossier
from reportedly.show.export.material import Subject
from reportedly.show.web.failing import not_found
from reportedly.show.web.reading import Reading
from reportedly.store import pages_overview, pages_people

router = APIRouter()

#: Letters of a name that stand in the name of the file.
_NAME_CHARS = 60

_NOT_IN_NAMES = re.compile(r"[^A-Za-z0-9]+")


@router.get("/person/{entity_id}/dossier", response_class=Response)
def of_person(request: Request, reading: Reading, entity_id: str) -> Response:
    """All that is reported of somebody, with its sources, in one page that opens from disk."""
    found = pages_people.find_entity(reading, entity_id)
    if found is None:
        raise not_found("person", entity_id)
    return _file(request, Subject(found.entity_id, found.name, found.kind))


@router.get("/story/{story_id}/dossier", response_class=Response)
def of_story(request: Request, reading: Reading, story_id: str) -> Response:
    """The same of a story."""
    found = pages_overview.find_story(reading, story_id)
    if found is None:
        raise not_found("story", story_id)
    return _file(request, Subject(found.story_id, found.label, "story"))


def _file(request: Request, subject: Subject) -> Response:
    """The dossier to be saved: in its own window it may show its style, here it may not."""
    with Chronicle.open(request.app.state.chronicle) as opened:
        _, page = next(dossier.documents(opened, subject))
    name = _NOT_IN_NAMES.sub("-", subject.name).strip("-").lower()[:_NAME_CHARS]
    headers = {"content-disposition": f'attachment; filename="dossier-{name or subject.kind}.html"'}
    body = page.encode("utf-8", "replace")
    return Response(body, media_type="text/html; charset=utf-8", headers=headers)
