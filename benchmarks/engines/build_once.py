"""One build by one engine, which prints when each phase and step began, and after each thousandth
article: a program of its own.

python -m benchmarks.engines.build_once ENGINE WORKERS INPUT OUTPUT [PHASE]

It ends where PHASE begins, if one is given.
"""

import sys
import time

BEGAN = time.monotonic()
ARTICLES_BETWEEN = 1_000


def say(text: str) -> None:
    """A line with the seconds since the start before it."""
    print(f"{time.monotonic() - BEGAN:.2f} {text}", flush=True)


def main() -> None:
    """Builds."""
    from reportedly.engine.progress import Silent

    engine, workers, given, to, *last = sys.argv[1:]

    class Told(Silent):
        done = 0

        def phase(self, name: str, total: int | None) -> None:
            """Says that a phase begins; ends there where that was asked for."""
            say(f"phase {name}")
            self.done = 0
            if name in last:
                raise SystemExit(0)

        def advance(self, steps: int = 1, note: str = "") -> None:
            """Says which stage begins, or how many articles are done."""
            if note:
                say(f"step {note}")
            if self.done // ARTICLES_BETWEEN < (self.done + steps) // ARTICLES_BETWEEN:
                say(f"done {self.done + steps}")
            self.done += steps

    if engine == "spark":
        from reportedly.engine.spark.build import build as build_with_spark

        build_with_spark(given, to, master=f"local[{workers}]", progress=Told())
    else:
        from reportedly.engine.build import build

        build(given, to, workers=int(workers), progress=Told())
    say("phase end")


if __name__ == "__main__":
    main()
