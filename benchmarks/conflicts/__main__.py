"""Planted conflicts: altered ages and numbers of children among reports that agree.

    python -m benchmarks.conflicts [--seed 1]

In: nothing but this folder.  Of 140 invented people two outlets report an age or a number of
children, each in another of 35 wordings; of 100 people the second report is altered so that both
cannot be right, of 40 they agree.  The pile goes through all stages.  Out: recall of the altered,
the false conflicts, and the wordings that went unread.
"""

import argparse
import random
import sys
from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from benchmarks.conflicts.wordings import AGES, CHILDREN, Person, people, sentence
from reportedly.annotate.document import Document
from reportedly.engine.annotating import annotate_document
from reportedly.engine.joins import LaptopJoins
from reportedly.engine.reconciling import reconcile
from reportedly.engine.spilling import Spilled
from reportedly.model import TABLES, Article, Fact, Finding, Row
from reportedly.rows import Rows
from reportedly.schema import rows_of, sorted_rows, table_of

ALTERED, AGREEING = 100, 40
#: People told of in one article.
TOGETHER = 4
_FILLERS = (
    "The fair on the green was opened in light rain, and the band of the mill played.",
    "The council had set up benches along the old wall, and the ferry ran until dusk.",
    "There was bread from three bakeries, and the school showed its kites.",
)


@dataclass(frozen=True, slots=True)
class Told:
    """Two reports of one person's age or children, as sentences, and what the second is."""

    person: Person
    attribute: str
    wordings: tuple[str, str]
    sentences: tuple[str, str]
    altered: bool


def told_of(person: Person, number: int, random_: random.Random) -> Told:
    """One in three is told of by the number of their children."""
    altered = number < ALTERED
    forms: tuple[str, ...]
    if number % 3 == 2:
        count = random_.randint(3, 8)
        numbers = (count, count - random_.randint(1, count - 2) if altered else count)
        attribute, forms = "children", CHILDREN
    else:
        years = random_.randint(24, 80)
        shift = random_.choice((-1, 1)) * random_.randint(4, 12)
        # The second report comes a year later.
        numbers = (years, years + 1 + (shift if altered else 0))
        attribute, forms = "age", AGES
    wordings = random_.choice(forms), random_.choice(forms)
    sentences = tuple(sentence(w, person, n) for w, n in zip(wordings, numbers, strict=True))
    return Told(person, attribute, wordings, (sentences[0], sentences[1]), altered)


def articles_of(told: list[Told], random_: random.Random) -> list[Article]:
    """The articles of both outlets, a year apart to the day."""
    found = []
    for start in range(0, len(told), TOGETHER):
        group = told[start : start + TOGETHER]
        day = date(2016, 1, 4) + timedelta(days=random_.randrange(300))
        for report, outlet in enumerate(("Courier", "Herald")):
            published = day + timedelta(days=366 * report)
            body = [random_.choice(_FILLERS), *(t.sentences[report] for t in group)]
            found.append(
                Article(
                    article_id=f"a{start:03}{report}",
                    path=f"{start}-{report}.txt",
                    text="\n\n".join(body),
                    sha256="",
                    outlet=outlet,
                    published=published.isoformat(),
                )
            )
    return found


def findings_of(articles: list[Article]) -> tuple[list[Finding], list[Fact]]:
    """The findings and facts of a pile, through all stages."""
    rows: dict[type[Row], list[Row]] = {kind: [] for kind in TABLES.values()}
    for article in articles:
        annotated: Rows = annotate_document(Document(article))
        for kind in annotated.kinds():
            rows[kind].extend(annotated.of(kind))
    tables = Spilled()
    for kind in TABLES.values():
        tables.put(kind.table, table_of(kind, sorted_rows(rows[kind])))
    reconcile(tables, LaptopJoins(), lambda _: None)
    return list(rows_of(Finding, tables["findings"])), list(rows_of(Fact, tables["facts"]))


def main() -> None:
    """Plant, look, count."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    random_ = random.Random(parser.parse_args().seed)
    told = [
        told_of(person, number, random_)
        for number, person in enumerate(people(ALTERED + AGREEING, random_))
    ]
    random_.shuffle(told)
    found, facts = findings_of(articles_of(told, random_))
    conflicts = {f.subject for f in found if f.kind == "conflict"}
    read = Counter((fact.subject, fact.attribute) for fact in facts)
    hits = [t for t in told if t.altered and t.person.name in conflicts]
    false = [t for t in told if not t.altered and t.person.name in conflicts]
    others = conflicts - {t.person.name for t in told}
    for name in sorted(other for other in others if other):
        sys.stdout.write(f"not planted: {name}\n")
    sys.stdout.write(
        f"altered: {len(hits)} of {ALTERED} found, recall {len(hits) / ALTERED:.2f}\n"
        f"agreeing: {len(false)} of {AGREEING} reported, {len(others)} of nobody planted\n"
    )
    unread = Counter(
        " | ".join(t.wordings)
        for t in told
        if t.altered and t not in hits and read[t.person.name, t.attribute] < 2
    )
    for wording, count in sorted(unread.items()):
        sys.stdout.write(f"unread {count}: {wording}\n")
    for t in told:
        if (t.altered and t not in hits and read[t.person.name, t.attribute] >= 2) or t in false:
            sys.stdout.write(f"{'missed' if t.altered else 'false'}: {' | '.join(t.sentences)}\n")


if __name__ == "__main__":
    main()
