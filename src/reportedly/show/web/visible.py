"""Characters that a reader could not see, or that would turn the line around, made visible."""

import re

#: Controls except tab and line feed, bidirectional marks and overrides, and halves of pairs, which
#: cannot be sent as UTF-8.
_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)


def _name(found: re.Match[str]) -> str:
    character = found[0]
    if character == "\r":
        return " "
    if character < " ":
        return chr(0x2400 + ord(character))
    return f"[U+{ord(character):04X}]"


def visible(text: str) -> str:
    """`text` with such characters replaced by their picture or number; plain text, not markup."""
    return _HIDDEN.sub(_name, text)
