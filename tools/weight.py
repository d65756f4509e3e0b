"""What an installation weighs: the package and every library that it needs, in MB.

    python tools/weight.py [--most MB]

In: the environment of the Python that runs this, with `packaging` in it.  Out: the sum and the
heaviest.  Files as the wheels bring them, a MB of 2 ** 20 bytes; bytecode is not counted, nor pip.
"""

import argparse
import sys
from importlib.metadata import distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

_MB = 1 << 20
_SHOWN = 12


def needed(name: str) -> set[str]:
    """The libraries that pip brings for `name`, itself included."""
    found: set[tuple[str, str]] = set()
    waiting = [(canonicalize_name(name), "")]
    while waiting:
        library, extra = waiting.pop()
        if (library, extra) in found:
            continue
        found.add((library, extra))
        for wanted in map(Requirement, distribution(library).requires or []):
            if wanted.marker is None or wanted.marker.evaluate({"extra": extra}):
                waiting += [(canonicalize_name(wanted.name), e) for e in ("", *wanted.extras)]
    return {library for library, _ in found}


def weight(name: str) -> float:
    """MB of the files of one library."""
    listed = distribution(name).files or ()
    files = [Path(str(file.locate())) for file in listed if file.suffix != ".pyc"]
    return sum(file.stat().st_size for file in files if file.is_file()) / _MB


def main() -> None:
    """Print, and fail where it is more than asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--most", type=float, help="fail above so many MB")
    most = parser.parse_args().most
    weights = {name: weight(name) for name in sorted(needed("reportedly"))}
    total = sum(weights.values())
    heaviest = sorted(weights, key=lambda name: (-weights[name], name))[:_SHOWN]
    parts = ", ".join(f"{name} {weights[name]:.0f}" for name in heaviest)
    print(f"{total:.0f} MB in {len(weights)} libraries: {parts}, …")
    if most is not None and total > most:
        sys.exit(f"an installation weighs {total:.0f} MB; no more than {most:.0f} are wanted")


if __name__ == "__main__":
    main()
