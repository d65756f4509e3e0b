"""From bytes to text: strict and without a change for plain text, forgiving for pages.

Plain text and JSON are UTF-8, UTF-16 with its mark, or Windows-1252, else rejected.  Pages lie
about their charset so often that the bytes are asked first; text that was decoded wrongly before it
was saved ("Ã©") is mended, quotation marks never.
"""

import codecs
import re

from reportedly.reading.codes import rejected

_BOMS: tuple[tuple[bytes, str], ...] = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
#: Bytes searched for a declaration: HTML asks for it within 1,024, pages with long comments don't.
_DECLARED_WITHIN = 4096
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
#: HTML's own rule: what calls itself one of these is read as Windows-1252.
_MEANS_1252 = frozenset({"ascii", "iso8859-1", "latin-1", "latin1", "us-ascii", "cp1252"})
#: What UTF-8 looks like after it was read as Latin-1 or Windows-1252 and saved again.
_MOJIBAKE = re.compile("[ÃÂâÐÑÅÄ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|ï»¿|ï¿½")
#: Text codecs of Python that are no charsets of pages; UTF-7 is one, but browsers refuse it.
_NO_CHARSETS = frozenset(
    "idna mbcs oem punycode raw-unicode-escape undefined unicode-escape utf-7".split()
)
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def charset_of_text(sample: bytes) -> str:
    """The codec for a text file that starts with `sample`; it drops a byte order mark."""
    if sample.startswith(codecs.BOM_UTF8):
        return "utf-8-sig"
    if sample.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    try:
        codecs.getincrementaldecoder("utf-8")().decode(sample)
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def decode_text(content: bytes) -> str:
    """`content` as text, not one character changed; raises DocumentRejected (`wrong_charset`)."""
    for mark, charset in _BOMS:
        if content.startswith(mark):
            return _strictly(content[len(mark) :], charset)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return _strictly(content, "cp1252")


def _strictly(content: bytes, charset: str) -> str:
    try:
        return content.decode(charset)
    except UnicodeDecodeError as error:
        detail = f"byte {error.start} is no {charset} ({error.reason}); convert the file to UTF-8"
        raise rejected("wrong_charset", detail) from error


def whole_characters(text: str) -> str:
    """`text` with halves of characters, which no file can hold, as U+FFFD; offsets stay."""
    return _LONE_SURROGATE.sub("\ufffd", text)


def decode_page(content: bytes, declared: str | None = None) -> str:
    """A page's bytes as text; `declared` is the charset of its HTTP header or MIME part."""
    for mark, charset in _BOMS:
        if content.startswith(mark):
            return content[len(mark) :].decode(charset, "replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        pass
    named = _known(declared) or _declared_in(content)
    if named in (None, "utf-8"):
        named = "utf-8" if _mostly_utf8(content) else _detected(content)
    return _as_1252(content) if named in _MEANS_1252 else content.decode(str(named), "replace")


def _known(name: str | None) -> str | None:
    """Python's name of a charset; None when there is no such charset of texts."""
    if not name:
        return None
    try:
        info = codecs.lookup(name.strip().strip("\"'"))
    except (LookupError, ValueError):
        return None
    # Codecs from bytes to bytes (zlib, base64, …) have names too; Python tells them only here.
    is_text = getattr(info, "_is_text_encoding", True) and info.name not in _NO_CHARSETS
    return info.name if is_text else None


def _declared_in(content: bytes) -> str | None:
    found = _DECLARED.search(content[:_DECLARED_WITHIN])
    return _known(found.group(1).decode("ascii", "ignore")) if found else None


def _mostly_utf8(content: bytes) -> bool:
    """True when most characters beyond ASCII are good UTF-8: then a few bytes are damaged."""
    decoded = content.decode("utf-8", "replace")
    beyond = sum(map(len, re.findall("[^\x00-\x7f]+", decoded)))
    return decoded.count("\ufffd") * 2 < beyond


def _detected(content: bytes) -> str:
    from resiliparse.parse.encoding import detect_encoding

    name = _known(detect_encoding(content, max_len=2**17))
    # Statistics on a few bytes beyond ASCII guess exotic charsets for plain Western text.
    rare = len(re.findall(rb"[\x80-\xff]", content)) * 20 < len(content)
    western = name in (None, "utf-8") or (rare and name.startswith(("iso8859", "mac")))
    return "cp1252" if western or name is None else name


def _as_1252(content: bytes) -> str:
    """Windows-1252 as browsers read it: the five bytes that it leaves open are controls."""
    try:
        return content.decode("cp1252")
    except UnicodeDecodeError:
        return "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in content)


def mended(text: str) -> str:
    """Text of a page with wrongly decoded characters put right, and nothing else changed."""
    if not _MOJIBAKE.search(text):
        return text
    import ftfy

    return ftfy.fix_text(
        text,
        unescape_html=False,
        remove_terminal_escapes=False,
        fix_latin_ligatures=False,
        fix_character_width=False,
        uncurl_quotes=False,
        fix_line_breaks=False,
        remove_control_chars=False,
        normalization=None,
    )
