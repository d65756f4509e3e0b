"""How many planted edits of quotations are found, with the words that were changed.

    python benchmarks/utterances/planted_edits.py ARTICLES.jsonl GOLD.jsonl [--quotations 400]

Each quotation of eight words or more is printed again by another outlet two days later, with one
edit of each kind: a negation lost or won, a number, a name, a modal changed, the end cut, a bracket
for a pronoun, and no edit but another way of writing.  Found means: one utterance, and the edits
name exactly the words that were planted (for `written`, no edits).
"""

import argparse
import random
import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

from benchmarks.utterances.brute_force import QUOTED, load
from reportedly.engine.joins import LaptopJoins
from reportedly.identifiers import identifier
from reportedly.model import Article, ChainHop, Statement, Variant
from reportedly.reconcile.utterances import reconcile
from reportedly.reconcile.utterances.wording import key_of
from reportedly.schema import rows_of, table_of

PRONOUN = re.compile(r"\b(he|she|it|they)\b")
MODAL = {"will": "would", "would": "will", "can": "could", "may": "will", "must": "may"}


def plant(kind: str, words: list[str], random_: random.Random) -> tuple[list[str], str, str] | None:
    """(new words, what was lost, what was won), or None when the quotation has no place for it."""
    places = {
        "negation": [i for i, w in enumerate(words) if w.lower() in ("not", "never", "no")],
        "number": [i for i, w in enumerate(words) if re.fullmatch(r"[\d,]{1,12}", w)],
        "name": [i for i, w in enumerate(words) if i and re.fullmatch(r"[A-Z][a-z]{3,}", w)],
        "modal": [i for i, w in enumerate(words) if w in MODAL],
        "bracket": [i for i, w in enumerate(words) if PRONOUN.fullmatch(w)],
    }
    if kind == "cut":
        return (
            words[: max(5, len(words) * 2 // 3)],
            " ".join(words[max(5, len(words) * 2 // 3) :]),
            "",
        )
    if kind == "written":
        return [w.replace("’", "").replace("'", "").upper() for w in words], "", ""
    if kind == "inserted":
        at = random_.randrange(2, len(words) - 1)
        return [*words[:at], "not", *words[at:]], "", "not"
    if not places[kind]:
        return None
    at = random_.choice(places[kind])
    new = {
        "negation": "", "number": "7351", "name": "Quillfeather", "modal": MODAL.get(words[at], ""),
        "bracket": "[the harbourmaster]",
    }[kind]  # fmt: skip
    return [*words[:at], *([new] if new else []), *words[at + 1 :]], words[at], new


def main() -> None:
    """Plants, runs, prints."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=Path)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--quotations", type=int, default=400)
    arguments = parser.parse_args()
    random_ = random.Random(11)
    articles, statements = load(arguments.articles, arguments.gold)
    by_article = {a.article_id: a for a in articles}
    chosen = [s for s in statements if s.mode == "direct" and s.speaker and len(s.content) == 1]
    chosen = random_.sample(
        [s for s in chosen if len(s.content_text.split()) >= 8], arguments.quotations
    )
    planted: dict[str, tuple[str, str, str, str]] = {}
    rows = list({s.statement_id: s for s in statements}.values())
    for at, original in enumerate(chosen):
        bare = QUOTED.findall(original.content_text)[0].strip("“”\"', ")
        for kind in (
            "negation",
            "inserted",
            "number",
            "name",
            "modal",
            "cut",
            "bracket",
            "written",
        ):
            made = plant(kind, bare.split(), random_) if len(bare.split()) >= 8 else None
            if not made:
                continue
            text = "“" + " ".join(made[0]) + "”"
            name = f"planted-{at}-{kind}"
            articles.append(
                Article(
                    article_id=name,
                    path=name,
                    text=text,
                    sha256="",
                    outlet=name,
                    published=by_article[original.article_id].published,
                )
            )
            new = replace(
                original, statement_id=identifier("s", name), article_id=name,
                content=((0, len(text)),), content_text=text, cue=(), source=(),
            )  # fmt: skip
            rows.append(new)
            planted[new.statement_id] = (original.statement_id, kind, made[1], made[2])
    report(articles, rows, planted)


def report(articles, rows, planted) -> None:  # type: ignore[no-untyped-def]
    """Runs the stage on all, and on each kind alone, since versions may come from one another."""
    together, exact, total = Counter(), Counter(), Counter()
    kinds = sorted({kind for _, kind, _, _ in planted.values()})
    for kind in kinds:
        keep = {n for n, p in planted.items() if p[1] == kind}
        some = [s for s in rows if s.statement_id not in planted or s.statement_id in keep]
        done = reconcile(
            {
                "articles": table_of(Article, articles),
                "statements": table_of(Statement, some),
                "chain": table_of(ChainHop, []),
            },
            LaptopJoins(),
        )
        names = {s.statement_id: s.utterance_id for s in rows_of(Statement, done["statements"])}
        variants = {v.statement_id: v for v in rows_of(Variant, done["variants"])}
        for name in sorted(keep):
            original, _, lost, won = planted[name]
            total[kind] += 1
            if names[name] != names[original]:
                continue
            together[kind] += 1
            variant = variants[name]
            if variant.from_statement_id is None:
                variant = variants[original]
                lost, won = won, lost
            edits = [(e.from_, e.to) for e in variant.edits]
            exact[kind] += same_edits(edits, lost, won)
    for kind in kinds:
        n = total[kind]
        print(f"{kind:10} {n:4}  together {together[kind] / n:.3f}  exact {exact[kind] / n:.3f}")


def same_edits(edits: list[tuple[str, str]], lost: str, won: str) -> bool:
    """Do the edits say, together, that just `lost` became `won`?"""
    olds = [key_of(w) for old, _ in edits for w in re.findall(r"[\w’']+", old)]
    news = [key_of(w) for _, new in edits for w in re.findall(r"[\w’']+", new)]
    return olds == [key_of(w) for w in re.findall(r"[\w’']+", lost)] and news == [
        key_of(w) for w in re.findall(r"[\w’']+", won)
    ]


if __name__ == "__main__":
    main()
