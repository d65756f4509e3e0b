"""How much of the sample's gold a chronicle holds, question by question.

    python -m benchmarks.sample CHRONICLE

Each figure is (right, asked).  *statements*: a gold content that a predicted one overlaps by half
or more (characters, intersection over union); of those found: speaker, kind, mode, channel,
addressee and chain equal to the gold's.  *findings*: one of the same kind whose evidence touches
two of the gold's words.  *facts*: same article, subject, attribute and value.  *utterances*: pairs
of gold versions under one identifier.  *copies*: pairs of articles in one group.  *dates*: undated
articles whose interval holds the true day.  *boilerplate*: gold boilerplate that no statement
touches and that is left out or marked.
"""

import itertools
from collections.abc import Callable

from benchmarks.sample.gold import Sample, alike
from reportedly.chronicle import Chronicle
from reportedly.model import ChainHop, Entity, Event, Fact, Finding, Region, Statement
from reportedly.offsets import overlaps, within_any

Score = tuple[int, int]


def scores(chronicle: Chronicle, sample: Sample | None = None) -> dict[str, Score]:
    """Question → (right, asked); of the sample's gold, if no other is given."""
    sample = sample or Sample.of(chronicle)
    found = _statements(sample, chronicle)
    for name, question in _QUESTIONS.items():
        found[name] = question(sample, chronicle)
    return found


def _statements(sample: Sample, chronicle: Chronicle) -> dict[str, Score]:
    by_article: dict[str, list[Statement]] = {}
    for statement in chronicle.rows(Statement):
        by_article.setdefault(statement.article_id, []).append(statement)
    chains: dict[str, list[str]] = {}
    for hop in chronicle.rows(ChainHop):
        chains.setdefault(hop.statement_id, []).append(hop.name or "")
    right: dict[str, list[bool]] = {"statements": []}
    for row in sample.gold["statements"]:
        article = sample.article(row)
        spans = sample.spans(article, row["content"]) if article else []
        candidates = by_article.get(article.article_id, []) if article else []
        best = max(candidates, key=lambda s: alike(list(s.content), spans), default=None)
        hit = best is not None and alike(list(best.content), spans) >= 0.5
        right["statements"].append(hit)
        if best is None or not hit:
            continue
        if "speaker" in row:
            same = _together(best.speaker) == _together(row["speaker"])
            right.setdefault("speaker", []).append(same)
        for name in ("source_kind", "mode", "channel", "addressee", "polarity"):
            if name in row:
                right.setdefault(name, []).append(getattr(best, name) == row[name])
        if "chain" in row:
            own = _plain(chains.get(best.statement_id, []))
            right.setdefault("chain", []).append(own == _plain(row["chain"]))
        if "speaker" in row:
            wrong = best.speaker is not None and not same
            right.setdefault("no wrong name", []).append(not wrong)
    return {name: (sum(answers), len(answers)) for name, answers in right.items()}


def _together(name: str | None) -> list[str]:
    """Who speaks; of several who speak as one each, in whatever order an article names them."""
    return sorted((name or "").split(" & "))


def _plain(names: list[str]) -> list[str]:
    """Names without the article that an outlet's or a programme's may begin with."""
    return [name.removeprefix("The ") for name in names]


def _findings(sample: Sample, chronicle: Chronicle) -> Score:
    return sum(finding_found(sample, chronicle, row) for row in sample.gold["findings"]), len(
        sample.gold["findings"]
    )


def finding_found(sample: Sample, chronicle: Chronicle, row: dict[str, object]) -> bool:
    """True when a finding of the gold's kind has evidence at two of the gold's places."""
    return any(answers(sample, finding, row) for finding in chronicle.rows(Finding))


def answers(sample: Sample, finding: Finding, row: dict[str, object]) -> bool:
    """True when a finding is of the gold's kind and has evidence at two of the gold's places."""
    touched = [
        any(
            evidence.article_id == article_id
            and any(overlaps(evidence.span, span) for span in spans)
            for evidence in finding.evidence
        )
        for article_id, spans in sample.places(row["words"])  # type: ignore[arg-type]
    ]
    return finding.kind == row["kind"] and sum(touched) >= 2


def _facts(sample: Sample, chronicle: Chronicle) -> Score:
    known = {(f.article_id, f.subject, f.attribute, f.value) for f in chronicle.rows(Fact)}
    right = 0
    for row in sample.gold["facts"]:
        article = sample.article(row)
        name = article.article_id if article else ""
        right += (name, row["subject"], row["attribute"], row["value"]) in known
    return right, len(sample.gold["facts"])


def _people(sample: Sample, chronicle: Chronicle) -> Score:
    names = [entity.name for entity in chronicle.rows(Entity)]
    asked = [row["name"] for row in sample.gold["entities"] if row["kind"] == "person"]
    return sum(names.count(name) == 1 for name in asked), len(asked)


def _utterances(sample: Sample, chronicle: Chronicle) -> Score:
    statements = list(chronicle.rows(Statement))
    right = asked = 0
    for row in sample.gold["utterances"]:
        groups: list[set[str | None]] = []
        for variant in row["variants"]:
            article = sample.article(variant)
            spans = sample.spans(article, variant["text"]) if article else []
            groups.append(
                {
                    s.utterance_id
                    for s in statements
                    if article
                    and s.article_id == article.article_id
                    and any(overlaps(a, b) for a in s.content for b in spans)
                }
            )
        for a, b in itertools.combinations(groups, 2):
            asked += 1
            right += bool(a & b)
    return right, asked


def _copies(sample: Sample, chronicle: Chronicle) -> Score:
    right = asked = 0
    for group in sample.gold["copies"]:
        for a, b in itertools.combinations(group, 2):
            one, other = sample.articles.get(a), sample.articles.get(b)
            asked += 1
            right += bool(
                one
                and other
                and (
                    one.article_id == other.article_id
                    or (one.copy_group is not None and one.copy_group == other.copy_group)
                )
            )
    return right, asked


def _undated(sample: Sample, chronicle: Chronicle) -> Score:
    right = asked = 0
    for row in sample.gold["articles"]:
        article = sample.article(row)
        if row["dated"] or article is None:
            continue
        asked += 1
        day, first, last = (
            row["published"][:10],
            article.published_earliest,
            article.published_latest,
        )
        right += bool(first or last) and (first or day) <= day <= (last or day)
    return right, asked


def _events(sample: Sample, chronicle: Chronicle) -> Score:
    right = 0
    for row in sample.gold["events"]:
        wanted = {
            sample.articles[path].article_id for path in row["paths"] if path in sample.articles
        }
        right += any(
            wanted & {evidence.article_id for evidence in event.evidence}
            # A gold month or year stands for its first day, which the event's days must reach.
            and (event.earliest or "9")[: len(row["date"])] <= row["date"][:10]
            and row["date"][:10] <= (event.latest or "0")
            for event in chronicle.rows(Event)
        )
    return right, len(sample.gold["events"])


def _boilerplate(sample: Sample, chronicle: Chronicle) -> Score:
    regions: dict[str, list[tuple[int, int]]] = {}
    for region in chronicle.rows(Region):
        if region.kind == "boilerplate":
            regions.setdefault(region.article_id, []).append(region.span)
    right = asked = 0
    for row in sample.gold["regions"]:
        article = sample.article(row)
        if row["kind"] != "boilerplate" or article is None:
            continue
        asked += 1
        spans = sample.spans(article, row["text"])
        marked = regions.get(article.article_id, [])
        right += all(within_any(span, marked) for span in spans)
    return right, asked


def _rejects(sample: Sample, chronicle: Chronicle) -> Score:
    rejected = list(chronicle.arrow("rejects")["path"].to_pylist())
    asked = [row["path"] for row in sample.gold["rejects"]]
    return sum(any(path.endswith(name) for path in rejected) for name in asked), len(asked)


_QUESTIONS: dict[str, Callable[[Sample, Chronicle], Score]] = {
    "findings": _findings,
    "facts": _facts,
    "people found once": _people,
    "utterances": _utterances,
    "copies": _copies,
    "undated articles": _undated,
    "events": _events,
    "boilerplate": _boilerplate,
    "rejects": _rejects,
}
