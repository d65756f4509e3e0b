"""Title, byline, outlet, address, language and dates that a page states about itself.

JSON-LD comes first, since it is written for machines and has time zones, then `<meta>`; what both
leave open is read from elements made for it.
"""

import datetime
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin, urlsplit

from reportedly.reading.dates import iso_date
from reportedly.reading.draft import first_of, one_line
from reportedly.reading.page_outlet import (
    SITE_MARK,
    find_name_of_address,
    find_outlet_in_window,
    site_before,
)
from reportedly.reading.page_tree import Element, first_text, printed_text

_ARTICLE_TYPE = re.compile(r"(?:Article|BlogPosting|LiveBlogPosting|Report|SocialMediaPosting)$")
_PAGE_TYPE = re.compile(r"(?:WebPage|ItemPage|Review|VideoObject)$")
_PUBLISHED_META = (
    "article:published_time", "article:published", "og:article:published_time", "og:published_time",
    "datepublished", "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.issued",
    "dc.date.created", "dcterms.created", "dcterms.date", "dc.date", "publish-date", "publishdate",
    "publish_date", "pubdate", "publication_date", "cxenseparse:recs:publishtime",
    "originalpublicationdate", "citation_publication_date", "published_time", "date.created",
    "article_date_original", "rnews:datepublished", "date",
)  # fmt: skip
_UPDATED_META = (
    "article:modified_time", "article:modified", "og:updated_time", "datemodified",
    "dcterms.modified", "dc.date.modified", "lastmod", "last-modified", "last_updated_date",
)  # fmt: skip
_BYLINE_META = (
    "author",
    "article:author",
    "byl",
    "dc.creator",
    "parsely-author",
    "sailthru.author",
)
_NO_NAME = re.compile(r"https?://|www\.|@|^\W*$|^(?:admin|staff|editor|unknown|null|none)$", re.I)
_BYLINE_MARK = re.compile(
    r"^(?:(?:an? )?(?:analysis|opinion|comment|review|story|report|words|written|posted|interview)"
    r"\s+)?(?:by|von|par)\s*:?\s+",
    re.IGNORECASE,
)
#: Where the names of a printed byline end and a date or a prompt begins.
_BYLINE_END = re.compile(
    r"\s*[|•·]\s*|(?:^|\s+)\d{1,2}[ :.]|\s*\b(?:Published|Updated|Posted|Last updated)\b|\s+on\s+\d"
)


@dataclass(frozen=True, slots=True)
class PageMetadata:
    """What a page says of itself; names as in `model.Article`."""

    title: str | None
    byline: str | None
    outlet: str | None
    url: str | None
    lang: str | None
    published: str | None
    updated: str | None
    article_body: str | None
    teaser: str | None


def metadata_of(tree: Element, url: str | None) -> PageMetadata:
    """The metadata of a page that was fetched from `url`, None when nobody knows."""
    meta = _meta(tree)
    nodes = list(_nodes(tree))
    article = _article_node(nodes, meta.get("og:title"))
    page = next((node for node in nodes if _is_a(node, _PAGE_TYPE)), {})
    canonical = _canonical(tree, meta, article) or url
    outlet = _outlet(tree, meta, article, _domain(canonical))
    return PageMetadata(
        title=_title(tree, meta, article),
        byline=_byline(tree, meta, article, outlet),
        outlet=outlet or _domain(canonical),
        url=canonical,
        lang=_language(tree, meta),
        published=_earliest(
            (
                article.get("datePublished"),
                *(meta.get(name) for name in _PUBLISHED_META),
                page.get("datePublished"),
                article.get("dateCreated"),
            )
        ),
        updated=first_of(
            iso_date(one_line(value))
            for value in (
                article.get("dateModified"),
                *(meta.get(name) for name in _UPDATED_META),
                page.get("dateModified"),
            )
        ),
        article_body=one_line(article.get("articleBody")),
        teaser=_teaser(meta, article),
    )


def _earliest(values: Iterable[Any]) -> str | None:
    """The first of `values` that is a date, or one less than a day before it.

    Some sites write their local time as universal time in one place and do better in another; the
    earlier one is then the right one, since no page tells a time before it was published.
    """
    dates = [date for value in values if (date := iso_date(one_line(value)))]
    if not dates or not _is_moment(dates[0]):
        return dates[0] if dates else None
    first = datetime.datetime.fromisoformat(dates[0])
    moments = [(datetime.datetime.fromisoformat(d), d) for d in dates if _is_moment(d)]
    near = [pair for pair in moments if first - pair[0] < datetime.timedelta(days=1)]
    return min((pair for pair in near if pair[0] <= first), key=lambda pair: pair[0])[1]


def _is_moment(date: str) -> bool:
    return len(date) > 19 and date[19] in "+-"


def _meta(tree: Element) -> dict[str, str]:
    """The first content of each `<meta>`, by its name, property or itemprop in lower case."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        content = " ".join((element.get("content") or "").split())
        for attribute in ("property", "name", "itemprop"):
            name = (element.get(attribute) or "").strip().lower()
            if name and content:
                found.setdefault(name, content)
    return found


def _nodes(tree: Element) -> Iterator[Mapping[str, Any]]:
    """All objects of the page's JSON-LD, outer ones first."""
    for script in tree.xpath("//script[contains(translate(@type,'LDJSON','ldjson'),'ld+json')]"):
        written = (script.text or "").strip().removeprefix("<!--").removesuffix("-->").strip(" \n;")
        try:
            value = json.loads(written, strict=False)
        except (ValueError, RecursionError):
            continue
        yield from _objects(value)


def _objects(value: Any) -> Iterator[Mapping[str, Any]]:
    queue = [value]
    while queue:
        item = queue.pop(0)
        if isinstance(item, dict):
            yield item
            queue.extend(item[key] for key in ("@graph", "mainEntity") if key in item)
        elif isinstance(item, list):
            queue.extend(item)


def _is_a(node: Mapping[str, Any], pattern: re.Pattern[str]) -> bool:
    types = node.get("@type")
    listed = types if isinstance(types, list) else [types]
    return any(isinstance(name, str) and pattern.search(name) for name in listed)


def _article_node(nodes: Iterable[Mapping[str, Any]], title: str | None) -> Mapping[str, Any]:
    """The node of the page's own article: the one with its title, else the first."""
    articles = [node for node in nodes if _is_a(node, _ARTICLE_TYPE)]
    for node in articles:
        headline = one_line(node.get("headline"))
        if headline and title and headline.lower()[:40] == title.lower()[:40]:
            return node
    return articles[0] if articles else {}


def _teaser(meta: Mapping[str, str], article: Mapping[str, Any]) -> str | None:
    """The summary that an article's page gives; None for other pages, where it is of the site."""
    if not article and meta.get("og:type", "").lower() != "article":
        return None
    given = (one_line(article.get("description")), meta.get("og:description"))
    return max((words for words in given if words), key=len, default=None)


def _name(value: Any) -> str | None:
    if isinstance(value, list):
        return first_of(_name(item) for item in value)
    return one_line(value.get("name") if isinstance(value, Mapping) else value)


def _canonical(tree: Element, meta: Mapping[str, str], article: Mapping[str, Any]) -> str | None:
    entity = article.get("mainEntityOfPage")
    entity = entity.get("@id") if isinstance(entity, Mapping) else entity
    base = first_text(tree, "//base/@href")
    for value in (first_text(tree, "//link[@rel='canonical']/@href"), meta.get("og:url"), entity):
        address = one_line(value)
        try:
            joined = urljoin(base or "", address) if address else ""
        except ValueError:
            continue
        if joined.startswith(("http://", "https://")):
            return joined
    return None


def _domain(url: str | None) -> str | None:
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


def _title(tree: Element, meta: Mapping[str, str], article: Mapping[str, Any]) -> str | None:
    """The headline: the only `<h1>` or the one that metadata confirm, else the metadata's."""
    told = first_of((meta.get("og:title"), one_line(article.get("headline")), meta.get("title")))
    window = first_text(tree, "//head/title")
    printed = [printed_text(h1) for h1 in tree.iter("h1")]
    site = (meta.get("og:site_name") or "").lower()
    for line in printed:
        if (
            line
            and line.lower() != site
            and any(line.lower() in (known or "").lower() for known in (told, window))
        ):
            return line
    full = [line for line in printed if len(line.split()) > 2]
    if len(full) == 1 and not told:
        return full[0]
    if len(printed) == 1 and not told and not window:
        return printed[0] or None
    if not told and (named := site_before(tree, window or "")):
        return named[1]
    return (told and _without_site(told, meta)) or (window and _without_site(window, meta)) or None


def _without_site(title: str, meta: Mapping[str, str]) -> str:
    """`title` without the name of the site after it."""
    parts = SITE_MARK.split(title)
    site = (meta.get("og:site_name") or "").lower()
    while len(parts) > 1 and (parts[-1].lower() in site or len(parts[-1].split()) <= 3):
        parts.pop()
    return title[: title.rindex(parts[-1]) + len(parts[-1])] if parts else title


def _outlet(
    tree: Element, meta: Mapping[str, str], article: Mapping[str, Any], host: str | None
) -> str | None:
    """The name of the site, or an address without capitals where it has no better one."""
    sites = (meta.get("og:site_name"), _name(article.get("publisher")))
    told = first_of(_site(name) for name in (*sites, meta.get("application-name")))
    if told is None:
        return _site(find_outlet_in_window(tree, host))
    return find_name_of_address(tree, host) or told if told == host else told


def _site(name: str | None) -> str | None:
    """The name of a site without its slogan; None for addresses and handles."""
    bare = re.split(r"\s+[|•·]\s+", name or "")[0].strip()
    return None if not bare or re.match(r"https?:|@|www\.", bare) else bare


def _byline(
    tree: Element, meta: Mapping[str, str], article: Mapping[str, Any], outlet: str | None
) -> str | None:
    authors = article.get("author") or article.get("creator")
    listed = authors if isinstance(authors, list) else [authors]
    names = list(dict.fromkeys(name for item in listed if (name := _person(_name(item), outlet))))
    if names:
        return ", ".join(names[:-1]) + " and " + names[-1] if len(names) > 1 else names[0]
    told = first_of(_person(meta.get(name), outlet) for name in _BYLINE_META)
    printed = (
        "//*[@itemprop='author']//*[@itemprop='name']", "//*[@itemprop='author']",
        "//a[@rel='author']", "//*[contains(@class,'byline') or contains(@class,'author-name')]",
    )  # fmt: skip
    return told or first_of(_person(first_text(tree, path), outlet) for path in printed)


def _person(name: str | None, outlet: str | None) -> str | None:
    """`name` without "By"; None when it is an address, the outlet itself or too long for a name."""
    if not name:
        return None
    bare = _BYLINE_MARK.sub("", name)
    bare = _BYLINE_END.split(bare)[0].strip(" ,.-–—")
    if _NO_NAME.search(bare) or len(bare) > 100 or bare.lower() == (outlet or "").lower():
        return None
    return bare


def _language(tree: Element, meta: Mapping[str, str]) -> str | None:
    root = tree.getroottree().getroot()
    told = first_of((root.get("lang"), meta.get("content-language"), meta.get("og:locale")))
    found = re.match(r"([A-Za-z]{2,3})(?:[-_]|$)", told or "")
    return found[1].lower() if found else None
