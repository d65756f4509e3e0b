"""Unix mailboxes (mbox): mails one after another, each behind a line that begins with `From `.

In: a file as a stream.  Out: one record for each mail, which is read like a mail saved by itself;
at most one mail is held at a time.
"""

import re
from collections.abc import Iterator

from reportedly.model import Reject
from reportedly.reading.records import Record
from reportedly.reading.streams import Part
from reportedly.reading.walk import Walk

_DAYS = "(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)"
_MONTHS = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
#: The whole line, day and year included: "From now on" begins sentences.
_LINE = (
    rf"From (?:\S+[ \t]+){{1,3}}?{_DAYS},?[ \t]+{_MONTHS}[ \t]+\d{{1,2}}[ \t]+\d\d:\d\d(?::\d\d)?"
    r"(?:[ \t]+\S{1,8}){0,2}?[ \t]+\d{4}(?:[ \t]+[+-]\d{4})?[ \t]*\r?\n"
)
#: The start of a mailbox: such a line, and behind it the first field of a header.
MAILBOX = re.compile(_LINE + r"[!-9;-~]+:")
_BETWEEN = re.compile(_LINE.encode())
#: Such a line of a mailer that writes no day, or writes it otherwise: nothing but the header behind
#: it tells that a mail begins, so whoever takes a file for a mailbox by it looks at that, too.
LOOSE_LINE = re.compile(r"From (?!\s)[^\r\n]{1,200}\r?\n")
_LOOSE = re.compile(LOOSE_LINE.pattern.encode())
#: What a header begins with; a line of a mail's words may be a name and a colon, too.
_FIRST_FIELD = re.compile(
    rb"(?:from|return-path|received|delivered-to|date|subject|to|message-id|mime-version"
    rb"|content-[a-z-]+|status|x-[a-z0-9-]+|dkim-signature|reply-to|list-[a-z-]+):",
    re.IGNORECASE,
)
#: "From" at the start of a line within a mail, as mailboxes write it.
_QUOTED = re.compile(rb">+From ")
#: Bytes of a line that are read at once; addresses and days fit into a fraction of it.
_LINE_BYTES = 2**16
#: White space, and the mark that some editors put before UTF-8.
_BEFORE = b" \t\r\n\xef\xbb\xbf"


def read_mailbox(walk: Walk, part: Part) -> Iterator[Record | Reject]:
    """One record for each mail; a mail beyond the limit is a reject, and the next one is read.

    The last mail of a file that ends too early is lost, since nobody knows where it would end.
    """
    mail, size = bytearray(), 0
    blank = opens = True
    between: re.Pattern[bytes] | None = None
    after = b""
    while line := after or part.reader.readline(_LINE_BYTES):
        after = b""
        if between is None and line.strip(_BEFORE):
            # The first line is one of those between mails, and tells how they are written here.
            between = _BETWEEN if _BETWEEN.fullmatch(line.lstrip(_BEFORE)) else _LOOSE
            line = line.lstrip(_BEFORE)
        parts = between is not None and blank and opens and between.fullmatch(line)
        if parts and between is _LOOSE:
            after = part.reader.readline(_LINE_BYTES)
            parts = _FIRST_FIELD.match(after)
        if parts:
            yield from _mail(walk, part, mail, size)
            if walk.full:
                return
            mail, size = bytearray(), 0
        else:
            size += len(line)
            if size <= walk.limits.record_bytes:
                mail += line[1:] if opens and _QUOTED.match(line) else line
        blank, opens = opens and not line.strip(), line.endswith(b"\n")
    if (fault := walk.fault_of(part)) is not None:
        yield fault
    else:
        yield from _mail(walk, part, mail, size)


def _mail(walk: Walk, part: Part, mail: bytearray, size: int) -> Iterator[Record | Reject]:
    """The mail that was gathered, if there was one."""
    if size > walk.limits.record_bytes:
        detail = f"a mail in {part.name} has {size:,} bytes, more than the limit"
        yield walk.reject("too_large", detail, walk.number())
    elif mail.strip():
        yield Record(walk.path, walk.number(), "mail", bytes(mail))
