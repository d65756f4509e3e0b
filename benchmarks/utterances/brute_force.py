"""Pair F1 of utterance groups against all pairs of quotations, compared by brute force.

    python benchmarks/utterances/brute_force.py ARTICLES.jsonl GOLD.jsonl [--show 20]

Statements are built from gold attributions (`doc`, `attributions` with `source`, `cue`, `content`),
so that only the grouping is measured.  The gold of pairs: of all pairs of quotations of five words
or more, those of which the shorter has at least .75 of its words (of less than eight, all) in some
window of the longer, in order (a similarity of characters of .7 by rapidfuzz `partial_ratio`
selects the pairs that are looked at); pairs between .5 and .75 count neither way.  A quotation that
is printed in pieces ("...," she said, "...") is compared as a whole and by those pieces that have
eight words or more: one piece that both have all but word for word is one utterance, whatever
stands beside it.  Nothing of the stage's own candidates or alignment is used.
"""

import argparse
import json
import re
import time
from itertools import product
from pathlib import Path

import numpy as np
from rapidfuzz import fuzz, process
from rapidfuzz.distance import LCSseq

from reportedly.content_words import STOP_WORDS
from reportedly.engine.joins import LaptopJoins
from reportedly.identifiers import identifier
from reportedly.model import Article, ChainHop, Statement, Utterance, Variant
from reportedly.offsets import words_of
from reportedly.reconcile.utterances import reconcile
from reportedly.schema import rows_of, table_of

QUOTED = re.compile(r"“[^”]*”?|\"[^\"]*\"?|''.*?(?:''|$)", re.DOTALL)
#: A quotation that is over.
CLOSED = re.compile(r"(?:[^\s(](?:[”\"]|''))\s*\Z|\A\Z")
LOOKED_AT = 70.0
SURE, DOUBTFUL = 0.75, 0.5
#: Fewer words than this must all be there, and a piece of a quotation with fewer tells too little.
ENOUGH = 8
#: What a piece, which is only a part of both, must have of the other.
PIECE = 0.9
#: Where the words that say who speaks go over to what he is: "Ada Quill, who works for Bo Marsh".
ASIDE = re.compile(r",| \(| who | of | for | at ")


def load(articles: Path, gold: Path) -> tuple[list[Article], list[Statement]]:
    """Article and statement rows; pronouns are nobody."""
    rows = {}
    for line in articles.open(encoding="utf-8"):
        r = json.loads(line)
        rows[r["doc"]] = Article(
            article_id=r["doc"], path=r["doc"], text=r["text"], sha256="", outlet=r["publisher"],
            published=r["published"], title=r["title"],
        )  # fmt: skip
    statements = []
    for line in gold.open(encoding="utf-8"):
        record = json.loads(line)
        text = rows[record["doc"]].text
        for a in record["attributions"]:
            content, cue, source = (
                tuple((s, e) for s, e in a[part]) for part in ("content", "cue", "source")
            )
            statements.append(statement(record["doc"], text, content, cue, source))
    return list(rows.values()), statements


def statement(doc: str, text: str, content, cue, source) -> Statement:  # type: ignore[no-untyped-def]
    """One statement row."""
    words = words_of(text, content)
    quoted = sum(len(m.group()) for m in QUOTED.finditer(words))
    told = words_of(text, source)
    return Statement(
        statement_id=identifier("s", doc, content, cue, source),
        article_id=doc, content=content, cue=cue, source=source, content_text=words,
        source_text=told or None,
        mode="direct" if quoted > 0.95 * len(words) else "mixed" if quoted else "indirect",
        speaker=last_name(ASIDE.split(told)[0]) or last_name(told), confidence=1.0, reason="gold",
    )  # fmt: skip


def last_name(source: str) -> str | None:
    """The last word with a capital that is no common word."""
    words = re.findall(r"[^\W\d_]{2,}", source)
    names = [w for w in words if w[0].isupper() and w.lower() not in STOP_WORDS]
    return names[-1] if names else None


def quotation(statement: Statement, text: str) -> tuple[str, ...]:
    """The pieces of its quoted words, lower case, or nothing when they are fewer than five.

    Marks are paired within one run of words, since each paragraph of a long quotation opens anew;
    a run without any goes on with what the one before left open.
    """
    quoted: list[str] = []
    for run in (text[a:b] for a, b in statement.content):
        goes_on = quoted and not CLOSED.search(quoted[-1]) and not QUOTED.search(run)
        quoted.append(run.lower() if goes_on else " ".join(QUOTED.findall(run)).lower())
    pieces = [re.findall(r"[^\W_]+", q.translate(str.maketrans("", "", "'’‘"))) for q in quoted]
    words = [word for piece in pieces for word in piece]
    content = {w for w in words if w not in STOP_WORDS}
    said = len(words) >= 5 and len(content) >= 2
    return tuple(" ".join(piece) for piece in pieces if piece) if said else ()


def brute_force(quotations: dict[str, tuple[str, ...]]) -> dict[tuple[str, str], float]:
    """All pairs with a similarity of at least `LOOKED_AT`, whole or by a piece."""
    texts = {(" ".join(pieces), name) for name, pieces in quotations.items()}
    texts |= {(p, name) for name, of in quotations.items() for p in of if long_enough(p)}
    listed = sorted(texts, key=lambda t: (len(t[0]), t))
    found: dict[tuple[str, str], float] = {}
    for start in range(0, len(listed), 200):
        block = process.cdist(
            [t for t, _ in listed[start : start + 200]], [t for t, _ in listed[start:]],
            scorer=fuzz.partial_ratio, score_cutoff=LOOKED_AT, dtype=np.float32,
        )  # fmt: skip
        for i, j in zip(*np.nonzero(block), strict=True):
            one, other = sorted((listed[start + i][1], listed[start + j][1]))
            if one != other:
                found[one, other] = max(found.get((one, other), 0.0), float(block[i, j]))
    return found


def long_enough(piece: str) -> bool:
    """Does a piece of a quotation tell by itself which it is?"""
    return len(piece.split()) >= ENOUGH


def shared(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    """How much of the shorter the longer has: as wholes, or of any two pieces."""
    pieces = ([p for p in of if long_enough(p)] for of in (one, other))
    by_piece = (windowed(a, b) for a, b in product(*pieces))
    found = [share for share in by_piece if share >= PIECE]
    return max([windowed(" ".join(one), " ".join(other)), *found])


def windowed(one: str, other: str) -> float:
    """The largest share of the shorter's words that some window of the longer has, in order.

    Below `ENOUGH` words all must be there: "I do not think it is" is not "... it would change".
    """
    short, long = sorted((one.split(), other.split()), key=len)
    size = len(short)
    best = max(
        LCSseq.similarity(short, long[at : at + size + size // 4 + 1])
        for at in range(max(1, len(long) - size + 1))
    )
    return best / size if size >= ENOUGH or best == size else min(best / size, SURE - 0.01)


def main() -> None:
    """Builds, compares, prints."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=Path)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--show", type=int, default=0)
    parser.add_argument("--kept", type=Path, help="file for the brute-force pairs, made once")
    arguments = parser.parse_args()
    articles, statements = load(arguments.articles, arguments.gold)
    by_id = {s.statement_id: s for s in statements}
    statements = list(by_id.values())
    tables = {
        "articles": table_of(Article, articles),
        "statements": table_of(Statement, statements),
        "chain": table_of(ChainHop, []),
    }
    start = time.process_time()
    done = reconcile(tables, LaptopJoins())
    print(f"{len(statements)} statements in {time.process_time() - start:.1f} s of a processor")
    utterances = rows_of(Utterance, done["utterances"])
    variants = rows_of(Variant, done["variants"])
    print(len(utterances), "utterances,", sum(u.n_statements > 1 for u in utterances), "of several")
    kinds = {k: sum(v.change == k for v in variants) for k in sorted({v.change for v in variants})}
    print(kinds)
    texts = {a.article_id: a.text for a in articles}
    quotations = {n: quotation(s, texts[s.article_id]) for n, s in by_id.items()}
    quotations = {n: pieces for n, pieces in quotations.items() if pieces}
    pairs = kept_pairs(arguments.kept, quotations)
    score(done["statements"], quotations, pairs, by_id, arguments.show)


def same_place(one: Statement, other: Statement) -> bool:
    """Do the two overlap in one article?  Then they are one passage annotated twice."""
    return one.article_id == other.article_id and any(
        a[0] < b[1] and b[0] < a[1] for a in one.content for b in other.content
    )


def one_speaker(one: Statement, other: Statement) -> bool:
    """Can it be one speaker, by the names in the sources?"""
    return not one.speaker or not other.speaker or one.speaker == other.speaker


def kept_pairs(
    kept: Path | None, quotations: dict[str, tuple[str, ...]]
) -> dict[tuple[str, str], float]:
    """The brute-force pairs, from `kept` when it exists."""
    if kept and kept.exists():
        return {(a, b): s for a, b, s in json.loads(kept.read_text())}
    pairs = brute_force(quotations)
    if kept:
        kept.write_text(json.dumps([[a, b, s] for (a, b), s in sorted(pairs.items())]))
    return pairs


def score(table, quotations, pairs, by_id, show: int) -> None:  # type: ignore[no-untyped-def]
    """Prints pair precision, recall and F1, and some pairs of each kind of error."""
    groups: dict[str, list[str]] = {}
    for s in rows_of(Statement, table):
        if s.statement_id in quotations:
            groups.setdefault(s.utterance_id or "", []).append(s.statement_id)
    found = {
        (a, b) for g in groups.values() for i, a in enumerate(sorted(g)) for b in sorted(g)[i + 1 :]
    }
    pairs = {
        (a, b): shared(quotations[a], quotations[b])
        for a, b in pairs
        if a in quotations and b in quotations and not same_place(by_id[a], by_id[b])
    }
    pairs = {pair: share for pair, share in pairs.items() if share >= DOUBTFUL}
    # Words that two speakers share are one utterance only when they are all the words.
    sure = {
        (a, b)
        for (a, b), share in pairs.items()
        if share >= SURE and (quotations[a] == quotations[b] or one_speaker(by_id[a], by_id[b]))
    }
    doubtful = set(pairs) - sure
    # Two parts of what a third statement reports whole are rightly together, whatever they share.
    partners: dict[str, set[str]] = {}
    for a, b in sure:
        partners.setdefault(a, set()).add(b)
        partners.setdefault(b, set()).add(a)
    doubtful |= {(a, b) for a, b in found if partners.get(a, set()) & partners.get(b, set())} - sure
    right, wrong, missed = found & sure, found - sure - doubtful, sure - found
    precision, recall = len(right) / max(1, len(right | wrong)), len(right) / max(1, len(sure))
    print(
        f"gold {len(sure)} found {len(found)}, of {len(doubtful)} doubtful {len(found & doubtful)}"
    )
    f1 = 2 * precision * recall / (precision + recall)
    print(f"pairs: precision {precision:.3f} recall {recall:.3f} F1 {f1:.3f}")
    for label, listed in (("WRONG", wrong), ("MISSED", missed), ("DOUBTFUL", found & doubtful)):
        for a, b in sorted(listed)[:show]:
            print(f"--- {label} {pairs.get((a, b), 0):.2f}")
            for one in (a, b):
                s = by_id[one]
                print(f"   {s.article_id[:28]} [{s.speaker}|{s.mode}] {s.content_text[:230]!r}")


if __name__ == "__main__":
    main()
