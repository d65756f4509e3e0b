"""Planted changes of quotations: how many that matter are found, how many harmless are reported.

    python -m benchmarks.findings.planted --shared DIR [--most N]

In: the quotations of `data/attribution/polnear_train`.  Each is reported a second time by another
outlet, changed in one place: a negation, number, modal or name (must be found), or in a way that
changes nothing (must not).  Out: on the terminal, recall by kind and the share of harmless changes
reported, through the utterances and findings stages.
"""

import argparse
import json
import random
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pyarrow as pa

from reportedly.engine.joins import LaptopJoins
from reportedly.model import Article, ChainHop, Statement
from reportedly.reconcile.findings.changed_quotes import find_changed_quotes
from reportedly.reconcile.findings.pile import Pile
from reportedly.reconcile.utterances import reconcile
from reportedly.schema import table_of

#: Words of a quotation, at least.
FEWEST_WORDS = 9
#: Every harmless change and every kind of harmful one is tried on this many quotations, at most.
MOST = 100

Change = Callable[[str], str | None]


def _replaced(pattern: str, instead: str) -> Change:
    """A change of the first match of `pattern` (not at the edges); None where there is none."""
    compiled = re.compile(pattern)

    def change(text: str) -> str | None:
        matched = compiled.search(text, 8)
        if matched is None or matched.end() > len(text) - 8:
            return None
        return text[: matched.start()] + matched.expand(instead) + text[matched.end() :]

    return change


def _other_number(text: str) -> str | None:
    matched = re.search(r"\b\d+\b", text)
    if matched is None:
        return None
    return text[: matched.start()] + str(int(matched[0]) + 3) + text[matched.end() :]


def _without_end(text: str) -> str | None:
    words = text.rstrip("”\"'").split()
    return " ".join(words[:-3]) if len(words) > FEWEST_WORDS + 4 else None


HARMFUL: dict[str, Change] = {
    "not dropped": _replaced(r"\b(is|are|was|will|do|does|did|would|have|has) not ", r"\1 "),
    "n’t dropped": _replaced(r"\b(is|are|was|do|does|did|would|have|has)n[’']t ", r"\1 "),
    "not added": _replaced(r"\b(is|are|was|will|would|should|must) (?!not)", r"\1 not "),
    "number": _other_number,
    "will → may": _replaced(r"\bwill ", "may "),
    "should → could": _replaced(r"\bshould ", "could "),
    "name": _replaced(r"(?<=[a-z] )[A-Z][a-z]{3,}\b", "Quillon"),
}
HARMLESS: dict[str, Change] = {
    "lost apostrophe": _replaced(r"(\w)[’'](s|t|re|ve)\b", r"\1\2"),
    "written out": _replaced(r"\b(is|are|do|does|did|was)n[’']t\b", r"\1 not"),
    "contracted": _replaced(r"\b(is|are|do|does|did|was) not\b", r"\1n't"),
    "trimmed": _without_end,
    "very dropped": _replaced(r"\b(?:very|really|just|so) ", ""),
    "tense": _replaced(r"\bis ", "was "),
    "no-break space": _replaced(r" (the|a|to) ", "\u00a0\\1 "),
    "synonym": _replaced(r"\bbig\b|\bgreat\b", "large"),
    "that added": _replaced(r"\b(think|know|believe|say) (?=I|we|he|she|they)", r"\1 that "),
}


def quotations(shared: Path) -> Iterator[tuple[str, str]]:
    """(document, words) of direct quotations between double marks, in a fixed random order."""
    path = shared / "data" / "attribution" / "polnear_train" / "articles.jsonl"
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        document = json.loads(line)
        quoted = re.findall(r"“([^“”\n]{50,400})”", document["text"])
        found += [(document["doc"], q) for q in quoted if len(q.split()) >= FEWEST_WORDS]
    random.Random(0).shuffle(found)
    yield from dict.fromkeys(found)


def is_reported(one: str, other: str) -> bool:
    """True when a changed quote is found between two reports of one speaker."""
    pile = tables_of(one, other)
    got = reconcile(pile, LaptopJoins())
    return any(True for _ in find_changed_quotes(Pile.of({**pile, **got})))


def tables_of(one: str, other: str) -> dict[str, pa.Table]:
    """The tables of two articles that hold one quotation each."""
    articles, statements = [], []
    for number, words in enumerate((one, other)):
        articles.append(
            Article(
                article_id=f"a{number}",
                path="x",
                text=words,
                sha256="",
                outlet=f"Outlet {number}",
                published=f"2016-05-0{number + 1}",
            )
        )
        statements.append(
            Statement(
                statement_id=f"s{number}",
                article_id=f"a{number}",
                content=((0, len(words)),),
                content_text=words,
                mode="direct",
                speaker_id="e1",
                speaker="Ada Quillon",
                source_kind="person",
                confidence=0.9,
                reason="",
            )
        )
    return {
        "articles": table_of(Article, articles),
        "statements": table_of(Statement, statements),
        "chain": table_of(ChainHop, []),
    }


def main() -> None:
    """Plant, look, count."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--most", type=int, default=MOST)
    given = parser.parse_args()
    tried: Counter[str] = Counter()
    reported: Counter[str] = Counter()
    for _, words in quotations(given.shared):
        for name, change in {**HARMFUL, **HARMLESS}.items():
            changed = change(words) if tried[name] < given.most else None
            if changed and changed != words:
                tried[name] += 1
                reported[name] += is_reported(words, changed)
    for title, changes in (("harmful", HARMFUL), ("harmless", HARMLESS)):
        for name in changes:
            sys.stdout.write(f"{title:9} {name:18} {reported[name]:4} of {tried[name]:4}\n")
        total = sum(tried[n] for n in changes)
        share = sum(reported[n] for n in changes) / max(1, total)
        sys.stdout.write(f"{title:9} {'all':18} {share:.3f} of {total}\n")


if __name__ == "__main__":
    main()
