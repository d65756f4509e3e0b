"""Damages bytes the way disks, crawlers and enemies do; the same for the same seed and number."""

import random

#: What parsers trip over.
_TOKENS = [
    b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\r\n\r\n",
    b"\x1b[31m",
    b"<![CDATA[", b"]]>", b"<!--", b"-->", b"<!DOCTYPE a [<!ENTITY b 'c'>]>", b"&b;", b"&#x110000;",
    b"&#0;", b"&#xD800;", b"<script>", b"</html>", b"<table><tr>", b"<p", b'="', b"<svg><math>",
    b"<template>", b"<plaintext>", b"<frameset>", b"{", b"}", b"[", b"]", b'"', b"\\u0000",
    b"\\ud800",
    b"1e999", b"-0", b"NaN", b"9" * 400, b"null", b"PK\x03\x04", b"PK\x01\x02", b"WARC/1.0\r\n",
    b"Content-Length: 99999999999999999999\r\n", b"Content-Length: -1\r\n", b"charset=utf-7",
    b"Transfer-Encoding: chunked\r\n", b"Content-Encoding: br\r\n", b"../../../../etc/passwd",
    "“".encode(), "”".encode(), "’".encode(), "\u202e".encode(), "\u2028".encode(), "é".encode(),
    "👩‍👩‍👧".encode(), b"0000-00-00", b"9999-12-31T24:00:00+99:99", b"31 February 2019",
    b"said", b" told ",
]  # fmt: skip
_MOST_BYTES = 1 << 20


def mutated(seeds: list[bytes], chosen: random.Random) -> bytes:
    """One of the seeds after one to eight changes."""
    content = bytearray(chosen.choice(seeds))
    for _ in range(chosen.choice((1, 1, 1, 2, 2, 3, 5, 8))):
        chosen.choice(_CHANGES)(content, seeds, chosen)
        del content[_MOST_BYTES:]
    return bytes(content)


def _place(content: bytearray, chosen: random.Random) -> int:
    return chosen.randint(0, len(content))


def _flip(content: bytearray, _: list[bytes], chosen: random.Random) -> None:
    for _ in range(chosen.choice((1, 1, 2, 4, 16))):
        if content:
            content[chosen.randrange(len(content))] = chosen.randrange(256)


def _drop(content: bytearray, _: list[bytes], chosen: random.Random) -> None:
    at = _place(content, chosen)
    del content[at : at + chosen.choice((1, 2, 8, 64, 512))]


def _cut(content: bytearray, _: list[bytes], chosen: random.Random) -> None:
    del content[_place(content, chosen) :]


def _insert(content: bytearray, _: list[bytes], chosen: random.Random) -> None:
    at = _place(content, chosen)
    content[at:at] = chosen.choice(_TOKENS)


def _repeat(content: bytearray, _: list[bytes], chosen: random.Random) -> None:
    at = _place(content, chosen)
    piece = content[at : at + chosen.choice((1, 3, 10, 40))] or b"<b>"
    content[at:at] = piece * chosen.choice((2, 10, 100, 3000))


def _splice(content: bytearray, seeds: list[bytes], chosen: random.Random) -> None:
    other = chosen.choice(seeds)
    start = chosen.randint(0, len(other))
    at = _place(content, chosen)
    content[at : at + 100] = other[start : start + chosen.choice((10, 100, 1000))]


def _random(content: bytearray, _: list[bytes], chosen: random.Random) -> None:
    at = _place(content, chosen)
    content[at:at] = chosen.randbytes(chosen.choice((1, 4, 32, 256)))


_CHANGES = (_flip, _drop, _cut, _insert, _insert, _repeat, _splice, _random)
