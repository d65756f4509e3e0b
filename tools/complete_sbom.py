"""Adds to an SBOM of libraries what the package itself carries of others, from `licences.toml`.

    python -m tools.complete_sbom FILE

FILE is CycloneDX as JSON, and is written again.  Ends with exit code 1 when any component has no
licence: somebody has to look it up.
"""

import json
import re
import sys
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
Component = dict[str, Any]

#: Libraries that do not declare their licence as one of the names that machines know.
_LOOKED_UP = {"protobuf": "BSD-3-Clause"}
_NAMED = re.compile(r"(?P<name>.+?) (?P<version>\d+(?:\.\d+)+)")


def main() -> int:
    """Completes the file; returns the exit code."""
    file = Path(sys.argv[1])
    sbom = json.loads(file.read_text(encoding="utf-8"))
    parts = tomllib.loads((ROOT / "licences.toml").read_text(encoding="utf-8"))["part"]
    sbom["components"] = completed(sbom["components"], parts)
    lacking = [each["name"] for each in sbom["components"] if not each.get("licenses")]
    if lacking:
        print(f"no licence is known of {', '.join(lacking)}; look it up", file=sys.stderr)
        return 1
    file.write_text(json.dumps(sbom, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return 0


def completed(libraries: Iterable[Component], parts: Iterable[Component]) -> list[Component]:
    """The libraries, those that were looked up with their licence, and the parts that ship."""
    found = []
    for each in libraries:
        known = _LOOKED_UP.get(each["name"])
        licensed = each.get("licenses") or ([_licence(known)] if known else [])
        found.append({**each, **({"licenses": licensed} if licensed else {})})
    return found + [_component(part) for part in parts if part["paths"][0].startswith("src/")]


def _component(part: Component) -> Component:
    named = _NAMED.match(part["what"])
    component = {
        "bom-ref": f"shipped:{part['paths'][0]}",
        "type": "library" if part.get("text") else "data",
        "name": named["name"] if named else part["what"],
        "description": part["what"],
        "licenses": [_licence(part["licence"])],
        "properties": [{"name": "path", "value": path} for path in part["paths"]],
    }
    return component | ({"version": named["version"]} if named else {})


def _licence(name: str) -> Component:
    return {"license": {"name": name}}


if __name__ == "__main__":
    sys.exit(main())
