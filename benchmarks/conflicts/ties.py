"""Planted orders that cannot be: married before they met, divorced before the wedding.

    python -m benchmarks.conflicts.ties [--seed 1]

In: nothing but this folder.  Of 60 invented couples two outlets tell one step each, with its year;
of 40 the later step is told to have come first, of 20 the order is the common one.  The pile goes
through all stages.  Out: recall of the impossible, the false conflicts, and what went unread.
"""

import argparse
import random
import sys
from dataclasses import dataclass
from datetime import date, timedelta

from benchmarks.conflicts.__main__ import findings_of
from benchmarks.conflicts.wordings import Person, people
from reportedly.model import Article

IMPOSSIBLE, POSSIBLE = 40, 20
TOLD = {
    "met": (
        "{a} and {his} {spouse}, {b}, sang at the fair. They met in {year}.",
        "{a} and {his} {spouse}, {b}, first met in {year} at a regatta.",
        "{a} met {his} {spouse}, {b}, in {year}.",
        "{a} opened the fair with {his} {spouse}, {b}. The couple met in {year}, through friends.",
    ),
    "engaged": (
        "{a} got engaged to {b} in {year}.",
        "{a} and {b} became engaged in {year}.",
        "{a} and {his} {spouse}, {b}, got engaged in {year} on a boat.",
    ),
    "wed": (
        "{a} and {b} were married in {year} at the town hall.",
        "{a} married {b} in June {year}.",
        "{a}, who has been married to {b} since {year}, opened the fair.",
        "{a} and {b} wed in {year}.",
        "{a} and {his} {spouse}, {b}, sang at the fair. They have been married since {year}.",
        "{a} and {his} {spouse}, {b}, sang at the fair. They were married on 3 May {year}.",
    ),
    "divorced": (
        "{a} divorced {b} in {year}.",
        "{a} and {b} divorced in {year}.",
        "{a} was divorced from {b} in {year}, the court said.",
    ),
}
ORDERS = (("met", "wed"), ("met", "divorced"), ("engaged", "wed"), ("wed", "divorced"))
_FILLERS = (
    "The fair on the green was opened in light rain, and the band of the mill played.",
    "The council had set up benches along the old wall, and the ferry ran until dusk.",
)


@dataclass(frozen=True, slots=True)
class Told:
    """Two steps of one couple as sentences, one an outlet, and whether their order can be."""

    couple: tuple[Person, Person]
    sentences: tuple[str, str]
    possible: bool


def told_of(couple: tuple[Person, Person], number: int, random_: random.Random) -> Told:
    """The earlier step first; of a possible order it has the earlier year."""
    possible = number >= IMPOSSIBLE
    years = sorted(random_.sample(range(1998, 2014, 2), 2), reverse=not possible)
    one, other = (
        _sentence(random_.choice(TOLD[step]), couple, year)
        for step, year in zip(random_.choice(ORDERS), years, strict=True)
    )
    return Told(couple, (one, other), possible)


def _sentence(wording: str, couple: tuple[Person, Person], year: int) -> str:
    first, second = couple
    return wording.format(
        a=first.name,
        b=second.name,
        his="her" if first.woman else "his",
        spouse="wife" if second.woman else "husband",
        year=year,
    )


def articles_of(told: list[Told], random_: random.Random) -> list[Article]:
    """Two articles a couple, of two outlets, months apart."""
    found = []
    for number, each in enumerate(told):
        day = date(2016, 1, 4) + timedelta(days=random_.randrange(300))
        for report, outlet in enumerate(("Courier", "Herald")):
            text = f"{random_.choice(_FILLERS)}\n\n{each.sentences[report]}"
            published = (day + timedelta(days=150 * report)).isoformat()
            name = f"t{number:03}{report}"
            found.append(
                Article(
                    article_id=name,
                    path=f"{name}.txt",
                    text=text,
                    sha256="",
                    outlet=outlet,
                    published=published,
                )
            )
    return found


def main() -> None:
    """Plant, look, count."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    random_ = random.Random(parser.parse_args().seed)
    everybody = people(2 * (IMPOSSIBLE + POSSIBLE), random_)
    couples = list(zip(everybody[::2], everybody[1::2], strict=True))
    told = [told_of(couple, number, random_) for number, couple in enumerate(couples)]
    found, _ = findings_of(articles_of(told, random_))
    names = {f.subject for f in found if f.kind == "conflict"}
    reported = [t for t in told if names & {person.name for person in t.couple}]
    hits = [t for t in reported if not t.possible]
    false = [t for t in reported if t.possible]
    sys.stdout.write(
        f"impossible: {len(hits)} of {IMPOSSIBLE} found, recall {len(hits) / IMPOSSIBLE:.2f}\n"
        f"possible: {len(false)} of {POSSIBLE} reported\n"
    )
    for each in told:
        if (not each.possible and each not in hits) or each in false:
            kind = "false" if each.possible else "missed"
            sys.stdout.write(f"{kind}: {' | '.join(each.sentences)}\n")


if __name__ == "__main__":
    main()
