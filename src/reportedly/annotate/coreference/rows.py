"""From the groups of one article to its rows: `Mention` and `Cluster`."""

from collections import Counter
from collections.abc import Sequence

from reportedly.annotate.coreference.clusters import Resolved
from reportedly.model import Cluster, EntityKind, Mention
from reportedly.schema import sorted_rows

#: How often an annotated mention that a sieve put into its cluster belongs there in GUM and LitBank
#: (`benchmarks/coreference/results.md`); where those have fewer than 20 cases, a guess below.
#: Pronouns bring a probability of their own.
PRECISION: dict[str, float] = {
    "": 0.95,
    "same name": 0.95,
    "part of the name": 0.90,
    "told as another name": 0.90,
    "short form of the name": 0.85,
    "apposition": 0.85,
    "predicate": 0.80,
    "same noun": 0.75,
    "kind of thing last named": 0.71,
    "title of the person": 0.70,
    "the only one of that age": 0.90,
    "the same people named together": 0.90,
    "both named before": 0.75,
    "named below": 0.75,
    "in the same relation": 0.80,
    "title of those named together": 0.75,
    "epithet of the person named before": 0.60,
    "first person in a quotation": 0.97,
    "first person, same speaker": 0.97,
}


def rows_of_resolved(
    article_id: str, text: str, resolved: Sequence[Resolved]
) -> tuple[list[Mention], list[Cluster]]:
    """The rows of one article; clusters are numbered in the order of their first mentions."""
    mentions: list[Mention] = []
    clusters: list[Cluster] = []
    for group in resolved:
        kind = _row_kind(group)
        if kind is None:
            continue
        number = len(clusters)
        clusters.append(_cluster(article_id, number, kind, group))
        mentions += [
            Mention(
                article_id=article_id,
                span=member.span,
                text=text[member.span[0] : member.span[1]],
                form=member.form,
                confidence=PRECISION[reason] if sure is None else round(sure, 2),
                cluster=number,
            )
            for member, reason, sure in zip(
                group.members, group.reasons, group.certainty, strict=True
            )
        ]
    return sorted_rows(mentions), clusters


def _row_kind(group: Resolved) -> EntityKind | None:
    """The kind that the rows show; None for things, and for pronouns that found nobody."""
    if all(member.form == "pronoun" for member in group.members):
        return None
    kind = group.chain.kind
    if kind == "person" and group.chain.numbers == {"pl"}:
        return "group"
    return None if kind == "thing" or kind == "unknown" else kind


def _cluster(article_id: str, number: int, kind: EntityKind, group: Resolved) -> Cluster:
    nominals = [m for m in group.members if m.form == "nominal"]
    roles = [role for m in group.members for role in m.roles]
    return Cluster(
        article_id=article_id,
        cluster=number,
        name=None if kind == "group" else group.name,
        names=tuple(name for name, _ in group.ranked_names()),
        kind=kind,
        nominals=_by_frequency([*(m.phrase for m in nominals), *roles]),
        pronouns=_by_frequency([m.text for m in group.members if m.form == "pronoun"]),
        titles=_by_frequency([m.title for m in group.members if m.title]),
        n_mentions=len(group.members),
    )


def _by_frequency(words: list[str]) -> tuple[str, ...]:
    counts = Counter(words)
    return tuple(sorted(counts, key=lambda word: (-counts[word], word)))
