"""A dossier of one person or story: pages that open from disk, need no script and print well.

The style stands in each page, under a policy that allows nothing else to load or run.
"""

import base64
import functools
import hashlib
from collections.abc import Iterator
from importlib import resources
from typing import Any

from jinja2 import Environment

from reportedly.chronicle import Chronicle
from reportedly.show.dossier.compiling import Compiler
from reportedly.show.export.material import Subject
from reportedly.show.templates import environment_of
from reportedly.show.web import wording
from reportedly.show.web.highlighting import paragraph_spans


def documents(
    chronicle: Chronicle, subject: Subject, *, full_text: bool = False
) -> Iterator[tuple[str, str]]:
    """(file, text) of the dossier; with `full_text` a page for each article, else snippets."""
    dossier = Compiler(chronicle, subject, full_text=full_text).dossier()
    yield "index.html", _page("index.html", dossier=dossier)
    for source in dossier.sources if full_text else ():
        text = source.article.text
        paragraphs = [text[start:end] for start, end in paragraph_spans(text)]
        yield (
            f"articles/{source.number}.html",
            _page("article.html", dossier=dossier, source=source, paragraphs=paragraphs),
        )


def _page(template: str, **context: Any) -> str:
    style = _style()
    digest = base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii")
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    return _environment().get_template(template).render(style=style, policy=policy, **context)


@functools.cache
def _style() -> str:
    """The style sheet, which is our own and so may stand in the page as it is."""
    return (resources.files(__package__) / "dossier.css").read_text("utf-8")


@functools.cache
def _environment() -> Environment:
    made = environment_of("reportedly.show.dossier")
    made.globals.update(wording=wording)
    return made
