"""Identifiers: short hashes of content, so that the same input gives the same names everywhere.

They are made in Python and never by an engine, because engines hash differently.
"""

import hashlib

#: Hex digits kept.  64 bits: among ten million rows the chance of any collision is 3 in a million.
DIGITS = 16


def identifier(prefix: str, *parts: object) -> str:
    """`prefix` and a hash of `parts`; parts are told apart, so ("ab", "c") is not ("a", "bc")."""
    digest = hashlib.sha256()
    for part in parts:
        encoded = str(part).encode("utf-8", "surrogatepass")
        digest.update(len(encoded).to_bytes(8, "big"))
        digest.update(encoded)
    return prefix + digest.hexdigest()[:DIGITS]


def article_identifier(content: bytes) -> str:
    """The identifier of an article: from the bytes of its record alone, never from its path."""
    return "a" + hashlib.sha256(content).hexdigest()[:DIGITS]
