"""The parts of trafilatura and htmldate that the package holds, made from their releases.

    python -m tools.vendor [--write]

In: both libraries as installed (`make` installs the versions named here).  Out: nothing where
`src/reportedly/vendored` is what these files become by `CHANGES`, or, with `--write`, the files.
Only what reading a parsed page needs is taken; what of other libraries that does not need, among
them 50 MB of languages and calendars, is replaced by names that `left_out.py` gives.
"""

import argparse
import importlib.metadata
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "src" / "reportedly" / "vendored"


#: First line of a file that is not as it was released, as its licence wants it.
_CHANGED = "# Changed by reportedly: other imports, see tools/vendor.py.\n"


@dataclass(frozen=True, slots=True)
class Part:
    """The files of one library, and for some of them which lines become which others."""

    name: str
    version: str
    files: tuple[str, ...]
    changes: Mapping[str, tuple[tuple[str, str], ...]]


PARTS = (
    Part(
        "trafilatura",
        "2.3.1",
        (
            *("baseline.py", "core.py", "deduplication.py", "external.py", "htmlprocessing.py"),
            *("main_extractor.py", "readability_lxml.py", "settings.py", "settings.cfg"),
            *("utils.py", "xml.py", "xpaths.py"),
        ),
        {
            "core.py": (
                (
                    "from .metadata import Document, extract_metadata\n",
                    "from ..left_out import extract_metadata\nfrom .settings import Document\n",
                ),
            ),
            "utils.py": (
                (
                    "from charset_normalizer import from_bytes\n"
                    "from courlan import fix_relative_urls, get_base_url\n",
                    "from ..left_out import fix_relative_urls, from_bytes, get_base_url\n",
                ),
                (
                    "from urllib3.response import HTTPResponse\n",
                    "from ..left_out import HTTPResponse\n",
                ),
            ),
            "xml.py": (
                ("from importlib.metadata import version\n", ""),
                ('PKG_VERSION = version("trafilatura")\n', 'PKG_VERSION = "2.3.1"\n'),
            ),
        },
    ),
    Part(
        "htmldate",
        "1.11.0",
        ("core.py", "extractors.py", "settings.py", "utils.py", "validators.py"),
        {
            "extractors.py": (
                (
                    "    from dateparser import DateDataParser  # type: ignore[attr-defined]\n\n"
                    "    return",
                    "    from ..left_out import DateDataParser\n\n    return",
                ),
                (
                    "    from dateparser.languages.loader import default_loader\n",
                    "    from ..left_out import default_loader\n",
                ),
            ),
            "utils.py": (
                ("import urllib3\n", ""),
                (
                    "from charset_normalizer import from_bytes\n",
                    "from ..left_out import HTTP_POOL, from_bytes\n",
                ),
                (
                    "urllib3.disable_warnings(urllib3.exceptions.InsecureRequestWarning)\n"
                    "RETRY_STRATEGY = urllib3.util.Retry(\n"
                    "    total=3,\n"
                    "    connect=0,\n"
                    "    status_forcelist=[429, 500, 502, 503, 504],\n"
                    ")\n"
                    "HTTP_POOL = urllib3.PoolManager(retries=RETRY_STRATEGY)\n\n",
                    "",
                ),
            ),
        },
    ),
)


def made(part: Part) -> dict[str, str]:
    """File → text, as the release gives it and the changes leave it; ValueError says what fails."""
    distribution = importlib.metadata.distribution(part.name)
    if distribution.version != part.version:
        raise ValueError(f"{part.name} {distribution.version} is installed, not {part.version}")
    released = Path(str(distribution.locate_file(part.name)))
    licence = Path(str(distribution.locate_file(f"{part.name}-{part.version}.dist-info")))
    found = {"LICENSE": (licence / "licenses" / "LICENSE").read_text(encoding="utf-8")}
    for name in part.files:
        text = (released / name).read_text(encoding="utf-8")
        for before, after in part.changes.get(name, ()):
            if text.count(before) != 1:
                raise ValueError(f"{part.name}/{name}: not once there: {before!r}")
            text = text.replace(before, after)
        found[name] = f"{_CHANGED}{text}" if name in part.changes else text
    found["__init__.py"] = f'"""Parts of {part.name} {part.version}; see `tools.vendor`."""\n'
    return found


def differing(part: Part) -> list[str]:
    """The files of the package's folder that are not what is made, or lack, or are too many."""
    folder, wanted = FOLDER / part.name, made(part)
    there = {path.name for path in folder.glob("*") if path.is_file()}
    same = {
        name
        for name in there & wanted.keys()
        if (folder / name).read_text(encoding="utf-8") == wanted[name]
    }
    return sorted(f"{part.name}/{name}" for name in (there | wanted.keys()) - same)


def main() -> None:
    """Compare, or write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true")
    if parser.parse_args().write:
        for part in PARTS:
            (FOLDER / part.name).mkdir(parents=True, exist_ok=True)
            for name, text in made(part).items():
                (FOLDER / part.name / name).write_text(text, encoding="utf-8")
    found = [name for part in PARTS for name in differing(part)]
    sys.exit(f"not as the releases give it: {', '.join(found)}" if found else None)


if __name__ == "__main__":
    main()
