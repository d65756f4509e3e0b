"""Whose facts belong together: by entity, and by name within one story where no entity is known.

A child who is only "Tom" in every article has no entity across articles; in one story the same
bare name mostly means the same child, and so it does beside the same other people.
"""

from itertools import combinations

from reportedly.model import Fact
from reportedly.reconcile.findings.pile import Pile
from reportedly.reconcile.groups import connected

#: People whom two articles must both name for a bare name to mean the same person in both.
COMPANY = 2
#: Bare names more common than this are anybody's.
MOST_BARE = 20
#: Articles of each that are looked at, so that those of whom thousands tell cost no more.
LOOKED_AT = 30
#: A subject: the entity, or the story and the name.
Subject = tuple[str, str]


def by_subject(facts: list[Fact], pile: Pile) -> dict[Subject, list[Fact]]:
    """Facts of each subject that is known across articles, subjects and facts sorted."""
    entities = _entities_by_name(facts, pile)
    found: dict[Subject, list[Fact]] = {}
    for fact in sorted(facts, key=lambda f: f.fact_id):
        subject = _subject(fact, entities, pile)
        if subject:
            found.setdefault(subject, []).append(fact)
    for first, *others in _same_bare_names(found, pile):
        for other in others:
            found[first] = sorted([*found[first], *found.pop(other)], key=lambda f: f.fact_id)
    return dict(sorted(found.items()))


def _same_bare_names(found: dict[Subject, list[Fact]], pile: Pile) -> list[list[Subject]]:
    """Subjects of one given name whose articles name the same other people.

    A word that ends a fuller name of the pile is a surname, which relatives share.
    """
    surnames = {
        name.split()[-1].casefold() for e in pile.entities.values() if " " in (name := e.name)
    }
    named: dict[str, list[Subject]] = {}
    for subject, facts in sorted(found.items()):
        names = {fact.subject.casefold() for fact in facts}
        if len(names) == 1 and not (name := min(names)).count(" ") and name not in surnames:
            named.setdefault(name, []).append(subject)
    edges = [
        ("\n".join(a), "\n".join(b))
        for subjects in named.values()
        for a, b in combinations(subjects[:MOST_BARE], 2)
        if _share_company(found[a], found[b], pile)
    ]
    return [[_subject_of(key) for key in group] for group in connected(edges)]


def _subject_of(key: str) -> Subject:
    kind, name = key.split("\n", 1)
    return kind, name


def _share_company(one: list[Fact], other: list[Fact], pile: Pile) -> bool:
    own = {fact.subject_id for fact in (*one, *other)}
    first, second = (
        [_people(article, pile) for article in sorted({f.article_id for f in facts})[:LOOKED_AT]]
        for facts in (one, other)
    )
    return any(len((a & b) - own) >= COMPANY for a in first for b in second)


def _entities_by_name(facts: list[Fact], pile: Pile) -> dict[Subject, set[str]]:
    """(story, name) → the entities that facts of that story give this name."""
    found: dict[Subject, set[str]] = {}
    for fact in facts:
        story = _story(fact, pile)
        if fact.subject_id and story:
            found.setdefault((story, fact.subject.casefold()), set()).add(fact.subject_id)
    return found


def _subject(
    fact: Fact,
    entities: dict[Subject, set[str]],
    pile: Pile,
) -> Subject | None:
    """The entity; else that of the same name in the story if it is the only one; else the name."""
    if fact.subject_id:
        return "entity", fact.subject_id
    story = _story(fact, pile)
    if story is None:
        return None
    name = fact.subject.casefold()
    known = entities.get((story, name), set())
    if len(known) > 1:
        return None
    if known:
        return "entity", min(known)
    return story, name


def _people(article_id: str, pile: Pile) -> set[str]:
    counts = pile.mentions.counts(article_id)
    return {e for e in counts if (row := pile.entities.get(e)) and row.kind == "person"}


def _story(fact: Fact, pile: Pile) -> str | None:
    return pile.articles[fact.article_id].story_id
