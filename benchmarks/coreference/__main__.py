"""Coreference on GUM and LitBank, and speakers on PolNeAR; writes `results.md` beside this file.

    python -m benchmarks.coreference --shared DIR

GUM's scores are the shared scorer's on the clusters of `reportedly mentions`.  The precision of a
sieve is the share of the annotated mentions it resolved whose predicted cluster holds another
mention of the same annotated cluster.

The rules were developed on these documents, and the weights of pronouns are fitted on most of
them: fitted without GUM's news, the news come out the same to within 0.2.  The network that adds
links was trained on all of them but GUM's news: those are the figure to go by.  Sieves, pronouns
and speed are those of the rules, which make the chronicle's rows.
"""

import argparse
import time
from collections import Counter, defaultdict
from pathlib import Path

from benchmarks.circumstances import circumstances
from benchmarks.coreference.documents import Gold, gum, litbank
from benchmarks.coreference.scorer import Mentions, score
from benchmarks.coreference.speakers import outcomes
from reportedly.annotate import attribution
from reportedly.annotate.coreference import resolve_document
from reportedly.annotate.coreference.clusters import Resolved
from reportedly.annotate.coreference.filter import groups_of
from reportedly.annotate.document import Document
from reportedly.model import Article
from reportedly.rows import Rows

RESULTS = Path(__file__).with_name("results.md")


def document_of(gold: Gold) -> Document:
    """The document, parsed."""
    article = Article(article_id=gold.doc, path=gold.doc, text=gold.text, sha256="")
    document = Document(article, token_vectors=True)
    document.__dict__["parse"] = gold.parse
    return document


def clusters_of(document: Document, attributed: Rows) -> list[Mentions]:
    """Spans of the mentions of each cluster of `reportedly mentions`."""
    return [[span for span, _ in group] for group in groups_of(document, attributed)]


def count_certainty(gold: Gold, groups: list[Resolved], counts: dict[str, Counter[bool]]) -> None:
    """Add to `counts` how often pronouns of each tenth of certainty were right."""
    owner = {span: n for n, spans in enumerate(gold.clusters) for span in spans}
    for group in groups:
        for member, sure in zip(group.members, group.certainty, strict=True):
            cluster = owner.get(member.span)
            if sure is None or cluster is None:
                continue
            before = [m.span for m in group.members if m.span[0] < member.span[0]]
            right = any(owner.get(span) == cluster for span in before)
            counts[f"{int(sure * 10) / 10:.1f}"][right] += 1


def count_sieves(gold: Gold, groups: list[Resolved], counts: dict[str, Counter[bool]]) -> None:
    """Add to `counts` how often each sieve was right in this document."""
    owner = {span: n for n, spans in enumerate(gold.clusters) for span in spans}
    for group in groups:
        for member, reason in zip(group.members, group.reasons, strict=True):
            cluster = owner.get(member.span)
            if not reason or member.inner or cluster is None:
                continue
            others = (m.span for m in group.members if m is not member)
            right = any(owner.get(span) == cluster for span in others)
            counts[reason][right] += 1


def _shares(counted: dict[str, Counter[bool]]) -> list[str]:
    return [
        f"| {what} | {counts.total()} | {counts[True] / counts.total():.2f} |"
        for what, counts in sorted(counted.items())
    ]


def main() -> None:
    """Measure and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, required=True)
    shared = parser.parse_args().shared
    scored: dict[str, list[tuple[list[Mentions], list[Mentions]]]] = defaultdict(list)
    sieves: dict[str, Counter[bool]] = defaultdict(Counter)
    certainty: dict[str, Counter[bool]] = defaultdict(Counter)
    seconds, words = 0.0, 0
    for gold in (*gum(shared), *litbank(shared)):
        document = document_of(gold)
        start = time.process_time()
        attributed = attribution.annotate(document, Rows())
        groups = resolve_document(document, attributed)
        seconds += time.process_time() - start
        words += len(gold.parse.tokens)
        genre = f"GUM {gold.genre}" if gold.complete else "LitBank"
        scored[genre].append((gold.clusters, clusters_of(document, attributed)))
        count_sieves(gold, groups, sieves)
        count_certainty(gold, groups, certainty)
    lines = [
        "# Coreference",
        "",
        f"Made by `python -m benchmarks.coreference`. {circumstances()}",
        "",
    ]
    lines.append("| part | documents | mentions F1 | MUC | B3 | CEAFe | CoNLL |")
    lines.append("| --- | ---: | ---: | ---: | ---: | ---: | ---: |")
    scored["GUM, all"] = [d for genre in sorted(scored) if "GUM" in genre for d in scored[genre]]
    for genre, documents in sorted(scored.items()):
        result = score(shared, documents)
        figures = [result[k]["f1"] for k in ("mentions", "muc", "b3", "ceafe")]
        shown = " | ".join(f"{figure:.1f}" for figure in (*figures, result["conll"]))
        lines.append(f"| {genre} | {len(documents)} | {shown} |")
    lines += ["", "The network that links mentions was trained on all of these but GUM's news."]
    lines += ["", "| sieve | mentions | precision |", "| --- | ---: | ---: |"]
    lines += _shares(sieves)
    lines += ["", "| certainty of a pronoun | pronouns | right |", "| --- | ---: | ---: |"]
    lines += _shares(certainty)
    found = outcomes(shared)
    right = found["right"] + found["right, none"]
    lines += ["", f"Speakers: {right} of {found.total()} right ({right / found.total():.3f}).", ""]
    lines += [f"- {outcome}: {n}" for outcome, n in sorted(found.items())]
    lines += ["", f"{words / seconds:,.0f} words a CPU second, attribution included, parse not."]
    RESULTS.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print("\n".join(lines))


if __name__ == "__main__":
    main()
