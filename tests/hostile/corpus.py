# ruff: noqa: E501 - pages by hand stand in a line each
"""Writes the hostile pile: every payload as markup, as words, in plain text and in fields, and
pages by hand whose bytes themselves are odd.
"""

import html
import json
import re
from pathlib import Path

from tests.hostile.payloads import EVIL, PAYLOADS, RUN

#: Enough plain words around a payload that the article is read as one.
_STORY = (
    "The pier at Gull Haven will close in March, the harbour board said on Monday. Ida Crane, 41, "
    "who sells nets there, said on Tuesday that nobody had told her. “They never asked us,” she "
    "said. The board's chairman, Tom Reeve, denied that the decision was final."
)


def write_pile(folder: Path) -> list[Path]:
    """The files of the pile, made in `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    for index, (name, payload) in enumerate(PAYLOADS.items()):
        day = f"2017-{index % 12 + 1:02}-{index % 28 + 1:02}"
        (folder / f"markup-{name}.html").write_bytes(_sendable(_markup(payload, day, index)))
        (folder / f"words-{name}.html").write_bytes(_sendable(_words(payload, day, index)))
        (folder / _file_name(name, payload)).write_bytes(_sendable(_plain(payload)))
    (folder / "fields.jsonl").write_bytes(
        b"".join(_sendable(_fields(p, i)) + b"\n" for i, p in enumerate(PAYLOADS.values()) if i % 2)
    )
    for name, content in _by_hand().items():
        (folder / name).write_bytes(content)
    return sorted(folder.iterdir())


def _sendable(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _markup(payload: str, day: str, index: int) -> str:
    """The payload as part of the page, in a paragraph, a quotation and the head."""
    return (
        f"<!doctype html><html><head><title>Pier {index} to close</title>"
        f'<meta property="article:published_time" content="{day}T08:00:00Z"></head><body><article>'
        f"<h1>Pier {index} to close</h1><p>{_STORY}</p>"
        f"<p>“We shall see about {payload} in spring,” Tom Reeve told reporters in room {index}.</p>"
        f"<p>Ida Crane said that {payload} was no answer.</p></article></body></html>"
    )


def _words(payload: str, day: str, index: int) -> str:
    """The payload as words that a reader would see, also in title, byline, outlet and address."""
    words = html.escape(payload, quote=True)
    return (
        f"<!doctype html><html><head><title>{words}</title>"
        f'<meta name="author" content="{words}"><meta property="og:site_name" content="{words}">'
        f'<meta property="og:title" content="{words}">'
        f'<link rel="canonical" href="https://{EVIL}/{words}">'
        f'<meta property="article:published_time" content="{day}T08:00:00Z"></head><body><article>'
        f"<h1>{words}</h1><p>{_STORY}</p>"
        f"<p>“It will be {words} in the end,” said Tom Reeve, the {words} chairman, on day {index}."
        f"</p><p>Mara {words} Holm, {index + 20}, said on Monday that {words} was over.</p>"
        "</article></body></html>"
    )


def _plain(payload: str) -> str:
    return (
        f"{payload}\n\nBy {payload}\n\n{_STORY}\n\n“The town wants {payload},” said Ida Crane. "
        f"Tom Reeve said that {payload} cost too much.\n"
    )


def _file_name(name: str, payload: str) -> str:
    """The payload in the name of a file, as far as a file system takes it."""
    allowed = re.sub(r"[/\x00-\x1f\x7f\ud800-\udfff]", "_", payload)[:40]
    return f"text-{name} {allowed.encode()[:120].decode(errors='ignore')}.txt"


def _fields(payload: str, index: int) -> str:
    given = {
        "id": f"{payload}-{index}",
        "title": payload,
        "url": f"javascript:alert(1)//{payload}",
        "outlet": payload,
        "author": payload,
        "date": "2018-05-05",
        "text": f"Record {index}. {_STORY} “Then {payload},” said Ida Crane.",
    }
    return json.dumps(given)


def _page(inside: bytes, head: bytes = b"") -> bytes:
    story = _STORY.encode()
    return b"<html><head>%b</head><body><p>%b</p>%b</body></html>" % (head, story, inside)


def _by_hand() -> dict[str, bytes]:
    deep = b"<div>" * 400 + b"<p>Deep down Ida Crane said so.</p>" + b"</div>" * 400
    wide = b"<p " + b" ".join(b'a%d="%b"' % (i, b"v" * 50) for i in range(2000)) + b">Wide.</p>"
    run = RUN.encode()
    return {
        "broken-utf8.html": _page(b"<p>\xff\xfe\xc3( \xed\xa0\x80 said Ida Crane.</p>"),
        "overlong-utf8.html": _page(b"<p>\xc0\xbcscript\xc0\xbealert(1) said Ida Crane.</p>"),
        "utf7.html": _page(b"<p>+ADw-script+AD4-alert(1)+ADw-/script+AD4-</p>", b"<meta charset=utf-7>"),
        "utf16.html": "\ufeff".encode("utf-16-le") + _page(b"<script>%b</script>" % run).decode().encode("utf-16-le"),
        "nul.html": _page(b"<scr\x00ipt>%b</scr\x00ipt><p>Ida Crane said\x00so.</p>" % run),
        "long-line.html": _page(b"<p>Ida Crane said " + b"word " * 2_000 + b"</p>"),
        "long-attribute.html": _page(b'<p title="' + b"x" * 200_000 + b'">Ida Crane said so.</p>'),
        "many-attributes.html": _page(wide),
        "deep.html": _page(deep),
        "frames.html": _page(b'<frameset onload="%b"><frame src="//evil.example"></frameset>' % run),
        "doctype.html": b'<!DOCTYPE x [<!ENTITY a "%b">]>' % (b"ha" * 99) + _page(b"<p>&a;&a;</p>"),
        "processing.html": _page(b"<?php echo 1 ?><?xml-stylesheet href='//evil.example'?><p>So.</p>"),
        "conditional.html": _page(b"<!--[if IE]><script>%b</script><![endif]--><p>So.</p>" % run),
        "shadow.html": _page(b"<div><template shadowrootmode=open><script>%b</script></template></div>" % run),
        "import-map.html": _page(b'<script type="speculationrules">{"prefetch":[{"urls":["//evil.example"]}]}</script>'),
    }  # fmt: skip
