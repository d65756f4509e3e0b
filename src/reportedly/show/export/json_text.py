"""A document as JSON text that any reader takes: UTF-8, no halves of surrogate pairs."""

import json
from typing import Any

from reportedly.show.web.visible import visible


def clean(value: Any) -> Any:
    """`value` without nulls and empty lists, and with hidden characters made visible in words."""
    if isinstance(value, dict):
        cleaned = {key: clean(item) for key, item in value.items()}
        return {key: item for key, item in cleaned.items() if item not in (None, [], {}, "")}
    if isinstance(value, (list, tuple)):
        return [clean(item) for item in value]
    return visible(value) if isinstance(value, str) else value


def pretty(document: Any) -> str:
    """One document, indented, keys in the order given."""
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"
