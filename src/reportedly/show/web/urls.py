"""Every link of the pages is made here; identifiers and words are quoted."""

from dataclasses import replace
from urllib.parse import quote, urlencode

from reportedly.model import Span
from reportedly.store.pages_findings import Side, Wanted

HOME = "/"
ABOUT = "/about"
SOURCES = "/sources"
REJECTS = "/rejects"
EDITS = "/edits"
TAKE_UP = "/edits/take-up"
STATIC = "/static"


def _query(path: str, **values: object) -> str:
    given = {name: value for name, value in values.items() if value not in ("", None, 0, False)}
    # `from` and `in` are Python's words, so arguments may end in an underscore.
    pairs = [(name.rstrip("_"), str(value)) for name, value in given.items()]
    return f"{path}?{urlencode(pairs)}" if pairs else path


def static(name: str) -> str:
    """A file that comes with the program."""
    return f"{STATIC}/{quote(name)}"


def article(article_id: str) -> str:
    """An article."""
    return f"/article/{quote(article_id, safe='')}"


def article_day(article_id: str) -> str:
    """Why an article is put where it is in time."""
    return f"{article(article_id)}#day"


def captured(article_id: str, *, statement_id: str = "", at: str = "") -> str:
    """The page that an article was read from, beside its statements; some words asked for."""
    return _query(article(article_id), view="captured", s=statement_id, at=at)


def framed(article_id: str, *, statement_id: str = "", at: str = "") -> str:
    """The same page alone, for a frame, and the place in it."""
    anchor = f"#{quote(statement_id, safe='')}" if statement_id else f"#at-{at}" if at else ""
    return _query(f"{article(article_id)}/captured", s=statement_id, at=at) + anchor


def source(article_id: str) -> str:
    """The bytes of that page, as a file."""
    return f"{article(article_id)}/source"


def words(article_id: str, span: Span) -> str:
    """The words under a span, marked in their article."""
    place = f"{span[0]}-{span[1]}"
    return f"{_query(article(article_id), at=place)}#at-{place}"


def statement_words(article_id: str, statement_id: str) -> str:
    """A statement's words, marked in their article."""
    anchor = quote(statement_id, safe="")
    return f"{_query(article(article_id), s=statement_id)}#{anchor}"


def beside(one: str, other: str) -> str:
    """Two passages side by side, each a statement or what `passage` gives."""
    return f"/beside/{quote(one, safe=':')}/{quote(other, safe=':')}"


def passage(side: Side) -> str:
    """How a piece of evidence is named there."""
    if side.statement is not None:
        return side.statement.statement_id
    return f"{side.article.article_id}:{side.span[0]}-{side.span[1]}"


def articles(*, outlet: str = "", undated: bool = False, page: int = 0) -> str:
    """The list of articles."""
    return _query("/articles", outlet=outlet, undated=int(undated), page=page)


def statement(statement_id: str) -> str:
    """A statement."""
    return f"/statement/{quote(statement_id, safe='')}"


def utterance(utterance_id: str) -> str:
    """One thing said, in all its versions."""
    return f"/utterance/{quote(utterance_id, safe='')}"


def utterances(*, page: int = 0) -> str:
    """Quotations that were reported more than once."""
    return _query("/utterances", page=page)


def person(entity_id: str) -> str:
    """A person, organisation, place or work."""
    return f"/person/{quote(entity_id, safe='')}"


def people(*, kind: str = "", name: str = "", page: int = 0) -> str:
    """The list of people and other entities."""
    return _query("/people", kind=kind, name=name, page=page)


def dossier(page: str) -> str:
    """All that is reported of the person or story of this page, as a file."""
    return f"{page}/dossier"


def story(story_id: str, *, page: int = 0) -> str:
    """A story."""
    return _query(f"/story/{quote(story_id, safe='')}", page=page)


def stories(*, page: int = 0) -> str:
    """The list of stories."""
    return _query("/stories", page=page)


def claim(claim_id: str) -> str:
    """A claim."""
    return f"/claim/{quote(claim_id, safe='')}"


def claims(*, page: int = 0) -> str:
    """The list of claims."""
    return _query("/claims", page=page)


def finding(finding_id: str) -> str:
    """A finding."""
    return f"/finding/{quote(finding_id, safe='')}"


def findings(
    wanted: Wanted | None = None, *, page: int = 0, dismissed: bool = False, **changed: str
) -> str:
    """The findings asked for, but with what is `changed`; with or without dismissed ones."""
    asked = replace(wanted or Wanted(), **changed)
    values = {"kind": asked.kind, "about": asked.about, "q": asked.words, "outlet": asked.outlet}
    return _query("/findings", **values, page=page, dismissed=int(dismissed))


def timeline(
    *,
    from_: str = "",
    to: str = "",
    about: str = "",
    story: str = "",
    page: int = 0,
    everything: bool = False,
) -> str:
    """Events of a period; where there are many, all of them only if that is asked for."""
    values = {"about": about, "story": story, "page": page, "all": int(everything)}
    return _query("/timeline", from_=from_, to=to, **values)


def search(**filters: object) -> str:
    """A search; the filters are named as the page's fields."""
    return _query("/search", **filters)


def rejects(*, page: int = 0) -> str:
    """Inputs that could not be used."""
    return _query(REJECTS, page=page)


def twin(path: str, query: str) -> str:
    """The JSON twin of a page."""
    return f"{quote(path)}?{query + '&' if query else ''}format=json"


def outside(url: str | None) -> str | None:
    """An article's own address if it is one of the web's; anything else is no link."""
    if url and url.lower().startswith(("http://", "https://")) and not set(url) & set("\\\"'<> \n"):
        return url
    return None


def desk(kind: str, identifier: str) -> str:
    """What people decided on one thing, and the forms to decide more."""
    return f"/desk/{quote(kind, safe='')}/{quote(identifier, safe='')}"


def desk_beside(page: str) -> str | None:
    """The desk of the one thing that a page shows, where the page has no forms of its own."""
    parts = page.split("?")[0].split("/")
    if len(parts) == 3 and parts[1] in ("article", "story", "utterance", "claim"):
        return f"/desk/{parts[1]}/{parts[2]}"
    return None


def edits(*, page: int = 0) -> str:
    """All decisions."""
    return _query(EDITS, page=page)


def thing(kind: str, identifier: str) -> str:
    """The page of a thing of any kind; events have none but the desk's."""
    pages = {
        "statement": statement,
        "finding": finding,
        "person": person,
        "article": article,
        "utterance": utterance,
        "claim": claim,
    }
    if kind == "story":
        return story(identifier)
    return pages[kind](identifier) if kind in pages else desk(kind, identifier)
