"""A sourced chronicle out of a pile of news articles: who said what, when, according to whom.

    >>> import reportedly
    >>> [statement.speaker for statement in reportedly.attribute("“No,” Ada Quill said.")]

`attribute` and `explain` work on one text, `read` on one input, `build` on a pile; `Chronicle`
opens the result.
Heavy parts are loaded when first used, so importing this package costs next to nothing.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reportedly.api import attribute, explain, read
    from reportedly.chronicle import Chronicle
    from reportedly.engine.build import build

__version__ = "0.1.0"
__all__ = ["Chronicle", "__version__", "attribute", "build", "explain", "read"]

_HOMES = {
    "attribute": "reportedly.api",
    "explain": "reportedly.api",
    "read": "reportedly.api",
    "build": "reportedly.engine.build",
    "Chronicle": "reportedly.chronicle",
}


def __getattr__(name: str) -> Any:
    """Loads a public name from its module when it is first used."""
    if name not in _HOMES:
        raise AttributeError(f"module 'reportedly' has no attribute {name!r}")
    import importlib

    value = getattr(importlib.import_module(_HOMES[name]), name)
    globals()[name] = value
    return value
