"""Messages of MIME: mails, and pages that browsers save with their pictures as one message.

In: the bytes of a message.  Out: its parts as the standard library gives them, or the page in it.
"""

import email.parser
import email.policy
from email.message import Message

from reportedly.reading.codes import rejected

#: Lines times parts that a message may have.  Each line is compared with the end of each part that
#: is open; a page with all its pictures has some hundred thousand lines and some hundred parts.
_MOST_COMPARISONS = 100_000_000


def message_of(content: bytes) -> Message:
    """The message in `content`; raises DocumentRejected (`nested_too_deep`, `too_large`)."""
    if content.count(b"\n") * content.lower().count(b"boundary=") > _MOST_COMPARISONS:
        detail = "a message of more lines and parts than mails and saved pages have"
        raise rejected("too_large", detail)
    try:
        return email.parser.BytesParser(policy=email.policy.compat32).parsebytes(content)
    except RecursionError as error:
        raise rejected("nested_too_deep", "parts nested too deeply to be a message") from error


def page_of(content: bytes) -> tuple[bytes, str | None, str | None]:
    """Bytes, charset and address of the first HTML part of a saved page.

    Raises DocumentRejected (`no_text`, `nested_too_deep`, `too_large`).
    """
    message = message_of(content)
    outer = _header(message, "Snapshot-Content-Location") or _header(message, "Content-Location")
    for part in parts_of(message):
        if part.get_content_type() not in ("text/html", "application/xhtml+xml"):
            continue
        payload = payload_of(part)
        if payload.strip():
            address = _header(part, "Content-Location") or outer
            web = address if address and address.startswith(("http://", "https://")) else None
            return payload, part.get_content_charset(), web
    raise rejected("no_text", "a message without a page in it")


def parts_of(message: Message) -> list[Message]:
    """The message and all its parts, outer ones first; raises DocumentRejected."""
    try:
        return list(message.walk())
    except RecursionError as error:
        raise rejected("nested_too_deep", "parts nested too deeply to be a message") from error


def payload_of(part: Message) -> bytes:
    """The decoded bytes of a part that has no parts; empty for others."""
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _header(message: Message, name: str) -> str | None:
    value = message.get(name)
    return str(value).strip() if value else None
