"""Whether the tagger can run here, and what it is called in the fingerprint of a stage.

In: nothing but what is installed.  Out: answers that load neither weights nor libraries.
"""

import hashlib
import importlib.util
from importlib import resources

#: The libraries that the tagger needs.
LIBRARIES = ("onnxruntime", "tokenizers")
_CARD = resources.files("reportedly").joinpath("models", "attribution", "model.json")


def find_missing_part() -> str | None:
    """The library or the file that keeps the tagger from running; None when all is there."""
    for library in LIBRARIES:
        if importlib.util.find_spec(library) is None:
            return library
    return None if _CARD.is_file() else "models/attribution/model.json"


def models() -> tuple[str, ...]:
    """Name and version of the tagger; its card holds the hashes of all its files."""
    if find_missing_part() is not None:
        return ("no tagger",)
    return (f"tagger {hashlib.sha256(_CARD.read_bytes()).hexdigest()[:12]}",)
