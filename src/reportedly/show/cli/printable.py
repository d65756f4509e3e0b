"""Text out of articles and names of files as a terminal may be given it."""

#: Control characters but tab and line end, halves of characters, and the marks that turn the
#: direction of writing: with these an article could recolour, retitle or reorder a terminal.
_UNSAFE = dict.fromkeys(
    [
        *(code for code in range(0x20) if code not in (0x09, 0x0A)),
        *range(0x7F, 0xA0),
        *range(0x202A, 0x202F),
        *range(0x2066, 0x206A),
        *range(0xD800, 0xE000),
    ],
    "\ufffd",
)


def printable(text: str) -> str:
    """`text` with each character that could take hold of the terminal as U+FFFD."""
    return text.translate(_UNSAFE)
