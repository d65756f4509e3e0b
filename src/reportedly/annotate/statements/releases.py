"""Press releases: texts that a body sends to those who print it, by what they say of themselves.

In: a text.  Out: whether it is one.
"""

import re

_RELEASE = re.compile(
    r"^\W*(?:for immediate release|(?:press|media|news) release|(?:club|joint|official) statement"
    r"|notes? (?:to|for) editors?)\b\W*(?::|$)",
    re.IGNORECASE | re.MULTILINE,
)


def is_release(text: str) -> bool:
    """True where a line says so: "For immediate release", "Notes to editors:"."""
    return _RELEASE.search(text) is not None
