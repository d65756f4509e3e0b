"""What the header of a mail says: its fields as text, and whose mail it is.

The sender of a newsletter or of a press office is the outlet; somebody who writes by himself is
the author, and the outlet is known by the address alone.
"""

import email.errors
import re
from dataclasses import dataclass
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr

from reportedly.reading.draft import one_line

#: Characters of a field that are looked at: real subjects and names are a tenth of it.
_LONGEST = 2000
#: Words in the names of bodies, newsletters and offices, which are no people.
_BODY = re.compile(
    r"\b(?:the|press|media|news\w*|office|team|letter|alerts?|daily|weekly|today|times|post|herald"
    r"|council|party|club|trust|foundation|university|college|institute|society|group|ltd|inc|plc"
    r"|editors?|desk|service|agency|digest|briefing|bulletin|updates?|magazine|radio|communications"
    r"|public|relations|noreply|admin|info|support|police|ministry|department|association)\b|[\d&@]",
    re.IGNORECASE,
)
_PERSON = re.compile(r"[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){1,3}")
#: Between a person and the body: "Ada Quill from Sedge Letters", "Ada Quill | Sedge Letters".
_OF = re.compile(r"\s+(?:from|at|via|of|for|[|@–—-])\s+|\s*,\s+|\s+\((?=[^)]*\)$)")
#: Addresses that a machine sends from, for a body.
_MACHINE = re.compile(r"no-?reply|newsletter|news|press|info|media|alerts?|editor|hello", re.I)
#: Providers of mailboxes, which publish nothing.
_PROVIDERS = re.compile(
    r"(?:gmail|googlemail|outlook|hotmail|live|yahoo|icloud|me|aol|proton(?:mail)?|gmx|web|mail"
    r"|substack|mailchimp\w*|btinternet|fastmail|zoho)\.[a-z.]{2,6}",
    re.IGNORECASE,
)
#: Fields that only mails to many have.
_TO_MANY = ("List-Id", "List-Unsubscribe", "List-Post")


@dataclass(frozen=True, slots=True)
class Sender:
    """Outlet and author that the header names, and the domain where there is nothing better."""

    outlet: str | None
    byline: str | None
    domain: str | None


def header(message: Message, name: str) -> str | None:
    """The first field of that name as one line of text; None when there is none.

    Bytes beyond ASCII that were not encoded, as they should be, are read as UTF-8.
    """
    wanted = name.lower()
    written = next((str(v) for key, v in message.raw_items() if key.lower() == wanted), "")
    raw = written[:_LONGEST].encode("ascii", "surrogateescape").decode("utf-8", "replace")
    try:
        decoded = str(make_header(decode_header(raw)))
    except (email.errors.MessageError, LookupError, ValueError):
        decoded = raw
    clean = decoded.encode("utf-8", "replace").decode("utf-8")
    return one_line(clean)


def sender_of(message: Message) -> Sender:
    """Whose mail it is."""
    name, address = parseaddr(header(message, "From") or "")
    local, _, host = address.rpartition("@")
    domain = host.lower().removeprefix("www.") if "." in host else ""
    if not domain or _PROVIDERS.fullmatch(domain):
        domain = ""
    outlet, byline = _told_apart(name.strip(" \"'"), _is_to_many(message), local)
    return Sender(outlet, byline, domain or None)


def _is_to_many(message: Message) -> bool:
    sent = (header(message, "Precedence") or "").lower()
    return sent in ("bulk", "list") or any(header(message, name) for name in _TO_MANY)


def _told_apart(name: str, to_many: bool, local: str) -> tuple[str | None, str | None]:
    """(outlet, author) in the name beside an address."""
    if not any(map(str.isalpha, name)) or "@" in name:
        return None, None
    first, *rest = _OF.split(name, maxsplit=1)
    if rest and _is_person(first) and rest[0].strip(" )"):
        return rest[0].strip(" )"), first
    if to_many or not _is_person(name) or _MACHINE.search(local):
        return name, None
    return None, name


def _is_person(name: str) -> bool:
    """True for two to four words with capitals, none of which is a body's."""
    capitals = all(word[0].isupper() or word in ("de", "van", "von", "da") for word in name.split())
    return bool(_PERSON.fullmatch(name)) and capitals and not _BODY.search(name)
