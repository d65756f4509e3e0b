"""The page inside an MHTML file: browsers save a page and its pictures as one MIME message."""

import email.parser
import email.policy
from email.message import Message

from reportedly.reading.codes import rejected


def page_of(content: bytes) -> tuple[bytes, str | None, str | None]:
    """Bytes, charset and address of the first HTML part.

    Raises DocumentRejected (`no_text`, `nested_too_deep`).
    """
    try:
        message = email.parser.BytesParser(policy=email.policy.compat32).parsebytes(content)
        return _page_in(message)
    except RecursionError as error:
        raise rejected("nested_too_deep", "parts nested too deeply to be a saved page") from error


def _page_in(message: Message) -> tuple[bytes, str | None, str | None]:
    outer = _header(message, "Snapshot-Content-Location") or _header(message, "Content-Location")
    for part in message.walk():
        if part.get_content_type() not in ("text/html", "application/xhtml+xml"):
            continue
        payload = part.get_payload(decode=True)
        if isinstance(payload, bytes) and payload.strip():
            address = _header(part, "Content-Location") or outer
            web = address if address and address.startswith(("http://", "https://")) else None
            return payload, part.get_content_charset(), web
    raise rejected("no_text", "an MHTML file without a page in it")


def _header(message: Message, name: str) -> str | None:
    value = message.get(name)
    return str(value).strip() if value else None
