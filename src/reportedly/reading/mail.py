"""A mail as an article: a newsletter, a press release, an alert, saved as a file by itself.

The words are those of its text, or of its page where it has no text worth the name; the subject is
the headline, the day that it was sent is the day of publication.  Attachments are not looked at.
"""

import dataclasses
import re
from email.message import Message

from reportedly.reading.charset import decode_page
from reportedly.reading.codes import rejected
from reportedly.reading.dates import iso_date
from reportedly.reading.draft import Draft
from reportedly.reading.mail_headers import Sender, header, sender_of
from reportedly.reading.mime import message_of, parts_of, payload_of
from reportedly.reading.page import Surroundings, read_page
from reportedly.reading.plain import read_plain
from reportedly.reading.records import Limits

#: A text beside a page that has fewer letters for each address than this is a list of links.
_LETTERS_FOR_A_LINK = 150
#: A text with fewer letters than this says no more than where the page can be seen.
_LEAST_LETTERS = 100
_LINK = re.compile(r"https?://|www\.")
_LETTER = re.compile(r"[^\W\d_]")
_ANSWER = re.compile(r"(?:(?:re|fwd?|aw|wg|tr)\s*:\s*)+", re.IGNORECASE)
_PAGES = ("text/html", "application/xhtml+xml")


def read_mail(content: bytes, limits: Limits) -> Draft:
    """The draft of a mail; raises DocumentRejected (`no_text`, `too_large`, `nested_too_deep`)."""
    message = message_of(content)
    sender = sender_of(message)
    subject = _ANSWER.sub("", header(message, "Subject") or "", count=1) or None
    read = _body(message, subject, sender, limits)
    published = iso_date(header(message, "Date"))
    return dataclasses.replace(
        read,
        title=subject or read.title,
        byline=sender.byline or read.byline,
        outlet=sender.outlet or read.outlet or sender.domain,
        published=published or read.published,
        published_from="metadata" if published else read.published_from,
    )


def _body(message: Message, subject: str | None, sender: Sender, limits: Limits) -> Draft:
    shown = [part for part in parts_of(message) if not _is_attached(part)]
    texts = [part for part in shown if part.get_content_type() == "text/plain"]
    pages = [part for part in shown if part.get_content_type() in _PAGES]
    text = next((words for part in texts if (words := _text(part, limits)).strip()), "")
    page = next((part for part in pages if payload_of(part).strip()), None)
    if page is not None and not _is_worth_reading(text):
        content = _within(payload_of(page), limits)
        return read_page(
            content, Surroundings(outlet=sender.outlet, charset=page.get_content_charset())
        )
    if not text.strip():
        detail = "a mail without words of its own; save what is attached to it as a file"
        raise rejected("no_text", detail)
    return read_plain(text, subject, outlet=sender.outlet)


def _is_attached(part: Message) -> bool:
    return part.get_content_disposition() == "attachment" or bool(part.get_filename())


def _is_worth_reading(text: str) -> bool:
    """False for a text that only leads to the page beside it."""
    letters = len(_LETTER.findall(_LINK.sub("", text)))
    links = len(_LINK.findall(text))
    return letters >= max(_LEAST_LETTERS, links * _LETTERS_FOR_A_LINK)


def _within(payload: bytes, limits: Limits) -> bytes:
    if len(payload) > limits.page_bytes:
        detail = f"{len(payload):,} bytes are too much for a mail; raise the limit page_bytes"
        raise rejected("too_large", detail)
    return payload


def _text(part: Message, limits: Limits) -> str:
    """The words of a part as they were written: how lines are ended and carried is the mail's."""
    decoded = decode_page(_within(payload_of(part), limits), part.get_content_charset())
    text = decoded.replace("\r\n", "\n")
    if str(part.get_param("format", "")).lower() != "flowed":
        return text
    return _unflowed(text, str(part.get_param("delsp", "")).lower() == "yes")


def _unflowed(text: str, drops_blank: bool) -> str:
    """Paragraphs of RFC 3676 in one line each: a line that ends in a blank goes on in the next."""
    found = []
    for line in text.split("\n"):
        bare = line.removeprefix(" ")
        goes_on = bare.endswith(" ") and bare != "-- "
        found.append((bare[:-1] if drops_blank else bare) if goes_on else bare + "\n")
    return "".join(found).removesuffix("\n")
