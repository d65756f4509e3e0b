"""Whose facts belong together: by entity, and by name within one story where no entity is known.

A child who is only "Tom" in every article has no entity across articles; in one story the same
bare name mostly means the same child.
"""

from reportedly.model import Fact
from reportedly.reconcile.findings.pile import Pile

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
    return dict(sorted(found.items()))


def _entities_by_name(facts: list[Fact], pile: Pile) -> dict[Subject, set[str]]:
    """(story, name) → the entities that facts of that story give this name."""
    found: dict[Subject, set[str]] = {}
    for fact in facts:
        story = _story(fact, pile)
        if fact.subject_id and story:
            found.setdefault((story, fact.subject.casefold()), set()).add(fact.subject_id)
    return found


def _subject(fact: Fact, entities: dict[Subject, set[str]], pile: Pile) -> Subject | None:
    """The entity; else that of the same name in the story if it is the only one; else the name."""
    if fact.subject_id:
        return "entity", fact.subject_id
    story = _story(fact, pile)
    if story is None:
        return None
    known = entities.get((story, fact.subject.casefold()), set())
    if len(known) > 1:
        return None
    return ("entity", min(known)) if known else (story, fact.subject.casefold())


def _story(fact: Fact, pile: Pile) -> str | None:
    return pile.articles[fact.article_id].story_id
