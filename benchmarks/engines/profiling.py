"""Where the time of an article goes: seconds of a processor by stage, and by module of the program.

    python -m benchmarks.engines.profiling --shared DIR [--articles N]

The stages are timed by themselves first; the modules are told by a profiler in a second pass, which
makes small functions look dearer than they are.  What a library does counts for the modules that
called it, by how long each waited for it.
"""

import argparse
import collections
import cProfile
import json
import pstats
import time
from collections.abc import Iterable
from pathlib import Path

import reportedly
from reportedly.annotate.document import Document
from reportedly.engine.annotating import annotate_document
from reportedly.model import Article, Region
from reportedly.pipeline import ARTICLE_STAGES
from reportedly.rows import Rows

HERE = str(Path(reportedly.__file__).parent)
#: Libraries' functions that call one another before one of ours is reached, at most.
DEEPEST = 40
Function = tuple[str, int, str]
"""file, line, name"""
#: Modules that take less of the whole are not listed.
LEAST_SHARE = 0.02


def main() -> None:
    """Prints the two tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", required=True, type=Path, help="folder with data/")
    parser.add_argument("--articles", type=int, default=40)
    given = parser.parse_args()
    source = given.shared / "data/attribution/polnear_train/articles.jsonl"
    lines = source.read_text(encoding="utf-8").splitlines()[: given.articles + 1]
    first, *texts = [json.loads(line)["text"] for line in lines]
    annotate_document(_document(first))  # models are loaded once a process
    words = sum(len(text.split()) for text in texts)
    _tell("stage", _by_stage(texts), words)
    profiler = cProfile.Profile(time.process_time)
    profiler.runcall(lambda: [annotate_document(_document(text)) for text in texts])
    took = _by_module(pstats.Stats(profiler))
    _tell("module, under the profiler", took, words, LEAST_SHARE)


def _document(text: str) -> Document:
    article = Article(article_id="a0", path="x", text=text, sha256="", published="2016-09-07")
    return Document(article, ())


def _by_stage(texts: Iterable[str]) -> dict[str, float]:
    """Seconds of each stage; the encoder runs in the first that asks for it."""
    took: dict[str, float] = collections.defaultdict(float)
    for text in texts:
        document = _document(text)
        rows = Rows({Article: [document.article], Region: document.regions})
        began = time.process_time()
        document.encoding  # noqa: B018 - computed when it is asked for
        took["encoder"] += time.process_time() - began
        for stage in ARTICLE_STAGES:
            began = time.process_time()
            rows = rows.merged(stage.load()(document, rows))
            took[stage.name] += time.process_time() - began
    return took


def _by_module(stats: pstats.Stats) -> dict[str, float]:
    """Seconds of each module's own functions, and of what others' do for it."""
    took: dict[str, float] = collections.defaultdict(float)
    functions = stats.stats  # type: ignore[attr-defined]
    waiting = {function: own for function, (_, _, own, _, _) in functions.items()}
    for _ in range(DEEPEST):
        passed_on: dict[Function, float] = collections.defaultdict(float)
        for function, seconds in waiting.items():
            if function[0].startswith(HERE):
                took[_module(function[0])] += seconds
                continue
            callers = functions[function][4]
            whole = sum(within for _, _, _, within in callers.values())
            for caller, (_, _, _, within) in callers.items():
                passed_on[caller] += seconds * within / whole if whole else 0.0
        waiting = passed_on
    return took


def _module(file: str) -> str:
    return file.removeprefix(HERE).removesuffix(".py").removesuffix("/__init__").strip("/")


def _tell(head: str, took: dict[str, float], words: int, least: float = 0.0) -> None:
    whole = sum(took.values())
    print(f"\n| {head} | share | ms for 1,000 words |\n|---|---|---|")
    for name, seconds in sorted(took.items(), key=lambda each: -each[1]):
        if seconds >= least * whole:
            print(f"| {name} | {seconds / whole:.1%} | {seconds * 1e6 / words:.1f} |")
    print(f"| all | | {whole * 1e6 / words:.1f} |")


if __name__ == "__main__":
    main()
