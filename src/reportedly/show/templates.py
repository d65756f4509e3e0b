"""How templates are read, on the page and in dossiers alike."""

from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from reportedly.show.web.visible import visible


def environment_of(package: str) -> Environment:
    """The templates of a package: everything is escaped, an unknown name is an error, hidden
    characters show."""
    return Environment(
        loader=PackageLoader(package),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _shown(value: Any) -> Any:
    return visible(value) if isinstance(value, str) and not hasattr(value, "__html__") else value
